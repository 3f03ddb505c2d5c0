use std::time::{Duration, SystemTime};

use stipula::Validate;

const MOST: i64 = 3;

#[derive(Validate)]
struct Written {
    #[validate(range(5))]
    a: i64,
    #[validate(range(5..=1))]
    b: i64,
    #[validate(range(..))]
    c: i64,
    #[validate(range(5..5))]
    d: i64,
    #[validate(range(1..=MOST))]
    e: i64,
    #[validate(range(1..=340282366920938463463374607431768211456))]
    f: u128,
    #[validate(range(0.1234567890123456..))]
    g: f64,
    #[validate(range(0x10..))]
    h: i64,
    #[validate(range(1..=5s))]
    i: Duration,
    #[validate(range(1m..))]
    j: Duration,
    #[validate(range(0.5ns..))]
    k: Duration,
    #[validate(range("2024-02-30T00:00:00Z"..))]
    l: SystemTime,
    #[validate(range(2.0..=1.5))]
    m: f64,
    #[validate(range(a..b))]
    n: f64,
    #[validate(range(5<..=5))]
    o: f64,
    #[validate(range(<..))]
    p: f64,
}

#[derive(Validate)]
struct Durations {
    #[validate(range("P1M".."P1Y"))]
    months: stipula::Duration,
    #[validate(range("PT1H"..="PT1M"))]
    none: stipula::Duration,
    #[validate(range("PT1H"..="2026-01-01T00:00:00Z"))]
    mixed: stipula::Duration,
}

#[derive(Validate)]
struct Fields {
    #[validate(range(1..=100))]
    text: String,
    #[validate(range(1..))]
    timeout: Duration,
    #[validate(range(1..))]
    start: Option<SystemTime>,
    #[validate(range(1s..))]
    millis: i64,
    #[validate(range("2024-01-01T00:00:00Z"..))]
    day: String,
    #[validate(range(0<..1))]
    none: i64,
    #[validate(range(0<..1))]
    some: f64,
}

fn main() {}

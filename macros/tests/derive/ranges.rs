//! Ends of ranges: of all sizes, with fractions, of durations and of moments.

use std::num::NonZero;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use stipula::{End, Limit, UnixMillis, Validate};

use crate::list;

#[derive(Validate, Default, Clone)]
struct Numbers {
    #[validate(range(0..100))]
    share: f64,
    #[validate(range(0.01..=99.99))]
    price: Option<f32>,
    #[validate(range(-1.5..1.5))]
    whole: i8,
    #[validate(range(..=340282366920938463463374607431768211454))]
    huge: u128,
    #[validate(range(-170141183460469231731687303715884105728..0))]
    low: Option<i128>,
    #[validate(range(170141183460469231731687303715884105728..))]
    high: Option<NonZero<u128>>,
    #[validate(range(9_223_372_036_854_775_808..=18446744073709551615u64))]
    beyond: Option<u64>,
    #[validate(range(1..))]
    open: Option<f32>,
    #[validate(items(range(..0.5)))]
    list: Vec<f64>,
}

#[test]
fn numbers() {
    let good = Numbers {
        share: 99.999,
        price: Some(0.01),
        whole: 1,
        huge: u128::MAX - 1,
        low: Some(i128::MIN),
        high: NonZero::new(u128::MAX),
        beyond: Some(1 << 63),
        open: Some(1.0),
        list: vec![0.499, -1e300],
    };
    assert!(Numbers::default().check().is_empty());
    assert_eq!(good.check().to_string(), "");
    let bad = Numbers {
        share: 100.0,
        price: Some(100.0),
        whole: -2,
        huge: u128::MAX,
        low: Some(0),
        high: NonZero::new((1 << 127) - 1),
        beyond: Some((1 << 63) - 1),
        open: Some(0.999),
        list: vec![0.5, f64::NEG_INFINITY],
    };
    let found = bad.check();
    assert_eq!(
        found.to_string(),
        "`/share` must be at least 0 and less than 100 (Numbers.share.range)\n\
         `/price` must be between 0.01 and 99.99 (Numbers.price.range)\n\
         `/whole` must be at least -1.5 and less than 1.5 (Numbers.whole.range)\n\
         `/huge` must be at most 340282366920938463463374607431768211454 (Numbers.huge.range)\n\
         `/low` must be at least -170141183460469231731687303715884105728 and less than 0 (Numbers.low.range)\n\
         `/high` must be at least 170141183460469231731687303715884105728 (Numbers.high.range)\n\
         `/beyond` must be between 9223372036854775808 and 18446744073709551615 (Numbers.beyond.range)\n\
         `/open` must be at least 1 (Numbers.open.range)\n\
         `/list/0` must be less than 0.5 (Numbers.list.range)\n\
         `/list/1` must be less than 0.5 (Numbers.list.range)"
    );
    let limits: Vec<_> = found.iter().map(|it| it.limit()).collect();
    let below = Limit::Bounds {
        min: Some(End::Included("0")),
        max: Some(End::Excluded("100")),
    };
    let between = Limit::Bounds {
        min: Some(End::Included("0.01")),
        max: Some(End::Included("99.99")),
    };
    assert_eq!(limits[..2], [below, between]);
    for no in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY] {
        let bad = Numbers {
            share: no.into(),
            price: Some(no),
            open: Some(no),
            list: vec![no.into()],
            ..good.clone()
        };
        assert_eq!(bad.check().len(), 4);
    }
}

#[derive(Validate, Clone, Copy)]
struct Above {
    #[validate(range(0<..))]
    price: f64,
    #[validate(range(0<..=100))]
    share: Option<u8>,
    #[validate(range(-1.5<..1.5))]
    offset: f32,
    #[validate(range(1s<..))]
    timeout: Duration,
    #[validate(range("2024-01-01T00:00:00Z"<.."2025-01-01T00:00:00Z"))]
    start: UnixMillis,
}

#[test]
fn lower_ends_are_left_out() {
    let good = Above {
        price: 0.01,
        share: Some(1),
        offset: 0.0,
        timeout: Duration::from_millis(1001),
        start: UnixMillis(1_704_067_200_001),
    };
    assert_eq!(good.check().to_string(), "");
    let bad = Above {
        price: 0.0,
        share: Some(0),
        offset: -1.5,
        timeout: Duration::from_secs(1),
        start: UnixMillis(1_704_067_200_000),
    };
    let found = bad.check();
    assert_eq!(
        found.to_string(),
        "`/price` must be more than 0 (Above.price.range)\n\
         `/share` must be more than 0 and at most 100 (Above.share.range)\n\
         `/offset` must be more than -1.5 and less than 1.5 (Above.offset.range)\n\
         `/timeout` must be more than 1s (Above.timeout.range)\n\
         `/start` must be more than 2024-01-01T00:00:00Z and less than 2025-01-01T00:00:00Z (Above.start.range)"
    );
    let limit = Limit::Bounds {
        min: Some(End::Excluded("0")),
        max: None,
    };
    assert_eq!(found.iter().next().map(|it| it.limit()), Some(limit));
    let share = |share| Above { share, ..good }.check().len();
    assert_eq!([share(Some(100)), share(Some(101)), share(None)], [0, 1, 0]);
    let bad = Above {
        price: f64::NAN,
        offset: 1.5,
        ..good
    };
    assert_eq!(bad.check().len(), 2);
}

#[derive(Validate)]
#[validate(rule(at = end, expect(end > start)))]
#[validate(rule(at = pause, expect(pause <= timeout)))]
struct Times {
    #[validate(range(1.5s..=1h))]
    timeout: Duration,
    #[validate(range(..1500ms))]
    pause: Option<Duration>,
    #[validate(range("2024-01-01T00:00:00+08:00".."2025-01-01T00:00:00Z"))]
    start: SystemTime,
    #[validate(range("1970-01-01T00:00:00Z"..))]
    end: Option<SystemTime>,
    #[validate(range(..="2024-01-01T00:00:00.001Z"))]
    millis: UnixMillis,
}

#[test]
fn times() {
    let new_year = UNIX_EPOCH + Duration::from_hours(473_352);
    let hours = |it: u64| Duration::from_secs(3600 * it);
    let of = |timeout, start, millis| Times {
        timeout,
        pause: Some(Duration::from_millis(1499)),
        start,
        end: Some(start + Duration::from_nanos(1)),
        millis: UnixMillis(millis),
    };
    let good = of(
        Duration::from_millis(1500),
        new_year - hours(8),
        1_704_067_200_001,
    );
    assert_eq!(good.check().to_string(), "");
    let just_before = new_year - hours(8) - Duration::from_nanos(1);
    let bad = Times {
        pause: Some(hours(2)),
        end: Some(UNIX_EPOCH - Duration::from_nanos(1)),
        ..of(
            hours(1) + Duration::from_nanos(1),
            just_before,
            1_704_067_200_002,
        )
    };
    assert_eq!(
        bad.check().to_string(),
        "`/timeout` must be between 1.5s and 1h (Times.timeout.range)\n\
         `/pause` must be less than 1500ms (Times.pause.range)\n\
         `/start` must be at least 2024-01-01T00:00:00+08:00 and less than 2025-01-01T00:00:00Z (Times.start.range)\n\
         `/end` must be at least 1970-01-01T00:00:00Z (Times.end.range)\n\
         `/millis` must be at most 2024-01-01T00:00:00.001Z (Times.millis.range)\n\
         `/end`: `end` must be greater than `start` (Times.end.expect)\n\
         `/pause`: `pause` must be at most `timeout` (Times.pause.expect)"
    );
}

#[derive(Validate)]
#[validate(rule(at = single, expect(single >= 0.1 and single != 0.3)))]
#[validate(rule(at = double, when(whole > 1), expect(double < 0.3)))]
struct Fractions {
    single: f32,
    double: f64,
    whole: i64,
}

#[test]
fn fractions_in_conditions() {
    let of = |single, double, whole| {
        list(
            &Fractions {
                single,
                double,
                whole,
            }
            .check(),
        )
    };
    assert!(of(0.1, 0.3, 1).is_empty() && of(0.1, 0.299, 2).is_empty());
    assert_eq!(of(0.3, 0.3, 1), ["/single Fractions.single.expect"]);
    assert_eq!(of(0.2, 0.3, 2), ["/double Fractions.double.expect"]);
    assert_eq!(
        of(f32::NAN, f64::NAN, 2),
        [
            "/single Fractions.single.expect",
            "/double Fractions.double.expect"
        ]
    );
}

/// Items that can only be compared in pairs.
#[derive(Validate)]
struct Pairs {
    #[validate(unique)]
    without: Vec<f64>,
    #[validate(unique, max_items = 10_000)]
    stated: Vec<f64>,
}

#[test]
fn pairs_have_a_limit() {
    let of = |without: u32, stated: u32| Pairs {
        without: (0..without).map(f64::from).collect(),
        stated: (0..stated).map(f64::from).collect(),
    };
    assert!(of(4096, 5000).check().is_empty());
    assert_eq!(
        of(4097, 10_001).check().to_string(),
        "`/without` must have at most 4096 items, each of which is compared with each (Pairs.without.unique)\n\
         `/stated` must have at most 10000 items, not 10001 (Pairs.stated.max_items)"
    );
}

#[derive(Validate, Default)]
#[validate(rule(at = least, expect(least <= most)))]
struct Spans {
    #[validate(range("PT1M"..="P1D"))]
    least: Option<stipula::Duration>,
    #[validate(range(1min..=2d))]
    most: Option<stipula::Duration>,
    #[validate(range("PT0.5S"..))]
    std: Option<Duration>,
    #[validate(items(range(.."P1W")))]
    all: Vec<stipula::Duration>,
}

#[test]
fn durations_as_texts() {
    let span = |text: &str| text.parse::<stipula::Duration>().ok();
    let good = Spans {
        least: span("PT24H"),
        most: span("P1D"),
        std: Some(Duration::from_millis(500)),
        all: vec![Duration::from_secs(7 * 86_400 - 1).into()],
    };
    assert_eq!(good.check().to_string(), "");
    let bad = Spans {
        least: span("PT86400.000000001S"),
        most: span("PT59S"),
        std: Some(Duration::ZERO),
        all: span("P7D").into_iter().collect(),
    };
    assert_eq!(
        bad.check().to_string().lines().collect::<Vec<_>>(),
        [
            "`/least` must be between PT1M and P1D (Spans.least.range)",
            "`/most` must be between 1min and 2d (Spans.most.range)",
            "`/std` must be at least PT0.5S (Spans.std.range)",
            "`/all/0` must be less than P1W (Spans.all.range)",
            "`/least`: `least` must be at most `most` (Spans.least.expect)",
        ]
    );
}

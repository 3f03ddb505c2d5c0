use stipula::Validate;

use std::collections::BTreeMap;

#[derive(Validate)]
struct Body {
    #[validate(range(1..=2))]
    a: Option<String>,
    #[validate(max_chars = 2)]
    b: Option<i64>,
    #[validate(max_chars = 2)]
    c: Vec<String>,
    #[validate(nested)]
    d: Vec<String>,
    #[validate(unique)]
    e: BTreeMap<String, i64>,
    #[validate(items(url))]
    f: String,
    #[validate(items(prefix = "x"))]
    g: Vec<i64>,
    #[validate(keys(known))]
    h: Vec<String>,
    #[validate(known)]
    i: bool,
    #[validate(contains = "x")]
    j: String,
    #[validate(contains)]
    k: Vec<String>,
    #[validate(contains = 1.5)]
    l: Vec<i64>,
}

fn main() {}

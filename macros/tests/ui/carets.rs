//! Each rule on a type that has nothing to judge: the caret is under the rule.

use stipula::Validate;

struct Thing;

#[derive(Validate)]
struct Rules {
    #[validate(min_chars = 1)]
    a: Thing,
    #[validate(max_chars = 1)]
    b: Option<Thing>,
    #[validate(max_chars(zh = 1, default = 2))]
    c: Thing,
    #[validate(max_bytes = 1)]
    d: Thing,
    #[validate(range(1..=2))]
    e: Thing,
    #[validate(range(0.5..1.5))]
    f: Thing,
    #[validate(range(1s..))]
    g: Thing,
    #[validate(range("2024-01-01T00:00:00Z"..))]
    h: Thing,
    #[validate(multiple_of = 2)]
    i: Thing,
    #[validate(min_items = 1)]
    j: Thing,
    #[validate(max_items = 1)]
    k: Box<Thing>,
    #[validate(unique)]
    l: Vec<Thing>,
    #[validate(prefix = "a")]
    m: Thing,
    #[validate(pattern = "^a$")]
    n: Thing,
    #[validate(pattern = "a|b")]
    o: Thing,
    #[validate(decimal_places = 1)]
    p: Thing,
    #[validate(url)]
    q: Thing,
    #[validate(known)]
    r: Thing,
    #[validate(items(max_chars = 1))]
    s: Vec<Thing>,
    #[validate(nested)]
    t: Thing,
}

fn main() {}

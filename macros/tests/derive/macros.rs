//! Structs that macros make, of names from elsewhere.

use stipula::Validate;

use crate::list;

#[derive(Validate, Default)]
struct Part {
    #[validate(required)]
    name: Option<String>,
}

macro_rules! offer {
    ($name:ident, $first:ident: $type:ty, $second:ident, $part:ident: $nested:ty, $rule:meta) => {
        #[derive(Validate, Default)]
        #[validate(rule(at = $second, expect($second > $first)))]
        struct $name {
            #[validate(range(1..))]
            $first: $type,
            #[validate(required_if($first == 5), $rule)]
            $second: Option<i64>,
            #[validate(nested)]
            $part: Vec<$nested>,
        }
    };
}

offer!(Offer, low: i64, high, parts: Part, range(..=9));

#[test]
fn names_mean_the_same_everywhere() {
    let offer = Offer {
        low: 0,
        high: Some(-10),
        parts: vec![Part::default()],
    };
    assert_eq!(
        list(&offer.check()),
        [
            "/low Offer.low.range",
            "/parts/0/name Part.name.required",
            "/high Offer.high.expect",
        ]
    );
    let offer = Offer {
        low: 5,
        high: Some(10),
        parts: Vec::new(),
    };
    assert_eq!(list(&offer.check()), ["/high Offer.high.range"]);
}

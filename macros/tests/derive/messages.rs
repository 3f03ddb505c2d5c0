//! What violations say: how much there is, which texts are documented, both sides of a comparison;
//! and never the value.

use std::collections::BTreeMap;

use stipula::{Sensitive, Validate};

use crate::Product;

#[derive(Validate)]
#[validate(rule(at = end, expect(end > start)))]
#[validate(rule(at = note, expect(len(note) <= len(tags))))]
struct Body {
    #[validate(min_chars = 2, max_bytes = 20)]
    name: String,
    #[validate(max_chars = 3)]
    secret: Sensitive<String>,
    #[validate(max_chars(zh = 1, default = 2))]
    note: Option<String>,
    #[validate(min_items = 3, items(max_chars = 1))]
    tags: Vec<String>,
    #[validate(known)]
    product: Product,
    #[validate(known)]
    hidden: Sensitive<Product>,
    #[validate(keys(known), max_items = 1)]
    prices: BTreeMap<Product, i64>,
    start: i64,
    end: i64,
}

#[test]
fn counts_and_candidates_but_no_values() {
    let body = Body {
        name: "戲戲戲戲戲戲戲".into(),
        secret: Sensitive("4242".into()),
        note: Some("12345".into()),
        tags: vec!["long-tag".into()],
        product: "MOVEI".into(),
        hidden: Sensitive("MOVEI".into()),
        prices: BTreeMap::from([("gift-card".into(), 1), (Product::Pass, 2)]),
        start: 987,
        end: 986,
    };
    let found = body.check().to_string();
    assert_eq!(
        found,
        "`/name` must have at most 20 bytes, not 21 (Body.name.max_bytes)\n\
         `/secret` must have at most 3 characters, not 4 (Body.secret.max_chars)\n\
         `/note` must have at most 2 characters, not 5 (Body.note.max_chars)\n\
         `/tags` must have at least 3 items, not 1 (Body.tags.min_items)\n\
         `/tags/0` must have at most 1 character, not 8 (Body.tags.max_chars)\n\
         `/product` must be one of the documented values: `PASS`, `MOVIE` or `GIFT_CARD`; did you mean `MOVIE`? (Body.product.known)\n\
         `/hidden` must be one of the documented values: `PASS`, `MOVIE` or `GIFT_CARD` (Body.hidden.known)\n\
         `/prices` must have at most 1 item, not 2 (Body.prices.max_items)\n\
         the key of `/prices/gift-card` must be one of the documented values: `PASS`, `MOVIE` or `GIFT_CARD`; did you mean `GIFT_CARD`? (Body.prices.known)\n\
         `/end`: `end` must be greater than `start` (Body.end.expect)\n\
         `/note`: the length of `note` must be at most the length of `tags` (Body.note.expect)"
    );
    for value in ["戲", "4242", "12345", "long-tag", "MOVEI", "987", "986"] {
        assert!(!found.contains(value), "{value}");
    }
}

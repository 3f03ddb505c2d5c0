//! `unique` on long lists of all sorts of items.

use std::fmt::Debug;

use stipula::Validate;

use crate::{Product, list};

#[derive(Validate)]
struct Long<T: PartialEq + Debug> {
    #[validate(skip, max_items = 10, unique)]
    generic: Vec<T>,
    #[validate(unique)]
    numbers: Option<Vec<u64>>,
    #[validate(unique, items(unique))]
    texts: Vec<Vec<String>>,
    #[validate(max_items(10, severity = warning), unique)]
    floats: Vec<f64>,
    #[validate(unique)]
    products: Vec<Product>,
}

/// Twice ten thousand items; the last one is `last`.
fn long(last: u32) -> impl Iterator<Item = u32> + Clone {
    (1..20_000).chain([last])
}

fn of(last: u32) -> Long<f64> {
    Long {
        generic: vec![0.0, f64::from(last)],
        numbers: Some(long(last).map(u64::from).collect()),
        texts: vec![Vec::new(), long(last).map(|it| it.to_string()).collect()],
        floats: (1..40).chain([last]).map(f64::from).collect(),
        products: long(last).map(|it| it.to_string().into()).collect(),
    }
}

#[test]
fn a_repeat_is_found_in_long_lists() {
    assert_eq!(
        list(&of(0).check()),
        [
            "/generic Long.generic.unique",
            "/floats Long.floats.max_items (warning)",
        ]
    );
    assert_eq!(
        list(&of(1).check()),
        [
            "/numbers Long.numbers.unique",
            "/texts/1 Long.texts.unique#2",
            "/floats Long.floats.max_items (warning)",
            "/floats Long.floats.unique",
            "/products Long.products.unique",
        ]
    );
}

#[test]
fn a_list_that_is_refused_is_not_compared_in_pairs() {
    let refused = Long {
        generic: vec![0.5; 20_000],
        ..of(0)
    };
    let found = list(&refused.check());
    assert_eq!(found[0], "/generic Long.generic.max_items");
    assert!(!found.contains(&"/generic Long.generic.unique".to_owned()));
}

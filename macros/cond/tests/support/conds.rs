//! Conditions over the [`Shop`], as text that the check accepts.

use proptest::prelude::*;
use stipula_cond::ast::ValueKind;
use stipula_cond::{Cond, check, parse};

use super::Shop;

/// One of each kind of test, some of them twice, so that operands repeat.
pub(crate) const LEAVES: &[&str] = &[
    "type == COUPON",
    "type != COUPON",
    "product == \"EAN-13\"",
    "product in [PASS, MOVIE]",
    "product in [PASS, MOVIE, \"EAN-13\"]",
    "present(stock)",
    "present(name)",
    "open",
    "open == false",
    "end > start",
    "end == start",
    "end <= start",
    "1 < stock",
    "root.stock >= stock",
    "rate < 0.5",
    "stock == -1",
    "len(tags) >= 1",
    "len(name) == 1",
    "len(tags) > len(name)",
    "name starts_with \"a\"",
    "name starts_with \"\"",
    "name == \"ab\"",
    "key == \"zh\"",
];

/// Parses and checks against the shop.
pub(crate) fn checked(text: &str) -> Cond<String, ValueKind> {
    let expr = parse(text).unwrap_or_else(|e| panic!("{text}: {e}"));
    check(&Shop, &expr).unwrap_or_else(|e| panic!("{text}: {e:?}"))
}

/// Any checked condition of some depth.
pub(crate) fn cond() -> impl Strategy<Value = Cond<String, ValueKind>> {
    let leaf = prop::sample::select(LEAVES).prop_map(checked);
    leaf.prop_recursive(4, 16, 3, |inner| {
        let several = || prop::collection::vec(inner.clone(), 2..4);
        prop_oneof![
            several().prop_map(Cond::All),
            several().prop_map(Cond::Any),
            inner.clone().prop_map(|it| Cond::Not(Box::new(it))),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| Cond::Iff(Box::new(a), Box::new(b))),
        ]
    })
}

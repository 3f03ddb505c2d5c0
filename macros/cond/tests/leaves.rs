//! The tests of a condition, one after the other.

mod support;

use proptest::prelude::*;
use stipula_cond::ast::ValueKind;
use stipula_cond::{Cond, Leaf, holds, source};
use support::Plain;
use support::conds::{LEAVES, checked, cond};
use support::values::table;

type C = Cond<String, ValueKind>;

fn written(cond: &C) -> Vec<String> {
    let alone = |leaf| source(&C::from(leaf), &Plain);
    cond.leaves().map(alone).collect()
}

#[test]
fn stand_in_the_order_written() {
    let all = checked(
        "(open and present(name)) == (not (len(tags) >= 1 or end > start)) and open \
         and product in [PASS, MOVIE] and name starts_with \"a\"",
    );
    let expected = [
        "open",
        "present(name)",
        "len(tags) >= 1",
        "end > start",
        "open",
        "product in [PASS, MOVIE]",
        "name starts_with \"a\"",
    ];
    assert_eq!(written(&all), expected);
    let places = [
        "open", "name", "tags", "end", "start", "open", "product", "name",
    ];
    assert_eq!(all.places(), places);
    let compared = ["open", "tags", "end", "start", "open", "product", "name"];
    assert_eq!(all.compared(), compared);
}

#[test]
fn a_constant_has_none() {
    assert_eq!(checked("true").leaves().count(), 0);
}

#[test]
fn no_depth_is_too_deep() {
    let deep = (0..200_000).fold(C::Present("name".into()), |it, _| C::Not(Box::new(it)));
    assert_eq!(
        deep.leaves().collect::<Vec<_>>(),
        [Leaf::Present(&"name".to_owned())]
    );
    // Dropping it would recurse.
    std::mem::forget(deep);
}

#[test]
fn each_is_itself() {
    for text in LEAVES {
        let whole = checked(text);
        let [leaf] = whole.leaves().collect::<Vec<_>>()[..] else {
            panic!("{text}")
        };
        let alone = C::from(leaf);
        let opposite = C::Not(Box::new(alone.clone()));
        assert!(whole == alone || whole == opposite, "{text}");
        let compares = !text.starts_with("present");
        assert_eq!(leaf.compares(), compares, "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn decide_the_whole(cond in cond(), values in table()) {
        // With each test replaced by what it gives, the whole gives the same.
        let mut given = cond.leaves().map(|leaf| holds(&C::from(leaf), &values));
        prop_assert_eq!(judged(&cond, &mut given), holds(&cond, &values));
        prop_assert_eq!(given.next(), None);
    }
}

fn judged(cond: &C, given: &mut impl Iterator<Item = bool>) -> bool {
    // Without a shortcut, so that every test is asked for.
    let mut all = |parts: &[C]| -> Vec<bool> { parts.iter().map(|it| judged(it, given)).collect() };
    match cond {
        Cond::Constant(constant) => *constant,
        Cond::All(parts) => all(parts).into_iter().all(|it| it),
        Cond::Any(parts) => all(parts).into_iter().any(|it| it),
        Cond::Not(inner) => !judged(inner, given),
        Cond::Iff(left, right) => judged(left, given) == judged(right, given),
        _ => given.next().is_some_and(|it| it),
    }
}

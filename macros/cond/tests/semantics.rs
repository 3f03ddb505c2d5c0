//! What a condition means: one test for each decision.
//!
//! Some decisions are about more than a condition. What this crate owns of them is tested here;
//! the rest is tested where it is decided:
//!
//! - 3, that a rule asks [`Cond::compared`] first: `macros/tests/derive/conditions.rs` for Rust,
//!   `expected` and `elementCheck` of `tests/tests/awkward` for Rust and the schema together;
//! - 4, the policy `empty`: `tests/tests/responses.rs`; `emptyText` of `tests/tests/awkward`;
//! - 5, that all rules are judged, whatever else is broken: `macros/tests/derive/presence.rs`;
//! - 6, severity: the same.

mod support;

use proptest::prelude::*;
use stipula_cond::ast::ValueKind;
use stipula_cond::{Cond, ErrorKind, check, english, holds, parse};
use support::Shop;
use support::conds::{LEAVES, checked, cond};
use support::values::{Datum, Table, table};

fn verdict(text: &str, values: &Table) -> bool {
    holds(&checked(text), values)
}

// 1

#[test]
fn a_comparison_with_an_absent_value_is_false() {
    let nothing = Table::default();
    for text in LEAVES.iter().filter(|text| **text != "type != COUPON") {
        assert!(!verdict(text, &nothing), "{text}");
        assert!(verdict(&format!("not ({text})"), &nothing), "not ({text})");
    }
}

#[test]
fn one_absent_side_is_enough() {
    let one = Table::default().number("start", 1.0);
    for op in ["==", "<", "<=", ">", ">="] {
        assert!(!verdict(&format!("end {op} start"), &one), "{op}");
        assert!(!verdict(&format!("start {op} end"), &one), "{op}");
    }
}

#[test]
fn present_is_the_only_test_of_absence() {
    // Every test but `present` gives the same for an absent field as for some present value, so
    // that none of them, nor its opposite, tells whether the field is there.
    let values = [
        Datum::Text("other".into()),
        Datum::Number(-9.0),
        Datum::Bool(false),
        Datum::Items(0),
    ];
    for (text, place, told) in [
        ("product == PASS", "product", false),
        ("stock > 1", "stock", false),
        ("open", "open", false),
        ("len(tags) >= 1", "tags", false),
        ("name starts_with \"a\"", "name", false),
        ("present(name)", "name", true),
    ] {
        let absent = verdict(text, &Table::default());
        let same = values
            .iter()
            .any(|it| verdict(text, &Table::default().with(place, it.clone())) == absent);
        assert_eq!(same, !told, "{text}");
    }
}

// 2

#[test]
fn unequal_on_an_optional_field_is_refused_with_two_ways_to_say_it() {
    for (text, given, open) in [
        (
            "product != PASS",
            "present(product) and product != PASS",
            "not (product == PASS)",
        ),
        (
            "product not in [PASS, MOVIE]",
            "present(product) and product not in [PASS, MOVIE]",
            "not (product in [PASS, MOVIE])",
        ),
        (
            "open != true",
            "present(open) and open != true",
            "not (open == true)",
        ),
    ] {
        let errors = check(&Shop, &parse(text).unwrap()).unwrap_err();
        let [error] = errors.as_slice() else {
            panic!("{text}: {errors:?}")
        };
        assert!(matches!(error.kind, ErrorKind::UnequalOptional { .. }));
        let help = error.help().unwrap();
        assert!(help.contains(&format!("`{given}`")), "{help}");
        assert!(help.contains(&format!("`{open}`")), "{help}");

        // The two ways part exactly where the field is absent.
        let nothing = Table::default();
        assert!(!verdict(given, &nothing), "{given}");
        assert!(verdict(open, &nothing), "{open}");
        for known in [
            nothing.clone().text("product", "PASS"),
            nothing.clone().text("product", "EAN-13"),
        ] {
            let known = known.with("open", Datum::Bool(true));
            assert_eq!(verdict(given, &known), verdict(open, &known), "{text}");
        }
    }
}

#[test]
fn unequal_on_a_field_that_is_always_there_is_accepted() {
    let ticket = Table::default().text("type", "TICKET");
    assert!(verdict("type != COUPON", &ticket));
    assert!(!verdict("type not in [COUPON, TICKET]", &ticket));
}

// 3

/// What a rule `expect: text` says of an object; `None` when it does not apply.
fn expect(text: &str, values: &Table) -> Option<bool> {
    let cond = checked(text);
    let applies = cond.compared().iter().all(|place| values.has(place));
    applies.then(|| holds(&cond, values))
}

#[test]
fn a_check_does_not_apply_when_an_operand_is_absent() {
    let both = Table::default().number("start", 2.0).number("end", 1.0);
    assert_eq!(expect("end > start", &both), Some(false));
    let one = Table::default().number("end", 1.0);
    assert_eq!(expect("end > start", &one), None);
    assert_eq!(expect("not (end > start)", &one), None);
    assert_eq!(expect("open or end > start", &one), None);
}

#[test]
fn a_check_of_presence_always_applies() {
    let nothing = Table::default();
    assert_eq!(expect("present(stock)", &nothing), Some(false));
    assert_eq!(
        expect("(present(stock)) == (present(name))", &nothing),
        Some(true)
    );
}

#[test]
fn a_field_that_is_tested_for_presence_and_compared_counts_as_compared() {
    assert_eq!(
        expect("present(name) and name == \"a\"", &Table::default()),
        None
    );
}

// 4

#[test]
fn what_counts_as_absent_is_decided_before_a_condition_is_judged() {
    // Under `empty: value` an empty text reaches the condition, and is a value like another.
    let empty = Table::default().text("name", "");
    assert!(verdict("present(name)", &empty));
    assert!(verdict("name == \"\"", &empty));
    assert!(verdict("name starts_with \"\"", &empty));
    assert!(verdict("len(name) == 0", &empty));
    // Under `empty: absent` the same field is not in the table.
    assert!(!verdict("name == \"\"", &Table::default()));
}

#[test]
fn there_is_no_word_for_null() {
    let errors = check(&Shop, &parse("name == null").unwrap()).unwrap_err();
    assert!(matches!(&errors[0].kind, ErrorKind::UnknownField { name, .. } if name == "null"));
}

// 5

fn reversed(cond: &Cond<String, ValueKind>) -> Cond<String, ValueKind> {
    let all = |all: &[Cond<_, _>]| all.iter().rev().map(reversed).collect();
    match cond {
        Cond::All(parts) => Cond::All(all(parts)),
        Cond::Any(parts) => Cond::Any(all(parts)),
        Cond::Not(inner) => Cond::Not(Box::new(reversed(inner))),
        Cond::Iff(a, b) => Cond::Iff(Box::new(reversed(b)), Box::new(reversed(a))),
        other => other.clone(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn the_order_of_operands_cannot_matter(cond in cond(), values in table()) {
        let other = reversed(&cond);
        prop_assert_eq!(holds(&cond, &values), holds(&other, &values));
        let sorted = |cond: &Cond<String, ValueKind>| {
            let mut all: Vec<String> = cond.compared().into_iter().cloned().collect();
            all.sort();
            all
        };
        prop_assert_eq!(sorted(&cond), sorted(&other));
    }

    #[test]
    fn the_same_values_give_the_same_verdict(cond in cond(), values in table()) {
        let first = holds(&cond, &values);
        let opposite = Cond::Not(Box::new(cond.clone()));
        prop_assert_eq!(holds(&opposite, &values), !first);
        prop_assert_eq!(holds(&cond.clone(), &values.clone()), first);
    }
}

// 6

#[test]
fn a_condition_carries_no_severity() {
    // The same text is the same condition wherever it stands, so that a rule alone can tell
    // what to make of it.
    let sentence = |text| english(&checked(text), &Shop);
    assert_eq!(checked("(open)"), checked("open"));
    assert_eq!(sentence("open"), "`open` is true");
}

//! The check, and what a checked condition becomes.

mod support;

use proc_macro2::TokenStream;
use quote::quote;
use stipula_cond::ast::{Op, ValueKind};
use stipula_cond::{Cond, Lower, Operand, Subject, check, english, parse, rust, source};
use support::conds::checked;
use support::{Plain, Shop};

/// Every mistake as `token: message (help)`.
fn mistakes(text: &str) -> Vec<String> {
    let errors = match parse(text) {
        Ok(expr) => check(&Shop, &expr).expect_err(text),
        Err(error) => vec![error],
    };
    let show = |e: &stipula_cond::Error| {
        let help = e.help().map(|h| format!(" ({h})")).unwrap_or_default();
        format!("{}: {e}{help}", &text[e.range()])
    };
    errors.iter().map(show).collect()
}

#[test]
fn english_reads_well() {
    for (text, expected) in [
        (
            "type == COUPON or product in [PASS, MOVIE]",
            "`type` is `COUPON`, or `product` is `PASS` or `MOVIE`",
        ),
        (
            "type == COUPON and present(stock)",
            "`type` is `COUPON` and `stock` is given",
        ),
        (
            "product in [PASS, MOVIE] and open",
            "`product` is `PASS` or `MOVIE`, and `open` is true",
        ),
        (
            "(open and product in [PASS, MOVIE]) or present(name)",
            "(`open` is true, and `product` is `PASS` or `MOVIE`), or `name` is given",
        ),
        (
            "not present(name) and not open",
            "`name` is not given and `open` is not true",
        ),
        (
            "not (product in [PASS, MOVIE, \"EAN-13\"])",
            "`product` is neither `PASS` nor `MOVIE` nor `EAN-13`",
        ),
        ("type != COUPON", "`type` is not `COUPON`"),
        ("end > start", "`end` is greater than `start`"),
        ("18 <= stock", "`stock` is at least 18"),
        ("len(tags) < 3", "the length of `tags` is less than 3"),
        (
            "(open) == (present(name))",
            "`open` is true exactly when `name` is given",
        ),
        ("name starts_with \"a\"", "`name` starts with `a`"),
        (
            "(open and present(name)) == (end > start)",
            "(`open` is true and `name` is given) exactly when `end` is greater than `start`",
        ),
        (
            "(open and present(name)) and end > start",
            "(`open` is true and `name` is given), and `end` is greater than `start`",
        ),
        ("name == \"\"", "`name` is `\"\"`"),
        ("name == \"a`b \"", r#"`name` is `"a\u{60}b "`"#),
        (
            "not (open and present(name))",
            "it is not so that (`open` is true and `name` is given)",
        ),
        ("true", "always"),
    ] {
        assert_eq!(english(&checked(text), &Shop), expected, "{text}");
    }
}

#[test]
fn names_are_values_beside_enums_and_fields_elsewhere() {
    let value = |name: &str| vec![ValueKind::Name(name.into())];
    assert_eq!(
        checked("type == COUPON"),
        Cond::OneOf {
            place: "type".into(),
            values: value("COUPON")
        }
    );
    assert_eq!(
        checked("free == Other"),
        Cond::OneOf {
            place: "free".into(),
            values: value("Other")
        }
    );
    assert!(matches!(
        checked("end == start"),
        Cond::Compare { op: Op::Eq, .. }
    ));
    assert!(matches!(
        checked("free > end"),
        Cond::Compare {
            right: Operand::Subject(Subject::Place(_)),
            ..
        }
    ));
    assert_eq!(checked("open == true"), Cond::True("open".into()));
    assert_eq!(checked("key == \"zh\"").places(), ["key"]);
}

#[test]
fn mistakes_are_found_at_their_token() {
    for (text, expected) in [
        (
            "tpye == COUPON",
            "tpye: unknown field `tpye` (did you mean `type`?)",
        ),
        (
            "type == COUPN",
            "COUPN: `Kind` has no value `COUPN` (did you mean `COUPON`?)",
        ),
        (
            "type == COUPON or TICKET",
            "TICKET: unknown field `TICKET` (to compare with one of several values, write `field in [A, B]`)",
        ),
        (
            "product != PASS",
            "product: `product` may be absent, so `!=` and `not in` would be ambiguous (write `present(product) and product != PASS` if it must be given, or `not (product == PASS)` if absent counts too)",
        ),
        ("name > \"a\"", "name: `name` is a text and has no order"),
        (
            "len(stock) > 1",
            "stock: `stock` is an integer and has no length",
        ),
        (
            "name",
            "name: `name` is a text and cannot stand alone as a condition",
        ),
        (
            "stock == \"1\"",
            "\"1\": cannot compare an integer with a text",
        ),
        (
            "end > stock",
            "stock: cannot compare a time with an integer",
        ),
        (
            "tags == 1",
            "tags: `tags` is a list and is not compared as a whole",
        ),
        (
            "stock starts_with \"1\"",
            "stock: `stock` is an integer and only a text has a beginning",
        ),
        (
            "open or true",
            "true: a constant inside a larger condition decides nothing (leave it out, or make it the whole condition)",
        ),
        ("1 == 1", "1: this compares two values and no field"),
        (
            "type = COUPON",
            "=: `=` is not an operator here (write `==`)",
        ),
        (
            "open && open",
            "&: `&&` is not an operator here (write `and`)",
        ),
        ("!open", "!: `!` is not an operator here (write `not`)"),
        (
            "open AND open",
            "AND: `AND` is not an operator here (write `and`)",
        ),
        (
            "type IN [COUPON]",
            "IN: `IN` is not an operator here (write `in`)",
        ),
        (
            "type is COUPON",
            "is: `is` is not an operator here (write `==`)",
        ),
        (
            "type <> COUPON",
            "<: `<>` is not an operator here (write `!=`)",
        ),
        (
            "type === COUPON",
            "=: `===` is not an operator here (write `==`)",
        ),
        (
            "1 < stock < 3",
            "<: comparisons cannot be chained (join two comparisons with `and`)",
        ),
        ("type in []", "[]: an empty list: nothing is in it"),
        ("type ==", "==: expected a field or a value, found the end"),
    ] {
        let found = mistakes(text);
        // The end of the text is blamed on its last token, which may be half an operator.
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        let message = |s: &str| s.split_once(": ").map(|p| p.1.to_owned());
        if text.ends_with("==") {
            assert_eq!(message(&found[0]), message(expected));
        } else {
            assert_eq!(found[0], expected, "{text}");
        }
    }
}

#[test]
fn all_mistakes_at_once() {
    assert_eq!(
        mistakes("tpye == COUPON and (prduct == PASS or name > 1)").len(),
        3
    );
}

#[test]
fn the_way_out_of_unequal_is_accepted() {
    checked("not (product == PASS)");
    checked("not (product in [PASS])");
    assert!(mistakes("present(product) and stokc == 1")[0].starts_with("stokc"));
}

#[test]
fn the_help_for_unequal_passes_the_check() {
    for text in [
        "present(product) and product != PASS",
        "product != PASS and present(product)",
    ] {
        checked(text);
    }
    assert_eq!(mistakes("present(product) or product != PASS").len(), 1);
}

#[test]
fn expect_looks_at_compared_places_only() {
    let cond = checked("present(name) and end > start and open");
    assert_eq!(cond.places(), ["name", "end", "start", "open"]);
    assert_eq!(cond.compared(), ["end", "start", "open"]);
}

struct Calls;

impl Lower<String, ValueKind> for Calls {
    fn present(&self, _: &String) -> TokenStream {
        quote!(present())
    }
    fn is_true(&self, _: &String) -> TokenStream {
        quote!(is_true())
    }
    fn one_of(&self, _: &String, values: &[ValueKind]) -> TokenStream {
        let count = values.len();
        quote!(one_of(#count))
    }
    fn starts_with(&self, _: &String, prefix: &str) -> TokenStream {
        quote!(starts_with(#prefix))
    }
    fn compare(&self, _: &Subject<String>, _: Op, _: &Operand<String, ValueKind>) -> TokenStream {
        quote!(compare())
    }
}

#[test]
fn lowers_to_straight_rust() {
    let lowered = |text: &str| rust(&checked(text), &Calls).to_string().replace(' ', "");
    assert_eq!(
        lowered("open and (present(name) or end > start)"),
        "is_true()&&(present()||compare())"
    );
    assert_eq!(lowered("not (open or open)"), "!(is_true()||is_true())");
    assert_eq!(lowered("(open) == (present(name))"), "is_true()==present()");
    assert_eq!(lowered("type == COUPON"), "one_of(1usize)");
    assert_eq!(lowered("false"), "false");
}

#[test]
fn a_checked_condition_can_be_written_again() {
    for text in [
        "type == COUPON or product in [PASS, MOVIE]",
        "(open or present(name)) and not (end > start)",
        "(open) == (not open)",
        "name starts_with \"a\\\"b\" and len(tags) >= 2 and not present(stock)",
        "rate < 1.5 or key == \"zh\"",
    ] {
        let cond = checked(text);
        assert_eq!(source(&cond, &Plain), text);
        assert_eq!(checked(&source(&cond, &Plain)), cond);
    }
}

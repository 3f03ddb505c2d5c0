//! A comparison begins with a field or a length, whichever way round it was written.

mod support;

use stipula_cond::{ErrorKind, check, english, parse, print, source};
use support::{Plain, Shop};

#[test]
fn a_value_on_the_left_changes_sides() {
    for (written, checked, sentence) in [
        ("1 < stock", "stock > 1", "`stock` is greater than 1"),
        (
            "1 >= len(tags)",
            "len(tags) <= 1",
            "the length of `tags` is at most 1",
        ),
        ("0.5 == rate", "rate == 0.5", "`rate` is 0.5"),
        (
            "3 != len(name)",
            "len(name) != 3",
            "the length of `name` is different from 3",
        ),
    ] {
        // `len(name)` may be absent; beside `present()` it may not.
        let written = format!("present(name) and {written}");
        let expr = parse(&written).unwrap();
        let cond = check(&Shop, &expr).unwrap();
        // The text is kept as it was written: a spec says what its author said.
        assert_eq!(print(&expr), written);
        assert_eq!(
            source(&cond, &Plain),
            format!("present(name) and {checked}")
        );
        let whole = format!("`name` is given and {sentence}");
        assert_eq!(english(&cond, &Shop), whole);
    }
}

#[test]
fn two_values_are_no_comparison() {
    for text in ["1 < 2", "1 == true", "COUPON::A == 1"] {
        let errors = check(&Shop, &parse(text).unwrap()).unwrap_err();
        assert!(matches!(errors[0].kind, ErrorKind::NoField), "{text}");
    }
}

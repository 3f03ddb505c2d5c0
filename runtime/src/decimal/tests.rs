use std::collections::HashSet;

use proptest::prelude::*;

use super::Decimal;
use crate::cond;
use crate::rules::{Number as _, multiple_of, range};
use stipula_rules::digits::Parts;

fn of(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[test]
fn digits_stay() {
    for text in [
        "0",
        "-0",
        "10.00",
        "1e3",
        "1E+3",
        "-1.50e-7",
        "0.10",
        "82022031100135000000000000626075",
        "1.5",
        "0.00001",
        "123456789.12345678901234567890",
        "1e308",
    ] {
        assert_eq!(of(text).as_str(), text);
        assert_eq!(of(text).to_string(), text);
        assert_eq!(serde_json::to_string(&of(text)).unwrap(), text);
    }
}

#[test]
fn what_is_no_number_of_json_is_no_decimal() {
    for (text, found) in [
        ("", "a text that is not a number"),
        ("+1", "a text that is not a number"),
        (".5", "a text that is not a number"),
        ("1.", "a text that is not a number"),
        ("01", "a text that is not a number"),
        (" 1", "a text that is not a number"),
        ("1e", "a text that is not a number"),
        ("0x10", "a text that is not a number"),
        ("NaN", "a text that is not a number"),
        ("1e400", "a number beyond every limit"),
        ("-1e99999999999999999999", "a number beyond every limit"),
    ] {
        let error = text.parse::<Decimal>().unwrap_err();
        assert_eq!(
            error.to_string(),
            format!("expected a number, found {found}"),
            "{text}"
        );
    }
    assert!(Decimal::try_from(f64::NAN).is_err());
    assert_eq!(Decimal::try_from(0.1).unwrap().as_str(), "0.1");
}

#[test]
fn values_are_compared_and_not_digits() {
    for (one, other) in [
        ("10.00", "10"),
        ("1e3", "1000"),
        ("-0", "0"),
        ("0e9", "0.0"),
        ("120e-1", "12"),
    ] {
        assert_eq!(of(one), of(other));
        let both: HashSet<Decimal> = [of(one), of(other)].into();
        assert_eq!(both.len(), 1, "{one} {other}");
    }
    for (less, more) in [
        ("9007199254740992.9", "9007199254740993"),
        ("-1.1", "-1"),
        ("-1", "0"),
        ("0.09", "0.1"),
        ("9", "10"),
        ("1e-400", "1e-399"),
        ("-10", "-9"),
        ("0.1", "0.1000000000000000000000000000000000000000001"),
    ] {
        assert!(of(less) < of(more) && of(more) > of(less), "{less} {more}");
    }
    assert!(of("10.0") == 10_i64 && of("10.1") > 10_u64 && of("18446744073709551615") == u64::MAX);
    assert_eq!(
        (of("3.0").to_i64(), of("3.5").to_i64(), of("1e30").to_i64()),
        (Some(3), None, None)
    );
}

#[test]
fn rules_and_conditions_see_the_value() {
    let number = |text: &str| cond::AsInteger::as_integer(&of(text)).unwrap();
    assert!(range(number("1.00"), Some(1), Some(1)) && !range(number("1.01"), None, Some(1)));
    assert!(!range(
        number("0.99999999999999999999999999"),
        Some(1),
        None
    ));
    assert!(range(number("1e300"), Some(1), None) && !range(number("1e300"), None, Some(i64::MAX)));
    assert!(multiple_of(number("30.0"), 5) && multiple_of(number("1e300"), 5));
    assert!(!multiple_of(number("0.5"), 1) && !multiple_of(number("1e300"), 3));
    assert!(multiple_of(number("3e300"), 3) && multiple_of(number("0.0"), 7));
    assert!(
        number("1.5").compare(1).unwrap().is_gt() && number("-1.5").compare(-1).unwrap().is_lt()
    );
    let compare = |text: &str, double: f64| cond::compare(&Some(of(text)), &double).unwrap();
    assert!(compare("0.01", 0.01).is_eq() && compare("0.010", 0.01).is_eq());
    assert!(compare("0.0099999999999999999999", 0.01).is_lt() && compare("0.02", 0.01).is_gt());
    assert!(compare("5", 5.5).is_lt() && compare("1.5", f64::INFINITY).is_lt());
    assert!(cond::is_integer(&of("7.0"), 7) && !cond::is_integer(&of("7.1"), 7));
    assert_eq!(
        cond::compare(&of("1.10"), &of("1.1")),
        Some(std::cmp::Ordering::Equal)
    );
}

proptest! {
    #[test]
    fn integers_compare_as_integers(one: i64, other: i64, zeros in 0_usize..5) {
        let written = format!("{one}.{}", "0".repeat(zeros + 1));
        prop_assert_eq!(of(&written).cmp(&Decimal::from(other)), one.cmp(&other));
        prop_assert_eq!(Parts::of(&written).unwrap().whole(), Some(one.into()));
        prop_assert_eq!(of(&format!("{one}e0")).to_i64(), Some(one));
    }

    #[test]
    fn shifted_numbers_are_the_same(digits in 1_u64.., shift in 0_usize..40) {
        let small = format!("{digits}e-{shift}");
        let large = format!("{digits}{}e-{}", "0".repeat(shift), shift + shift);
        prop_assert_eq!(of(&small), of(&large));
    }

    #[test]
    fn doubles_keep_their_order(one: f64, other: f64) {
        let all = [one, other].map(Decimal::try_from);
        if let [Ok(own), Ok(beside)] = all {
            prop_assert_eq!(own.partial_cmp(&beside), one.partial_cmp(&other));
            prop_assert_eq!(own.to_f64().to_bits(), one.to_bits());
            prop_assert_eq!(cond::compare(&own, &other), one.partial_cmp(&other));
        }
    }

    #[test]
    fn no_text_panics(text in "[-+0-9eE. ]{0,12}") {
        if let Ok(number) = text.parse::<Decimal>() {
            prop_assert!(serde_json::from_str::<serde_json::Number>(&text).is_ok());
            prop_assert_eq!(&number, &number.clone());
        }
    }
}

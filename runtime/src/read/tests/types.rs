//! What values of each type are read from.

use serde_json::{Value, json};

use super::super::{MisfitKind, answer};
use super::{Sort, Thing, read, strictly, thing};
use crate::UnixMillis;

#[test]
fn whole_numbers_are_what_their_digits_say() {
    for (text, number) in [
        ("30", 30),
        ("30.0", 30),
        ("1e3", 1000),
        ("\"30.0\"", 30),
        ("\"30\"", 30),
        ("12e-1000", -1),
        ("1200e-2", 12),
        ("-0", 0),
        ("\"007\"", 7),
        ("1712478362838.0", 1_712_478_362_838),
        ("9223372036854775807", i64::MAX),
        ("-9223372036854775808.000", i64::MIN),
        ("0e999999999999999999999", 0),
    ] {
        let (thing, told) = read(&format!(r#"{{"count":{text},"at":{text}}}"#));
        let number = (number >= 0 || text.starts_with('-')).then_some(number);
        assert_eq!(thing.count, number, "{text}: {told:?}");
        assert_eq!(thing.at, number.map(UnixMillis), "{text}");
    }
}

#[test]
fn says_why_a_value_is_no_whole_number() {
    for (text, found) in [
        ("1.5", "a number with a fraction"),
        ("\"1.5\"", "a number with a fraction"),
        ("1e-1", "a number with a fraction"),
        ("9223372036854775808", "a number beyond 64 bits"),
        ("1e30", "a number beyond 64 bits"),
        ("1e999999999999", "a number beyond 64 bits"),
        ("\"99999999999999999999\"", "a number beyond 64 bits"),
        ("\" 1\"", "a text with white space"),
        ("\"+1\"", "a text that is not a number"),
        ("\"x\"", "a text that is not a number"),
        ("\"\\ud800\"", "a text with half a character"),
        ("true", "a boolean"),
        ("{}", "an object"),
    ] {
        let (thing, told) = read(&format!(r#"{{"count":{text}}}"#));
        assert_eq!(thing.count, None);
        let expected = format!("`/count`: expected a whole number of 64 bits, found {found}");
        assert_eq!(told, [expected], "{text}");
    }
}

#[test]
fn a_text_keeps_the_digits_of_a_number() {
    for digits in [
        "82022031100135000000000000626075",
        "10.00",
        "1e3",
        "-0",
        "true",
    ] {
        let thing = thing(&format!(r#"{{"named":{digits},"tags":[ {digits} ]}}"#));
        assert_eq!(thing.named.as_deref(), Some(digits));
        assert_eq!(thing.tags.unwrap(), [digits]);
    }
    assert_eq!(thing(r#"{"sort":7}"#).sort, Some(Sort::from("7")));
    for sort in Sort::ALL {
        assert_eq!(
            thing(&format!(r#"{{"sort":"{sort}"}}"#)).sort.as_ref(),
            Some(sort)
        );
    }
    assert_eq!(
        thing(r#"{"named":"\ud834\udd1e\n"}"#).named.as_deref(),
        Some("𝄞\n")
    );
}

#[test]
fn decimals_keep_their_digits() {
    for (text, digits) in [
        ("10.00", "10.00"),
        ("\"10.00\"", "10.00"),
        ("1e3", "1e3"),
        ("0.1000000000000000000001", "0.1000000000000000000001"),
    ] {
        let thing = thing(&format!(r#"{{"price":{text}}}"#));
        let price = thing.price.unwrap();
        assert_eq!(price.as_str(), digits);
        assert_eq!(serde_json::to_string(&price).unwrap(), digits);
    }
    assert_eq!(
        read(r#"{"price":"ten"}"#).1,
        ["`/price`: expected a number, found a text that is not a number"]
    );
    assert_eq!(
        read(r#"{"price":1e400}"#).1,
        ["`/price`: expected a number, found a number beyond every limit"]
    );
    assert_eq!(strictly(r#"{"price":"10.00"}"#), "");
}

#[test]
fn booleans_are_read_from_their_words() {
    assert_eq!(thing(r#"{"flag":"true"}"#).flag, Some(true));
    assert_eq!(thing(r#"{"flag":false}"#).flag, Some(false));
    assert_eq!(
        read(r#"{"flag":1}"#).1,
        ["`/flag`: expected `true` or `false`, found a number"]
    );
}

#[test]
fn no_number_of_json_without_a_type_is_rounded_without_a_word() {
    for number in [
        "82022031100135000000000000626075",
        "0.1000000000000000000001",
        "1e-400",
        "18446744073709551616.5",
    ] {
        for (json, pointer) in [
            (format!(r#"{{"any":[1,{number}]}}"#), "/any/1"),
            (format!(r#"{{"new":{{"id":{number}}}}}"#), "/new/id"),
        ] {
            let read = answer::<Thing>(json.as_bytes()).unwrap();
            let misfit = read.misfits.at(pointer).unwrap();
            assert_eq!((misfit.raw(), misfit.kind()), (number, MisfitKind::Rounded));
            assert_eq!(
                misfit.mismatch().to_string(),
                "expected a number that a double holds, found one with more digits than it has"
            );
        }
    }
    for number in [
        "1.50",
        "10.00",
        "1e22",
        "18446744073709551615",
        "9007199254740993",
        "0.1",
        "-0.0",
        "100000000000000000000",
    ] {
        let any = thing(&format!(r#"{{"any":{number}}}"#)).any.unwrap();
        assert_eq!(any, serde_json::from_str::<Value>(number).unwrap());
    }
}

#[test]
fn json_without_a_type_is_kept_whole_or_not_at_all() {
    assert_eq!(
        thing(r#"{"any":{"a":[null,true,"x\n",1.5,{}]}}"#).any,
        Some(json!({"a":[null,true,"x\n",1.5,{}]}))
    );
    for (any, found) in [
        (r#"[1,"\ud800"]"#, "a text with half a character"),
        ("[1e400]", "a number beyond every limit"),
    ] {
        let (thing, told) = read(&format!(r#"{{"any":{any},"new":{any}}}"#));
        assert!(thing.any.is_none() && thing.extra.is_empty());
        let told_of = |name| format!("`/{name}`: expected any JSON, found {found}");
        assert_eq!(told, [told_of("any"), told_of("new")]);
    }
    let (thing, told) = read(r#"{"\ud800":1,"count":1}"#);
    assert_eq!(
        (thing.count, told),
        (
            Some(1),
            vec!["`/\"\\ud800\"`: expected a name, found half a character".to_owned()]
        )
    );
}

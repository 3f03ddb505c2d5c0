use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Number, from_str};

use crate::{UnixMillis, read};

#[derive(Debug, Deserialize, PartialEq)]
struct Inner {
    a: i64,
}

#[derive(Debug, Deserialize, PartialEq)]
struct Outer {
    #[serde(default, deserialize_with = "read::maybe")]
    inner: Option<Inner>,
    #[serde(default, deserialize_with = "read::maybe")]
    map: Option<BTreeMap<String, Vec<Inner>>>,
    #[serde(default, deserialize_with = "read::lenient")]
    text: Option<String>,
    #[serde(default, deserialize_with = "read::lenient")]
    number: Option<i64>,
    #[serde(default, deserialize_with = "read::lenient")]
    at: Option<UnixMillis>,
    #[serde(default, deserialize_with = "read::lenient")]
    list: Option<Vec<String>>,
}

fn outer(json: &str) -> Outer {
    from_str(json).unwrap()
}

#[test]
fn null_and_empty_are_absent() {
    let absent = outer("{}");
    assert_eq!(
        outer(r#"{"inner":null,"map":"","text":"","number":null,"at":"","list":""}"#),
        absent
    );
    assert_eq!(absent.inner, None);
}

#[test]
fn forwards_everything_else() {
    let read = outer(r#"{"inner":{"a":1},"map":{"k":[{"a":2}]}}"#);
    assert_eq!(read.inner, Some(Inner { a: 1 }));
    assert_eq!(read.map.unwrap()["k"], [Inner { a: 2 }]);
    assert!(from_str::<Outer>(r#"{"inner":"x"}"#).is_err());
}

#[test]
fn numbers_and_texts_change_places() {
    let read = outer(r#"{"text":4.5,"number":"-12","at":"1712478362838","list":["a",1,true]}"#);
    assert_eq!(read.text.as_deref(), Some("4.5"));
    assert_eq!(read.number, Some(-12));
    assert_eq!(read.at, Some(UnixMillis(1_712_478_362_838)));
    assert_eq!(read.list.unwrap(), ["a", "1", "true"]);
    assert_eq!(outer(r#"{"text":5.0}"#).text.as_deref(), Some("5.0"));
}

#[test]
fn says_why_a_text_is_not_a_number() {
    for (json, why) in [
        (r#"{"number":" 1"}"#, "a string with white space"),
        (r#"{"number":"1.5"}"#, "a number with a fraction"),
        (r#"{"number":1.5}"#, "a number with a fraction"),
        (r#"{"number":"x1"}"#, "a string that is not a number"),
        (r#"{"number":"+1"}"#, "a string that is not a number"),
        (
            r#"{"number":"99999999999999999999"}"#,
            "a number beyond 64 bits",
        ),
        (
            r#"{"number":18446744073709551615}"#,
            "a number beyond 64 bits",
        ),
        (r#"{"number":true}"#, "a boolean"),
    ] {
        let message = from_str::<Outer>(json).unwrap_err().to_string();
        assert!(
            message.contains(&format!("found {why}")),
            "{json}: {message}"
        );
    }
}

#[test]
fn required_fields_read_leniently_too() {
    let mut json = serde_json::Deserializer::from_str("\"true\"");
    assert!(read::lenient::<_, bool>(&mut json).unwrap());
    let mut json = serde_json::Deserializer::from_str("\"1e400\"");
    assert!(read::lenient::<_, f64>(&mut json).is_err());
}

#[test]
fn numbers_of_any_kind_and_maps_read_leniently_too() {
    let number = |json: &str| {
        let mut json = serde_json::Deserializer::from_str(json);
        read::lenient::<_, Number>(&mut json).map(|it| it.to_string())
    };
    for (json, written) in [
        ("9007199254740993", "9007199254740993"),
        ("\"9007199254740993\"", "9007199254740993"),
        ("18446744073709551615", "18446744073709551615"),
        ("\"-0\"", "0"),
        ("\"1.50\"", "1.5"),
        ("1.0", "1.0"),
    ] {
        assert_eq!(number(json).unwrap(), written, "{json}");
    }
    for json in ["\"1e400\"", "\" 1\"", "\"0x10\"", "\"nan\"", "true", "\"\""] {
        assert!(number(json).is_err(), "{json}");
    }
    let mut json = serde_json::Deserializer::from_str(r#"{"a":"1","b":2}"#);
    let map = read::lenient::<_, BTreeMap<String, i64>>(&mut json).unwrap();
    assert_eq!(map, [("a".to_owned(), 1), ("b".to_owned(), 2)].into());
}

/// Without `float_roundtrip`, serde_json may take the double beside it.
#[test]
fn a_decimal_is_the_nearest_double() {
    for text in [
        "9007199254740993.0",
        "12345678901234567.0",
        "2.638344616030823e-256",
    ] {
        let number: Number = from_str(text).unwrap();
        assert_eq!(number.as_f64(), text.parse().ok(), "{text}");
    }
}

//! The same reading for those who come by serde.

use std::collections::BTreeMap;

use serde::de::value::{Error, MapDeserializer};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, json};

use super::super::{deserialize_answer, deserialize_request};
use super::Thing;

#[derive(Debug, PartialEq)]
struct Answer(Thing);

impl<'de> Deserialize<'de> for Answer {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        deserialize_answer(from).map(Self)
    }
}

#[derive(Debug)]
struct Request(Thing);

impl<'de> Deserialize<'de> for Request {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        deserialize_request(from).map(Self)
    }
}

/// Serde holds the value back before it gives it to one of these.
#[derive(Deserialize)]
#[serde(untagged)]
enum Untagged {
    Answer(Answer),
}

#[derive(Deserialize)]
struct Around {
    #[serde(flatten)]
    inner: Answer,
}

const LONG: &str = "82022031100135000000000000626075";

#[test]
fn digits_come_through_wherever_json_is_text() {
    let json = format!(r#" {{"named": {LONG}, "count": {{}}, "new": 1}} "#);
    let from_text: Answer = serde_json::from_str(&json).unwrap();
    let from_bytes: Answer = serde_json::from_slice(json.as_bytes()).unwrap();
    let from_stream: Answer = serde_json::from_reader(json.as_bytes()).unwrap();
    let in_a_list: Vec<Answer> = serde_json::from_str(&format!("[{json}]")).unwrap();
    let in_a_map: BTreeMap<String, Answer> =
        serde_json::from_str(&format!(r#"{{"a":{json}}}"#)).unwrap();
    for answer in [
        &from_text,
        &from_bytes,
        &from_stream,
        &in_a_list[0],
        &in_a_map["a"],
    ] {
        assert_eq!(answer.0.named.as_deref(), Some(LONG));
        assert_eq!((answer.0.count, &answer.0.extra["new"]), (None, &json!(1)));
    }
}

#[test]
fn every_other_format_gives_what_it_holds() {
    let from_value: Answer = serde_json::from_value(json!({"named": 1.5, "count": "3"})).unwrap();
    assert_eq!(
        (from_value.0.named.as_deref(), from_value.0.count),
        (Some("1.5"), Some(3))
    );
    let Untagged::Answer(held) = serde_json::from_str(r#"{"count":7,"flag":[]}"#).unwrap();
    assert_eq!((held.0.count, held.0.flag), (Some(7), None));
    let around: Around = serde_json::from_str(r#"{"count":8,"tags":["a",{}]}"#).unwrap();
    assert_eq!(
        (around.inner.0.count, around.inner.0.tags.unwrap().len()),
        (Some(8), 1)
    );
    let entries = [("count", 9), ("new", 1)].into_iter();
    let other = Answer::deserialize(MapDeserializer::<_, Error>::new(entries)).unwrap();
    assert_eq!(other.0.count, Some(9));
}

#[test]
fn the_error_of_serde_tells_everything_too() {
    let json = r#"{"count":"1","inner":{"tags":[null]}}"#;
    let told = "`/count`: expected a whole number of 64 bits, found a text; \
                `/inner/tags/0`: expected a text, found `null`";
    let error = serde_json::from_str::<Request>(json)
        .unwrap_err()
        .to_string();
    assert!(error.starts_with(told), "{error}");
    let error = serde_json::from_str::<Request>("{").unwrap_err();
    assert!(error.is_eof() && serde_json::from_str::<Answer>("[1]").is_err());
    let read: Request = serde_json::from_str(r#"{"count":1,"new":[]}"#).unwrap();
    assert_eq!(
        (read.0.count, read.0.extra),
        (Some(1), Map::from_iter([("new".to_owned(), json!([]))]))
    );
}

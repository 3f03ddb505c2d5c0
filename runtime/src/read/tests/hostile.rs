//! Bodies that are large, deep, or no text.

use serde_json::Value;

use super::super::{MOST_DEPTH, MOST_MISFITS, MisfitKind, Read, answer, request};
use super::{Thing, read, thing};

/// Reads it with the stack of a thread. That time grows with the body alone is for the tests of growth.
fn large(json: String) -> Read<Thing> {
    let reading = std::thread::Builder::new()
        .stack_size(2 << 20)
        .spawn(move || answer::<Thing>(json.as_bytes()).unwrap());
    reading.unwrap().join().unwrap()
}

fn deep(open: &str, inside: &str, close: &str, depth: usize) -> String {
    format!("{}{inside}{}", open.repeat(depth), close.repeat(depth))
}

#[test]
fn what_is_too_deep_is_left_out() {
    for name in ["any", "new", "tags", "union", "count"] {
        let list = deep("[", "1", "]", 10_000);
        let read = large(format!(r#"{{"named":"a","{name}":{list}}}"#));
        assert_eq!(read.value.named.as_deref(), Some("a"));
        assert_eq!(read.misfits.len(), 1, "{name}");
    }
    let things = deep(r#"{"named":"a","inner":"#, "{}", "}", 10_000);
    let read = large(things);
    assert_eq!(read.misfits.len(), 1);
    let misfit = read.misfits.iter().next().unwrap();
    assert_eq!(misfit.pointer(), "/inner".repeat(MOST_DEPTH));
    assert_eq!(
        misfit.mismatch().to_string(),
        "expected at most 127 lists and objects inside each other, found more of them"
    );
    assert!(request::<Thing>(deep(r#"{"inner":"#, "{}", "}", 10_000).as_bytes()).is_err());
}

#[test]
fn as_deep_as_is_allowed_is_read() {
    let lists = |depth| format!(r#"{{"any":{}}}"#, deep("[", "", "]", depth));
    assert!(thing(&lists(MOST_DEPTH - 1)).any.is_some());
    assert_eq!(read(&lists(MOST_DEPTH)).1.len(), 1);
}

#[test]
fn large_bodies_are_read() {
    let numbers = "1,".repeat(1_000_000) + "1";
    let read = large(format!(r#"{{"tags":[{numbers}]}}"#));
    assert_eq!(read.value.tags.unwrap().len(), 1_000_001);
    let read = large(format!(r#"{{"any":[{numbers}],"new":[{numbers}]}}"#));
    assert!(read.misfits.is_empty());
    let entries: Vec<String> = (0..1_000_000).map(|it| format!("\"k{it}\":{it}")).collect();
    let entries = entries.join(",");
    let read = large(format!(r#"{{"texts":{{{entries}}}}}"#));
    assert_eq!(read.value.texts.unwrap().len(), 1_000_000);
    let read = large(format!("{{{entries}}}"));
    assert_eq!(read.value.extra.len(), 1_000_000);
    let text = "x\\n".repeat(5_000_000);
    let read = large(format!(r#"{{"named":"{text}"}}"#));
    assert_eq!(read.value.named.unwrap().len(), 10_000_000);
    let digits = "9".repeat(1_000_000);
    let read = large(format!(
        r#"{{"named":{digits},"count":{digits},"price":{digits},"any":{digits}}}"#
    ));
    assert_eq!(read.value.named.unwrap().len(), 1_000_000);
}

#[test]
fn a_deep_object_is_not_read_again_at_each_level() {
    let text = "x".repeat(10_000_000);
    let leaf = format!(r#"{{"named":"{text}"}}"#);
    let read = large(deep(r#"{"inner":"#, &leaf, "}", MOST_DEPTH - 1));
    assert!(read.misfits.is_empty());
}

#[test]
fn misfits_are_counted_when_there_are_many() {
    let read = large(format!(r#"{{"tags":[{}"a"]}}"#, "[],".repeat(1_000_000)));
    assert_eq!(read.value.tags.unwrap(), ["a"]);
    assert_eq!(read.misfits.len(), 1_000_000);
    assert_eq!(read.misfits.iter().count(), MOST_MISFITS);
    assert!(read.misfits.to_string().ends_with("; and 999980 more"));
    let read = large(format!(
        r#"{{{}"named":"a"}}"#,
        r#""count":1,"#.repeat(300_000)
    ));
    assert_eq!(read.misfits.len(), 299_999);
}

#[test]
fn odd_bytes_are_told_and_the_rest_is_read() {
    for (body, found) in [
        (
            b"\xef\xbb\xbf{\"named\":\"a\"}".to_vec(),
            "a byte order mark before it",
        ),
        (
            b"{\"named\":\"a\",\"new\":\"\xff\"}".to_vec(),
            "bytes that are not UTF-8",
        ),
    ] {
        let read = answer::<Thing>(&body).unwrap();
        assert_eq!(read.value.named.as_deref(), Some("a"));
        let misfit = read.misfits.iter().next().unwrap();
        assert_eq!(
            (misfit.pointer(), misfit.kind()),
            ("", MisfitKind::Encoding)
        );
        assert_eq!(
            misfit.to_string(),
            format!("expected JSON in UTF-8, found {found}")
        );
        assert!(request::<Thing>(&body).is_err());
    }
}

#[test]
fn what_is_no_json_is_no_body() {
    for (body, why) in [
        ("", "the JSON ends too early, at line 1 column 0"),
        (
            r#"{"named":"#,
            "the JSON ends too early, at line 1 column 9",
        ),
        ("<html>", "not valid JSON at line 1 column 1"),
        (r#"{"named":"a"} x"#, "not valid JSON at line 1 column 15"),
        ("{\"named\":\"\t\"}", "not valid JSON at line 1 column 10"),
        (r#"{"count":01}"#, "not valid JSON at line 1 column 11"),
    ] {
        let error = answer::<Thing>(body.as_bytes()).unwrap_err();
        assert!(error.is_syntax());
        assert_eq!(error.to_string(), why, "{body}");
        assert!(request::<Thing>(body.as_bytes()).unwrap_err().is_syntax());
    }
}

proptest::proptest! {
    /// Whatever is JSON to `serde_json` is read by every type without a panic.
    #[test]
    fn nothing_panics(text in r#"[\[\]{}:,"\\ a0-9.eEntrulfsd\n-]{0,40}"#) {
        let read = answer::<Value>(text.as_bytes());
        let value = serde_json::from_str::<Value>(&text);
        if let Ok(value) = value {
            proptest::prop_assert_eq!(read.unwrap().value, value);
        }
        let _ = answer::<Thing>(format!(r#"{{"any":{text},"inner":{{"count":{text}}}}}"#).as_bytes());
    }
}

//! What becomes of members, items and entries that are odd.

use std::collections::BTreeSet;

use serde_json::json;

use super::super::{MisfitKind, answer, request};
use super::{Thing, Union, read, refused, strictly, thing};

#[test]
fn one_odd_member_is_left_out_and_told() {
    let (thing, told) = read(r#"{"count":{"secret":1},"named":"a","flag":"perhaps"}"#);
    assert_eq!((thing.count, thing.flag), (None, None));
    assert_eq!(thing.named.as_deref(), Some("a"));
    assert_eq!(
        told,
        [
            "`/count`: expected a whole number of 64 bits, found an object",
            "`/flag`: expected `true` or `false`, found a text"
        ]
    );
}

#[test]
fn the_value_is_told_only_when_it_is_asked_for() {
    let read = answer::<Thing>(br#"{"count": {"secret" : 1} , "tags":["a",["hush"]]}"#).unwrap();
    let shown = format!("{} {:?}", read.misfits, read.misfits);
    assert!(
        !shown.contains("secret") && !shown.contains("hush"),
        "{shown}"
    );
    let misfit = read.misfits.at("/count").unwrap();
    assert_eq!(
        (misfit.raw(), misfit.kind()),
        (r#"{"secret" : 1}"#, MisfitKind::LeftOut)
    );
    assert_eq!(misfit.mismatch().expected(), "a whole number of 64 bits");
    assert_eq!(misfit.mismatch().found(), "an object");
    assert_eq!(read.misfits.at("/tags/1").unwrap().raw(), r#"["hush"]"#);
}

#[test]
fn items_and_entries_are_left_out_one_by_one() {
    let (thing, told) = read(
        r#"{"tags":["a",{},null,"b"],"texts":{"a/b":[],"c":2,"d":null},"strict":[{"id":"x"},3]}"#,
    );
    assert_eq!(thing.tags.unwrap(), ["a", "b"]);
    assert_eq!(thing.texts.unwrap(), [("c".to_owned(), 2)].into());
    assert_eq!(thing.strict.unwrap().len(), 1);
    assert_eq!(
        told,
        [
            "`/tags/1`: expected a text, found an object",
            "`/tags/2`: expected a text, found `null`",
            "`/texts/a~1b`: expected a whole number of 64 bits, found a list",
            "`/texts/d`: expected a whole number of 64 bits, found `null`",
            "`/strict/1`: expected an object, found a number"
        ]
    );
}

#[test]
fn an_empty_list_is_an_object_without_members() {
    let (thing, told) = read(r#"{"inner":[],"texts":[ ],"union":[]}"#);
    assert_eq!(thing.inner.as_deref(), Some(&Thing::default()));
    assert_eq!(thing.texts, Some([].into()));
    assert_eq!(thing.union, Some(Union::Other([].into_iter().collect())));
    assert_eq!(
        told,
        [
            "`/inner`: expected an object, found an empty list",
            "`/texts`: expected an object, found an empty list",
            "`/union`: expected an object, found an empty list"
        ]
    );
    assert_eq!(read("[]").1, ["expected an object, found an empty list"]);
    assert_eq!(
        strictly(r#"{"inner":[]}"#),
        "`/inner`: expected an object, found a list"
    );
    assert_eq!(refused("[1]"), "expected an object, found a list");
}

#[test]
fn the_first_name_of_the_spec_wins_wherever_it_stands() {
    for json in [
        r#"{"named":"a","name":"b","title":"c"}"#,
        r#"{"title":"c","name":"b","named":"a"}"#,
        r#"{"name":"b","named":"a","title":"c"}"#,
    ] {
        let thing = thing(json);
        assert_eq!(thing.named.as_deref(), Some("a"));
        let kept = thing.extra.iter();
        // Whether a map of serde_json keeps the order of a body, a feature decides.
        let kept: BTreeSet<String> = kept.map(|it| format!("{}={}", it.0, it.1)).collect();
        let kept: Vec<String> = kept.into_iter().collect();
        assert_eq!(kept, [r#"name="b""#, r#"title="c""#], "{json}");
    }
    assert_eq!(thing(r#"{"title":"c"}"#).named.as_deref(), Some("c"));
    assert_eq!(
        thing(r#"{"named":null,"title":"c"}"#).named.as_deref(),
        Some("c")
    );
    assert_eq!(
        thing(r#"{"title":"c","named":""}"#).named.as_deref(),
        Some("c")
    );
    assert_eq!(
        strictly(r#"{"title":"c","named":"a"}"#),
        "`/named`: expected one name of a member, found another name of the same member, too"
    );
}

#[test]
fn of_a_name_that_stands_twice_the_last_is_read_and_told() {
    for (json, pointer, raw) in [
        (r#"{"count":1,"count":2}"#, "/count", "1"),
        (r#"{"count":[],"\u0063ount":2}"#, "/count", "[]"),
        (r#"{"new":{"a":1},"new":2}"#, "/new", r#"{"a":1}"#),
        (r#"{"any":[{"a":1,"a":2}]}"#, "/any/0/a", "1"),
        (r#"{"texts":{"a":1,"a":2}}"#, "/texts/a", ""),
        (r#"{"inner":{"count":1,"count":2}}"#, "/inner/count", "1"),
        (
            r#"{"inner":{"named":"x"},"inner":{}}"#,
            "/inner",
            r#"{"named":"x"}"#,
        ),
    ] {
        let read = answer::<Thing>(json.as_bytes()).unwrap();
        let last = read.misfits.iter().last().unwrap();
        assert_eq!((last.pointer(), last.raw()), (pointer, raw), "{json}");
        assert_eq!(last.kind(), MisfitKind::Repeated);
        assert_eq!(
            last.mismatch().to_string(),
            "expected a name once, found it again"
        );
        assert!(
            request::<Thing>(json.as_bytes()).is_err() || pointer == "/new",
            "{json}"
        );
    }
    assert_eq!(read(r#"{"count":1,"count":2}"#).0.count, Some(2));
    assert_eq!(read(r#"{"count":1,"count":null}"#).0.count, None);
    assert_eq!(
        read(r#"{"texts":{"a":1,"a":{}}}"#).0.texts.unwrap().len(),
        0
    );
    assert_eq!(
        read(r#"{"inner":{"named":"x"},"inner":{}}"#)
            .0
            .inner
            .unwrap()
            .named,
        None
    );
}

#[test]
fn only_what_is_guaranteed_fails_an_answer_and_says_where() {
    for (json, why) in [
        (
            r#"{"strict":[{"id":"a"},{"note":"b"}]}"#,
            "`/strict/1/id`: expected a text, found nothing",
        ),
        (
            r#"{"strict":[{"id":{}}]}"#,
            "`/strict/0/id`: expected a text, found an object",
        ),
        (
            r#"{"union":{"id":null},"sort":"LIST"}"#,
            "`/union/id`: expected a text, found `null`",
        ),
        (
            r#"{"inner":{"strict":[{}]},"sort":"LIST","union":{}}"#,
            "`/inner/strict/0/id`: expected a text, found nothing; `/union/id`: expected a text, found nothing",
        ),
        ("3", "expected an object, found a number"),
        ("null", "expected an object, found `null`"),
    ] {
        assert_eq!(refused(json), why, "{json}");
    }
    let fine = thing(r#"{"strict":[{"id":"","note":""}]}"#).strict.unwrap();
    assert_eq!(
        (fine[0].id.as_str(), fine[0].note.as_deref()),
        ("", Some(""))
    );
}

#[test]
fn a_sibling_chooses_the_case_wherever_it_stands() {
    let item = thing(r#"{"union":{"count":1,"new":2},"sort":"ITEM"}"#)
        .union
        .unwrap();
    let Union::Item(item) = item else {
        panic!("{item:?}")
    };
    assert_eq!((item.count, &item.extra["new"]), (Some(1), &json!(2)));
    let Some(Union::Other(other)) = thing(r#"{"union":{"count":"x"},"sort":"NEW"}"#).union else {
        panic!("another case")
    };
    assert_eq!(other["count"], "x");
    // The case of a union is not that of a union inside it.
    let (outer, told) = read(r#"{"sort":"ITEM","union":{"union":{"id":1}}}"#);
    let Some(Union::Item(item)) = outer.union else {
        panic!("another case")
    };
    assert!(matches!(item.union, Some(Union::Other(_))), "{told:?}");
    let (_, told) = read(r#"{"sort":"ITEM","union":{"count":[]}}"#);
    assert_eq!(
        told,
        ["`/union/count`: expected a whole number of 64 bits, found a list"]
    );
}

#[test]
fn a_request_is_told_everything_at_once() {
    assert_eq!(
        strictly(r#"{"count":"1","inner":{"tags":["a",1,null]},"flag":0,"new":1}"#),
        "`/count`: expected a whole number of 64 bits, found a text; \
         `/inner/tags/1`: expected a text, found a number; \
         `/inner/tags/2`: expected a text, found `null`; \
         `/flag`: expected `true` or `false`, found a number"
    );
    assert_eq!(
        strictly(r#"{"count":null,"named":"","price":"1.50","new":1}"#),
        ""
    );
}

#[test]
fn null_and_the_empty_text_are_absent() {
    let absent = thing("{}");
    let all = r#"{"named":"","count":null,"price":"","at":"","sort":"","any":null,"tags":"","inner":"","union":""}"#;
    assert_eq!(thing(all), absent);
    assert_eq!(thing(r#"{"any":["",null]}"#).any, Some(json!(["", null])));
    assert_eq!(thing(r#"{"tags":[""]}"#).tags.unwrap(), [""]);
}

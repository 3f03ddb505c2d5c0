//! Names and texts that could get in the way: the client of `obstacles/` works, and its pages show the
//! texts as texts.

use std::path::Path;

use serde_json::{Value, json};
use stipula::Validate;
use stipula_generator::{Loaded, Target, emit, load};
use stipula_tests::obstacles::{
    codes::NewCode,
    enums::{Debug, State, Word},
    request::{Fields, IntoRequest, NewContext, NewRequest},
    scenario,
};

fn loaded() -> Loaded {
    load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("obstacles"))
}

fn context() -> NewContext {
    NewContext::new(
        Word::Ok,
        State::Super,
        stipula_tests::obstacles::enums::Client::Client,
        Debug::Debug,
    )
}

#[test]
fn a_spec_of_obstacles_has_no_findings() {
    let loaded = loaded();
    assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
}

#[test]
fn setters_write_the_names_of_the_wire() {
    let fields = Fields::new()
        .r#type("a")
        .self_("b")
        .upper_self("c")
        .with_default("d")
        .with_new("e")
        .quote_and("f")
        .braces("g")
        .two_lines("h");
    let expected = json!({
        "type": "a", "self": "b", "Self": "c", "default": "d", "new": "e", "quote\" and \\": "f",
        "{{ x }}": "g", "two\nlines": "h",
    });
    assert_eq!(serde_json::to_value(&fields).expect("it is JSON"), expected);
    let read: Fields = serde_json::from_value(expected).expect("it is read");
    assert_eq!(read, fields);
}

#[test]
fn conditions_read_what_is_called_like_their_words() {
    let request = NewRequest::new().r#type(Word::SelfValue);
    let found = request.check_in(&context()).to_string();
    for told in ["`/self` is required", "`/default` is required"] {
        assert!(found.contains(told), "{found}");
    }
    let request = request.self_("x").with_default(true);
    assert!(request.build(&context()).is_ok());
}

#[test]
fn scenarios_have_members_of_their_own_names() {
    let options = scenario::into::AOptions::new().from(Word::Ok);
    let built = scenario::into::A { options }
        .build()
        .expect("no rule is broken");
    assert_eq!(built, IntoRequest::new().from(Word::Ok));
}

#[test]
fn values_and_codes_keep_their_texts() {
    let texts: Vec<_> = Word::ALL.iter().map(Word::as_str).collect();
    for text in ["type", "Self", "*/", "two\nlines", "\u{202e}", "Unknown"] {
        assert!(texts.contains(&text), "{text}");
        assert!(Word::from_text(text).is_known());
    }
    assert_eq!(NewCode::from_text("UNKNOWN"), NewCode::NotKnown);
}

/// Tags in texts of the spec. Ours are others.
const TAGS: [&str; 7] = ["<script>", "<img", "<b>", "<i>", "<u>", "<c>", "</p>"];

#[test]
fn the_site_shows_texts_as_texts() {
    let model = loaded().model.expect("the spec has no errors");
    let files = emit(&model, Target::Site);
    let pages = files
        .iter()
        .filter(|it| it.1.starts_with("<!DOCTYPE html>"));
    let mut count = 0;
    for (path, text) in pages {
        for tag in [
            "<script>alert",
            "<img",
            "<b>",
            "<i>tag",
            "<u>",
            "<c>",
            "</p> ]]",
        ] {
            assert!(!text.contains(tag), "{path}: {tag}");
        }
        assert!(!text.contains("href=\"javascript:"), "{path}");
        count += 1;
    }
    assert!(count > 10, "only {count} pages");
}

#[test]
fn pages_of_markdown_show_texts_as_texts() {
    let model = loaded().model.expect("the spec has no errors");
    for (path, text) in emit(&model, Target::Docs).iter() {
        let (tags, is_open) = markup(text);
        assert!(tags.is_empty(), "{path}: {tags:?}");
        assert!(!is_open, "{path}: a fence is open");
    }
}

/// Lines that have a tag outside of code, and whether a fence is open at the end.
fn markup(page: &str) -> (Vec<&str>, bool) {
    let mut fence: Option<String> = None;
    let mut tags = Vec::new();
    for line in page.lines() {
        let start = line.trim_start();
        let mark: String = start.chars().take_while(|it| "`~".contains(*it)).collect();
        let opens = mark.len() >= 3 && !start[mark.len()..].contains('`');
        match &fence {
            Some(open) if start == open => fence = None,
            None if opens => fence = Some(mark),
            None if has_tag(line) => tags.push(line),
            Some(_) | None => {}
        }
    }
    (tags, fence.is_some())
}

/// Whether a tag stands in the line without a backslash before it, outside of backticks.
fn has_tag(line: &str) -> bool {
    let is_code = |at: usize| line[..at].contains('`') && line[at..].contains('`');
    let mut found = TAGS.iter().flat_map(|tag| line.match_indices(tag));
    found.any(|(at, _)| !line[..at].ends_with('\\') && !is_code(at))
}

/// An answer keeps what is not documented beside members that are called like its place.
#[test]
fn answers_keep_the_rest() {
    use stipula_tests::obstacles::response::NewResponse;
    let body = json!({ "extra": "a", "extra_members": "b", "other": 1 });
    let read: NewResponse = serde_json::from_value(body).expect("it is read");
    assert_eq!(read.extra.as_deref(), Some("a"));
    assert_eq!(read.extra_members2.get("other"), Some(&Value::from(1)));
}

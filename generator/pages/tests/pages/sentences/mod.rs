//! Sentences about a member, and the facts that they give.
//!
//! Each is read as the description of `it`, a member of one table with these others.

mod chinese;
mod counts;
mod english;
mod nothing;
mod values;

use std::fmt::Write as _;

use stipula_facts::{Confidence, Fact, Kind};

use crate::captures;

/// Members beside it.
const BESIDE: &str = "type | String | Y | One of “CARD”, “CASH”, “card”, “photo”, “video” |\n\
    url | String | N | |\n\
    file_id | String | N | |\n\
    chatId | Integer | N | |\n\
    messageId | Integer | N | |\n\
    is_open | Boolean | N | |\n\
    stock | Integer | N | |\n";

/// A type, a sentence, and what it says, fact by fact.
type Case = (&'static str, &'static str, &'static str);

fn said(of: &str, sentence: &str) -> String {
    let page = format!(
        "Request\nName | Type | Required | Description |\nit | {of} | N | {sentence} |\n{BESIDE}"
    );
    let facts = captures::facts(&page);
    let about = |it: &&Fact| {
        let is_form = matches!(
            it.kind,
            Kind::Field | Kind::Type | Kind::Paragraph | Kind::Place
        );
        it.at == "request/it" && !is_form && !(it.kind == Kind::Need && it.value == "optional")
    };
    let mut out = String::new();
    for fact in facts.iter().filter(about) {
        let value = fact
            .value
            .as_str()
            .map_or(fact.value.to_string(), str::to_owned);
        let how = match fact.confidence {
            Confidence::Exact => "",
            Confidence::Inferred => "inferred ",
            Confidence::Words => "words ",
        };
        // That a condition makes it conditional is said once, below.
        if fact.kind == Kind::Need && fact.value == "conditional" {
            continue;
        }
        let joint = if out.is_empty() { "" } else { "; " };
        let _ = write!(out, "{joint}{} {how}{value}", fact.kind.name());
    }
    out
}

/// All cases that are not as expected, so that one run tells all of them.
fn check(cases: &[Case]) {
    let mut wrong = String::new();
    for (of, sentence, expected) in cases {
        let said = said(of, sentence);
        if said != *expected {
            let _ = write!(
                wrong,
                "\n{of}: {sentence}\n  wanted: {expected}\n  found:  {said}"
            );
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn a_condition_makes_a_member_conditional() {
    for (sentence, need) in [
        ("Required if url is specified.", "conditional"),
        ("Required if the moon is full.", "conditional"),
        ("Either url or file_id must be specified.", "conditional"),
        (
            "Exactly one of it, url and file_id must be specified.",
            "conditional",
        ),
        ("Can be specified instead of url.", "optional"),
        ("Ignored if url is specified.", "optional"),
    ] {
        let page = format!(
            "Request\nName | Type | Required | Description |\nit | String | N | {sentence} |\n{BESIDE}"
        );
        let facts = captures::facts(&page);
        let mut needs = facts
            .iter()
            .filter(|it| it.at == "request/it" && it.kind == Kind::Need);
        assert_eq!(needs.next().unwrap().value, need, "{sentence}");
    }
}

#[test]
fn a_sentence_that_stays_words_is_read_by_people_too() {
    let page = format!(
        "Request\nName | Type | Required | Description |\n\
         it | String | N | Exactly one of sticker_id and url must be given. |\n{BESIDE}"
    );
    let facts = captures::facts(&page);
    let here = |kind: Kind| {
        facts
            .iter()
            .any(|it| it.at == "request/it" && it.kind == kind)
    };
    assert!(here(Kind::Gap) && here(Kind::Paragraph) && !here(Kind::ExactlyOne));
}

#[test]
fn a_table_says_how_many_of_its_members_are_given() {
    let of = |sentence: &str| {
        let page = format!(
            "<h1>Shop</h1><h2>Types</h2><h3>Box</h3><p>{sentence}</p><table>\
             <tr><th>Field</th><th>Type</th><th>Description</th></tr>\
             <tr><td>text</td><td>String</td><td>What is on it</td></tr>\
             <tr><td>url</td><td>String</td><td><em>Optional</em>. Where it is</td></tr>\
             <tr><td>phone</td><td>String</td><td><em>Optional</em>. Whom to call</td></tr>\
             <tr><td>style</td><td>String</td><td><em>Optional</em>. How it looks</td></tr></table>\
             <h3>Lid</h3><p>On a box.</p><table>\
             <tr><th>Field</th><th>Type</th><th>Description</th></tr>\
             <tr><td>size</td><td>Integer</td><td>How big</td></tr></table>"
        );
        let facts = captures::facts(&page);
        let here =
            |it: &&Fact| it.at == "types/Box" && (it.kind.is_group() || it.kind == Kind::Gap);
        let found = facts.iter().filter(here);
        let found: Vec<_> = found
            .map(|it| format!("{} {}", it.kind.name(), it.value))
            .collect();
        found.join("; ")
    };
    for (sentence, expected) in [
        (
            "At most one of the optional fields can be present.",
            r#"at_most_one ["phone","style","url"]"#,
        ),
        (
            "A box. You must use exactly one of the optional fields.",
            r#"exactly_one ["phone","style","url"]"#,
        ),
        (
            "Exactly one of the fields other than text and style must be used.",
            r#"exactly_one ["phone","url"]"#,
        ),
        (
            "At most one of the fields other than text, phone, and style may be used.",
            r#"gap "condition""#,
        ),
        (
            "Exactly one of the fields url or phone will be present.",
            r#"exactly_one ["phone","url"]"#,
        ),
        (
            "At least one of url, phone and fax must be given.",
            r#"gap "condition""#,
        ),
        ("It holds at least one of the goods.", ""),
    ] {
        assert_eq!(of(sentence), expected, "{sentence}");
    }
}

/// What is not understood is kept as the page says it, and never taken for a condition.
#[test]
fn a_condition_in_words_has_the_words_of_the_page() {
    for sentence in ["Required if link is given.", "Ignored if the moon is full."] {
        let said = said("String", sentence);
        let words = said.split_once(" words ").map_or("", |it| it.1);
        assert!(!words.is_empty() && sentence.contains(words), "{said}");
    }
}

//! `pages`: what is refused, where, and what to write instead.

mod linted;

use linted::findings;

/// An operation with these keys.
fn of(pages: &str) -> String {
    with("get", pages)
}

fn with(method: &str, pages: &str) -> String {
    let found = findings(&format!(
        "api: demo\ntypes: {{ Row: {{ fields: {{ id: {{ type: integer }} }} }} }}\noperations:\n  list:\n    \
         {method}: /list/{{shop}}\n    request:\n      shop: {{ type: string, in: path, required: true }}\n      \
         after: {{ type: string, in: query }}\n      page: {{ type: integer, in: query }}\n    response:\n      \
         meta: {{ type: Row }}\n      next: {{ type: string }}\n      more: {{ type: boolean }}\n      \
         rows: {{ type: {{ list: Row }} }}\n    pages: {{ {pages} }}\n"
    ));
    found.join("\n")
}

#[test]
fn every_way_can_be_said() {
    for good in [
        "cursor: { of: next, into: after }, items: rows",
        "cursor: { of: meta.id, into: page }, items: rows, more: more",
        "last_id: { of: rows.id, into: page }, items: rows",
        "number: { into: page, from: 0 }, items: rows, more: more",
        "link: next, items: rows",
    ] {
        assert_eq!(of(good), "", "{good}");
    }
}

#[test]
fn what_nobody_could_turn_is_told() {
    let mut told = String::new();
    let mut tell = |method: &str, pages: &str| {
        let found = with(method, pages);
        assert!(!found.is_empty(), "{pages}");
        told.extend([method, ", pages: { ", pages, " }\n", &found, "\n\n"]);
    };
    for pages in [
        // What leads to the next page is there, and can be sent.
        "cursor: { of: nxt, into: after }, items: rows",
        "cursor: { of: meta.nxt, into: after }, items: rows",
        "cursor: { of: next, into: aftr }, items: rows",
        "cursor: { of: next, into: shop }, items: rows",
        "cursor: { of: next, into: page }, items: rows",
        "cursor: { of: more, into: after }, items: rows",
        "last_id: { of: meta.id, into: page }, items: rows",
        "number: { into: after }, items: rows",
        // Items are a list.
        "link: next, items: meta",
        "link: next",
        // There is one way, and one end.
        "link: next, number: { into: page }, items: rows",
        "items: rows",
        "cursor: { of: next }, items: rows",
        "number: { into: page }, items: rows, more: next",
        "link: next, items: rows, more: more",
        "link: previous, items: rows",
    ] {
        tell("get", pages);
    }
    // Only what reads is asked again and again.
    tell("post", "link: next, items: rows");
    insta::assert_snapshot!(told);
}

#[test]
fn an_answer_without_json_has_no_pages() {
    let found = findings(
        "api: demo\noperations: { a: { get: /a, response: text, pages: { link: next } } }",
    );
    insta::assert_snapshot!(found.join("\n"), @"api.yaml:2:45: error[E0612]: an answer that is no JSON has no pages; say what `response` holds");
}

//! Members of a request that travel in several places, on the page and in the spec.

use std::fmt::Write as _;

use crate::shop::Shop;

const PAGE: &str = include_str!("../../pages/tests/pages/html/places.html");

const SPEC: &str = "
api: parcels
title: Parcels
include: [sources.yaml]
operations:
  updateOrder:
    summary: Update an order
    patch: /v2/orders/{orderId}
    source: page
    request:
      orderId: { type: string, in: path, name: id, required: true, doc: Which. }
      notify: { type: boolean, in: query, doc: Whether. }
      version: { type: integer, in: header, name: X-Version, required: true, doc: Which. }
      id: { type: string, min_chars: 1, max_chars: 32, doc: The new one. }
      note: { type: string, doc: Words. }
    response: { total: { type: integer, presence: guaranteed, doc: In cents. } }
";

const SOURCES: &str = "
sources:
  page: { title: Update an order, url: https://parcels.example/api, file: page.html, about: updateOrder, shape: html, captured: unknown, sha256: 0000000000000000000000000000000000000000000000000000000000000000 }
";

fn parcels(spec: &str) -> Shop {
    Shop::of(spec, SOURCES, PAGE)
}

#[test]
fn members_meet_the_spec_where_they_travel() {
    let spec = SPEC.replace("/{orderId}", "/{id}");
    let ran = parcels(&spec).run("docs-check --captures captures --accept");
    insta::assert_snapshot!(format!("{}\n{}", ran.out, ran.err));
}

#[test]
fn another_place_is_a_finding() {
    let mut told = String::new();
    for (from, to) in [
        ("type: boolean, in: query", "type: boolean"),
        ("note: { type: string", "note: { type: string, in: query"),
        ("in: header, name: X-Version", "in: query, name: X-Version"),
        ("notify: {", "tell: {"),
    ] {
        let spec = SPEC.replace("/{orderId}", "/{id}");
        assert!(spec.contains(from), "{from}");
        let shop = parcels(&spec.replacen(from, to, 1));
        let ran = shop.run("docs-check --captures captures --accept");
        let _ = writeln!(told, "== {from} -> {to}\n{}", ran.err);
    }
    insta::assert_snapshot!(told);
}

#[test]
fn a_draft_says_where_members_travel() {
    let shop = parcels(SPEC);
    let ran = shop.run("draft captures/page.html --out drafts/parcels");
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    let files = shop.read("drafts/parcels/operations/page.yaml");
    insta::assert_snapshot!(files);
}

/// The page with an answer of another status.
fn refusing(spec: &str, parts: &str) -> Shop {
    let shop = parcels(spec);
    let answer = "<h2>404 Not Found</h2><table><tr><th>Name</th><th>Type</th><th>Required</th></tr>\
                  <tr><td>reason</td><td>string</td><td>Yes</td></tr></table></body>";
    shop.0
        .write("captures/page.html", PAGE.replacen("</body>", answer, 1));
    shop.0.write(
        "spec/sources.yaml",
        SOURCES.replacen(
            "about: updateOrder",
            &format!("about: updateOrder{parts}"),
            1,
        ),
    );
    shop
}

#[test]
fn an_answer_of_another_status_stands_apart_until_it_is_laid_to_a_type() {
    let spec = SPEC.replace("/{orderId}", "/{id}");
    let ran = refusing(&spec, "").run("docs-check --captures captures --accept");
    assert!(
        ran.err.contains("capture-only: response-404/reason"),
        "{ran:#?}"
    );
    let typed = format!(
        "{spec}types:\n  Problem:\n    doc: Why.\n    source: page\n    fields: {{ reason: {{ type: string, presence: guaranteed, doc: Why. }} }}\n"
    );
    let laid = refusing(&typed, ", parts: { response-404: Problem }");
    let ran = laid.run("docs-check --captures captures --accept");
    assert!(!ran.err.contains("response-404"), "{ran:#?}");
    assert!(
        laid.read("spec/verdicts.jsonl").contains("Problem.reason"),
        "{ran:#?}"
    );
}

#[test]
fn a_draft_tells_of_answers_that_it_has_no_place_for() {
    let shop = refusing(SPEC, "");
    shop.run("draft captures/page.html --out drafts/parcels");
    let text = shop.read("drafts/parcels/operations/page.yaml");
    assert!(
        text.contains("TODO: members of other answers: response-404"),
        "{text}"
    );
}

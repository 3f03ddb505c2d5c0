//! Members of a request that travel in several places, on the page and in the spec.

use std::fmt::Write as _;

use crate::scratch::Scratch;
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
    let shop = Shop(Scratch::new());
    shop.0.write("spec/api.yaml", spec);
    shop.0.write("spec/sources.yaml", SOURCES);
    shop.0.write("captures/page.html", PAGE);
    shop
}

#[test]
fn members_meet_the_spec_where_they_travel() {
    let spec = SPEC.replace("/{orderId}", "/{id}");
    let ran = parcels(&spec).run("docs-check --captures captures --write --mark-read");
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
        let ran = shop.run("docs-check --captures captures --write --mark-read");
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

//! A reference of many operations and types, as a browser saves it, against a spec.

use std::fmt::Write as _;

use crate::shop::Shop;

const PAGE: &str = include_str!("../../pages/tests/pages/html/reference.html");

const SPEC: &str = r"
api: kiosk
title: Kiosk
include: [sources.yaml]
types:
  Parcel:
    doc: A parcel.
    fields:
      parcel_id: { type: integer, presence: guaranteed, doc: Which. }
      kind: { type: Kind, presence: guaranteed, doc: What. }
      stamps: { type: { list: Stamp }, doc: On it. }
      grid: { type: { list: { list: Stamp } }, doc: By row. }
      paid: { type: boolean, doc: Whether. }
  Kind: { doc: A kind., enum: { box: A box., tube: A tube., letter: A letter. } }
  Stamp: { doc: A stamp., tag: type, cases: { round: StampRound, square: StampSquare } }
  StampRound: { doc: Round., fields: { type: { type: string, const: round, presence: guaranteed } } }
  StampSquare:
    doc: Square.
    fields: { type: { type: string, const: square, presence: guaranteed }, side: { type: decimal, presence: guaranteed } }
  ResponseParameters: { doc: Why., fields: { retry_after: { type: integer, doc: Seconds. } } }
operations:
  sendParcel:
    summary: Send a parcel
    post: /sendParcel
    source: page
    request:
      kiosk_id: { type: { any: [integer, string] }, required: true, doc: Where. }
      label: { type: string, required: true, min_chars: 1, max_chars: 64, doc: Words. }
      weight: { type: integer, range: [1, 9000], doc: Grams. }
      to_shelf: { type: integer, required: not present(to_person), doc: Where. }
      to_box: { type: string, doc: Box. }
      to_person: { type: string, required: not present(to_shelf) and not present(to_box), doc: Who. }
    response: Parcel
  getParcels: { summary: Get parcels, get: /getParcels, source: page, response: { list: Parcel } }
  dropParcel:
    summary: Drop a parcel
    post: /dropParcel
    source: page
    request: { parcel_id: { type: integer, required: true, doc: Which. } }
    response: { any: [Parcel, boolean] }
";

const SOURCES: &str = "
sources:
  page: { title: Kiosk API, url: https://kiosk.example/api, file: page.html, shape: html, captured: unknown, sha256: 0000000000000000000000000000000000000000000000000000000000000000 }
";

fn kiosk(spec: &str, page: &str) -> Shop {
    Shop::of(spec, SOURCES, page)
}

#[test]
fn every_operation_and_type_meets_the_spec() {
    let shop = kiosk(SPEC, PAGE);
    let ran = shop.run("docs-check --captures captures --accept");
    insta::assert_snapshot!(format!("{}\n{}", ran.out, ran.err));
}

#[test]
fn what_changes_on_the_page_is_told_where_it_stands() {
    let shop = kiosk(SPEC, PAGE);
    shop.run("docs-check --captures captures --accept");
    let mut told = String::new();
    for (from, to) in [
        ("1-64 characters", "1-32 characters"),
        ("<td>weight</td>", "<td>mass</td>"),
        (
            "Required if <em>to_person</em>",
            "Required if <em>label</em>",
        ),
        (
            "the sent <a href=\"#parcel\">Parcel</a> is returned",
            "<em>True</em> is returned",
        ),
        (
            "<h3>Making calls</h3>",
            "<h4>eatParcel</h4><p>Returns <em>True</em>.</p><h3>Making calls</h3>",
        ),
    ] {
        assert!(PAGE.contains(from), "{from}");
        shop.0
            .write("captures/page.html", PAGE.replacen(from, to, 1));
        let ran = shop.run("docs-check --captures captures");
        let _ = writeln!(told, "== {from} -> {to}\n{}", ran.err);
    }
    insta::assert_snapshot!(told);
}

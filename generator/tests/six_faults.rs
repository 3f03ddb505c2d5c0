//! Six faults of different stages, in two files: one run finds each of them at its place.

use annotate_snippets::Renderer;
use stipula_generator::{
    diag::{render, short},
    load_str,
};

const API: &str = "\
api: tickets
title: Tickets
include: [more.yaml]
operations:
  send:
    post: /send
    request:
      show: { type: Shoe, doc: No type has this name. }
      place: { type: string, requried: true }
      seat: { type: string, required: sometimes }
      row: { type: strng }
    rules:
      - { id: seat-in-row, at: seet, expect: len(seat) > 0 }
types:
  Show:
    fields:
      name: { type: string }
";

const MORE: &str = "\
operations:
  send: { get: /send/again, response: { show: { type: Show } } }
";

#[test]
fn six_faults_are_found_in_one_run() {
    let loaded = load_str(&[("api.yaml", API), ("more.yaml", MORE)]);
    assert!(loaded.model.is_none());
    let lines: Vec<String> = loaded
        .diagnostics
        .iter()
        .map(|it| short(it, &loaded.sources))
        .collect();
    insta::assert_snapshot!(lines.join("\n"), @r"
    api.yaml:8:21: error[E0302]: there is no type `Shoe`; did you mean `Show`?
    api.yaml:9:30: error[E0201]: `requried` is not a key of a field of `request`; did you mean `required`?
    api.yaml:10:39: error[E0402]: unknown field `sometimes`; write `true`, or a condition such as `kind == A`
    api.yaml:11:20: error[E0302]: there is no type `strng`; did you mean `string`?
    api.yaml:13:32: error[E0306]: there is no field `seet` to blame; did you mean `seat`?
    more.yaml:2:3: error[E0301]: the operation `send` is declared twice; rename or remove one of the two
    ");
}

#[test]
fn six_faults_are_shown_in_their_lines() {
    let loaded = load_str(&[("api.yaml", API), ("more.yaml", MORE)]);
    let renderer = Renderer::plain();
    let texts: Vec<String> = loaded
        .diagnostics
        .iter()
        .map(|it| render(it, &loaded.sources, &renderer))
        .collect();
    insta::assert_snapshot!(texts.join("\n\n"));
}

/// A field whose type is unknown is still there: nothing else is blamed for it.
#[test]
fn one_fault_gives_one_finding() {
    let spec = "\
api: demo
operations:
  send:
    post: /send
    request:
      kind: { type: Knd }
      list: { type: { list: strng } }
      price: { type: string, required: kind == FREE, max_chars: manny }
      seats: { type: integer, required: len(list) > 2 }
    rules:
      - { id: kind-known, at: kind, expect: kind == OLD }
      - { id: any, at_least_one: [kind, list, price] }
";
    let loaded = load_str(&[("api.yaml", spec)]);
    let lines: Vec<String> = loaded
        .diagnostics
        .iter()
        .map(|it| short(it, &loaded.sources))
        .collect();
    insta::assert_snapshot!(lines.join("\n"), @r"
    api.yaml:6:21: error[E0302]: there is no type `Knd`; one of `string`, `integer`, `unsigned`, `decimal`, `boolean`, `timestamp_millis`, `timestamp_seconds`, `date_time`, `date`, `duration`, `url`, `bytes`, `file`, `json`
    api.yaml:7:29: error[E0302]: there is no type `strng`; did you mean `string`?
    api.yaml:8:65: error[E0205]: `max_chars` is `manny`, expected a whole number
    ");
}

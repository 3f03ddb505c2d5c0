//! A small spec for tests that has one of everything.

use crate::Model;

pub(crate) const SPEC: &str = r#"
api: demo
title: Demo
doc: A demo.
sources: { page: { title: A page, url: "https://example.com/page", covers: all } }
quirks: { Q-1: { at: create.kind, page: one thing, spec: another, why: it works, source: page } }
types:
  Kind: { source: page, enum: { A: The first., B: The second. } }
  Status: { enum: { OPEN: Open., HELD: Held., SHUT: Shut. }, moves: { OPEN: [HELD, SHUT], HELD: [OPEN], SHUT: [] } }
  Thing: { fields: { name: { type: string, max_chars: 3 }, things: { type: { list: Thing } } } }
  Other: { fields: { size: { type: integer, required: true } } }
  Language: { enum: { en: English., zh: Chinese. } }
operations:
  create:
    summary: Create a thing
    post: /create
    source: page
    context: { status: Status }
    request:
      kind: { type: Kind, required: true, quirk: Q-1, alias: sort, sample: A }
      thing: { type: Thing, required: kind == A, allowed: kind == A, inferred: true }
      texts: { type: { map: Language, of: { type: string, max_chars: { en: 4, zh: 2 } } } }
      ext: { type: { by: kind, cases: { A: Thing, B: Other } } }
      note: { type: string, required: [{ when: ctx.status == OPEN, severity: warning, id: say-why }], lenient: true }
    response:
      thing: { type: Thing }
    scenarios:
      first: { doc: The first., when: kind == A }
      second: { when: kind == B }
    examples:
      one: { doc: One thing., body: one.json }
errors:
  BUSY: { class: U, doc: Busy. }
outcome: { object: [result], code: [code], status: [status], message: [message], success: [S], failed: [F], unknown: [U], transient: [BUSY] }
"#;

/// The model of a spec that has no errors.
pub(crate) fn api(spec: &str) -> Model {
    Model::of_texts(&[
        ("api.yaml", spec),
        ("one.json", r#"{ "kind": "A", "thing": { "name": "abc" } }"#),
        (
            "hostile.json",
            r#"{ "kind": "A", "long": "\"</script></code></pre><script>" }"#,
        ),
    ])
}

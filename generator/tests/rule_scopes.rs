//! Mistakes that only show where a rule meets the rest of the spec.

mod linted;

use linted::findings;

#[test]
fn a_type_cannot_judge_with_two_contexts() {
    let spec = "
api: demo
types:
  S: { enum: { NEW: New., OLD: Old. } }
  Part: { fields: { x: { type: string, required: ctx.status == NEW } } }
operations:
  one: { post: /one, context: { status: S }, request: { part: { type: Part } } }
  two: { post: /two, context: { status: S }, request: { part: { type: Part } } }
";
    assert_eq!(
        findings(spec),
        [
            "api.yaml:5:21: error[E0407]: `Part` reads `ctx`, and operations with different \
             contexts use it; use a type of its own for each operation"
        ]
    );
}

#[test]
fn an_id_names_one_rule_of_whatever_kind() {
    let spec = "
api: demo
operations:
  one:
    post: /one
    request:
      a: { type: string, required: [{ when: present(b), id: twin }] }
      b: { type: string }
    rules:
      - { id: twin, at_least_one: [a, b] }
";
    assert_eq!(
        findings(spec),
        [
            "api.yaml:10:15: error[E0301]: the rule `OneRequest.twin` is declared twice; give one \
             of the two another `id`"
        ]
    );
}

#[test]
fn an_id_that_is_given_is_not_one_that_another_rule_gets() {
    let spec = "
api: demo
operations:
  ping:
    post: /ping
    request:
      note: { type: string, max_chars: 5 }
      other: { type: string, max_chars: { is: 3, id: note.max_chars } }
";
    assert_eq!(
        findings(spec),
        [
            "api.yaml:8:54: error[E0301]: the rule `PingRequest.note.max_chars` is declared \
             twice; give one of the two another `id`"
        ]
    );
}

#[test]
fn a_field_that_is_read_outside_has_one_name_in_rust() {
    let spec = "
api: demo
types:
  Part: { fields: { a: { type: string, required: parent.kind == A } } }
  Kind: { enum: { A: x, B: y } }
  One: { fields: { kind: { type: Kind, required: true }, part: { type: Part } } }
  Two: { fields: { kind: { type: Kind, required: true, rust: sort }, part: { type: Part } } }
operations:
  send:
    post: /send
    request: { one: { type: One }, two: { type: Two } }
";
    assert_eq!(
        findings(spec),
        [
            "api.yaml:7:20: error[E0314]: a condition reads `kind` in two objects, in which it \
             would be `kind` and `sort` in Rust; give both the same name with `rust:`, or neither"
        ]
    );
}

//! Mistakes that only show where a rule meets the rest of the spec.

use stipula_generator::{diag::short, load_str};

fn findings(spec: &str) -> Vec<String> {
    let loaded = load_str(&[("api.yaml", spec)]);
    loaded
        .diagnostics
        .iter()
        .map(|it| short(it, &loaded.sources))
        .collect()
}

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
            "api.yaml:10:15: error[E0301]: the rule `twin` is declared twice; rename or remove \
             one of the two"
        ]
    );
}

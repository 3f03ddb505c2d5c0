//! Requests that have the fields of an object of `types`.

mod linted;

use linted::findings;
use serde_json::json;
use stipula_generator::{judge, load_str};

const SPEC: &str = "
api: demo
types:
  Kind: { enum: { A: One., B: Two. } }
  Part: { fields: { size: { type: integer, required: root.kind == A } } }
  Order:
    doc: What is ordered.
    closed: true
    fields:
      kind: { type: Kind, required: true }
      note: { type: string, required: kind == B, max_chars: 5 }
      part: { type: Part }
      orders: { type: { list: Order } }
    rules:
      - { id: note-of-b, at: note, when: present(note), expect: kind == B }
operations:
  make: { post: /make, request: { type: Order }, scenarios: { second: { when: kind == B } }, response: { order: { type: Order } } }
  change: { put: /make, request: { type: Order }, rules: [ { id: any, at: part, at_least_one: [part, note] } ] }
  list: { get: /make, request: { type: Filter } }
  more: { overlay: make, request: { more: { type: string } } }
  plain: { post: /plain, request: { type: { type: string, required: true } } }
";

fn spec() -> String {
    SPEC.replace(
        "operations:\n",
        "  Filter: { fields: { kind: { type: Kind } } }\noperations:\n",
    )
}

#[test]
fn nothing_is_wrong_with_them() {
    assert_eq!(findings(&spec()), [""; 0]);
}

/// A body is judged by the rules of the object, wherever the object stands besides.
#[test]
fn they_are_judged_by_the_rules_of_the_object() {
    let model = load_str(&[("api.yaml", &spec())]).model.expect("a spec");
    let of = |name: &str, body: serde_json::Value| {
        let mut all = model.api.operations.iter();
        let operation = all.find(|it| it.name == name).expect("an operation");
        let found = judge::judge(&model.api, operation, &body, &[]);
        found
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join("\n")
    };
    insta::assert_snapshot!(
        [
            of("make", json!({ "kind": "B", "note": "short" })),
            of(
                "make",
                json!({ "kind": "B", "part": {}, "orders": [{ "kind": "B" }], "odd": 1 })
            ),
            of("make", json!({ "kind": "A", "note": "longer", "part": {} })),
            of("change", json!({ "kind": "A" })),
            of("more", json!({ "kind": "B", "more": "x" })),
            of("list", json!({ "kind": "C" })),
            of("plain", json!({ "type": 5 })),
        ]
        .join("\n\n")
    );
}

#[test]
fn what_is_no_object_is_told() {
    let mistakes = [
        "{ type: Odrer }",
        "{ type: Kind }",
        "{ type: Either }",
        "{ type: string }",
        "{ type: }",
        "{ type: { list: Order } }",
        "{ type: [Order] }",
        "{ type: Order, more: { type: string } }",
        "Order",
    ];
    let told = mistakes.map(|request| {
        let spec = format!(
            "api: demo\ntypes: {{ Kind: {{ enum: {{ A: One. }} }}, Either: {{ any: [Order, string] }}, Order: {{ fields: {{ kind: {{ type: Kind }}, other: {{ type: Either }} }} }} }}\noperations:\n  one: {{ post: /one, request: {request}, response: {{ order: {{ type: Order }} }} }}"
        );
        format!("{request}\n{}", findings(&spec).join("\n"))
    });
    insta::assert_snapshot!(told.join("\n\n"));
}

/// Fields of named types say nothing of a place.
#[test]
fn a_named_type_has_no_places() {
    let spec = "api: demo\ntypes: { Order: { fields: { id: { type: string, in: path } } } }\noperations:\n  one: { post: \"/one/{id}\", request: { type: Order } }";
    insta::assert_snapshot!(findings(spec).join("\n"));
}

/// What pages make of the fields of the object, they make of those of the request.
#[test]
fn verdicts_on_the_object_are_those_on_the_request() {
    let verdict = r#"{"at":"Order.note","kind":"type","value":"string","verdict":"confirmed","pages":["guide"]}"#;
    let files = [("api.yaml", &*spec()), ("verdicts.jsonl", verdict)];
    let model = load_str(&files).model.expect("a spec");
    let pages = |name: &str| {
        let operation = model.api.operations.iter().find(|it| it.name == name);
        let request = operation.expect("an operation").request;
        let object = model.api.type_(request).object().expect("an object");
        let field = object.field("note").expect("a field");
        model.provenance.field(field.id).pages.clone()
    };
    for name in ["make", "change", "more"] {
        assert_eq!(pages(name), ["guide"], "{name}");
    }
}

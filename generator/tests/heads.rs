//! Where the fields of an answer may stand, and what lint says of it.

use stipula_generator::{diag::short, load_str};

#[test]
fn places_of_an_answer_are_checked() {
    let told: Vec<String> = [
        "it: { type: integer, in: header, name: X-It }, code: { type: integer, in: status }",
        "it: { type: string, in: status }",
        "it: { type: Part, in: header }",
        "\"a b\": { type: string, in: header }",
        "it: { type: string, name: X-It }",
        "it: { type: integer, in: status, name: X-It }",
        "a: { type: string, in: header, name: X-It }, b: { type: string, in: header, name: x-it }",
        "a: { type: integer, in: status }, b: { type: integer, in: status }",
        "it: { type: integer, in: header, alias: [that], lenient: true }",
        "it: { type: string, in: query }",
        "",
    ]
    .iter()
    .map(|fields| {
        let spec = format!(
            "api: demo\ntypes: {{ Part: {{ fields: {{ a: {{ type: string }} }} }} }}\noperations: {{ send: {{ post: /send, request: {{ p: {{ type: Part }} }}, response: {{ {fields} }} }} }}"
        );
        let loaded = load_str(&[("api.yaml", &spec)]);
        let lines: Vec<_> = loaded.diagnostics.iter().map(|it| short(it, &loaded.sources)).collect();
        format!("{fields}\n{}\n", lines.join("\n"))
    })
    .collect();
    insta::assert_snapshot!(told.join("\n"));
}

//! What lint says about keys of repeats, and what becomes of them.

mod linted;

use linted::findings;
use stipula_generator::{Target, emit, load_str};

/// What is found of an operation with these keys.
fn found(operation: &str) -> String {
    let spec = format!(
        "api: demo
credentials: {{ token: {{}} }}
authentication: {{ main: {{ api_key: {{ header: X-Api-Key, is: token }} }}, other: {{ bearer: token }} }}
outcome: {{ by: http }}
headers:
  X-Sent: {{ in: request, doc: Sent. }}
  X-Came: {{ in: response, doc: Came. }}
operations:
  one: {{ {operation} }}
"
    );
    findings(&spec).join("\n")
}

#[test]
fn what_can_be_said() {
    for written in [
        "header: Idempotency-Key",
        "header: Idempotency-Key, repeat: same",
        "header: Idempotency-Key, repeat: undocumented",
        "header: Idempotency-Key, repeat: { code: used, means: done }",
        "header: x-came, repeat: same",
        "key: a, repeat: same",
        "key: [a, b], repeat: same",
    ] {
        let found = found(&format!(
            "post: /one, request: {{ a: {{ type: string }}, b: {{ type: string }} }}, errors: {{ used: {{ http: 409 }} }}, idempotency: {{ {written} }}"
        ));
        assert_eq!(found, "", "{written}");
    }
}

const MISTAKES: &[&str] = &[
    "post: /one, idempotency: { repeat: same }",
    "post: /one, request: { a: { type: string } }, idempotency: { key: a, header: Key }",
    "post: /one, idempotency: { header: Key, repeat: again }",
    "post: /one, idempotency: { header: A key }",
    "post: /one, idempotency: { header: }",
    "post: /one, idempotency: { header: content-type }",
    "post: /one, idempotency: { header: x-api-key }",
    "post: /one, idempotency: { header: x-sent }",
    "post: /one, request: { a: { type: string, in: header, name: X-Key } }, idempotency: { header: x-key }",
    "get: /one, idempotency: { header: Key, repeat: same }",
    "post: /one, safe: true, idempotency: { header: Key, repeat: same }",
    "post: /one, request: { a: { type: string } }, idempotency: { key: b, repeat: same }",
];

#[test]
fn what_cannot_be_sent_is_told() {
    let told: Vec<_> = MISTAKES
        .iter()
        .map(|it| format!("{it}\n{}", found(it)))
        .collect();
    insta::assert_snapshot!(told.join("\n\n"));
}

/// An overlay has what its base says, and is told of it once.
#[test]
fn an_overlay_repeats_as_its_base_does() {
    let spec = |header: &str| {
        format!(
            "api: demo\noutcome: {{ by: http }}\noperations:\n  one: {{ post: /one, request: {{ a: {{ type: string }} }}, idempotency: {{ header: {header}, repeat: same }} }}\n  two: {{ overlay: one, request: {{ b: {{ type: string }} }} }}"
        )
    };
    let found = findings(&spec("Content-Type"));
    assert_eq!(found.len(), 1, "{found:?}");
    let model = load_str(&[("api.yaml", &spec("Key"))])
        .model
        .expect("a spec");
    let headers = model
        .api
        .operations
        .iter()
        .map(|it| it.idempotency_header());
    assert_eq!(headers.collect::<Vec<_>>(), [Some("Key"), Some("Key")]);
}

fn output(spec: &str, target: Target, path: &str) -> String {
    let model = load_str(&[("api.yaml", spec)]).model.expect("a spec");
    let files = emit(&model, target);
    files.get(path).expect("a file").to_owned()
}

#[test]
fn every_output_tells_the_header() {
    let spec = "api: demo\noutcome: { by: http }\noperations:\n  one: { summary: One, post: /one, request: { a: { type: string } }, idempotency: { header: Idempotency-Key, repeat: same } }";
    let sentence =
        "Requests with the same key in the header `Idempotency-Key` are the same request.";
    let openapi = output(spec, Target::OpenApi, "schema/openapi.json");
    let document: serde_json::Value = serde_json::from_str(&openapi).expect("JSON");
    let post = &document["paths"]["/one"]["post"];
    assert_eq!(
        post["parameters"],
        serde_json::json!([{
            "name": "Idempotency-Key",
            "in": "header",
            "description": "Your key of this call: a new one for each call, the same one when you send the call again.",
            "schema": { "type": "string" },
        }])
    );
    assert!(
        post["description"]
            .as_str()
            .is_some_and(|it| it.starts_with(sentence))
    );
    let markdown = output(spec, Target::Docs, "docs/operations/one.md");
    assert!(markdown.contains(sentence), "{markdown}");
    assert!(
        markdown.contains("-H \"Idempotency-Key: $IDEMPOTENCY_KEY\""),
        "{markdown}"
    );
    let rust = output(spec, Target::Rust, "src/generated/client.rs");
    assert!(rust.contains("`idempotency_key`"), "{rust}");
    let site = output(spec, Target::Site, "docs/site/operations/one.html");
    assert!(site.contains("in the header <code>Idempotency-Key</code>"));
}

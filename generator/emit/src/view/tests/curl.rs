//! Calls of `curl`.

use crate::{fixtures::api, view::curl::curl};
use serde_json::json;

const SPEC: &str = "
api: demo
environments: { test: { url: \"https://test.example.com/{shop}/v1\", doc: Test. } }
credentials: { shop: { public: true }, user: {}, key: {} }
authentication:
  main: { basic: { user: user, password: key } }
  header: { api_key: { header: X-Key, is: key } }
  query: { api_key: { query: key, is: key } }
  signed: { signature: { algorithm: hmac_sha256, key: key, time: unix_seconds, request: { text: \"{body}\", headers: { X-Sign: \"{signature}\" } } } }
defaults: { lists: brackets }
outcome: { by: http }
types: { Part: { fields: { a: { type: string }, b: { type: { list: integer } } } } }
operations:
  get:
    get: \"/a/{id}\"
    request: { id: { type: string, in: path, required: true }, part: { type: Part }, v: { type: string, in: header, name: X-V } }
    response: nothing
  text:
    post: /text
    authentication: header
    request: { text: { type: string, in: payload, required: true } }
    idempotency: { header: Idempotency-Key, repeat: same }
    response: nothing
  bytes:
    put: /bytes
    authentication: query
    request: { n: { type: integer, in: query }, data: { type: bytes, in: payload, required: true } }
    response: nothing
  form:
    patch: /form
    body: form
    authentication: signed
    request: { a: { type: string }, b: { type: { list: string } } }
    response: nothing
";

fn of(name: &str, request: &serde_json::Value) -> String {
    let api = api(SPEC);
    let operation = api.operations.iter().find(|it| it.name == name);
    curl(&api, operation.expect("an operation"), request)
}

#[test]
fn places_schemes_and_encodings() {
    let calls = [
        of(
            "get",
            &json!({ "id": "a/b c", "part": { "a": "it's", "b": [1, 2] }, "v": "" }),
        ),
        of("text", &json!({ "text": "@file\nit's" })),
        of("bytes", &json!({ "n": 5, "data": "aGk=" })),
        of("form", &json!({ "a": "x y", "b": ["1&2", "é"] })),
    ];
    insta::assert_snapshot!(calls.join("\n\n"));
}

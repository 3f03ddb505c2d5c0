//! A whole request: one document, one object for the judge, and pointers there and back.

use proptest::{collection::btree_map, option, prelude::*};
use serde_json::{Map, Value, json};
use stipula_generator::{Model, contract::Operation, judge, load_str};

const SPEC: &str = "
api: demo
defaults: { body: form, lists: comma }
types:
  Part: { fields: { a: { type: integer, range: [0, 9] }, b: { type: { list: boolean } } } }
operations:
  all:
    patch: \"/all/{id}/{~n}\"
    request:
      pathId: { type: string, in: path, name: id, required: true }
      n: { type: integer, in: path, name: \"~n\", required: true }
      limit: { type: integer, in: query, range: [1, 100] }
      part: { type: Part, in: query, name: a/b }
      flags: { type: { list: integer }, in: query }
      version: { type: integer, in: header, name: X-Version }
      id: { type: integer }
      email: { type: string, required: version == 2 }
  payload:
    post: /payload
    request:
      dry: { type: boolean, in: query }
      rows: { type: { list: Part }, in: payload, required: true }
";

fn model() -> Model {
    let spec = SPEC.replace("{~n}", "{n}").replace(", name: \"~n\"", "");
    load_str(&[("api.yaml", &spec)]).model.expect("a spec")
}

fn operation<'a>(model: &'a Model, name: &str) -> &'a Operation {
    let mut all = model.api.operations.iter();
    all.find(|it| it.name == name).expect("an operation")
}

/// Each finding, with the value that it points to in the document.
fn found(name: &str, document: &Value) -> Vec<String> {
    let model = model();
    let request = judge::Request::read(&model.api, operation(&model, name), document);
    let findings = request.judge(&[], None);
    let told = |it: &judge::Finding| {
        let at = document.pointer(&request.pointer(it));
        let at = at.map_or_else(|| "nothing".to_owned(), Value::to_string);
        format!("{it} -> {at}")
    };
    findings.iter().map(told).collect()
}

#[test]
fn text_is_what_travels() {
    let texts = json!({
        "path": { "id": "c_1", "n": "7" },
        "query": { "limit": "10", "a/b": { "a": "3", "b": ["true"] }, "flags": "1,2" },
        "headers": { "x-version": "2", "Accept": "*/*" },
        "body": { "id": "12", "email": "x" },
    });
    assert_eq!(found("all", &texts), [""; 0]);
    let numbers = json!({
        "path": { "id": 1, "n": 7 },
        "query": { "limit": 10, "flags": [1, "2"] },
        "body": { "id": 12 },
    });
    assert_eq!(found("all", &numbers), [""; 0]);
}

#[test]
fn what_is_wrong_is_told_at_its_place() {
    let document = json!({
        "path": { "id": "..", "m": "1" },
        "query": { "limit": "0", "a/b": { "a": "x" }, "limits": "1" },
        "headers": { "x-version": "2", "X-Verson": "1" },
        "body": { "limit": 5, "id": "one", "emial": "x" },
        "cookies": {},
    });
    let found = found("all", &document).join("\n");
    insta::assert_snapshot!(found);
}

#[test]
fn other_documents_are_told_apart() {
    let all = [
        ("all", json!([1])),
        (
            "all",
            json!({ "path": { "id": "a", "n": 1 }, "query": 1, "body": [] }),
        ),
        ("payload", json!({ "query": { "dry": "maybe" } })),
        ("payload", json!({ "body": [{ "a": "3" }] })),
        ("payload", json!({ "body": {} })),
    ];
    let told = all
        .map(|(name, document)| format!("{document}\n  {}", found(name, &document).join("\n  ")));
    insta::assert_snapshot!(told.join("\n"));
}

fn document() -> impl Strategy<Value = Value> {
    let word = || "[a-z~/.]{1,4}";
    let path = (word(), 0..99i64).prop_map(|(id, n)| json!({ "id": id, "n": n.to_string() }));
    let part = (option::of(0..20i64), option::of(any::<bool>())).prop_map(|(a, b)| {
        let mut part = Map::new();
        part.extend(a.map(|a| ("a".to_owned(), json!(a.to_string()))));
        part.extend(b.map(|b| ("b".to_owned(), json!([b.to_string()]))));
        Value::Object(part)
    });
    let query = (
        option::of(-9..200i64),
        option::of(part),
        option::of(0..9i64),
    );
    let query = query.prop_map(|(limit, part, flag)| {
        let mut query = Map::new();
        query.extend(limit.map(|it| ("limit".to_owned(), json!(it.to_string()))));
        query.extend(part.map(|it| ("a/b".to_owned(), it)));
        query.extend(flag.map(|it| ("flags".to_owned(), json!([it.to_string()]))));
        query
    });
    let headers = option::of(0..3i64);
    let body = (
        option::of(-5..5i64),
        btree_map("(email|x|y/z)", word(), 0..3),
    );
    (path, query, headers, body).prop_map(|(path, query, version, (id, more))| {
        let mut document = Map::new();
        document.insert("path".to_owned(), path);
        if !query.is_empty() {
            document.insert("query".to_owned(), Value::Object(query));
        }
        if let Some(version) = version {
            let headers = json!({ "X-Version": version.to_string() });
            document.insert("headers".to_owned(), headers);
        }
        let mut body: Map<String, Value> = id
            .map(|id| ("id".to_owned(), json!(id)))
            .into_iter()
            .collect();
        body.extend(more.into_iter().map(|(key, text)| (key, json!(text))));
        document.insert("body".to_owned(), Value::Object(body));
        Value::Object(document)
    })
}

proptest! {
    /// A document is what is written of what was read of it, and every finding points into it.
    #[test]
    fn there_and_back(document in document()) {
        let model = model();
        let operation = operation(&model, "all");
        let request = judge::Request::read(&model.api, operation, &document);
        let written = judge::document(&model.api, operation, request.object());
        prop_assert_eq!(&written, &document);
        for finding in request.judge(&[], None) {
            let pointer = request.pointer(&finding);
            // What is missing is missing in an object that is there, or in a part that is not.
            let above = pointer.rsplit_once('/').map_or("", |it| it.0);
            let is_part = above.matches('/').count() <= 1;
            prop_assert!(document.pointer(above).is_some() || is_part, "{} {}", pointer, finding);
        }
    }
}

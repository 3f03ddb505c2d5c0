//! Addresses that an earlier answer hands out: lint, judgement and outputs.

mod linted;

use std::fmt::Write as _;

use serde_json::json;
use stipula_generator::{Target, emit, load_str};

fn findings(operation: &str) -> String {
    let spec = format!("api: demo\noperations: {{ load: {{ {operation} }} }}");
    linted::findings(&spec).join("\n")
}

/// Operations, most of them with a mistake.
const OPERATIONS: &[&str] = &[
    "get: { url_from: link, hosts: [a.example] }, request: { link: { type: url, required: true }, h: { type: string, in: header } }",
    "get: { url_from: link }, request: { link: { type: url, required: true } }",
    "get: { url_from: link, hosts: ['https://a.example'] }, request: { link: { type: url, required: true } }",
    "get: { url_from: lnk, hosts: [a.example] }, request: { link: { type: url, in: header } }",
    "get: { url_from: link, hosts: [a.example] }, request: { link: { type: string, required: true, sample: 'https://b.example/x' } }",
    "get: { url_from: link, hosts: [a.example] }, request: { link: { type: url } }",
    "get: { url_from: link, hosts: [a.example] }, request: { link: { type: url, required: true }, q: { type: string } }",
    "post: { url_from: link, hosts: [a.example] }, request: { link: { type: url, required: true } }",
];

#[test]
fn what_no_client_could_ask_is_found() {
    let told = OPERATIONS
        .iter()
        .map(|it| format!("{it}\n{}\n", findings(it)));
    insta::assert_snapshot!(told.collect::<Vec<_>>().join("\n"));
}

const SPEC: &str = "
api: demo
environments: { live: { url: \"https://api.example\", doc: Live. } }
queries: { v: { value: \"2\" } }
operations:
  load:
    summary: Load it
    get: { url_from: link, hosts: [a.example, b.example] }
    request: { link: { type: url, required: true, doc: Of the file. } }
    response: bytes
";

#[test]
fn every_output_tells_of_it() {
    let loaded = load_str(&[("api.yaml", SPEC)]);
    let model = loaded.model.expect("a model");
    let mut out = String::new();
    for target in [Target::RustRoot, Target::OpenApi, Target::Docs] {
        for (path, text) in emit(&model, target).iter() {
            let told = |line: &&str| line.contains("link") || line.contains(".example");
            for line in text.lines().filter(told) {
                let _ = writeln!(out, "{path}: {}", line.trim());
            }
        }
    }
    insta::assert_snapshot!(out);
}

#[test]
fn a_request_names_a_host_that_is_listed() {
    use stipula_generator::judge::Request;
    let loaded = load_str(&[("api.yaml", SPEC)]);
    let model = loaded.model.expect("a model");
    let judged = |link: &str| {
        let document = json!({ "path": { "link": link }, "query": { "v": "2" } });
        let request = Request::read(&model.api, &model.api.operations[0], &document);
        let found = request.judge(&[], None);
        let told: Vec<_> = found.iter().map(|it| it.message.clone()).collect();
        told.join("; ")
    };
    assert_eq!(judged("https://a.example/x?y"), "");
    assert_eq!(judged("https://B.example"), "");
    let other = "an address of `https` on `a.example`, `b.example` is asked, and no other one";
    for link in [
        "http://a.example/x",
        "https://c.example/",
        "https://a.example@c.example/",
    ] {
        assert_eq!(judged(link), other, "{link}");
    }
}

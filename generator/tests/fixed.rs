//! Headers and parameters of the query that every request carries with one text.

mod linted;

use std::fmt::Write as _;

use stipula_generator::{Target, diag::short, emit, load_str};

fn findings(spec: &str) -> String {
    linted::findings(&format!("api: demo\n{spec}")).join("\n")
}

/// What is said before the operation, and what lint says.
const MISTAKES: &[(&str, &str)] = &[
    (
        "headers: { X-A: { doc: One. } }",
        "api.yaml:2:19: error[E0202]: a header lacks the key `in`; add `in:`",
    ),
    (
        "headers: { X-A: { value: a, required: true, sample: b } }",
        "api.yaml:2:29: error[E0206]: `required` stands beside `value`, which every request carries; remove one of the two\n\
         api.yaml:2:45: error[E0206]: `sample` stands beside `value`, which every request carries; remove one of the two",
    ),
    (
        "headers: { X-A: { in: response, value: a } }",
        "api.yaml:2:40: error[E0613]: `X-A` comes with answers, and has a `value`; remove `in: response`, or take a `sample`",
    ),
    (
        "headers: { X A: { value: a } }",
        "api.yaml:2:12: error[E0613]: `X A` cannot name a header; use letters, digits and `-`",
    ),
    (
        "headers: { content-type: { value: a } }",
        "api.yaml:2:35: error[E0613]: the client writes the header `content-type` itself; say it with `authentication` or `body`, or leave `value` out",
    ),
    (
        "headers: { X-A: { value: é } }",
        "api.yaml:2:26: error[E0613]: the header `X-A` cannot hold this text; a header holds visible ASCII characters, and blanks between them only",
    ),
    (
        "headers: { X-A: { value: a }, x-a: { value: b } }",
        "api.yaml:2:31: error[E0301]: the header `x-a` has two texts; remove one",
    ),
    (
        "credentials: { key: {} }\nheaders: { X-A: { value: 'v {key}' } }",
        "api.yaml:2:16: warning[W0706]: nothing refers to the credential `key`; name it in `authentication`, in a `proof` or in an address, or remove it\n\
         api.yaml:3:26: error[E0613]: `{key}` would be sent as it is written here; write `authentication: { main: { api_key: { header: X-A, is: key } } }`",
    ),
    (
        "credentials: { key: {} }\nqueries: { a: { value: '{key}' } }",
        "api.yaml:2:16: warning[W0706]: nothing refers to the credential `key`; name it in `authentication`, in a `proof` or in an address, or remove it\n\
         api.yaml:3:24: error[E0613]: `{key}` would be sent as it is written here; write `authentication: { main: { api_key: { query: a, is: key } } }`",
    ),
    (
        "credentials: { key: {} }\nauthentication: { main: { api_key: { header: X-Key, is: key } } }\nheaders: { x-key: { value: a } }",
        "api.yaml:4:12: error[E0613]: the header `x-key` is written by the scheme `main`, too; leave one of the two",
    ),
    (
        "headers: { X-Own: { value: a } }",
        "api.yaml:2:12: error[E0613]: the header `X-Own` is written by a field of `ping`, too; leave one of the two",
    ),
    (
        "queries: { own: { value: a } }",
        "api.yaml:2:12: error[E0613]: the parameter `own` is written by a field of `ping`, too; leave one of the two",
    ),
    (
        "queries: { v: { doc: One. } }",
        "api.yaml:2:17: error[E0202]: a parameter of every request lacks the key `value`; add `value:`",
    ),
];

#[test]
fn what_cannot_be_sent_is_found() {
    for (spec, expected) in MISTAKES {
        let spec = format!(
            "{spec}\noperations: {{ ping: {{ post: /ping, request: {{ a: {{ type: string, in: header, name: X-Own }}, own: {{ type: string, in: query }} }} }} }}"
        );
        assert_eq!(findings(&spec), *expected);
    }
}

#[test]
fn braces_that_name_no_credential_are_text() {
    let spec = "headers: { X-A: { value: '{\"a\": 1}' } }\noperations: { ping: { post: /ping } }";
    assert_eq!(findings(spec), "");
}

const SPEC: &str = "
api: demo
environments: { live: { url: \"https://a.example\", doc: Live. } }
headers:
  X-Api-Version: { value: 2024-06-01, doc: The version that this is. }
  Accept-Language: { value: en, in: both }
queries: { api-version: { value: \"3 a\", doc: The same. } }
operations:
  ping:
    summary: Ask
    get: /ping
    request: { mode: { type: string, in: header, name: X-Mode, const: fast, required: true, doc: How. }, q: { type: string, doc: What. } }
    response: nothing
";

#[test]
fn every_output_has_them() {
    let loaded = load_str(&[("api.yaml", SPEC)]);
    let all = loaded.diagnostics.iter();
    let found: Vec<_> = all.map(|it| short(it, &loaded.sources)).collect();
    assert_eq!(found, [""; 0]);
    let model = loaded.model.expect("a model");
    let mut out = String::new();
    let wanted = ["2024-06-01", "Accept-Language", "api-version", "X-Mode"];
    for target in [
        Target::RustRoot,
        Target::OpenApi,
        Target::Docs,
        Target::Site,
    ] {
        for (path, text) in emit(&model, target).iter() {
            if path.contains("/assets/") {
                continue;
            }
            for line in text
                .lines()
                .filter(|line| wanted.iter().any(|it| line.contains(it)))
            {
                let line: String = line.trim().chars().take(200).collect();
                let _ = writeln!(out, "{path}: {line}");
            }
        }
    }
    insta::assert_snapshot!(out);
}

//! Redirects that are followed, and what lint says of them.

mod linted;

use stipula_generator::{Target, emit, load_str};

fn findings(spec: &str) -> String {
    linted::findings(&format!("api: demo\n{spec}")).join("\n")
}

#[test]
fn what_says_nothing_or_too_much_is_found() {
    for (spec, expected) in [
        (
            "redirects: follow\noperations: { a: { get: /a }, b: { post: /b } }",
            "",
        ),
        (
            "redirects: follow\noperations: { a: { get: /a, redirects: refuse }, b: { head: /b } }",
            "",
        ),
        (
            "operations: { a: { get: /a, redirects: follow }, b: { overlay: a } }",
            "",
        ),
        (
            "redirects: follow\noperations: { b: { post: /b } }",
            "api.yaml:2:1: warning[W0707]: no operation asks with `get` or `head`; remove `redirects`",
        ),
        (
            "redirects: refuse\noperations: { a: { get: /a } }",
            "api.yaml:2:1: warning[W0707]: `redirects` says what holds without it; remove `redirects`",
        ),
        (
            "redirects: follow\noperations: { a: { get: /a, redirects: follow } }",
            "api.yaml:3:29: warning[W0707]: `redirects` says what holds without it; remove `redirects`",
        ),
        (
            "operations: { a: { delete: /a, redirects: follow } }",
            "api.yaml:2:32: error[E0614]: `a` is a `DELETE`, and only what asks with `get` or `head` is asked elsewhere; remove it; the client tells where a redirect points to",
        ),
    ] {
        assert_eq!(findings(spec), expected);
    }
}

/// The lines of every output that speak of redirects.
fn told(operation: &str) -> Vec<String> {
    let spec = format!(
        "api: demo\nenvironments: {{ live: {{ url: 'https://a.example' }} }}\ncredentials: {{ k: {{ doc: K. }} }}\n\
         authentication: {{ main: {{ bearer: k }}, key: {{ api_key: {{ header: X-K, is: k }} }} }}\n\
         redirects: follow\noperations: {{ ask: {{ summary: Ask, get: /ask, response: nothing{operation} }} }}"
    );
    let loaded = load_str(&[("api.yaml", &spec)]);
    let model = loaded.model.expect("a model");
    let targets = [Target::RustRoot, Target::OpenApi, Target::Docs];
    let files = targets.map(|it| emit(&model, it));
    let all = files.iter().flat_map(stipula_generator::FileSet::iter);
    let lines =
        all.flat_map(|(path, text)| text.lines().map(move |it| format!("{path}: {}", it.trim())));
    let wanted = |it: &String| it.contains("redir") || it.contains("curl ");
    lines.filter(wanted).collect()
}

#[test]
fn every_output_tells_of_them() {
    let parts = ["", ", authentication: key", ", redirects: refuse"];
    let parts = parts.map(|it| told(it).join("\n"));
    insta::assert_snapshot!(parts.join("\n\n"));
}

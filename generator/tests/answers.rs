//! What `response` can say, and what lint says of it.

use stipula_generator::{
    Target,
    diag::{Level, short},
    emit, load_str,
};

const TYPES: &str = "types: { A: { fields: { id: { type: string } } }, B: { fields: { no: { type: integer, presence: guaranteed } } } }";

/// The type that an answer is read as, or what lint says.
fn read_as(response: &str) -> String {
    let spec = format!(
        "api: demo\n{TYPES}\noperations: {{ send: {{ post: /send, request: {{ a: {{ type: A }}, b: {{ type: B }} }}, response: {response} }} }}"
    );
    let loaded = load_str(&[("api.yaml", &spec)]);
    let Some(model) = loaded.model else {
        let all = loaded.diagnostics.iter();
        let lines: Vec<_> = all.map(|it| short(it, &loaded.sources)).collect();
        return lines.join("\n");
    };
    let files = emit(&model, Target::RustRoot);
    let text = files.get("root.rs").unwrap_or_default();
    let line = text
        .lines()
        .find_map(|it| it.trim().strip_prefix("type Response = "));
    line.unwrap_or_default().trim_end_matches(';').to_owned()
}

#[test]
fn an_answer_is_fields_or_a_type() {
    for (response, type_) in [
        ("{ id: { type: string } }", "response::SendResponse"),
        ("{}", "response::SendResponse"),
        ("A", "response::A"),
        ("{ type: A }", "response::A"),
        ("boolean", "bool"),
        ("{ list: A }", "Vec<response::A>"),
        (
            "{ type: { list: { type: string, max_chars: 3 } } }",
            "Vec<String>",
        ),
        ("{ map: string, of: integer }", "BTreeMap<String, i64>"),
        ("{ any: [B, boolean] }", "response::SendResponse"),
        ("text", "Text"),
        ("bytes", "Raw"),
        ("nothing", "Nothing"),
        (
            "{ status: { 200: A, 204: nothing } }",
            "answers::SendAnswer",
        ),
        ("{ status: { type: string } }", "response::SendResponse"),
        // Fields that are called like keys of types.
        ("{ list: { type: string } }", "response::SendResponse"),
        ("{ type: { type: string } }", "response::SendResponse"),
        (
            "{ any: { type: A }, of: { type: B } }",
            "response::SendResponse",
        ),
    ] {
        assert_eq!(read_as(response), type_, "{response}");
    }
}

/// The module of answers by status.
fn answers(response: &str) -> String {
    let spec = format!(
        "api: demo\n{TYPES}\noperations: {{ send: {{ post: /send, response: {response} }} }}"
    );
    let model = load_str(&[("api.yaml", &spec)]).model.expect("a model");
    let files = emit(&model, Target::Rust);
    files
        .get("src/generated/answers.rs")
        .unwrap_or_default()
        .to_owned()
}

#[test]
fn the_status_chooses() {
    insta::assert_snapshot!(answers(
        "{ status: { 200: A, 202: { list: B }, 204: nothing, 206: bytes, 210: text } }"
    ));
}

#[test]
fn mistakes_of_statuses_are_told() {
    let told: Vec<String> = [
        "{ status: { 404: A } }",
        "{ status: { 2xx: A, 0200: A, 70000: A } }",
        "{ status: { 200: { id: { type: string } } } }",
        "{ status: { 204: A } }",
        "{ status: { 200: { status: { 201: A } } } }",
        "{ status: {} }",
        "{ status: { 200: Aa } }",
        "{ status: { 200: A }, id: { type: string } }",
    ]
    .iter()
    .map(|it| format!("{it}\n{}\n", read_as(it)))
    .collect();
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn an_example_has_a_status_of_its_answer() {
    let told: Vec<String> = [
        ("nothing", "http: 204, direction: response"),
        ("{ status: { 200: A, 202: B } }", "http: 202, direction: response"),
        ("{ status: { 200: A, 202: B } }", "http: 201, direction: response"),
        ("A", "http: 404, direction: response"),
        ("A", "http: 200"),
    ]
    .iter()
    .map(|(response, example)| {
        let spec = format!(
            "api: demo\n{TYPES}\noperations:\n  send:\n    get: /send\n    response: {response}\n    examples: {{ one: {{ body: one.json, {example} }} }}"
        );
        let loaded = load_str(&[("api.yaml", &spec), ("one.json", "{}")]);
        let errors = loaded.diagnostics.iter().filter(|it| it.code.level() == Level::Error);
        let lines: Vec<_> = errors.map(|it| short(it, &loaded.sources)).collect();
        format!("{response} {example}\n{}\n", lines.join("\n"))
    })
    .collect();
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn a_constant_out_of_a_range_tells_objects_apart() {
    for (range, told) in [
        ("range: [1, any], ", ""),
        ("range: [any, -1], ", ""),
        ("range: [0, any], ", "error[E0318]"),
        (
            "range: { is: [1, any], severity: warning }, ",
            "error[E0318]",
        ),
        ("", "error[E0318]"),
    ] {
        let spec = format!(
            "api: demo\ntypes:\n  Gone: {{ fields: {{ date: {{ type: integer, const: 0, presence: guaranteed }} }} }}\n  \
             There: {{ fields: {{ date: {{ type: timestamp_seconds, {range}presence: guaranteed }} }} }}\n\
             operations: {{ ask: {{ post: /ask, response: {{ any: [Gone, There] }} }} }}"
        );
        let loaded = load_str(&[("api.yaml", &spec)]);
        let lines: Vec<_> = loaded
            .diagnostics
            .iter()
            .map(|it| short(it, &loaded.sources))
            .collect();
        let lines = lines.join("\n");
        assert!(lines.contains(told), "{range}: {lines}");
        assert_eq!(lines.is_empty(), told.is_empty(), "{range}: {lines}");
    }
}

#[test]
fn mistakes_are_told() {
    for (response, told) in [
        (
            "Aa",
            "api.yaml:3:91: error[E0302]: there is no type `Aa`; did you mean `A`?",
        ),
        (
            "{ list: [A] }",
            "api.yaml:3:99: error[E0204]: `type` is a list, expected a text",
        ),
        (
            "[A]",
            "api.yaml:3:91: error[E0204]: `response` is a list, expected a mapping",
        ),
        (
            "{ any: [A, B] }",
            "api.yaml:3:102: error[E0318]: `A` and `B` cannot be told apart: both are objects, and no member that answers always have is only in `A`; give such a member of `A` `presence: guaranteed`, or both a `const`; or put `B` first",
        ),
    ] {
        assert_eq!(read_as(response), told, "{response}");
    }
}

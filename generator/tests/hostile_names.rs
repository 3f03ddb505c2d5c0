//! Names that Rust cannot have, and faults that hide behind others: small specs and all that lint says.

mod linted;

use stipula_generator::{Target, emit, load_str};

/// Findings of a spec, one a line.
fn findings(spec: &str) -> String {
    linted::findings(&format!("api: demo\n{spec}")).join("\n")
}

/// The generated client of a spec without errors.
fn client(spec: &str) -> String {
    let loaded = load_str(&[("api.yaml", &format!("api: demo\n{spec}"))]);
    let model = loaded.model.expect("the spec has no errors");
    let files = emit(&model, Target::RustRoot);
    files.get("root.rs").unwrap_or_default().to_owned()
}

#[test]
fn names_that_nothing_can_have_are_told() {
    let told = [
        "operations: { send: { post: /send, errors: { UNKNOWN: { class: F } } } }\noutcome: { status: [s], success: [S], failed: [F] }",
        "operations: { a_1: { post: /a }, a1: { post: /b } }",
        "operations: { transient: { post: /a } }",
        "types: { From: { fields: { a: { type: string } } } }\noperations: { send: { post: /send, request: { a: { type: From } } } }",
        "types: { value: { enum: { A: One. } }, \"+\": { fields: { a: { type: value } } } }\noperations: { send: { post: /send, request: { b: { type: \"+\" } } } }",
        "types: { SendRequest: { fields: { a: { type: string } } } }\noperations: { send: { post: /send, request: { a: { type: SendRequest } } } }",
        "operations: { send: { post: /send, request: { \"+\": { type: string }, \"🎬\": { type: string } } } }",
        "operations: { send: { post: /send, request: { a: { type: string, pattern: '(?i)^a$' }, b: { type: string, pattern: '[[:alpha:]]' } } } }",
    ]
    .map(findings);
    insta::assert_snapshot!(told.join("\n\n"));
}

#[test]
fn types_that_a_misspelled_name_hides_are_checked_too() {
    insta::assert_snapshot!(findings(
        "\
types:
  Address: { fields: { country: { type: string }, code: { type: string, required: country = \"DE\" } } }
  Hidden: { fields: { x: { type: Adress }, y: { type: string, required: parent.z == 1 and key == \"a\" } } }
operations: { send: { post: /send, request: { ship: { type: Adress } } } }
"
    ));
}

#[test]
fn a_type_that_nothing_reaches_is_no_part_of_the_client() {
    let spec = "types: { T: { fields: { a: { type: U } } }, U: { fields: { b: { type: string } } } }\n\
                operations: { send: { post: /send } }";
    let told = findings(spec);
    assert_eq!(told.matches("W0701").count(), 2, "{told}");
    assert!(!client(spec).contains("struct T"));
}

#[test]
fn what_has_one_name_without_capitals_has_two_files() {
    let text = client(
        "types: { 订单: { fields: { a: { type: string } } }, a_b: { fields: { c: { type: string } } }, Ab: { fields: { d: { type: string } } } }\n\
         operations: { send: { post: /send, request: { 甲: { type: 订单 }, b: { type: a_b }, c: { type: Ab } } } }",
    );
    for line in [
        "pub use item::订单;",
        "pub use ab::AB;",
        "pub use ab_::Ab;",
        "pub 甲: Option<订单>,",
    ] {
        assert!(text.contains(line), "{line} is not in\n{text}");
    }
}

#[test]
fn a_union_takes_a_name_that_is_free() {
    let text = client(
        "types: { K: { enum: { A: One. } }, T: { fields: { a: { type: string } } } }\n\
         operations: { send: { post: /send, request: { k: { type: K }, from: { type: { by: k, cases: { A: T } } } } } }",
    );
    assert!(text.contains("pub enum FromChoice {"), "{text}");
}

#[test]
fn a_scenario_gives_what_its_request_holds() {
    let text = client(
        "types: { K: { enum: { A: One., B: Two. } }, T: { fields: { a: { type: string } } } }\n\
         operations:\n  send:\n    post: /send\n    request:\n      k: { type: K, required: true, sensitive: true }\n      \
         u: { type: { by: k, cases: { A: T, B: T } }, required: k == A, sensitive: true }\n      \
         v: { type: { by: k, cases: { A: T, B: T } } }\n    scenarios: { first: { when: k == A } }",
    );
    for line in [
        "request.k = Some(Sensitive(enums::K::A));",
        "request.u = Some(Sensitive(request::U::A(value.u.0)));",
        "self.request = self.request.v(request::V::A(value));",
    ] {
        assert!(text.contains(line), "{line} is not in\n{text}");
    }
}

#[test]
fn outputs_of_deep_and_recursive_types_are_made() {
    let mut spec = "types:\n  T39: { fields: { back: { type: { list: T0 } } } }\n".to_owned();
    for at in 0..39 {
        let next = format!(
            "  T{at}: {{ fields: {{ n: {{ type: {{ list: {{ map: string, of: T{} }} }}, sensitive: true }} }} }}\n",
            at + 1
        );
        spec.push_str(&next);
    }
    spec += "operations: { send: { post: /send, request: { a: { type: T0, sensitive: true } } } }";
    let loaded = load_str(&[("api.yaml", &format!("api: demo\n{spec}"))]);
    let model = loaded.model.expect("the spec has no errors");
    for target in [Target::Docs, Target::OpenApi, Target::Rust, Target::Site] {
        assert!(emit(&model, target).iter().next().is_some());
    }
}

//! Conditions as a newcomer would write them, and what every reader of them makes of some bodies.
//!
//! `awkward/api.yaml` has an operation for each condition and `awkward/bodies.json` has bodies for
//! each operation. The snapshot shows the condition as written, as printed, in English, and the
//! verdicts of the derived validator and of the emitted JSON Schema side by side.

mod judge;
mod spec;

use std::{collections::BTreeSet, fmt::Write};

use serde_json::{Map, Value};
use stipula_generator::unsayable;

use judge::{JUDGES, Judge};
use spec::Spec;

fn built() -> Spec {
    Spec::load("awkward")
}

fn bodies() -> Map<String, Value> {
    serde_json::from_str(include_str!("../../awkward/bodies.json")).expect("the bodies are JSON")
}

/// What is said of one body.
struct Verdict {
    body: Value,
    /// What is broken.
    rust: Vec<String>,
    /// `None` when no schema can say the rule.
    schema: Option<bool>,
}

impl Verdict {
    fn is_right(&self) -> bool {
        self.rust.is_empty()
    }

    fn line(&self) -> String {
        let rust = if self.is_right() {
            "ok".to_owned()
        } else {
            self.rust.join(", ")
        };
        let schema = match self.schema {
            Some(true) => "ok",
            Some(false) => "refused",
            None => "-",
        };
        format!("{rust:<28} | {schema:<7} | {}", self.body)
    }
}

fn verdicts(spec: &Spec, operation: &str, judge: Judge) -> Vec<Verdict> {
    let schema = spec.schema(operation);
    let mut verdict = |body: Value| {
        let found = judge(body.clone());
        let told = found
            .errors()
            .map(|it| format!("{} {}", it.code(), it.pointer()));
        let rust: Vec<String> = told.collect();
        let mut sent = body.clone();
        sent.as_object_mut().and_then(|it| it.remove("ctx"));
        let valid = schema.is_valid(&sent);
        // Also where the schema cannot say the rule, it must not refuse what is right.
        let right = rust.is_empty();
        assert!(
            valid || !right,
            "{operation}: only the schema refuses {body}"
        );
        let schema = spec.sayable(operation).then_some(valid);
        Verdict { body, rust, schema }
    };
    let all = bodies().remove(operation).unwrap_or_default();
    let all = all.as_array().cloned().unwrap_or_default();
    all.into_iter().map(&mut verdict).collect()
}

#[test]
fn every_operation_has_a_judge_and_bodies() {
    let built = built();
    let judged: Vec<&str> = JUDGES.iter().map(|it| it.0).collect();
    assert_eq!(built.names(), judged);
    let names: BTreeSet<&str> = built.names().into_iter().collect();
    let bodies = bodies();
    assert_eq!(names, bodies.keys().map(String::as_str).collect());
    for name in &names {
        // Types and rules are found by the beginning of their name.
        let alike = names.iter().filter(|it| it.starts_with(name)).count();
        assert_eq!(alike, 1, "{name}");
    }
}

#[test]
fn rust_and_the_schema_agree_wherever_the_schema_can_say_it() {
    let (spec, mut wrong) = (built(), String::new());
    for (operation, judge) in JUDGES {
        let all = verdicts(&spec, operation, *judge);
        let outcomes: BTreeSet<bool> = all.iter().map(Verdict::is_right).collect();
        assert_eq!(outcomes.len(), 2, "{operation}: bodies of both kinds");
        for it in &all {
            if it.schema.is_some_and(|valid| valid != it.is_right()) {
                writeln!(wrong, "{operation}: {}", it.line()).unwrap();
            }
        }
    }
    assert_eq!(wrong, "");
}

#[test]
fn what_the_schema_cannot_say_is_listed() {
    // A prefix of a key, a value beside the body, fields against fields.
    let expected = [
        "TextKeyText.x.required_if",
        "ContextAloneRequest.x.required_if",
        "ContextAndBodyRequest.x.required_if",
        "FieldAgainstFieldRequest.x.required_if",
        "ElementCheckLine.few",
        "SameKindRequest.x.required_if",
    ];
    assert_eq!(unsayable(&built().api), expected);
}

fn section(text: &mut String, spec: &Spec, operation: &str, judge: Judge) {
    let mut all = spec.api.operations.iter();
    let of = all
        .find(|it| it.name == operation)
        .expect("an operation of the spec");
    writeln!(text, "## {operation}: {}", of.summary).unwrap();
    let (written, checked) = (spec.written(operation), spec.checked(operation));
    assert_eq!(written.len(), checked.len(), "{operation}");
    for (written, checked) in written.iter().zip(checked) {
        writeln!(text, "written  {written}").unwrap();
        writeln!(text, "printed  {}", checked.text).unwrap();
        writeln!(text, "english  {}", checked.english).unwrap();
    }
    for it in verdicts(spec, operation, judge) {
        writeln!(text, "  {}", it.line()).unwrap();
    }
    text.push('\n');
}

#[test]
fn awkward_conditions() {
    let (built, mut text) = (built(), String::new());
    for (operation, judge) in JUDGES {
        section(&mut text, &built, operation, *judge);
    }
    insta::assert_snapshot!(text);
}

//! What is said of bodies that break rules: what is there, what is expected, what to do.

use std::{fmt::Write as _, fs, path::Path};

use serde_json::{Value, json};
use stipula_generator::{
    contract::Api,
    judge::{Finding, MOST_SHOWN, judge, judge_scenario},
    load,
};

fn api() -> Api {
    let loaded = load(Path::new("../tests/findings"));
    loaded.model.expect("a spec without errors").api.clone()
}

/// What is found in a case: an operation, a body, and what is beside it.
fn found(api: &Api, case: &Value) -> Vec<Finding> {
    let name = case["operation"].as_str().unwrap();
    let mut operations = api.operations.iter();
    let operation = operations.find(|it| it.name == name).unwrap();
    let context: Vec<(String, String)> = case["context"]
        .as_object()
        .into_iter()
        .flatten()
        .map(|(name, value)| (name.clone(), value.as_str().unwrap().to_owned()))
        .collect();
    let mut found = judge(api, operation, &case["body"], &context);
    let mut scenarios = operation.scenarios.iter();
    if let Some(scenario) = scenarios.find(|it| case["scenario"] == it.name.as_str()) {
        let body = &case["body"];
        found.extend(judge_scenario(api, operation, scenario, body, &context));
    }
    found
}

fn one(api: &Api, operation: &str, body: &Value) -> Finding {
    let mut found = found(api, &json!({ "operation": operation, "body": body }));
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

#[test]
fn every_rule_says_what_is_wrong() {
    let api = api();
    let cases = fs::read_to_string("../tests/findings/bodies.jsonl").unwrap();
    let mut told = String::new();
    for case in cases.lines() {
        writeln!(told, "{case}").unwrap();
        for it in found(&api, &serde_json::from_str(case).unwrap()) {
            writeln!(told, "  {it}").unwrap();
        }
    }
    insta::assert_snapshot!(told);
}

#[test]
fn what_is_found_and_expected_are_data_too() {
    let api = api();
    let it = one(&api, "values", &json!({ "product": "MOVI" }));
    assert_eq!(it.actual, Some(json!("MOVI")));
    assert_eq!(
        it.expected,
        Some(json!({ "known": ["PASS", "MOVIE", "GIFT"] }))
    );
    assert_eq!(it.suggestion.as_deref(), Some("MOVIE"));

    let it = one(&api, "values", &json!({ "title": "a".repeat(34) }));
    assert_eq!(it.actual, Some(json!(34)));
    assert_eq!(it.expected, Some(json!({ "max_chars": 32 })));

    let it = one(&api, "values", &json!({ "limit": "12" }));
    assert_eq!(it.actual, Some(json!("12")));
    let wanted = json!({ "type": "a whole number of 64 bits" });
    assert_eq!(it.expected, Some(wanted));

    let dates =
        json!({ "kind": "TICKET", "phone": "1", "start": "2026-02-01", "end": "2026-01-01" });
    let it = one(&api, "presence", &dates);
    assert_eq!(it.actual, Some(json!("2026-01-01")));
    assert_eq!(it.expected, Some(json!({ "expect": "end > start" })));
    assert_eq!(Value::Object(it.beside), json!({ "/start": "2026-02-01" }));
}

/// Whatever a sensitive member holds and wherever it stands, its text is nowhere in what is told.
#[test]
fn sensitive_values_are_not_shown() {
    let api = api();
    let secrets = [
        json!("k4x-secret"),
        json!(["k4x-secret"]),
        json!({ "number": "k4x-secret", "limit": "k4x-secret" }),
        json!({ "k4x-secret": 1 }),
    ];
    for secret in &secrets[..2] {
        for member in ["secret", "secretKind", "secretDay"] {
            let body = json!({ member: secret });
            let found = found(&api, &json!({ "operation": "values", "body": body }));
            assert!(!found.is_empty());
            assert!(!format!("{found:?}").contains("k4x"), "{found:?}");
        }
    }
    // What stands for an object may be what the object should have hidden.
    let body = json!({ "card": "k4x-secret" });
    let it = found(&api, &json!({ "operation": "values", "body": body }));
    assert!(
        !it.is_empty() && !format!("{it:?}").contains("k4x"),
        "{it:?}"
    );
    let body = json!({ "crd": { "number": "k4x-secret" } });
    let it = found(&api, &json!({ "operation": "values", "body": body }));
    assert_eq!(it.len(), 2, "{it:?}");
    assert!(!format!("{it:?}").contains("k4x"), "{it:?}");
    let pins = json!({ "kind": "TICKET", "phone": "1", "pin": "k4x-secret", "again": "k4x-other" });
    let it = one(&api, "presence", &pins);
    assert!(!format!("{it:?}").contains("k4x"), "{it:?}");
    assert_eq!(
        it.message,
        "a text of 9 characters must be equal to `pin`, which is a text of 10 characters"
    );
}

/// No text of a body moves a cursor, turns the writing, or passes for a sentence of ours.
#[test]
fn hostile_values_are_harmless() {
    let api = api();
    let hostile = "\u{1b}[2J\u{7}\u{202e}\u{200b}\n`; did you mean";
    for member in ["email", "product", "fixed", "plate", "uuid", hostile] {
        let body = json!({ member: hostile });
        for it in found(&api, &json!({ "operation": "values", "body": body })) {
            let told = it.to_string();
            let is_harmless = |c: char| !c.is_control() && !('\u{200b}'..='\u{206f}').contains(&c);
            assert!(told.chars().all(is_harmless), "{told:?}");
            assert!(!it.message.contains("`; did you mean"), "{told}");
        }
    }
    let long = "a".repeat(100_000);
    let it = one(&api, "values", &json!({ "uuid": long }));
    assert!(
        it.message
            .contains(&format!("`{}…`", "a".repeat(MOST_SHOWN)))
    );
    assert!(it.to_string().len() < 300, "{it}");
}

//! A fault in any one judge is noticed, and the rule is named.

use serde_json::{Value, json};
use stipula_contract::{Api, ConstraintKind, Length, Module, Operation, TypeKind};
use stipula_logic::witness::{self, Witness};
use stipula_tests::{
    agreement::client_and_evaluator,
    bodies::{Case, Kind},
    flagship,
};

use crate::schema;

fn case(witness: Witness) -> Case {
    Case {
        seed: 0,
        kind: Kind::Nearly,
        body: witness.body,
        context: witness.context,
    }
}

/// Bodies of the corpus that break one rule alone.
fn isolating(api: &Api, operation: &Operation) -> Vec<(String, Case)> {
    let (entries, _) = witness::corpus(api, operation);
    let breaking = entries.into_iter().filter_map(|entry| {
        let rule = entry.name.strip_prefix("breaking/")?.to_owned();
        Some((rule, case(entry.witness)))
    });
    breaking.collect()
}

#[test]
fn evaluator_without_a_rule_is_noticed() {
    let api = flagship::model();
    for operation in &api.operations {
        for (rule, case) in isolating(&api, operation) {
            assert_eq!(client_and_evaluator(&api, operation, &case), None);
            let faulty = flagship::without(&api, &rule);
            let found = client_and_evaluator(&faulty, operation, &case).expect(&rule);
            assert!(
                found.starts_with("only the client: ") && found.contains(&rule),
                "{found}"
            );
        }
    }
}

/// The client itself cannot be changed here; a limit that is one off in the model that it is
/// held against is the same fault, seen from the other side.
#[test]
fn client_with_another_limit_is_noticed() {
    let api = flagship::model();
    let mut count = 0;
    for operation in &api.operations {
        for (rule, case) in isolating(&api, operation) {
            let mut faulty = api.clone();
            if !raise(&mut faulty.api, &rule) {
                continue;
            }
            let found = client_and_evaluator(&faulty, operation, &case).expect(&rule);
            assert!(
                found.starts_with("only the client: ") && found.contains(&rule),
                "{found}"
            );
            count += 1;
        }
    }
    assert!(count > 30, "{count} limits are few");
}

/// Raises the highest length that a rule allows by one.
fn raise(api: &mut Api, rule: &str) -> bool {
    let judged = api
        .types
        .iter_mut()
        .filter(|ty| ty.module == Module::Request);
    for ty in judged {
        let TypeKind::Object(object) = &mut ty.kind else {
            continue;
        };
        let constraints = object
            .fields
            .iter_mut()
            .flat_map(|it| &mut it.item.constraints);
        for it in constraints.filter(|it| it.meta.id == rule) {
            if let ConstraintKind::MaxChars(Length::Fixed(most)) = &mut it.kind {
                *most += 1;
                return true;
            }
        }
    }
    false
}

#[test]
fn schema_of_a_spec_without_a_rule_is_noticed() {
    let api = flagship::model();
    let told = stipula_generator::unsayable(&api);
    let mut count = 0;
    for operation in &api.operations {
        let right = schema::Judge::new(&api, operation, &schema::document(&api));
        for (rule, case) in isolating(&api, operation) {
            assert_eq!(right.differs(&case), None, "{rule}");
            let found = {
                let document = schema::document(&flagship::without(&api, &rule));
                schema::Judge::new(&api, operation, &document).differs(&case)
            };
            let is_warning = client_says_warning(operation, &rule, &case);
            if is_warning || told.contains(&rule) {
                assert_eq!(found, None, "{rule}");
                continue;
            }
            let found = found.expect(&rule);
            assert!(
                found.starts_with("only the evaluator: ") && found.contains(&rule),
                "{found}"
            );
            count += 1;
        }
    }
    assert!(count > 120, "{count} rules are few");
}

fn client_says_warning(operation: &Operation, rule: &str, case: &Case) -> bool {
    let told = stipula_tests::client::verdict(&operation.name, &case.body, &case.context);
    let told = told.expect("read");
    told.iter().any(|it| it.rule == rule && !it.is_error)
}

#[test]
fn schema_with_another_keyword_is_noticed() {
    let api = flagship::model();
    let operation = flagship::operation(&api, "createTemplate");
    let mut document = schema::document(&api);
    let request = "/components/schemas/CreateTemplateRequest";
    let most = document.pointer_mut(&format!("{request}/properties/requestId/maxLength"));
    *most.expect("a limit") = json!(33);
    let chosen = document.pointer_mut(&format!("{request}/allOf"));
    let entries = chosen.and_then(Value::as_array_mut).expect("entries");
    let stock = "CreateTemplateRequest.stock.required_if";
    let mut entries = entries.iter_mut();
    let entry = entries
        .find(|it| it["$comment"] == stock)
        .expect("a condition");
    entry["if"]["properties"]["type"]["const"] = json!("TICKET");
    let faulty = schema::Judge::new(&api, operation, &document);
    let found: Vec<String> = isolating(&api, operation)
        .iter()
        .filter_map(|(_, case)| faulty.differs(case))
        .collect();
    let limit = "only the evaluator: error CreateTemplateRequest.requestId.max_chars /requestId";
    assert!(found.iter().any(|it| it.starts_with(limit)), "{found:?}");
    let condition = format!("only the schema: error {stock} /stock");
    assert!(found.iter().any(|it| it.contains(&condition)), "{found:?}");
}

//! The compiled clients of random specs beside the evaluator and the schema.

use serde_json::Value;
use stipula_contract::Operation;
use stipula_generator::{Model, Target, emit};
use stipula_logic::witness;
use stipula_tests::{
    agreement::{evaluator_and, shrunk},
    bodies::{Case, Kind, Maker},
    compiled::{Clients, Spec},
};

use crate::schema;

/// The smallest body of each operation about which two judges differ.
pub(crate) fn differences(specs: Vec<(u64, Model)>, bodies: u64) -> Vec<String> {
    let named = specs
        .into_iter()
        .map(|(seed, model)| Spec::new(format!("seed_{seed}"), model));
    let specs: Vec<Spec> = named.collect();
    let temporary = env!("CARGO_TARGET_TMPDIR");
    let clients = Clients::compile(temporary, "judges", &specs).unwrap_or_else(|it| panic!("{it}"));
    let mut wrong = Vec::new();
    for spec in &specs {
        let files = emit(&spec.model, Target::OpenApi);
        let text = files.get("schema/openapi.json").expect("a document");
        let document = serde_json::from_str(text).expect("JSON");
        for operation in &spec.model.operations {
            let found = of_operation(spec, operation, &document, &clients, bodies);
            wrong.extend(found.map(|it| format!("{}, {}: {it}", spec.name, operation.name)));
        }
    }
    wrong
}

fn of_operation(
    spec: &Spec,
    operation: &Operation,
    document: &Value,
    clients: &Clients,
    bodies: u64,
) -> Option<String> {
    let api = &spec.model;
    let judge = schema::Judge::new(api, operation, document);
    let by_client = |operation: &str, body: &Value, _: &[(String, String)]| {
        clients.verdict(&spec.name, operation, body)
    };
    let differs = |case: &Case| {
        evaluator_and(&by_client, api, operation, case).or_else(|| judge.differs(case))
    };
    let found = cases(api, operation, bodies)
        .into_iter()
        .find(|it| differs(it).is_some())?;
    let case = shrunk(&found, |it| differs(it).is_some());
    let why = differs(&case).unwrap_or_default();
    Some(format!("{why}\n{}", case.body))
}

/// Every witness, and random bodies where a good one is known to begin with.
fn cases(api: &Model, operation: &Operation, bodies: u64) -> Vec<Case> {
    let (entries, _) = witness::corpus(api, operation);
    let witnesses = entries.into_iter().map(|it| Case {
        seed: 0,
        kind: Kind::Nearly,
        body: it.witness.body,
        context: it.witness.context,
    });
    let maker = Maker::new(api, operation);
    let bodies = if maker.knows_a_valid_body() {
        bodies
    } else {
        0
    };
    witnesses
        .chain((0..bodies).map(|it| maker.case(it)))
        .collect()
}

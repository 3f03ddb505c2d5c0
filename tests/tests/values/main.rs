//! Values of every kind that the language has: random bodies are judged alike by the generated
//! client, by the evaluator and by the emitted schema.

#[path = "../agreement/schema.rs"]
#[allow(dead_code, reason = "the other test asks it more")]
mod schema;

use std::path::Path;

use serde_json::Value;
use stipula_contract::{Api, Operation};
use stipula_generator::{Model, Target, emit, load, unsayable};
use stipula_logic::judge::judge;
use stipula_tests::{
    Told,
    agreement::{evaluator_and, shrunk},
    bodies::{Case, Maker},
    client::{check, told},
    readable,
};

#[allow(
    missing_docs,
    unused,
    unexpected_cfgs,
    unreachable_pub,
    clippy::pedantic
)]
mod generated {
    include!(concat!(env!("OUT_DIR"), "/values/root.rs"));
}

use generated::request::*;

/// Bodies of each operation.
const BODIES: u64 = 3_000;

fn model() -> Model {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("values");
    load(&folder).model.expect("the spec loads")
}

fn verdict(operation: &str, body: &Value, _: &[(String, String)]) -> serde_json::Result<Vec<Told>> {
    let violations = match operation {
        "recursion" => check::<RecursionRequest>(body),
        "times" => check::<TimesRequest>(body),
        "numbers" => check::<NumbersRequest>(body),
        "formats" => check::<FormatsRequest>(body),
        "constants" => check::<ConstantsRequest>(body),
        "tags" => check::<TagsRequest>(body),
        "shapes" => check::<ShapesRequest>(body),
        "bytes" => check::<BytesRequest>(body),
        other => panic!("no judge for `{other}`"),
    };
    violations.map(|it| told(&it))
}

/// The smallest body about which two judges differ.
fn differing(maker: &Maker<'_>, differs: impl Fn(&Case) -> Option<String>) -> Option<String> {
    let found = (0..BODIES)
        .map(|seed| maker.case(seed))
        .find(|it| differs(it).is_some())?;
    let case = shrunk(&found, |it| differs(it).is_some());
    let why = differs(&case).unwrap_or_default();
    let operation = &maker.operation().name;
    Some(format!(
        "{operation}, seed {}: {why}\n{}",
        case.seed, case.body
    ))
}

/// Asks two judges of each operation.
fn each<'a, D>(api: &'a Api, judges: impl Fn(&'a Operation) -> D) -> String
where
    D: Fn(&Case) -> Option<String>,
{
    let wrong = api.operations.iter().filter_map(|operation| {
        let (maker, differs) = (Maker::new(api, operation), judges(operation));
        differing(&maker, differs)
    });
    wrong.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_client_and_the_evaluator_agree() {
    let api = model();
    let wrong = each(&api, |operation| {
        |case: &Case| evaluator_and(&verdict, &api, operation, case)
    });
    assert_eq!(wrong, "");
}

#[test]
fn the_evaluator_and_the_schema_agree() {
    let api = model();
    let files = emit(&api, Target::OpenApi);
    let text = files.get("schema/openapi.json").expect("a document");
    let document = serde_json::from_str(text).expect("JSON");
    let wrong = each(&api, |operation| {
        let judge = schema::Judge::new(&api, operation, &document);
        move |case: &Case| judge.differs(case)
    });
    assert_eq!(wrong, "");
}

/// Bodies that are all good, or all unreadable, would prove nothing.
#[test]
fn bodies_are_of_every_sort() {
    let api = model();
    for operation in &api.operations {
        let maker = Maker::new(&api, operation);
        let (mut good, mut broken, mut unreadable) = (0, 0, 0);
        for seed in 0..BODIES {
            let case = maker.case(seed);
            let found = judge(&api, operation, &case.body, &case.context);
            match (readable(&found), Told::by_rules(&found).is_empty()) {
                (true, true) => good += 1,
                (true, false) => broken += 1,
                (false, _) => unreadable += 1,
            }
        }
        let name = &operation.name;
        assert!(good > 20, "{name}: {good} good bodies");
        assert!(
            broken > 20 || name == "bytes",
            "{name}: {broken} broken bodies"
        );
        assert!(unreadable > 20, "{name}: {unreadable} unreadable bodies");
    }
}

#[test]
fn what_no_schema_can_say_is_listed() {
    let expected = [
        "TimesRequest.in-order",
        "TimesRequest.end-after-start",
        "TimesRequest.since-before-until",
        "NumbersRequest.below",
        "FormatsRequest.short.min_bytes",
        "FormatsRequest.short.max_bytes",
    ];
    assert_eq!(unsayable(&model()), expected);
}

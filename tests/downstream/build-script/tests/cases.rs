//! Every kind of rule keeps the good body and refuses the bad one, for its own reason.

use probe_client::request::*;
use serde_json::Value;
use stipula::{Validate, Violations};

/// Decodes a body into the type of one operation and judges it.
type Judge = fn(Value) -> Violations;

/// What a bad body breaks: code and pointer of each violation.
type Broken = &'static [(&'static str, &'static str)];

/// Every operation, how its body is judged, and what the bad one breaks.
const OPERATIONS: [(&str, Judge, Broken); 13] = [
    (
        "R01Required",
        judge::<R01RequiredRequest>,
        &[("required", "/a")],
    ),
    (
        "R02EnumClosed",
        judge::<R02EnumClosedRequest>,
        &[("known", "/kind")],
    ),
    (
        "R03MaxLength",
        judge::<R03MaxLengthRequest>,
        &[("max_chars", "/a")],
    ),
    (
        "R04Pattern",
        judge::<R04PatternRequest>,
        &[("pattern", "/a")],
    ),
    ("R05Range", judge::<R05RangeRequest>, &[("range", "/n")]),
    (
        "R06TaggedUnion",
        judge::<R06TaggedUnionRequest>,
        &[("required_if", "/coupon_value"), ("allowed_if", "/seat")],
    ),
    (
        "R07DependentRequired",
        judge::<R07DependentRequiredRequest>,
        &[("required_if", "/end_time")],
    ),
    (
        "R08IfThenConst",
        judge::<R08IfThenConstRequest>,
        &[("required_if", "/coupon_value")],
    ),
    (
        "R09IfThenElse",
        judge::<R09IfThenElseRequest>,
        &[("required_if", "/seat")],
    ),
    (
        "R10AtLeastOne",
        judge::<R10AtLeastOneRequest>,
        &[("at_least_one", "/phone")],
    ),
    (
        "R11ExactlyOne",
        judge::<R11ExactlyOneRequest>,
        &[("exactly_one", "/open_id")],
    ),
    (
        "R12ForbiddenWhen",
        judge::<R12ForbiddenWhenRequest>,
        &[("allowed_if", "/seat")],
    ),
    (
        "R13NestedIf",
        judge::<R13NestedIfRequest>,
        &[("required_if", "/detail/valid_to")],
    ),
];

/// Decoding keeps what a rule has to judge, so each bad body gets this far.
fn judge<T>(body: Value) -> Violations
where
    T: serde::de::DeserializeOwned + Validate<Context = ()>,
{
    let request: T = serde_json::from_value(body).expect("the body is read");
    request.check()
}

/// The good and the bad body of each operation.
fn cases() -> serde_json::Map<String, Value> {
    serde_json::from_str(include_str!("cases.json")).expect("the fixture is JSON")
}

#[test]
fn every_operation_has_its_two_bodies() {
    let cases = cases();
    let names: Vec<&str> = cases.keys().map(String::as_str).collect();
    assert_eq!(names, OPERATIONS.map(|(name, ..)| name));
    assert!(
        cases
            .values()
            .all(|it| it.as_array().is_some_and(|it| it.len() == 2))
    );
}

#[test]
fn good_bodies_are_kept() {
    let cases = cases();
    for (name, judge, _) in OPERATIONS {
        let found = judge(cases[name][0].clone());
        assert!(found.is_empty(), "{name}: {found}");
    }
}

#[test]
fn bad_bodies_are_refused_for_their_own_reason() {
    let cases = cases();
    for (name, judge, broken) in OPERATIONS {
        let found = judge(cases[name][1].clone());
        let told: Vec<_> = found.errors().map(|it| (it.code(), it.pointer())).collect();
        assert_eq!(told, broken, "{name}: {found}");
    }
}

#[test]
fn a_body_is_written_as_it_was_read() {
    let cases = cases();
    let body = &cases["R06TaggedUnion"][0];
    let request: R06TaggedUnionRequest =
        serde_json::from_value(body.clone()).expect("the body is read");
    assert_eq!(
        &serde_json::to_value(&request).expect("the body is written"),
        body
    );
}

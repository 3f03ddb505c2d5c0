//! The witnesses of the flagship: for each rule a body that breaks it alone, for each part of a
//! condition two bodies that differ in it. They are committed with their verdicts, which the
//! evaluator and the client give again.

mod committed;
mod pairs;

use stipula_contract::{Api, Operation};
use stipula_logic::judge::judge;
use stipula_logic::witness::{self, Missing};
use stipula_tests::{Told, client, flagship};

/// A union read from JSON takes the case that its sibling chooses, so that only a body built in
/// Rust can break this one; see `a_union_of_the_wrong_case_is_refused`.
const BY_HAND: &str = "CreateTemplateRequest.passExtInfo.case_of";

/// Calls back for every body that is to break one rule alone: operation, rule, body.
fn isolating(
    api: &Api,
    mut see: impl FnMut(&Operation, &str, &witness::Entry),
) -> Vec<(String, Missing)> {
    let mut without = Vec::new();
    for operation in &api.operations {
        let (entries, missing) = witness::corpus(api, operation);
        for entry in &entries {
            if let Some(rule) = entry.name.strip_prefix("breaking/") {
                see(operation, rule, entry);
            }
        }
        without.extend(missing);
    }
    without
}

#[test]
fn every_rule_is_broken_alone_by_some_body() {
    let api = flagship::model();
    let mut count = 0;
    let missing = isolating(&api, |operation, rule, entry| {
        count += 1;
        let rules: Vec<&str> = entry.verdict.iter().map(|it| it.rule.as_str()).collect();
        assert_eq!(rules, [rule], "{}", operation.name);
    });
    let by_hand = (format!("breaking/{BY_HAND}"), Missing::Unreachable);
    assert_eq!(missing, [by_hand]);
    let rules = api.operations.iter().map(|it| witness::rules(&api, it));
    assert_eq!(count + 1, rules.map(|it| it.len()).sum::<usize>());
}

#[test]
fn without_the_rule_the_same_body_passes() {
    let api = flagship::model();
    isolating(&api, |operation, rule, entry| {
        let without = flagship::without(&api, rule);
        let witness = &entry.witness;
        let found = judge(&without, operation, &witness.body, &witness.context);
        assert_eq!(Told::all(&found), [], "{rule} in {}", operation.name);
    });
}

#[test]
fn a_union_of_the_wrong_case_is_refused() {
    use alipayhk_ipass::request::{CreateTemplateRequest, GiftCardPassExt};
    let api = flagship::model();
    let operation = flagship::operation(&api, "createTemplate");
    let film = operation.scenarios.iter().find(|it| it.name == "movie");
    let film = witness::minimal(&api, operation, Some(film.expect("a film")));
    let body = film.expect("a body of it").body;
    assert_eq!(
        client::verdict(&operation.name, &body, &[]).expect("read"),
        []
    );
    let request: CreateTemplateRequest = serde_json::from_value(body).expect("read");
    let wrong = request.pass_ext_info(GiftCardPassExt::new());
    let violations = wrong.build().expect_err("a gift card is no film");
    let ids: Vec<&str> = violations.iter().map(|it| it.rule()).collect();
    assert_eq!(ids, [BY_HAND]);
}

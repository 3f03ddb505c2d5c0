//! Every rule of the flagship spec can be broken alone: for each there is a body that breaks it
//! and nothing else, one step away from a body that breaks nothing.

mod bodies;
mod judge;
mod mutate;
mod walk;

use std::{collections::BTreeSet, fmt::Write, path::Path};

use stipula_generator::model::Api;

fn api() -> Api {
    let spec = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/alipayhk-ipass");
    let loaded = stipula_generator::load(&spec);
    loaded.api.expect("the flagship spec loads")
}

#[test]
fn bases_break_nothing() {
    let api = api();
    let mut text = String::new();
    for base in bodies::all(&api) {
        for found in judge::judge(&base, &base.body) {
            writeln!(text, "{}: {found}", base.name).unwrap();
        }
    }
    assert_eq!(text, "");
}

#[test]
fn every_rule_can_be_broken_alone() {
    let api = api();
    let bases = bodies::all(&api);
    let mut broken = BTreeSet::new();
    let rules = walk::rules(&api);
    for base in &bases {
        let places = walk::places(&api, base);
        for rule in &rules {
            if broken.contains(&rule.id) {
                continue;
            }
            let alone = places
                .iter()
                .filter(|place| place.type_id == rule.type_id)
                .flat_map(|place| mutate::mutations(&api, rule, place, &base.body))
                .any(|body| judge::judge(base, &body) == [rule.id.clone()]);
            if alone {
                broken.insert(rule.id.clone());
            }
        }
    }
    let missing: Vec<&str> = rules
        .iter()
        .filter(|rule| !broken.contains(&rule.id))
        .map(|rule| rule.id.as_str())
        .collect();
    // A union read from JSON takes the case that its sibling chooses, so that only a body built
    // in Rust can break this one; see `a_union_of_the_wrong_case_is_refused`.
    let by_hand = ["CreateTemplateRequest.passExtInfo.case_of"];
    assert_eq!(
        missing,
        by_hand,
        "{} of {} rules",
        broken.len(),
        rules.len()
    );
}

#[test]
fn a_union_of_the_wrong_case_is_refused() {
    use alipayhk_ipass::request::{CreateTemplateRequest, GiftCardPassExt};
    let api = api();
    let base = bodies::all(&api)
        .into_iter()
        .find(|base| base.name == "createTemplate.movie")
        .expect("a film");
    let request: CreateTemplateRequest = serde_json::from_value(base.body).expect("it decodes");
    assert_eq!(request.clone().build().map(drop), Ok(()));
    let wrong = request.pass_ext_info(GiftCardPassExt::new());
    let violations = wrong.build().expect_err("a gift card is no film");
    let ids: Vec<&str> = violations.iter().map(|it| it.rule()).collect();
    assert_eq!(ids, ["CreateTemplateRequest.passExtInfo.case_of"]);
}

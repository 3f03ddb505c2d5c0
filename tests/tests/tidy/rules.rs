//! Every rule has all its parts: sentences, a key, a keyword, an attribute, and a body that breaks it.

use std::{collections::BTreeSet, fs};

use stipula_contract::{Api, Keyword, Rule as Written};
use stipula_logic::witness;
use stipula_rules::{Arg, Group, Rule, VALUE_RULES};
use stipula_spec::load_str;

use super::{same, scan::root};

/// A spec with every rule of the registry.
const SPEC: &str = include_str!("every_rule.yaml");

/// Value rules of which JSON Schema has no words.
const NOWHERE: &[(&str, &str)] = &[
    ("max_bytes", "JSON Schema counts characters"),
    ("min_bytes", "JSON Schema counts characters"),
];

fn api() -> Api {
    let loaded = load_str(&[("api.yaml", SPEC)]);
    loaded
        .api
        .unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics))
}

/// Rules that no contract has, each with the reason.
const IN_NO_CONTRACT: &[(&str, &str)] = &[("known_keys", "only an attribute makes it")];

/// Rules that no body breaks, each with the reason.
const UNBROKEN: &[(&str, &str)] = &[
    (
        "case_of",
        "a body is read as the case that its sibling chooses",
    ),
    ("known_keys", "it is in no contract"),
];

/// Every name of the registry without those of a list.
pub(crate) fn codes(without: &[(&str, &str)]) -> Vec<String> {
    let mut codes: BTreeSet<&str> = Rule::all().map(|it| it.code().name).collect();
    assert_eq!(codes.len(), Rule::all().count(), "names are unique");
    for (name, _) in without {
        assert!(codes.remove(name), "{name} is a rule");
    }
    codes.into_iter().map(str::to_owned).collect()
}

#[test]
fn a_body_breaks_every_rule() {
    let api = api();
    let mut broken = BTreeSet::new();
    for operation in &api.operations {
        let below = api.rules_below(operation.request);
        for found in below {
            let Ok(body) = witness::breaking(&api, operation, &found.rule.id) else {
                continue;
            };
            let judged = body.judged(&api, operation);
            assert!(
                judged.iter().any(|it| it.rule == found.rule.id),
                "{}",
                found.rule.id
            );
            broken.insert(found.rule.code.to_owned());
        }
    }
    let broken: Vec<String> = broken.into_iter().collect();
    same(
        &broken,
        &codes(UNBROKEN),
        "no rule of the registry, or one that was listed as unbroken",
        "no body breaks it; write it into every_rule.yaml",
    );
}

#[test]
fn json_schema_says_it_or_is_known_not_to() {
    let api = api();
    let mut nowhere = BTreeSet::new();
    let fields = api
        .types
        .iter()
        .filter_map(|it| it.object())
        .flat_map(|it| &it.fields);
    let mut count = 0;
    for field in fields {
        let values = field.item.rules.iter().filter_map(Written::value);
        for demand in values {
            count += 1;
            if demand.keyword(&field.item.ty) == Keyword::Nowhere {
                nowhere.insert(demand.rule.code.name.to_owned());
            }
        }
    }
    assert!(count >= VALUE_RULES.len(), "{count} value rules");
    let listed: Vec<String> = NOWHERE.iter().map(|it| it.0.to_owned()).collect();
    let nowhere: Vec<String> = nowhere.into_iter().collect();
    same(
        &nowhere,
        &listed,
        "JSON Schema does not say it; list it with the reason",
        "it has a keyword",
    );
}

#[test]
fn every_rule_of_a_contract_has_its_sentences() {
    let api = api();
    let mut told = BTreeSet::new();
    for operation in &api.operations {
        for found in api.rules_below(operation.request) {
            let rule = found.rule;
            assert!(
                !rule.text.starts_with("Keeps `"),
                "{}: {}",
                rule.code,
                rule.text
            );
            assert!(
                rule.text.ends_with('.') && !rule.text.contains('{'),
                "{}: {}",
                rule.code,
                rule.text
            );
            told.insert(rule.code.to_owned());
            if let Some(value) = rule.value() {
                let message = value.rule.code.message("/a", value.argument.arg());
                let message = message.map(|it| it.to_string());
                assert!(message.is_some_and(|it| it.contains("/a")), "{}", rule.code);
            }
        }
    }
    let told: Vec<String> = told.into_iter().collect();
    same(
        &told,
        &codes(IN_NO_CONTRACT),
        "no rule of the registry, or one that was listed",
        "no sentence of it was seen; write it into every_rule.yaml",
    );
    // Presence, groups and conditions say where it is broken, as well.
    for group in Group::ALL {
        assert!(group.code().message("/a", Arg::Text("`b`")).is_some());
    }
}

#[test]
fn every_key_of_a_rule_has_a_row_in_the_reference() {
    let keys = fs::read_to_string(root().join("spec/keys.md")).expect("the reference");
    let keys = keys.split("\n## ").find(|it| it.starts_with("A field\n"));
    let keys = keys.expect("keys of a field");
    for rule in VALUE_RULES {
        let row = format!("| `{}` | ", rule.code.name);
        let documented = keys.contains(&row);
        assert_eq!(
            documented,
            rule.key.is_some(),
            "{}: a key and a row",
            rule.code.name
        );
        let says = rule.key.unwrap_or_default();
        assert!(keys.contains(says), "{}: {says}", rule.code.name);
    }
}

use super::demo;
use crate::{
    fixtures::{SPEC, api},
    view::examples::{documented, harmless, minimal},
};

#[test]
fn every_scenario_has_a_minimal_body() {
    let api = demo();
    let operation = &api.operations[0];
    let documented = documented(&api, operation);
    assert_eq!(documented[0].name, "one");
    assert!(!documented[0].is_minimal);
    let minimal = minimal(&api, operation);
    let names: Vec<&str> = minimal.iter().map(|it| it.name.as_ref()).collect();
    assert_eq!(names, ["first, minimal", "second, minimal"]);
    assert!(minimal.iter().all(|it| it.is_minimal));
}

#[test]
fn label_of_the_only_minimal_body_repeats_nothing() {
    let spec = SPEC.replace(
        "    scenarios:\n      first: { doc: The first., when: kind == A }\n      second: { when: kind == B }\n",
        "",
    );
    let api = api(&spec);
    let minimal = minimal(&api, &api.operations[0]);
    let names: Vec<&str> = minimal.iter().map(|it| it.name.as_ref()).collect();
    assert_eq!(names, ["minimal"]);
}

#[test]
fn first_call_goes_where_it_does_no_harm() {
    let chosen = |environments: &str| {
        let api = api(&format!("{SPEC}environments: {{ {environments} }}\n"));
        harmless(&api).map(|it| it.name.clone())
    };
    let live = "live: { url: \"https://live.example\" }";
    let sandbox = "Sandbox: { url: \"https://sandbox.example\" }";
    let other = "other: { url: \"https://other.example\" }";
    let all = format!("{live}, {sandbox}, {other}");
    assert_eq!(chosen(&all).as_deref(), Some("Sandbox"));
    let two = format!("{live}, {other}");
    assert_eq!(chosen(&two).as_deref(), Some("other"));
}

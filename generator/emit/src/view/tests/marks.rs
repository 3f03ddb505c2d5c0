use stipula_contract::Evidence;

use super::demo;
use crate::view::{
    examples::documented,
    marks::{Known, Mark, beyond},
    names::Names,
    operation::operation,
    quirks, tree,
};

fn evidence() -> Evidence {
    Evidence {
        source: Some("page".to_owned()),
        quirks: vec!["Q-1".to_owned()],
        inferred: true,
        ..Evidence::default()
    }
}

#[test]
fn evidence_is_marks() {
    let api = demo();
    let evidence = evidence();
    let page = Mark::Source {
        id: "page",
        title: "A page",
    };
    assert_eq!(
        beyond(&api, &evidence, Known::NOTHING),
        [page, Mark::Inferred, Mark::Quirk("Q-1")]
    );
}

#[test]
fn what_is_known_is_not_told_again() {
    let api = demo();
    let evidence = evidence();
    assert_eq!(beyond(&api, &evidence, Known::from(&evidence)), []);
    let outer = Evidence {
        source: Some("page".to_owned()),
        ..Evidence::default()
    };
    let nearer = Evidence::default();
    let known = Known::from(&nearer).within(Known::from(&outer));
    assert_eq!(
        beyond(&api, &evidence, known),
        [Mark::Inferred, Mark::Quirk("Q-1")]
    );
}

#[test]
fn quirks_of_a_page_are_those_of_its_members() {
    let api = demo();
    let told = operation(&api, Names::of(&api), &api.operations[0]);
    let request = tree::request(&api, told.told);
    let samples = documented(&api, told.told);
    let ids = |body| -> Vec<&str> {
        let met = quirks::about(&api, &told, [body, &[]], &samples);
        met.iter().map(|it| it.id).collect()
    };
    assert_eq!(ids(&request), ["Q-1"]);
    assert!(ids(&[]).is_empty());
}

use std::{fs, path::Path};

use stipula_contract::{Api, Evidence, Exception, Standing, TypeKind};
use stipula_facts::{Kind, Verdict};

use super::demo;
use crate::view::{
    examples::documented,
    marks::{Known, Mark, beyond},
    names::Names,
    operation::operation,
    quirks, standing, tree,
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

#[test]
fn claims_of_one_fate_are_told_together() {
    let apart = |kind, verdict, quirks: &[&str]| Exception {
        kind,
        verdict,
        quirks: quirks.iter().map(|it| (*it).to_owned()).collect(),
    };
    let checked = Standing {
        pages: vec!["a".to_owned(), "b".to_owned()],
        exceptions: vec![
            apart(Kind::RequiredWhen, Verdict::Unverifiable, &[]),
            apart(Kind::MaxChars, Verdict::Unverifiable, &[]),
            apart(Kind::EffectiveWhen, Verdict::Unverifiable, &[]),
            apart(Kind::Type, Verdict::Waived, &["Q-1"]),
        ],
        sentence: String::new(),
    };
    let words: Vec<String> = standing::marks(&checked).iter().map(Mark::words).collect();
    assert_eq!(
        words,
        [
            "confirmed by 2 pages",
            "type departs from the page (Q-1)",
            "condition and length not verifiable"
        ]
    );
}

/// The same words as the sentence that other outputs take from the model.
#[test]
fn marks_say_what_the_sentence_says() {
    let specs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../spec");
    let mut count = 0;
    for entry in fs::read_dir(specs).expect("specs").flatten() {
        let Some(api) = stipula_spec::load(&entry.path()).api else {
            continue;
        };
        for it in standings(&api) {
            let words: Vec<String> = standing::marks(it).iter().map(Mark::words).collect();
            assert_eq!(words.join("; "), lowered(&it.sentence));
            count += 1;
        }
    }
    assert!(count > 100, "only {count} were compared");
}

fn lowered(sentence: &str) -> String {
    let mut letters = sentence.chars();
    let first = letters.next().map(|it| it.to_lowercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

fn standings(api: &Api) -> Vec<&Standing> {
    let types = api.types.iter().flat_map(|ty| match &ty.kind {
        TypeKind::Object(it) => it.fields.iter().map(|it| &it.standing).collect(),
        TypeKind::Enum(it) => it.values.iter().map(|it| &it.standing).collect(),
        TypeKind::Union(_) => Vec::new(),
    });
    let own = api.operations.iter().flat_map(|it| &it.errors);
    let codes = api.errors.iter().chain(own).map(|it| &it.standing);
    types.chain(codes).collect()
}

use std::{fs, path::Path};

use stipula_contract::{Evidence, TypeKind};
use stipula_facts::{Kind, Record, VERDICTS, Verdict, from_lines};

use super::demo;
use crate::provenance::{Exception, Provenance, Standing};
use crate::view::{
    examples::documented,
    marks::{Known, Mark, beyond},
    names::Names,
    operation::operation,
    quirks, standing, tree,
};
use crate::{Model, names};

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
        let Some(api) = checked(&entry.path()) else {
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

/// The model of a spec in a folder, with the verdicts that are kept beside it.
fn checked(folder: &Path) -> Option<Model> {
    let api = stipula_spec::load(folder).api?;
    let kept = fs::read_to_string(folder.join(VERDICTS)).unwrap_or_default();
    let records: Vec<Record> = from_lines(&kept).expect("verdicts");
    Some(Model {
        names: names::names(&api).expect("names"),
        provenance: Provenance::new(&api, &records),
        api,
    })
}

fn lowered(sentence: &str) -> String {
    let mut letters = sentence.chars();
    let first = letters.next().map(|it| it.to_lowercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

fn standings(api: &Model) -> Vec<&Standing> {
    let pages = &api.provenance;
    let types = api.types.iter().flat_map(|ty| match &ty.kind {
        TypeKind::Object(it) => it.fields.iter().map(|it| pages.field(it.id)).collect(),
        TypeKind::Enum(it) => (0..it.values.len())
            .map(|at| pages.value(ty.id, at))
            .collect(),
        TypeKind::Union(_) => Vec::new(),
    });
    let own = api.operations.iter().flat_map(|it| &it.errors);
    let codes = api.errors.iter().chain(own).map(|it| pages.code(it.id));
    types.chain(codes).collect()
}

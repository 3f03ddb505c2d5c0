use stipula_contract::Need;

use super::demo;
use crate::view::{
    link::{Body, Path, Step},
    names::Names,
    need::Needed,
    rules::Level,
    scenarios,
    tree::{Member, See, request, response},
};

/// The member at a path, as people write it.
fn at<'m, 'a>(members: &'m [Member<'a>], path: &str) -> Option<&'m Member<'a>> {
    members.iter().find_map(|it| {
        if it.path.words() == path {
            return Some(it);
        }
        it.groups.iter().find_map(|group| at(&group.members, path))
    })
}

#[test]
fn member_has_its_path() {
    let api = demo();
    let members = request(&api, &api.operations[0]);
    let size = at(&members, "ext(B).size").expect("a member");
    let way = [Step::Member("ext"), Step::Case("B"), Step::Member("size")];
    assert_eq!(size.path.body, Body::Request);
    assert_eq!(size.path.steps, way);
    assert_eq!(size.always, Some("Other.size.required"));
}

#[test]
fn member_has_its_need_in_every_case() {
    let api = demo();
    let members = request(&api, &api.operations[0]);
    let needs = |path| at(&members, path).map(|it| it.needs.as_slice());
    let need = |path| at(&members, path).map(|it| it.told.need);
    let (yes, no, other) = (Need::Required, Need::NotAllowed, Need::OtherCase);
    assert_eq!(need("kind"), Some(Needed::Is(yes)));
    assert_eq!(need("thing"), Some(Needed::Is(Need::Conditional)));
    assert_eq!(needs("thing"), Some(&[yes, no][..]));
    assert_eq!(needs("ext(A).name"), Some(&[Need::Optional, other][..]));
    assert_eq!(needs("ext(B).size"), Some(&[other, yes][..]));
}

#[test]
fn undecided_warning_is_told_as_such() {
    let api = demo();
    let members = request(&api, &api.operations[0]);
    let note = at(&members, "note").expect("a member");
    let sometimes = Need::SometimesExpected;
    assert_eq!(note.told.need, Needed::Is(sometimes));
    assert_eq!(note.needs, [sometimes, sometimes]);
    let rule = &note.told.rules[0];
    assert_eq!(rule.told.level, Level::Warning);
    assert_eq!(rule.name, "say-why");
    let matrix = scenarios::matrix(Names::of(&api), &api.operations[0]).expect("scenarios");
    let row = matrix.rows.iter().find(|it| it.path == "note");
    assert_eq!(
        row.map(|it| it.needs.as_slice()),
        Some(&[sometimes, sometimes][..])
    );
    assert_eq!(matrix.cases[0].when.markdown(), "`kind` is `A`");
    assert_eq!(matrix.cases[0].type_path, "scenario::create::First");
}

#[test]
fn rules_are_sentences_and_the_word_for_the_need_is_not_repeated() {
    let api = demo();
    let members = request(&api, &api.operations[0]);
    let sentences = |path| -> Vec<&str> {
        let rules = at(&members, path).into_iter().flat_map(|it| &it.told.rules);
        rules.map(|it| it.told.sentence.markdown()).collect()
    };
    assert_eq!(sentences("kind"), ["One of the documented values."]);
    assert_eq!(
        sentences("thing"),
        [
            "Required when `kind` is `A`.",
            "May only be given when `kind` is `A`."
        ]
    );
}

#[test]
fn answers_have_no_rules_and_no_cases() {
    let api = demo();
    let members = response(&api, &api.operations[0]);
    let thing = at(&members, "thing").expect("a member");
    let name = at(&members, "thing.name").expect("a member");
    assert_eq!(thing.told.need, Needed::Is(Need::Optional));
    assert!(thing.needs.is_empty() && name.told.rules.is_empty());
}

#[test]
fn recursion_stops_where_the_type_is_told() {
    let api = demo();
    let members = request(&api, &api.operations[0]);
    let things = at(&members, "thing.things").expect("a member");
    let told = Path::root(Body::Request).with(Step::Member("thing"));
    let see = See {
        name: "Thing",
        at: Some(told),
    };
    assert_eq!(things.see, Some(see));
    assert!(things.groups.is_empty());
}

#[test]
fn sibling_chooses_a_group() {
    let api = demo();
    let members = request(&api, &api.operations[0]);
    let ext = at(&members, "ext").expect("a member");
    let groups = ext.groups.iter().map(|it| (it.name, it.when.clone()));
    let groups: Vec<_> = groups.collect();
    assert_eq!(
        groups,
        [
            ("Thing", Some(("kind", vec!["A"]))),
            ("Other", Some(("kind", vec!["B"])))
        ]
    );
}

#[test]
fn keys_of_a_map_are_listed() {
    let api = demo();
    let members = request(&api, &api.operations[0]);
    let texts = at(&members, "texts").and_then(|it| it.values.as_ref());
    let listed = texts.map(|it| &it.values).expect("values");
    let texts: Vec<&str> = listed.rows.iter().map(|it| it.text).collect();
    assert_eq!((listed.name, texts), ("Language", vec!["en", "zh"]));
}

use super::demo;
use crate::Model;
use crate::view::{
    codes,
    link::{Anchor, Section},
    names::Names,
    operation,
    overview::overview,
    quirks,
    search::{self, Entry, Found, Kind},
    tree,
};

fn entries(api: &Model) -> Vec<Entry<'_>> {
    let it = operation::operation(api, Names::of(api), &api.operations[0]);
    let request = tree::request(api, it.told);
    let response = tree::response(api, it.told);
    let mut entries = search::operation(api, &it, &request, &response, &mut Found::default());
    entries.extend(search::overview(&overview(api)));
    entries.extend(search::codes(&codes::common(api)));
    entries.extend(search::quirks(&quirks::all(api)));
    entries
}

#[test]
fn members_are_found_by_rules_and_values() {
    let api = demo();
    let entries = entries(&api);
    let words = |kind, title: &str| -> Option<&str> {
        let mut all = entries.iter();
        let entry = all.find(|it| it.kind == kind && it.title == title);
        entry.map(|it| it.words.as_str())
    };
    assert_eq!(
        words(Kind::Request, "thing"),
        Some("Required when kind is A. May only be given when kind is A.")
    );
    assert_eq!(
        words(Kind::Request, "kind"),
        Some("One of the documented values. Kind A B")
    );
    assert_eq!(words(Kind::Request, "ext(B).size"), Some("integer"));
    assert_eq!(words(Kind::Response, "thing"), Some(""));
    assert_eq!(words(Kind::Code, "BUSY"), Some("Busy."));
    assert_eq!(
        words(Kind::Quirk, "Q-1: create.kind"),
        Some("one thing another it works")
    );
    assert_eq!(
        words(Kind::Context, "status"),
        Some("OPEN Open. HELD Held. SHUT Shut.")
    );
    assert_eq!(words(Kind::Source, "page"), Some("A page all"));
    let create = words(Kind::Operation, "create");
    assert!(create.is_some_and(|it| it.starts_with("Create a thing /create")));
}

#[test]
fn entries_say_where_they_stand() {
    let api = demo();
    let entries = entries(&api);
    let at = |kind, title: &str| {
        let mut all = entries.iter();
        let entry = all.find(|it| it.kind == kind && it.title == title);
        entry.map(|it| it.at.clone())
    };
    assert_eq!(at(Kind::Operation, "create"), Some(Anchor::Top));
    assert_eq!(
        at(Kind::Section, "Outcome"),
        Some(Anchor::Section(Section::Outcome))
    );
    assert_eq!(
        at(Kind::Quirk, "Q-1: create.kind"),
        Some(Anchor::Quirk("Q-1"))
    );
    assert_eq!(at(Kind::Code, "BUSY"), Some(Anchor::Code("BUSY")));
}

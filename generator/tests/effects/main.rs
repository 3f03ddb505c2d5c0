//! Nothing of a spec is silent: every key, at every place and type that take it, changes an output or
//! is a finding.

mod fields;
mod keys;
mod mappings;
mod places;
mod reach;
mod samples;
mod schemes;
mod sending;
mod shapes;

use std::fmt::Write as _;

use reach::Reach;

/// The table of the keys of fields at a place: for each key, what each type makes of it.
fn holds_at(name: &str) {
    let place = places::ALL.iter().find(|it| it.name == name);
    let place = place.expect("a place of that name");
    let bases = fields::bases(place);
    let mut table = String::new();
    let mut silent = Vec::new();
    for row in fields::KEYS {
        let cells = fields::row(*row, place, &bases);
        let elsewhere = fields::ELSEWHERE
            .iter()
            .find(|it| (it.0, it.1) == (row.0, name));
        if let Some((_, _, seen)) = elsewhere {
            assert!(cells.iter().all(|(_, reach)| *reach == Reach::Silent));
            let _ = writeln!(table, "{:<15}{seen}", row.0);
            continue;
        }
        let missed = cells.iter().filter(|(_, reach)| *reach == Reach::Silent);
        silent.extend(missed.map(|(type_, _)| format!("{} of {type_}", row.0)));
        let _ = writeln!(table, "{:<15}{}", row.0, fields::told(&cells));
    }
    insta::assert_snapshot!(
        format!("keys_of_fields_in_{}", name.replace(' ', "_")),
        table
    );
    assert!(
        silent.is_empty(),
        "silent in {name}:\n{}",
        silent.join("\n")
    );
}

macro_rules! places {
    ($($name:ident)*) => {
        $(#[test]
        fn $name() {
            holds_at(&stringify!($name).replace('_', " "));
        })*

        #[test]
        fn every_place_is_tried() {
            let names: Vec<_> = places::ALL.iter().map(|it| it.name).collect();
            assert_eq!(names, [$(stringify!($name).replace('_', " ")),*]);
        }
    };
}

places! { body form multipart payload query path header answer header_of_an_answer status_of_an_answer both }

#[test]
fn every_key_of_a_field_is_in_the_table() {
    let tried: Vec<_> = fields::KEYS.iter().map(|(key, _)| *key).collect();
    for mapping in ["a field", "a field of `request`", "a field of `response`"] {
        for key in keys::of(mapping) {
            let known = tried.contains(&key.as_str()) || fields::BASE.contains(&key.as_str());
            assert!(known, "no row tries `{key}` of {mapping}");
        }
    }
}

/// Every other key: a spec with it, and the same without.
#[test]
fn other_keys_do_something_or_are_told() {
    let mut table = String::new();
    let mut silent = Vec::new();
    for (mapping, key, spec) in samples::all() {
        let reach = reach::of(&spec.without, &spec.with);
        let elsewhere = samples::ELSEWHERE
            .iter()
            .find(|it| (it.0, it.1) == (mapping, key));
        let reach = match (reach, elsewhere) {
            (Reach::Silent, Some((_, _, seen))) => (*seen).to_owned(),
            (Reach::Silent, None) => {
                silent.push(format!("`{key}` of {mapping}\n{}", spec.with));
                continue;
            }
            (_, Some(_)) => panic!("`{key}` of {mapping} does something: list it no longer"),
            (_, None) => reach.words(),
        };
        let _ = writeln!(table, "{mapping}.{key}: {reach}");
    }
    insta::assert_snapshot!(table);
    assert!(silent.is_empty(), "silent:\n{}", silent.join("\n"));
}

#[test]
fn every_other_key_has_a_sample() {
    let tried: Vec<_> = samples::all()
        .map(|(mapping, key, _)| (mapping, key))
        .collect();
    let missing: Vec<_> = keys::mappings()
        .into_iter()
        .filter(|(mapping, _)| !fields::MAPPINGS.contains(&mapping.as_str()))
        // A file is an operation and a file in one; `include` reads one.
        .filter(|(mapping, _)| mapping != "the file of an operation")
        .filter(|it| *it != ("a spec file".to_owned(), "include".to_owned()))
        .filter(|(mapping, key)| !tried.contains(&(mapping.as_str(), key.as_str())))
        .map(|(mapping, key)| format!("{key} of {mapping}"))
        .collect();
    assert!(missing.is_empty(), "no sample:\n{}", missing.join("\n"));
}

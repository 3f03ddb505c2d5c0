//! What differs between two specs: a pair for each row, and what is no change.

mod meaning;
mod origins;
mod pairs;

use pairs::{PAIRS, WITHOUT};
use stipula_generator::change::rows::Row;
use stipula_generator::change::{Comparison, Known, compare};

const BASE: &str = include_str!("base.yaml");

/// A spec of one text.
#[track_caller]
fn known(text: &str) -> Known {
    let known = Known::of_texts("", &[("api.yaml", text)]);
    let errors: Vec<String> = known
        .loaded
        .diagnostics
        .iter()
        .filter(|_| known.model().is_none())
        .map(|it| it.message.clone())
        .collect();
    assert!(errors.is_empty(), "{errors:?}");
    known
}

/// The base with texts replaced, each of which stands there once.
#[track_caller]
fn edited(edits: &[(&str, &str)]) -> String {
    let mut text = BASE.to_owned();
    for (from, to) in edits {
        assert_eq!(text.matches(from).count(), 1, "`{from}`");
        text = text.replacen(from, to, 1);
    }
    text
}

fn told(found: &Comparison<'_>) -> Vec<String> {
    let all = found.changes.iter();
    all.map(|it| {
        format!(
            "{} {} [{}]: {} ({:?} -> {:?})",
            it.row.id(),
            it.place,
            it.topic,
            it.what,
            it.old,
            it.new
        )
    })
    .collect()
}

#[test]
fn each_pair_is_told_as_its_row() {
    let base = known(BASE);
    let mut wrong = Vec::new();
    for pair in PAIRS {
        let text = edited(pair.edits);
        let new = Known::of_texts("", &[("api.yaml", &text)]);
        if new.model().is_none() {
            let all: Vec<&str> = new
                .loaded
                .diagnostics
                .iter()
                .map(|it| it.message.as_str())
                .collect();
            wrong.push(format!("{:?}: {all:?}", pair.edits));
            continue;
        }
        let found = compare(&base, &new);
        let rows: Vec<&str> = found.changes.iter().map(|it| it.row.id()).collect();
        if rows != pair.rows {
            wrong.push(format!(
                "{:?} for {:?}:\n    {}",
                pair.rows,
                pair.edits,
                told(&found).join("\n    ")
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        PAIRS.len(),
        wrong.join("\n")
    );
}

#[test]
fn every_row_has_a_pair() {
    let has_pair = |id: &str| PAIRS.iter().any(|it| it.rows.contains(&id));
    for row in Row::ALL {
        let without = WITHOUT.iter().any(|it| it.0 == row.id());
        assert_ne!(
            has_pair(row.id()),
            without,
            "{}: {}",
            row.id(),
            row.facts().title
        );
    }
    let mut ids: Vec<&str> = Row::ALL.iter().map(|it| it.id()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), Row::ALL.len(), "two rows have one id");
}

#[test]
fn a_pair_the_other_way_round_is_a_change_too() {
    let base = known(BASE);
    for pair in PAIRS {
        let new = known(&edited(pair.edits));
        let found = compare(&new, &base);
        assert!(!found.changes.is_empty(), "{:?}", pair.edits);
    }
    let pages = known(&edited(&[(
        "    pages: { number: { into: page }, items: items }\n",
        "",
    )]));
    assert_eq!(rows(&pages, &base), ["E9a"]);
}

/// The ids of the rows of what differs.
fn rows(old: &Known, new: &Known) -> Vec<&'static str> {
    compare(old, new)
        .changes
        .iter()
        .map(|it| it.row.id())
        .collect()
}

#[test]
fn what_is_said_otherwise_is_no_change() {
    let base = known(BASE);
    for edits in [
        // Comments, keys in another order, another way to write the same.
        &[("api: demo\n", "# A comment.\napi: demo\n")][..],
        &[(
            "{ type: string, max_chars: 40, required: kind == A, doc: Its title. }",
            "{ doc: Its title., required: kind == A, max_chars: 40, type: string }",
        )],
        &[("title: Demo\ndoc: A demo.\n", "doc: A demo.\ntitle: Demo\n")],
        &[(
            "{ type: integer, range: [1, 10], doc: A level. }",
            "{ type: integer, range: { min: 1, max: 10 }, doc: A level. }",
        )],
        // Conditions that hold in the same cases.
        &[(
            "required: kind == A, doc: Its title.",
            "required: \"kind in [A]\", doc: Its title.",
        )],
        &[(
            "required: kind == A, doc: Its title.",
            "required: \"not kind in [B, C]\", doc: Its title.",
        )],
        &[(
            "allowed: kind == A",
            "allowed: not (kind == B or kind == C)",
        )],
        &[(
            "required: ctx.status == DONE",
            "required: ctx.status != OPEN",
        )],
        &[("color in [RED, BLUE]", "color == BLUE or color == RED")],
        &[(
            "at_least_one: [mail, phone, fax]",
            "at_least_one: [fax, phone, mail]",
        )],
    ] {
        let new = known(&edited(edits));
        let found = compare(&base, &new);
        assert!(found.changes.is_empty(), "{edits:?}: {:#?}", told(&found));
    }
    assert!(compare(&base, &base).changes.is_empty());
}

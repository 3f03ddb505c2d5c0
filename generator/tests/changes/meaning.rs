//! Conditions by what they mean, with a case that shows it; renamings, which are guesses.

use super::{BASE, compare, edited, known};

/// What is told of the only change.
#[track_caller]
fn only(edits: &[(&str, &str)]) -> (String, Option<String>, bool) {
    let (base, new) = (known(BASE), known(&edited(edits)));
    let found = compare(&base, &new);
    let [it] = &found.changes[..] else {
        panic!("{:#?}", super::told(&found));
    };
    (
        format!("{} {}", it.place, it.what),
        it.case.clone(),
        it.guess,
    )
}

/// The sentence of the only change.
#[track_caller]
fn what(from: &str, to: &str) -> String {
    only(&[(from, to)]).0
}

#[test]
fn a_wider_condition_shows_a_case_that_it_takes_in() {
    let told = only(&[(
        "required: kind == A, doc: Its title.",
        "required: \"kind in [A, B]\", doc: Its title.",
    )]);
    assert_eq!(
        told.0,
        "send.request.title is now also required when `kind` is `B`"
    );
    assert_eq!(told.1.as_deref(), Some("when `kind` is `B`"));
}

#[test]
fn a_case_names_only_what_matters() {
    assert_eq!(
        what(
            "required: ctx.status == DONE",
            "required: ctx.status == DONE or kind == C and level > 4"
        ),
        "send.request.later is now also required when `ctx.status` is `OPEN` and `kind` is `C` and `level` is 5"
    );
}

#[test]
fn a_narrower_condition_shows_a_case_that_it_leaves_out() {
    assert_eq!(
        what(
            "required: ctx.status == DONE",
            "required: ctx.status == DONE and kind == C"
        ),
        "send.request.later is no longer required when `ctx.status` is `DONE` and `kind` is `A`"
    );
    assert_eq!(
        what("allowed: kind == A", "\"allowed\": \"kind in [A, B]\""),
        "send.request.only is now allowed when `kind` is `B`"
    );
}

#[test]
fn another_condition_shows_both() {
    assert_eq!(
        what("allowed: kind == A", "allowed: kind == B"),
        "send.request.only is now refused when `kind` is `A`, and allowed when `kind` is `B`"
    );
}

#[test]
fn a_rule_between_members_is_told_by_its_id() {
    assert_eq!(
        what("color in [RED, BLUE]", "color in [RED]"),
        "send.request.pair is now also broken when `kind` is `A` and `color` is `BLUE`"
    );
}

#[test]
fn a_renaming_is_said_to_be_a_guess_unless_the_old_name_is_read() {
    let guessed = only(&[("      price: {", "      cost: {")]);
    assert_eq!(
        guessed.0,
        "send.request.cost is called `cost`, and was `price`"
    );
    assert!(guessed.2);
    let said = only(&[("      price: {", "      cost: { alias: price,")]);
    assert!(!said.2, "the spec says so");
}

#[test]
fn a_condition_follows_the_renaming_of_what_it_reads() {
    let told = only(&[
        (
            "      level: { type: integer,",
            "      grade: { type: integer,",
        ),
        (
            "      hint: { type: string, effective: kind == A",
            "      hint: { type: string, effective: kind == A",
        ),
    ]);
    assert_eq!(
        told.0,
        "send.request.grade is called `grade`, and was `level`"
    );
    let base = known(&edited(&[(
        "required: ctx.status == DONE",
        "required: level == 3",
    )]));
    let new = known(&edited(&[
        ("required: ctx.status == DONE", "required: grade == 3"),
        (
            "      level: { type: integer,",
            "      grade: { type: integer,",
        ),
    ]));
    let found = compare(&base, &new);
    assert_eq!(found.changes.len(), 1, "{:#?}", super::told(&found));
}

#[test]
fn a_type_that_travels_both_ways_is_one_change_that_weighs_more() {
    let both = "    response:\n      items: { type: { list: Answered }, doc: All. }\n      part: { type: Part, doc: A part. }\n";
    let from = "    response:\n      items: { type: { list: Answered }, doc: All. }\n";
    let base = known(&edited(&[(from, both)]));
    let new = known(&edited(&[
        (from, both),
        (
            "name: { type: string, doc: Its name. }\n  Cat",
            "name: { type: string, max_chars: 9, doc: Its name. }\n  Cat",
        ),
    ]));
    let found = compare(&base, &new);
    let [it] = &found.changes[..] else {
        panic!("{:#?}", super::told(&found));
    };
    assert_eq!((it.row.id(), it.also[0].id()), ("C1", "R9"));
    assert_eq!(it.items, ["request::Part::name", "response::Part::name"]);
}

#[test]
fn a_fingerprint_is_of_what_changed_and_not_of_lines() {
    let base = known(BASE);
    let of = |text: &str| {
        let new = known(text);
        compare(&base, &new).changes[0].fingerprint()
    };
    let edits = [("max_chars: 40", "max_chars: 30")];
    let one = edited(&edits);
    assert_eq!(of(&one), of(&format!("# A comment.\n{one}")));
    assert_ne!(of(&one), of(&edited(&[("max_chars: 40", "max_chars: 29")])));
    assert_eq!(of(&one).len(), 12);
}

//! The architecture, held by tests: directions, effects, sizes, keys, rules, the map, interfaces.
//!
//! Each list of exceptions is exact: what is new fails, and so does what is no longer there. So
//! they can only shrink.

#![allow(clippy::print_stdout)] // `--nocapture` shows the picture, and how much was looked at

mod api;
mod attributes;
mod crates;
mod directions;
mod effects;
mod language;
mod map;
mod messages;
mod modules;
mod outside;
mod places;
mod publishing;
mod rules;
mod scan;
mod sizes;
mod tokens;

/// Fails with what is there and not listed, and with what is listed and not there.
#[track_caller]
fn same(found: &[String], listed: &[String], new: &str, gone: &str) {
    let differs = difference(found, listed, new, gone);
    assert!(differs.is_empty(), "\n{}", differs.join("\n"));
}

fn difference(found: &[String], listed: &[String], new: &str, gone: &str) -> Vec<String> {
    let unlisted = found.iter().filter(|it| !listed.contains(it));
    let stale = listed.iter().filter(|it| !found.contains(it));
    unlisted
        .map(|it| format!("{it}: {new}"))
        .chain(stale.map(|it| format!("{it}: {gone}")))
        .collect()
}

#[test]
fn a_difference_is_told_both_ways() {
    let texts = |it: &[&str]| it.iter().map(ToString::to_string).collect::<Vec<_>>();
    let found = difference(&texts(&["a", "b"]), &texts(&["b", "c"]), "new", "gone");
    assert_eq!(found, ["a: new", "c: gone"]);
}

//! The comparison, subject by subject.

use crate::{
    Change, Row, Side,
    cx::Cx,
    merge::merged,
    subject::{
        access, codes, hosts, notifications, operations, outcome, sources, types as of_types,
    },
    types::Types,
};

/// Every change from one contract to another, in the order of places: nothing where they mean the same.
///
/// Where the contracts are equal and two builds of the generator are known that are not, the only change
/// is that of the generator.
pub fn diff(old: Side<'_>, new: Side<'_>) -> Vec<Change> {
    if old.api == new.api {
        return of_build(old, new);
    }
    let operations = operations::pairs(old.api, new.api);
    let both: Vec<(usize, usize)> = operations.both().map(|it| (it.0, it.1)).collect();
    let types = Types::of(old.api, new.api, &both);
    let cx = Cx::new(old, new, types);
    of_types::note_renamed(&cx);
    operations::compare(&cx, &operations);
    of_types::compare(&cx);
    notifications::compare(&cx);
    codes::compare(&cx, None, &old.api.errors, &new.api.errors);
    outcome::compare(&cx);
    hosts::compare(&cx);
    access::compare(&cx);
    sources::compare(&cx);
    merged(cx.found())
}

fn of_build(old: Side<'_>, new: Side<'_>) -> Vec<Change> {
    match (old.build, new.build) {
        (Some(was), Some(is)) if was != is => {
            let what = format!("has the same spec, whose outputs {was} made, and {is} makes now");
            vec![Change::of_generator(
                Row::GeneratorPatch,
                &new.api.name,
                what,
            )]
        }
        _ => Vec::new(),
    }
}

//! `range`: the least and the greatest number.

use serde_json::Value as Any;

use super::{Entry, Good, Keyword};
use crate::{Argument, Bounds};

pub(super) const ENTRY: Entry = Entry::new("range", |it, _| {
    let [min, max] = ends(it);
    let ends = [("minimum", min), ("maximum", max)].into_iter();
    let said = ends.filter_map(|(keyword, end)| Some((keyword, end?)));
    Keyword::Here(said.collect())
})
.bounds(|it| match it {
    Argument::Range { min, max } => Bounds {
        min: *min,
        max: *max,
    },
    _ => Bounds::default(),
})
.good(|it| Good::Numbers(ends(it).into_iter().flatten().collect()))
.bad(|it, _| {
    let [min, max] = ends(it);
    let below = min.and_then(|it| beside(&it, -1));
    let above = max.and_then(|it| beside(&it, 1));
    below.into_iter().chain(above).collect()
});

/// The ends as numbers of JSON.
fn ends(argument: &Argument) -> [Option<Any>; 2] {
    match argument {
        Argument::Range { min, max } => [min.map(Any::from), max.map(Any::from)],
        Argument::Bounds { min, max } => {
            [min, max].map(|it| it.as_ref().and_then(|it| serde_json::from_str(it).ok()))
        }
        _ => [None, None],
    }
}

/// The next number, or one that is so far away.
fn beside(end: &Any, step: i8) -> Option<Any> {
    match end.as_i64() {
        Some(whole) => whole.checked_add(step.into()).map(Any::from),
        None => end.as_f64().map(|it| Any::from(it + f64::from(step))),
    }
}

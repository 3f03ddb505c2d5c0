//! `range`: the least and the greatest number.

use serde_json::Value as Any;

use super::{Entry, Good, Keyword};
use crate::{Argument, Bounds, Scalar, TypeRef};
use stipula_rules::duration::{duration, written};

pub(super) const ENTRY: Entry = Entry::new("range", |it, ty| {
    // JSON Schema compares numbers alone.
    if *ty == TypeRef::Scalar(Scalar::Duration) || ty.as_text().is_some() {
        return Keyword::Nowhere;
    }
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
    Argument::Bounds { min, max } => {
        let nanoseconds = |it: &Option<String>| i64::try_from(duration(it.as_ref()?)?).ok();
        Bounds {
            min: nanoseconds(min),
            max: nanoseconds(max),
        }
    }
    _ => Bounds::default(),
})
.good(|it| Good::Numbers(ends(it).into_iter().flatten().collect()))
.bad(|it, _| {
    let [min, max] = ends(it);
    let below = min.and_then(|it| beside(&it, -1));
    let above = max.and_then(|it| beside(&it, 1));
    below.into_iter().chain(above).collect()
});

/// The ends as values of JSON.
fn ends(argument: &Argument) -> [Option<Any>; 2] {
    match argument {
        Argument::Range { min, max } => [min.map(Any::from), max.map(Any::from)],
        Argument::Bounds { min, max } => [min, max].map(|it| it.as_deref().and_then(end)),
        _ => [None, None],
    }
}

/// A number, or a duration, as JSON.
fn end(text: &str) -> Option<Any> {
    match duration(text) {
        Some(_) => Some(Any::from(text)),
        None => serde_json::from_str(text).ok(),
    }
}

/// The next number, or one that is so far away.
fn beside(end: &Any, step: i8) -> Option<Any> {
    if let Some(own) = end.as_str().and_then(duration) {
        // By a second, unless nothing is so short.
        let steps = [i128::from(step) * 1_000_000_000, i128::from(step)];
        return steps
            .into_iter()
            .find_map(|it| written(own + it))
            .map(Any::from);
    }
    match end.as_i64() {
        Some(whole) => whole.checked_add(step.into()).map(Any::from),
        None => end.as_f64().map(|it| Any::from(it + f64::from(step))),
    }
}

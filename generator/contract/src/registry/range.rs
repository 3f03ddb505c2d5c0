//! `range`: the least and the greatest number.

use serde_json::Value as Any;

use super::{Entry, Good, Keyword};
use crate::{Argument, Bounds, End, Scalar, TypeRef};
use stipula_rules::duration::{duration, written};

pub(super) const ENTRY: Entry = Entry::new("range", |it, ty| {
    // JSON Schema compares numbers alone.
    if *ty == TypeRef::Scalar(Scalar::Duration) || ty.as_text().is_some() {
        return Keyword::Nowhere;
    }
    let [min, max] = ends(it);
    let keywords = [
        (min, "minimum", "exclusiveMinimum"),
        (max, "maximum", "exclusiveMaximum"),
    ];
    let said = keywords.into_iter().filter_map(|(end, within, beyond)| {
        let (number, is_included) = end?;
        Some((if is_included { within } else { beyond }, number))
    });
    Keyword::Here(said.collect())
})
.bounds(|it| match it {
    Argument::Range { min, max } => Bounds {
        min: *min,
        max: *max,
    },
    Argument::Bounds { min, max } => Bounds {
        min: min.as_ref().and_then(|it| reach(it, 1)),
        max: max.as_ref().and_then(|it| reach(it, -1)),
    },
    _ => Bounds::default(),
})
.good(|it| {
    let [min, max] = ends(it);
    let near = |end: Option<(Any, bool)>, step: i8| {
        let (number, is_included) = end?;
        let next = if is_included {
            None
        } else {
            beside(&number, step)
        };
        Some([Some(number), next])
    };
    let middle = middle(min.as_ref(), max.as_ref());
    let near = [near(min, 1), near(max, -1)].into_iter().flatten();
    Good::Numbers(near.flatten().flatten().chain(middle).collect())
})
.bad(|it, _| {
    let [min, max] = ends(it);
    let beyond = |end: Option<(Any, bool)>, step: i8| {
        let (number, is_included) = end?;
        if is_included {
            beside(&number, step)
        } else {
            Some(number)
        }
    };
    beyond(min, -1).into_iter().chain(beyond(max, 1)).collect()
});

/// The ends as values of JSON, and whether each is in the range.
fn ends(argument: &Argument) -> [Option<(Any, bool)>; 2] {
    match argument {
        Argument::Range { min, max } => [min, max].map(|it| Some((Any::from((*it)?), true))),
        Argument::Bounds { min, max } => [min, max].map(|it| {
            let it = it.as_ref()?;
            Some((end(it.text())?, it.is_included()))
        }),
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

/// The whole number at an end, or beside one that is left out; none where the end has a fraction. Of a
/// duration, its nanoseconds.
fn reach(end: &End, step: i64) -> Option<i64> {
    let whole: i64 = match duration(end.text()) {
        Some(nanoseconds) => nanoseconds.try_into().ok()?,
        None => end.text().parse().ok()?,
    };
    if end.is_included() {
        Some(whole)
    } else {
        whole.checked_add(step)
    }
}

/// What lies halfway, where both ends are given.
fn middle(min: Option<&(Any, bool)>, max: Option<&(Any, bool)>) -> Option<Any> {
    let (low, high) = (min?.0.as_f64()?, max?.0.as_f64()?);
    Some(Any::from(f64::midpoint(low, high)))
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

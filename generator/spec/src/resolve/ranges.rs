//! Ends of ranges: whether they fit the type, and what lies between them.

use super::Cx;
use crate::{
    diag::{Code, Diagnostic},
    raw::{RawArgument, RawConstraint, RawEnd},
};
use stipula_contract::{Argument, End, Scalar, TypeRef, ValueDemand};
use stipula_rules::{digits::Exact, duration::duration, range_end};

/// Digits of a number with a fraction that every float keeps.
const DIGITS: usize = 15;

/// Whether an end of a range is none of the type, or cannot be written in Rust, which is reported.
pub(super) fn is_misfit(cx: &mut Cx<'_>, written: &RawConstraint, ty: &TypeRef) -> bool {
    let ty = &ty.plain();
    let (ends, is_whole) = match &written.argument {
        RawArgument::Bounds(min, max) => ([min.as_ref(), max.as_ref()], false),
        RawArgument::Range(..) => ([None, None], true),
        _ => return false,
    };
    let (wanted, fits): (_, fn(&str) -> bool) = match ty {
        TypeRef::Scalar(Scalar::Decimal) => ("a number", |it| it.parse::<Exact>().is_ok()),
        TypeRef::Scalar(Scalar::Duration) => {
            let wanted = "a duration such as `PT5M30S`, without years and months";
            (wanted, |it| duration(it).is_some())
        }
        _ => ("a whole number", |it| it.parse::<i64>().is_ok()),
    };
    let mut report = |what: &str, at| {
        let message = format!("an end of `range` is {what}, expected {wanted}");
        cx.sink
            .report(Diagnostic::new(Code::BadScalar, at, message));
    };
    let mut is_reported = false;
    for end in ends.into_iter().flatten().map(|it| &it.text) {
        if !fits(&end.value) {
            report(&format!("`{}`", end.value), end.span);
            is_reported = true;
        }
    }
    if is_whole && *ty == TypeRef::Scalar(Scalar::Duration) {
        report("a number", written.span);
        is_reported = true;
    }
    let is_decimal = *ty == TypeRef::Scalar(Scalar::Decimal);
    is_reported || (is_decimal && is_unwritable(cx, ends.into_iter().flatten()))
}

/// Whether an end is none that Rust compares with floats, too, which is reported.
fn is_unwritable<'e>(cx: &mut Cx<'_>, ends: impl Iterator<Item = &'e RawEnd>) -> bool {
    let mut is_wrong = false;
    for text in ends.map(|it| &it.text) {
        let digits = text.value.trim_start_matches(['-', '0', '.']);
        let count = digits.chars().filter(char::is_ascii_digit).count();
        let instead = if digits.contains(['e', 'E']) {
            "write it without an exponent".to_owned()
        } else if text.value.contains('.') && count > DIGITS {
            format!("write at most {DIGITS} digits")
        } else {
            continue;
        };
        is_wrong = true;
        let message = format!("an end of `range` is `{}`", text.value);
        cx.sink
            .report(Diagnostic::new(Code::BadScalar, text.span, message).help(instead));
    }
    is_wrong
}

/// Why nothing lies in a range whose ends are written, if nothing does.
pub(super) fn crossed(demand: &ValueDemand, ty: &TypeRef) -> Option<String> {
    let Argument::Bounds { min, max } = &demand.argument else {
        return None;
    };
    // Between two whole numbers there are others.
    let is_whole = ty.plain() != TypeRef::Scalar(Scalar::Decimal);
    if is_whole && let Some(message) = beyond(min.as_ref(), max.as_ref()) {
        return Some(message);
    }
    let (min, max) = (min.as_ref()?, max.as_ref()?);
    let (low, high) = (range_end(min.text()).ok()?, range_end(max.text()).ok()?);
    let order = low.order(&high);
    let has_ends = min.is_included() && max.is_included();
    let bounds = demand.bounds();
    let has_none = || {
        bounds
            .min
            .zip(bounds.max)
            .is_some_and(|(min, max)| min > max)
    };
    let is_empty = order.is_gt() || (order.is_eq() && !has_ends) || (is_whole && has_none());
    is_empty.then(|| empty(min, max))
}

/// A whole number beyond which there is none of 64 bits.
fn beyond(min: Option<&End>, max: Option<&End>) -> Option<String> {
    let is = |end: Option<&End>, most: i64| {
        let end = end.filter(|it| !it.is_included())?;
        (end.text().parse() == Ok(most)).then(|| end.text().to_owned())
    };
    let above = is(min, i64::MAX).map(|it| format!("no such number is more than {it}"));
    let below = || is(max, i64::MIN).map(|it| format!("no such number is less than {it}"));
    above.or_else(below)
}

/// "nothing is more than 0 and less than 1"
fn empty(min: &End, max: &End) -> String {
    if min.is_included() && max.is_included() {
        return format!("the range {} to {} is empty", min.text(), max.text());
    }
    let word = |end: &End, included: &'static str, excluded: &'static str| {
        if end.is_included() {
            included
        } else {
            excluded
        }
    };
    let low = word(min, "at least", "more than");
    let high = word(max, "at most", "less than");
    format!("nothing is {low} {} and {high} {}", min.text(), max.text())
}

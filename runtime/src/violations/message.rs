//! The English of a violation, made from its rule alone.

use std::fmt::{self, Formatter};

use super::Violation;
use crate::Limit;

/// The sentence, without the id of the rule.
pub(super) struct Sentence<'a>(pub(super) Violation<'a>);

impl fmt::Display for Sentence<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let violation = &self.0;
        match violation.pointer() {
            "" => f.write_str("the body")?,
            pointer => write!(f, "`{pointer}`")?,
        }
        match violation.code() {
            "required" | "required_if" => conditional(f, violation, "is required", "when"),
            "allowed_if" => conditional(
                f,
                violation,
                "may not be given here",
                "may only be given when",
            ),
            "effective_if" => conditional(
                f,
                violation,
                "has no effect here",
                "has an effect only when",
            ),
            "at_least_one" | "exactly_one" | "at_most_one" | "all_or_none" => group(f, violation),
            _ => value(f, violation),
        }
    }
}

/// `{plain}` without a reason; `{plain} when {reason}` or `{whole} {reason}` with one.
fn conditional(
    f: &mut Formatter<'_>,
    violation: &Violation<'_>,
    plain: &str,
    link: &str,
) -> fmt::Result {
    match (violation.reason(), link) {
        ("", _) => write!(f, " {plain}"),
        (reason, "when") => write!(f, " {plain} when {reason}"),
        (reason, link) => write!(f, " {link} {reason}"),
    }
}

/// The names of the group are the limit text or, without one, the reason.
fn group(f: &mut Formatter<'_>, violation: &Violation<'_>) -> fmt::Result {
    let names = match (violation.limit, violation.reason()) {
        (Limit::Text(names), _) => names,
        (_, "") => "the group",
        (_, names) => names,
    };
    match violation.code() {
        "at_least_one" => write!(f, ": at least one of {names} must be given"),
        "exactly_one" => write!(f, ": exactly one of {names} must be given"),
        "at_most_one" => write!(f, ": at most one of {names} may be given"),
        _ => write!(f, ": all or none of {names} must be given"),
    }
}

fn value(f: &mut Formatter<'_>, violation: &Violation<'_>) -> fmt::Result {
    let reason = violation.reason();
    match (violation.code(), violation.limit) {
        ("unique", _) => f.write_str(" must not hold an item twice")?,
        ("url", _) => f.write_str(" must be a URL with a scheme")?,
        ("known", _) => f.write_str(" must be one of the documented values")?,
        ("case_of", Limit::Text(sibling)) => {
            write!(f, " must be of the kind that {sibling} calls for")?;
        }
        ("case_of", _) if reason.is_empty() => {
            f.write_str(" must be of the kind that its sibling calls for")?;
        }
        ("case_of", _) => return write!(f, " must be of the kind that {reason} calls for"),
        ("prefix", Limit::Text(prefix)) => write!(f, " must start with `{prefix}`")?,
        ("pattern", Limit::Text(pattern)) => write!(f, " must match the pattern `{pattern}`")?,
        (code, limit) if limit != Limit::None => limited(f, code, limit)?,
        // `expect`, and kinds that this version does not know.
        _ if reason.is_empty() => return f.write_str(" breaks the rule"),
        _ => return write!(f, " must hold: {reason}"),
    }
    if reason.is_empty() {
        return Ok(());
    }
    write!(f, ": {reason}")
}

fn limited(f: &mut Formatter<'_>, code: &str, limit: Limit) -> fmt::Result {
    let bound = if code.starts_with("min") {
        "least"
    } else {
        "most"
    };
    match limit {
        Limit::Chars(n) => counted(f, bound, n, "character"),
        Limit::Bytes(n) => counted(f, bound, n, "byte"),
        Limit::Items(n) => counted(f, bound, n, "item"),
        Limit::Range {
            min: Some(min),
            max: Some(max),
        } => write!(f, " must be between {min} and {max}"),
        Limit::Range { min: Some(min), .. } => write!(f, " must be at least {min}"),
        Limit::Range { max: Some(max), .. } => write!(f, " must be at most {max}"),
        Limit::Decimals(0) => f.write_str(" must be a whole number in digits"),
        Limit::Decimals(n) => write!(
            f,
            " must be a decimal number with at most {n} decimal place{}",
            plural(u64::from(n))
        ),
        Limit::Text(text) => write!(f, " must hold: {text}"),
        Limit::Range { .. } | Limit::None => f.write_str(" breaks the rule"),
    }
}

fn counted(f: &mut Formatter<'_>, bound: &str, n: u64, unit: &str) -> fmt::Result {
    write!(f, " must have at {bound} {n} {unit}{}", plural(n))
}

fn plural(n: u64) -> &'static str {
    if n == 1 { "" } else { "s" }
}

//! Value rules on JSON. The runtime has the same questions on Rust values.

use serde_json::Value as Any;

use stipula_contract::{Api, Constraint, ConstraintKind, Item, TypeId, TypeRef};

use super::{below, equal};

/// Pointers at which a value breaks the rule; `at` is its own.
pub(super) fn broken(
    api: &Api,
    constraint: &Constraint,
    item: &Item,
    value: &Any,
    key: Option<&str>,
    at: &str,
) -> Vec<String> {
    if let (ConstraintKind::KnownKeys, TypeRef::Map { key: Some(id), .. }) =
        (&constraint.kind, &item.ty)
    {
        let keys = value.as_object().into_iter().flat_map(|it| it.keys());
        let unknown = keys.filter(|key| !is_known(api, *id, key));
        return unknown.map(|key| below(at, key)).collect();
    }
    let is_broken = match value {
        Any::String(text) => text_breaks(api, constraint, item, text, key),
        Any::Number(number) => number_breaks(constraint, number.as_i64()),
        Any::Array(items) => {
            matches!(constraint.kind, ConstraintKind::Unique) && repeats(items)
                || count_breaks(constraint, items.len())
        }
        Any::Object(entries) => count_breaks(constraint, entries.len()),
        Any::Null | Any::Bool(_) => false,
    };
    if is_broken {
        vec![at.to_owned()]
    } else {
        Vec::new()
    }
}

fn text_breaks(
    api: &Api,
    constraint: &Constraint,
    item: &Item,
    text: &str,
    key: Option<&str>,
) -> bool {
    let over = |count: usize, most: u64| u64::try_from(count).is_ok_and(|count| count > most);
    let under = |count: usize, least: u64| u64::try_from(count).is_ok_and(|count| count < least);
    match &constraint.kind {
        ConstraintKind::MinChars(least) => under(text.chars().count(), *least),
        ConstraintKind::MaxChars(length) => over(text.chars().count(), length.under_key(key)),
        ConstraintKind::MaxBytes(most) => over(text.len(), *most),
        ConstraintKind::Prefix(prefix) => !text.starts_with(prefix),
        ConstraintKind::Pattern(pattern) => {
            !regex_lite::Regex::new(pattern).is_ok_and(|it| it.is_match(text))
        }
        ConstraintKind::DecimalPlaces(most) => !is_decimal(text, *most),
        ConstraintKind::Url => !is_url(text),
        ConstraintKind::Known => {
            matches!(item.ty, TypeRef::Enum(id) if !is_known(api, id, text))
        }
        ConstraintKind::Range { .. }
        | ConstraintKind::MinItems(_)
        | ConstraintKind::MaxItems(_)
        | ConstraintKind::Unique
        | ConstraintKind::KnownKeys
        // A body is read as the case that its sibling chooses.
        | ConstraintKind::CaseOf => false,
    }
}

fn number_breaks(constraint: &Constraint, number: Option<i64>) -> bool {
    let (ConstraintKind::Range { min, max }, Some(number)) = (&constraint.kind, number) else {
        return false;
    };
    min.is_some_and(|min| number < min) || max.is_some_and(|max| number > max)
}

fn count_breaks(constraint: &Constraint, count: usize) -> bool {
    let count = u64::try_from(count).unwrap_or(u64::MAX);
    match constraint.kind {
        ConstraintKind::MinItems(least) => count < least,
        ConstraintKind::MaxItems(most) => count > most,
        _ => false,
    }
}

fn repeats(items: &[Any]) -> bool {
    let is_repeat = |(index, item)| items[..index].iter().any(|earlier| equal(earlier, item));
    items.iter().enumerate().any(is_repeat)
}

fn is_known(api: &Api, id: TypeId, text: &str) -> bool {
    let values = api.type_(id).enum_().map_or(&[][..], |it| &it.values);
    values.iter().any(|value| value.wire == text)
}

/// Digits, and at most so many more after a point.
fn is_decimal(text: &str, places: u32) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let fits = !text.contains('.') || u32::try_from(fraction.len()).is_ok_and(|it| it <= places);
    digits(whole) && digits(fraction) && fits
}

/// A scheme, a colon and something without white space or control characters.
fn is_url(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else {
        return false;
    };
    let is_scheme = |c: char| c.is_ascii_alphanumeric() || "+.-".contains(c);
    scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(is_scheme)
        && !rest.is_empty()
        && !rest.contains(|c: char| c.is_whitespace() || c.is_control())
}

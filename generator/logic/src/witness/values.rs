//! Values for a member: one that keeps its rules, and ones that break a given rule.

use serde_json::{Map, Value as Any, json};

use crate::judge;
use stipula_contract::{Api, Constraint, ConstraintKind, Field, Item, TypeRef};

/// A moment for fields of time without a sample: 2023-11-14 22:13:20 UTC, in milliseconds.
const MOMENT: i64 = 1_700_000_000_000;

/// Longest run of one letter or digit that is tried for a pattern.
const LONGEST_RUN: usize = 20;

/// How an address begins when nothing is said.
const WEB: &str = "https://";

/// A value that keeps the value rules of the member: the sample of the page when it does.
pub(super) fn good(api: &Api, field: &Field) -> Any {
    let sample = field.sample.as_deref();
    let sample = sample.and_then(|text| judge::from_text(&field.item.ty, text));
    sample
        .filter(|value| judge::value(api, &field.item, value).is_none())
        .unwrap_or_else(|| item(api, &field.item, 0))
}

/// A value that is neither the sample nor the one that is there.
pub(super) fn another(api: &Api, field: &Field, own: Option<&Any>) -> Any {
    let sample = good(api, field);
    let differs = |value: &Any| Some(value) != own && *value != sample;
    let keeps = |value: &Any| judge::value(api, &field.item, value).is_none();
    let mut tried = (0..4).map(|number| item(api, &field.item, number));
    tried
        .find(|value| differs(value) && keeps(value))
        .unwrap_or(sample)
}

/// A list, map or text with so many items or characters; anything else as it is good.
pub(super) fn counted(api: &Api, field: &Field, count: usize) -> Any {
    match &field.item.ty {
        TypeRef::List(of) => many(api, of, count),
        TypeRef::Map { .. } => keyed(api, &field.item, count),
        _ => good(api, field),
    }
}

/// A value that keeps the rules of an item; items of one list differ by their number.
fn item(api: &Api, it: &Item, number: usize) -> Any {
    let keeps = |value: &Any| judge::value(api, it, value).is_none();
    match &it.ty {
        TypeRef::Text | TypeRef::Url => {
            let mut found = texts(it, number).into_iter().map(Any::from);
            found.find(keeps).unwrap_or_else(|| json!("x"))
        }
        TypeRef::Integer => {
            let number = i64::try_from(number).unwrap_or_default();
            let ends = bounds(it).into_iter().flatten();
            let tried = [number + 1, number].into_iter().chain(ends);
            let mut tried = tried.map(Any::from);
            tried.find(keeps).unwrap_or_else(|| json!(0))
        }
        TypeRef::Millis => json!(MOMENT),
        TypeRef::Decimal => json!(number + 1),
        TypeRef::Boolean => json!(true),
        TypeRef::Enum(id) => {
            let values = api.type_(*id).enum_().map_or(&[][..], |it| &it.values);
            let value = values.get(number % values.len().max(1));
            value.map_or(Any::Null, |value| json!(value.wire))
        }
        TypeRef::Object(_) | TypeRef::Union(_) | TypeRef::Json => json!({}),
        TypeRef::List(of) => many(api, of, least(it)),
        TypeRef::Map { .. } => keyed(api, it, least(it)),
    }
}

/// A map of so many entries, fewer when its keys are documented and fewer.
fn keyed(api: &Api, it: &Item, count: usize) -> Any {
    let TypeRef::Map { key, of } = &it.ty else {
        return json!({});
    };
    let known = key.and_then(|id| api.type_(id).enum_());
    let name = |at: usize| match known {
        Some(it) => it.values.get(at).map(|value| value.wire.clone()),
        None => Some(format!("key{}", at + 1)),
    };
    let entry = |at| Some((name(at)?, item(api, of, at)));
    Any::Object((0..count).filter_map(entry).collect::<Map<_, _>>())
}

/// A list of so many items that differ.
fn many(api: &Api, of: &Item, count: usize) -> Any {
    (0..count).map(|number| item(api, of, number)).collect()
}

/// How many items a list needs; one shows what it holds.
fn least(it: &Item) -> usize {
    let count = it.constraints.iter().find_map(|it| match it.kind {
        ConstraintKind::MinItems(least) => usize::try_from(least).ok(),
        _ => None,
    });
    count.unwrap_or(1).max(1)
}

fn bounds(it: &Item) -> [Option<i64>; 2] {
    let found = it.constraints.iter().find_map(|it| match it.kind {
        ConstraintKind::Range { min, max } => Some([min, max]),
        _ => None,
    });
    found.unwrap_or([None, None])
}

/// Texts of many kinds, short ones first.
fn texts(it: &Item, number: usize) -> Vec<String> {
    let start = prefix(it);
    let least = it.constraints.iter().find_map(|it| match it.kind {
        ConstraintKind::MinChars(least) => usize::try_from(least).ok(),
        _ => None,
    });
    let least = least.unwrap_or(1);
    let n = (number + 1).to_string();
    let mut kinds = vec![
        // An address reads better with a host in it.
        format!(
            "{start}{}{n}",
            if start == WEB { "example.com/" } else { "" }
        ),
        format!("{start}{n}"),
        n.repeat(least),
        "x".repeat(least),
        "X".repeat(least),
        "A1".to_owned(),
        "2024-01-31".to_owned(),
        "2024-01-31 12:00:00".to_owned(),
        "12:00".to_owned(),
        "+1".to_owned(),
        "a@b.c".to_owned(),
    ];
    // Patterns often ask for so many letters or digits.
    let runs =
        (2..=LONGEST_RUN).flat_map(|count| [n.repeat(count), "X".repeat(count), "x".repeat(count)]);
    kinds.extend(runs);
    let padded = |text: String| {
        let missing = least.saturating_sub(text.chars().count());
        text + &"1".repeat(missing)
    };
    kinds.into_iter().map(padded).collect()
}

/// How a text has to begin.
fn prefix(it: &Item) -> String {
    let written = it.constraints.iter().find_map(|it| match &it.kind {
        ConstraintKind::Prefix(prefix) => Some(prefix.clone()),
        _ => None,
    });
    let is_url = matches!(it.ty, TypeRef::Url)
        || it
            .constraints
            .iter()
            .any(|it| matches!(it.kind, ConstraintKind::Url));
    let scheme = if is_url { WEB } else { "" };
    written.unwrap_or_else(|| scheme.to_owned())
}

/// Values of the member that may break the rule, which is about an item below so many lists and
/// maps of it. `own` is the value that is there.
pub(super) fn bad(
    api: &Api,
    constraint: &Constraint,
    of: &Item,
    depth: usize,
    field: &Field,
    own: &Any,
) -> Vec<Any> {
    let limit = |most: u64| usize::try_from(most).unwrap_or(usize::MAX);
    let start = prefix(of);
    let padded = |count: usize| {
        let missing = count.saturating_sub(start.chars().count());
        json!(format!("{start}{}", "x".repeat(missing)))
    };
    let bad = match &constraint.kind {
        ConstraintKind::MinChars(least) => vec![json!("x".repeat(limit(*least).saturating_sub(1)))],
        ConstraintKind::MaxChars(length) => {
            let mut most = lengths(length);
            most.sort_unstable();
            most.into_iter()
                .map(|most| padded(limit(most) + 1))
                .collect()
        }
        ConstraintKind::MaxBytes(most) => vec![padded(limit(*most) + 1)],
        ConstraintKind::Range { min, max } => [
            min.and_then(|it| it.checked_sub(1)),
            max.and_then(|it| it.checked_add(1)),
        ]
        .into_iter()
        .flatten()
        .map(Any::from)
        .collect(),
        ConstraintKind::MinItems(least) => fewer(own, limit(*least)),
        ConstraintKind::MaxItems(most) => more(api, of, limit(*most) + 1),
        ConstraintKind::Unique => twice(api, of, own),
        ConstraintKind::Prefix(_) => vec![json!("other://x"), json!("x")],
        ConstraintKind::Pattern(_) => {
            vec![
                json!("x"),
                json!("1.234"),
                json!("not this one"),
                json!("1"),
                json!("-"),
            ]
        }
        ConstraintKind::DecimalPlaces(places) => {
            let fraction = "1".repeat(limit(u64::from(*places)) + 1);
            vec![json!(format!("1.{fraction}")), json!("x")]
        }
        ConstraintKind::Url => vec![json!("x")],
        ConstraintKind::Known => vec![json!("NOT_DOCUMENTED")],
        ConstraintKind::KnownKeys => vec![renamed(own)],
        ConstraintKind::CaseOf => Vec::new(),
    };
    let wrap = |bad: Any| wrapped(&field.item, depth, bad, own);
    bad.into_iter().filter_map(wrap).collect()
}

fn lengths(length: &stipula_contract::Length) -> Vec<u64> {
    match length {
        stipula_contract::Length::Fixed(most) => vec![*most],
        stipula_contract::Length::PerKey { keys, default } => {
            let by_key = keys.iter().map(|(_, most)| *most);
            by_key.chain([*default]).collect()
        }
    }
}

fn fewer(own: &Any, least: usize) -> Vec<Any> {
    let keep = least.saturating_sub(1);
    match own {
        Any::Array(items) => vec![items.iter().take(keep).cloned().collect()],
        Any::Object(entries) => {
            let kept = entries.iter().take(keep);
            vec![Any::Object(
                kept.map(|(k, v)| (k.clone(), v.clone())).collect(),
            )]
        }
        _ => Vec::new(),
    }
}

fn more(api: &Api, of: &Item, count: usize) -> Vec<Any> {
    match &of.ty {
        TypeRef::List(inner) => vec![many(api, inner, count)],
        TypeRef::Map { .. } => vec![keyed(api, of, count)],
        _ => Vec::new(),
    }
}

fn twice(api: &Api, of: &Item, own: &Any) -> Vec<Any> {
    let first = own.as_array().and_then(|items| items.first()).cloned();
    let first = first.or_else(|| match &of.ty {
        TypeRef::List(inner) => Some(item(api, inner, 0)),
        _ => None,
    });
    first.into_iter().map(|it| json!([it, it])).collect()
}

fn renamed(own: &Any) -> Any {
    let entries = own.as_object().into_iter().flatten();
    let first = entries.take(1);
    Any::Object(
        first
            .map(|(_, value)| ("not_documented".to_owned(), value.clone()))
            .collect(),
    )
}

/// A bad item inside the lists and maps that hold it.
fn wrapped(item: &Item, depth: usize, bad: Any, own: &Any) -> Option<Any> {
    if depth == 0 {
        return Some(bad);
    }
    match &item.ty {
        TypeRef::List(of) => {
            let own = own
                .as_array()
                .and_then(|it| it.first())
                .unwrap_or(&Any::Null);
            Some(json!([wrapped(of, depth - 1, bad, own)?]))
        }
        TypeRef::Map { of, .. } => {
            let mut entries = own.as_object()?.clone();
            let (_, first) = entries.iter_mut().next()?;
            *first = wrapped(of, depth - 1, bad, first)?;
            Some(Any::Object(entries))
        }
        _ => None,
    }
}

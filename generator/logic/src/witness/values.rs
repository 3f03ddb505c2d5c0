//! Values for a member: one that keeps its rules, and ones that break a given rule.

use serde_json::{Map, Value as Any, json};

use crate::judge;
use stipula_contract::{
    Api, Around, Constant, Field, Found, Good, Item, Needed, Scalar, Shape, TypeKind, TypeRef,
    Union, ValueDemand, Wire,
};

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
        TypeRef::List(of) => holding(&field.item, of, many(api, of, count)),
        TypeRef::Map { .. } => keyed(api, &field.item, count),
        _ => good(api, field),
    }
}

/// A value that keeps the rules of an item; items of one list differ by their number.
pub(super) fn item(api: &Api, it: &Item, number: usize) -> Any {
    let keeps = |value: &Any| judge::value(api, it, value).is_none();
    match &it.ty {
        TypeRef::Scalar(Scalar::String | Scalar::Url) => {
            let mut found = texts(it, number).into_iter().map(Any::from);
            found.find(keeps).unwrap_or_else(|| json!("x"))
        }
        TypeRef::AsText(own) => {
            let own = own.sample(number);
            let mut tried = std::iter::once(own.clone())
                .chain(numbers(it, number))
                .map(as_text);
            tried.find(keeps).unwrap_or_else(|| as_text(own))
        }
        TypeRef::Scalar(own) => {
            let own = own.sample(number);
            let mut tried = std::iter::once(own.clone()).chain(numbers(it, number));
            tried.find(keeps).unwrap_or(own)
        }
        TypeRef::Enum(id) | TypeRef::IntegerEnum(id) => {
            let Some(of) = api.type_(*id).enum_() else {
                return Any::Null;
            };
            let count = of.values.len();
            let start = of.values.iter().cycle().skip(number % count.max(1));
            let documented = start.take(count).map(|value| value.wire.clone());
            let tried = documented.chain(constant(it));
            let mut tried = tried.filter_map(|wire| of.json(&wire));
            tried.find(keeps).unwrap_or(Any::Null)
        }
        TypeRef::Object(_) => json!({}),
        TypeRef::Union(id) => match &api.type_(*id).kind {
            TypeKind::Union(union) if union.tag().is_some() => {
                let case = union
                    .cases
                    .iter()
                    .cycle()
                    .nth(number % union.cases.len().max(1));
                case.map_or_else(|| json!({}), |case| tagged(union, &case.wire))
            }
            _ => json!({}),
        },
        TypeRef::Any(id) => match &api.type_(*id).kind {
            TypeKind::Any(any) => {
                let shape = any.shapes.get(number % any.shapes.len().max(1));
                shape.map_or(Any::Null, |shape| shaped(api, shape, number))
            }
            _ => Any::Null,
        },
        TypeRef::List(of) => holding(it, of, many(api, of, least(it))),
        TypeRef::Map { .. } => keyed(api, it, least(it)),
    }
}

/// An object with its tag.
pub(super) fn tagged(union: &Union, wire: &str) -> Any {
    json!({ union.by(): wire })
}

/// A value of a shape, which has what tells it from the others and nothing more.
pub(super) fn shaped(api: &Api, shape: &Shape, number: usize) -> Any {
    let object = shape.item.object().map(|id| &api.type_(id).kind);
    let Some(way) = shape.needs.first() else {
        return item(api, &shape.item, number);
    };
    let object = match object {
        Some(TypeKind::Object(object)) => Some(object),
        Some(TypeKind::Union(union)) => {
            let first = union.cases.first();
            first.and_then(|case| api.type_(case.of).object())
        }
        _ => None,
    };
    let member = |need: &Needed| {
        let own = object.and_then(|it| it.field(&need.member));
        let plain = own.map_or(Any::Null, |field| simple(api, field));
        let value = need.constant.as_ref().map_or(plain, Constant::json);
        (need.member.clone(), value)
    };
    Any::Object(way.iter().map(member).collect())
}

/// A good value that never leads back to the object that it is in.
fn simple(api: &Api, field: &Field) -> Any {
    let TypeRef::Any(id) = field.item.ty else {
        return good(api, field);
    };
    let TypeKind::Any(any) = &api.type_(id).kind else {
        return Any::Null;
    };
    let plain = any.shapes.iter().find(|it| it.item.object().is_none());
    plain.map_or_else(|| json!({}), |it| item(api, &it.item, 0))
}

/// A map of so many entries, fewer when its keys are documented and fewer.
fn keyed(api: &Api, it: &Item, count: usize) -> Any {
    let TypeRef::Map { key, of } = &it.ty else {
        return json!({});
    };
    let known = key.and_then(|id| api.type_(id).enum_());
    let name = |at: usize| match known {
        Some(it) => it.values.get(at).map(|value| value.wire.clone()),
        None => Some(key_of(api, it, at)),
    };
    let entry = |at| Some((name(at)?, item(api, of, at)));
    Any::Object((0..count).filter_map(entry).collect::<Map<_, _>>())
}

/// A key of a map whose keys are texts, one that keeps their rules.
pub(super) fn key_of(api: &Api, it: &Item, number: usize) -> String {
    let usual = format!("key{}", number + 1);
    let Some(keys) = it.keys().filter(|it| !it.rules.is_empty()) else {
        return usual;
    };
    if judge::value(api, &keys, &json!(usual)).is_none() {
        return usual;
    }
    match item(api, &keys, number) {
        Any::String(text) => text,
        _ => usual,
    }
}

/// The first key of a map.
pub(super) fn first_key(api: &Api, it: &Item) -> String {
    let TypeRef::Map { key, .. } = &it.ty else {
        return String::new();
    };
    let known = key.and_then(|id| api.type_(id).enum_());
    let first = known.and_then(|it| Some(it.values.first()?.wire.clone()));
    first.unwrap_or_else(|| key_of(api, it, 0))
}

/// A list of so many items that differ.
fn many(api: &Api, of: &Item, count: usize) -> Any {
    (0..count).map(|number| item(api, of, number)).collect()
}

/// The list with the item that its rules want, in place of its last one.
fn holding(it: &Item, of: &Item, list: Any) -> Any {
    let wanted = needs(it).find_map(|need| match need {
        Good::Member(text) => judge::from_text(&of.ty, &text),
        _ => None,
    });
    match (wanted, list) {
        (Some(wanted), Any::Array(mut items)) if !items.contains(&wanted) => {
            items.pop();
            items.push(wanted);
            Any::Array(items)
        }
        (_, list) => list,
    }
}

/// How many items a list needs; one shows what it holds.
fn least(it: &Item) -> usize {
    let count = needs(it).find_map(|need| match need {
        Good::Items(least) => Some(least),
        _ => None,
    });
    count.unwrap_or(1).max(1)
}

/// What its rules need of a value.
fn needs(it: &Item) -> impl Iterator<Item = Good> {
    it.rules
        .iter()
        .filter_map(|rule| Some(rule.value()?.good()))
}

/// The one value that it holds, as it is written.
fn constant(it: &Item) -> Option<String> {
    needs(it).find_map(|need| match need {
        Good::Constant(text) => Some(text),
        _ => None,
    })
}

/// Its number, and those that its rules name.
fn numbers(it: &Item, number: usize) -> impl Iterator<Item = Any> {
    let named = needs(it).filter_map(|need| match need {
        Good::Numbers(numbers) => Some(numbers),
        _ => None,
    });
    let number = i64::try_from(number).unwrap_or_default();
    let is_whole = matches!(it.ty.plain(), TypeRef::Scalar(it) if it.wire() == Wire::Integer);
    let own = is_whole.then_some(number);
    let constant = constant(it).and_then(|text| serde_json::from_str(&text).ok());
    let others = own.into_iter().map(Any::from).chain(named.flatten());
    constant.into_iter().chain(others)
}

/// Texts of many kinds, short ones first.
fn texts(it: &Item, number: usize) -> Vec<String> {
    let start = prefix(it);
    let least = needs(it).filter_map(|need| match need {
        Good::Chars(least) => Some(least),
        _ => None,
    });
    let least = least.max().unwrap_or(1);
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
    let named = needs(it).filter_map(|need| match need {
        Good::Texts(texts) => Some(texts),
        _ => None,
    });
    let mut named: Vec<String> = named.flatten().collect();
    let count = named.len().max(1);
    named.rotate_left(number % count);
    kinds.splice(..0, named);
    kinds.splice(..0, constant(it));
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

/// How a text has to begin; a written prefix says more than the type.
fn prefix(it: &Item) -> String {
    let named = needs(it).find_map(|need| match need {
        Good::Start(text) => Some(text),
        _ => None,
    });
    let scheme = if matches!(it.ty, TypeRef::Scalar(Scalar::Url)) {
        WEB
    } else {
        ""
    };
    named.unwrap_or_else(|| scheme.to_owned())
}

/// Values of the field that may break the rule. `own` is the value that is there.
pub(super) fn bad(api: &Api, demand: &ValueDemand, rule: &Found<'_>, own: &Any) -> Vec<Any> {
    let start = prefix(rule.item);
    let many = |count: usize| match &rule.item.ty {
        TypeRef::List(inner) => Some(many(api, inner, count)),
        TypeRef::Map { .. } => Some(keyed(api, rule.item, count)),
        _ => None,
    };
    let around = Around {
        own,
        start: &start,
        many: &many,
    };
    let wrap = |bad: Any| wrapped(&rule.field.item, rule.depth, bad, own);
    if rule.rule.key().is_some() {
        let map = inside(own, rule.depth);
        return bad_keys(api, demand, rule, map).filter_map(wrap).collect();
    }
    let is_text = rule.item.ty.as_text().is_some();
    let bad = demand.bad(&around).into_iter();
    let bad = bad.map(|it| if is_text { as_text(it) } else { it });
    bad.filter_map(wrap).collect()
}

/// A number as text; any other value as it is.
fn as_text(value: Any) -> Any {
    match value {
        Any::Number(number) => Any::from(number.to_string()),
        other => other,
    }
}

/// The value that stands so many lists and maps deep, each time the first one.
fn inside(own: &Any, depth: usize) -> &Any {
    (0..depth).fold(own, |value, _| {
        let first = match value {
            Any::Array(items) => items.first(),
            Any::Object(entries) => entries.values().next(),
            _ => None,
        };
        first.unwrap_or(&Any::Null)
    })
}

/// The map with a key that may break the rule.
fn bad_keys<'a>(
    api: &'a Api,
    demand: &ValueDemand,
    rule: &Found<'_>,
    map: &'a Any,
) -> impl Iterator<Item = Any> + 'a {
    let keys = rule.item.keys();
    let start = keys.as_ref().map_or_else(String::new, prefix);
    let value = map.as_object().and_then(|it| it.values().next());
    let value = value.cloned().or_else(|| {
        let of = rule.item.inside()?;
        Some(item(api, of, 0))
    });
    let own = Any::from(key_of(api, rule.item, 0));
    let around = Around {
        own: &own,
        start: &start,
        many: &|_| None,
    };
    let bad = demand.bad(&around).into_iter();
    bad.filter_map(move |key| Some(json!({ key.as_str()?: value.clone()? })))
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

//! Small changes of a body that may break one rule.

use serde_json::{Value, json};
use stipula_generator::model::{
    Api, Constraint, ConstraintKind, FieldRuleKind, Item, Length, Presence, TypeRef,
};

use crate::walk::{Kind, Place, Rule};

/// Bodies one step away that may break the rule at this place.
pub(crate) fn mutations(api: &Api, rule: &Rule<'_>, place: &Place, body: &Value) -> Vec<Value> {
    let wire = &rule.field.wire;
    match rule.kind {
        Kind::Presence(it) if it.kind == Presence::Required => vec![without(body, place, &[wire])],
        Kind::Presence(_) => vec![with(body, place, wire, sample(api, &rule.field.item))],
        Kind::Value(constraint, item, depth) => {
            let bad = bad_values(api, constraint, item, place);
            let own = body
                .pointer(&place.pointer)
                .and_then(|it| it.get(wire))
                .cloned();
            bad.into_iter()
                .filter_map(|bad| wrap(&rule.field.item, depth, bad, own.as_ref()))
                .map(|bad| with(body, place, wire, bad))
                .collect()
        }
        Kind::Between(it) => match &it.kind {
            FieldRuleKind::Expect { .. } => expect_breakers(api, rule, place, body),
            FieldRuleKind::AtLeastOne(names) | FieldRuleKind::ExactlyOne(names) => {
                vec![without(body, place, names)]
            }
            FieldRuleKind::AtMostOne(_) | FieldRuleKind::AllOrNone(_) => Vec::new(),
        },
    }
}

fn without(body: &Value, place: &Place, names: &[impl AsRef<str>]) -> Value {
    let mut body = body.clone();
    if let Some(Value::Object(members)) = body.pointer_mut(&place.pointer) {
        for name in names {
            members.shift_remove(name.as_ref());
        }
    }
    body
}

fn with(body: &Value, place: &Place, name: &str, value: Value) -> Value {
    let mut body = body.clone();
    if let Some(Value::Object(members)) = body.pointer_mut(&place.pointer) {
        members.insert(name.to_owned(), value);
    }
    body
}

/// A bad item inside the list or map that holds it.
fn wrap(item: &Item, depth: usize, bad: Value, own: Option<&Value>) -> Option<Value> {
    if depth == 0 {
        return Some(bad);
    }
    match (&item.ty, own) {
        (TypeRef::List(_), _) => Some(json!([bad])),
        (TypeRef::Map { .. }, Some(Value::Object(members))) => {
            let mut members = members.clone();
            if let Some(first) = members.values_mut().next() {
                *first = bad;
            }
            Some(Value::Object(members))
        }
        _ => None,
    }
}

fn bad_values(api: &Api, constraint: &Constraint, item: &Item, place: &Place) -> Vec<Value> {
    let prefix = prefix(item);
    match &constraint.kind {
        ConstraintKind::MaxChars(length) => {
            let most = match length {
                Length::Fixed(most) => *most,
                Length::PerKey { keys, default } => keys
                    .iter()
                    .find(|(key, _)| Some(key) == place.key.as_ref())
                    .map_or(*default, |(_, most)| *most),
            };
            // Outside the basic plane: two UTF-16 units and four bytes, but one character.
            vec![
                json!(padded(&prefix, most, '𠮷')),
                json!(padded(&prefix, most, 'x')),
            ]
            .into_iter()
            .chain([json!(padded(&prefix, most + 1, 'x'))])
            .collect()
        }
        ConstraintKind::MinChars(_) => vec![json!("")],
        ConstraintKind::MaxBytes(most) => vec![json!(padded(&prefix, most + 1, 'x'))],
        ConstraintKind::Range { min, max } => [min.map(|it| it - 1), max.map(|it| it + 1)]
            .into_iter()
            .flatten()
            .map(|it| json!(it))
            .collect(),
        ConstraintKind::MinItems(_) => vec![json!([])],
        ConstraintKind::MaxItems(most) => vec![many(api, item, *most + 1)],
        ConstraintKind::Unique => vec![json!([
            sample(api, item_of(item)),
            sample(api, item_of(item))
        ])],
        ConstraintKind::Prefix(_) => vec![json!("other://x")],
        ConstraintKind::Pattern(_) => vec![json!("\u{1}"), json!("not this one"), json!("1.234")],
        ConstraintKind::DecimalPlaces(_) => vec![json!("1.23456")],
        ConstraintKind::Url => vec![json!("no scheme"), json!("x")],
        ConstraintKind::Known => vec![json!("NOT_A_VALUE")],
        ConstraintKind::KnownKeys | ConstraintKind::CaseOf => Vec::new(),
    }
}

fn item_of(item: &Item) -> &Item {
    match &item.ty {
        TypeRef::List(of) | TypeRef::Map { of, .. } => of,
        _ => item,
    }
}

fn prefix(item: &Item) -> String {
    let written = item.constraints.iter().find_map(|it| match &it.kind {
        ConstraintKind::Prefix(prefix) => Some(prefix.clone()),
        _ => None,
    });
    let url = if matches!(item.ty, TypeRef::Url) {
        "https://"
    } else {
        ""
    };
    written.unwrap_or_else(|| url.to_owned())
}

fn padded(prefix: &str, length: u64, with: char) -> String {
    let length = usize::try_from(length).expect("a length") - prefix.chars().count();
    let tail: String = std::iter::repeat_n(with, length).collect();
    format!("{prefix}{tail}")
}

fn many(api: &Api, item: &Item, count: u64) -> Value {
    let of = item_of(item);
    let items = (0..count).map(|at| match &of.ty {
        TypeRef::Text => json!(format!("{at}")),
        TypeRef::Enum(id) => {
            let values = &api.type_(*id).enum_().expect("an enum").values;
            let at = usize::try_from(at).expect("an index");
            json!(values[at % values.len()].wire)
        }
        _ => sample(api, of),
    });
    items.collect()
}

/// A value that breaks no rule of its own.
fn sample(api: &Api, item: &Item) -> Value {
    match &item.ty {
        TypeRef::Text => json!("1"),
        TypeRef::Url => json!(format!("{}example.com", prefix(item))),
        TypeRef::Integer | TypeRef::Millis | TypeRef::Decimal => json!(1),
        TypeRef::Boolean => json!(true),
        TypeRef::Enum(id) => json!(api.type_(*id).enum_().expect("an enum").values[0].wire),
        TypeRef::Json | TypeRef::Object(_) | TypeRef::Union(_) | TypeRef::Map { .. } => json!({}),
        TypeRef::List(of) => json!([sample(api, of)]),
    }
}

/// Other values for each member that the rule reads.
fn expect_breakers(api: &Api, rule: &Rule<'_>, place: &Place, body: &Value) -> Vec<Value> {
    let Some(object) = api.type_(rule.type_id).object() else {
        return Vec::new();
    };
    let mut bodies = Vec::new();
    for field in &object.fields {
        let values: Vec<Value> = match &field.item.ty {
            TypeRef::Enum(id) => api
                .type_(*id)
                .enum_()
                .expect("an enum")
                .values
                .iter()
                .map(|it| json!(it.wire))
                .collect(),
            TypeRef::Integer | TypeRef::Millis => vec![json!(0), json!(1), json!(99_999_999)],
            _ => continue,
        };
        bodies.extend(
            values
                .into_iter()
                .map(|value| with(body, place, &field.wire, value)),
        );
    }
    bodies
}

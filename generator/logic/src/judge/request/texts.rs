//! Values where text is the canonical form: read into their types, and written back.

use serde_json::{Map, Value as Any};

use crate::judge::convert::converted;
use crate::judge::read::fits;
use stipula_contract::{Api, Field, Item, Lists, Nested, Style, TypeKind, TypeRef};

/// A member as its type has it; what does not fit stays as it is, to be reported.
pub(super) fn read(api: &Api, field: &Field, value: &Any) -> Any {
    let style = field.style;
    item(api, &field.item, Some(style), value)
}

/// A member of a form, or of an object in such a place.
fn item(api: &Api, it: &Item, style: Option<Style>, value: &Any) -> Any {
    match (&it.ty, value) {
        (TypeRef::List(of), Any::Array(items)) => {
            let items = items.iter().map(|value| item(api, of, None, value));
            items.collect()
        }
        (TypeRef::List(of), Any::String(text)) => {
            let Some(style) = style else {
                return value.clone();
            };
            listed(api, of, style, text)
        }
        (TypeRef::Map { of, .. }, Any::Object(entries)) => {
            let entry = |(key, value): (&String, &Any)| (key.clone(), item(api, of, None, value));
            Any::Object(entries.iter().map(entry).collect())
        }
        (TypeRef::Object(id), Any::Object(members)) => match &api.type_(*id).kind {
            TypeKind::Object(object) => {
                let member = |(name, value): (&String, &Any)| {
                    let field = object.field(name);
                    let value = field.map_or_else(
                        || value.clone(),
                        |it| item(api, &it.item, Some(it.style), value),
                    );
                    (name.clone(), value)
                };
                Any::Object(members.iter().map(member).collect::<Map<_, _>>())
            }
            _ => value.clone(),
        },
        (TypeRef::Object(_) | TypeRef::Map { .. }, Any::String(text))
            if style.is_some_and(|it| it.nested == Nested::Json) =>
        {
            json(text).map_or_else(|| value.clone(), |whole| item(api, it, None, &whole))
        }
        (ty, Any::Array(_) | Any::Object(_) | Any::Null) if !fits(api, ty, value) => value.clone(),
        (ty, value) if fits(api, ty, value) => value.clone(),
        (ty, value) => converted(ty, value).unwrap_or_else(|| value.clone()),
    }
}

/// A list that is written as one text.
fn listed(api: &Api, of: &Item, style: Style, text: &str) -> Any {
    let one = |text: &str| item(api, of, None, &Any::from(text));
    match style.lists {
        Lists::Comma => text.split(',').map(one).collect(),
        Lists::Json => match json(text) {
            Some(Any::Array(items)) => items.iter().map(|it| item(api, of, None, it)).collect(),
            _ => Any::from(text),
        },
        Lists::Repeat | Lists::Brackets => Any::Array(vec![one(text)]),
    }
}

fn json(text: &str) -> Option<Any> {
    serde_json::from_str(text).ok()
}

/// A member as it is written: numbers and booleans as texts.
pub(super) fn written(api: &Api, it: &Item, value: &Any) -> Any {
    match (&it.ty, value) {
        (TypeRef::Scalar(_) | TypeRef::IntegerEnum(_), Any::Number(_) | Any::Bool(_)) => {
            let text = Any::from(value.to_string());
            // What would be read as something else is left as it is.
            let back = item(api, it, None, &text);
            if back == *value { text } else { value.clone() }
        }
        (TypeRef::List(of), Any::Array(items)) => {
            items.iter().map(|value| written(api, of, value)).collect()
        }
        (TypeRef::Map { of, .. }, Any::Object(entries)) => {
            let entry = |(key, value): (&String, &Any)| (key.clone(), written(api, of, value));
            Any::Object(entries.iter().map(entry).collect())
        }
        (TypeRef::Object(id), Any::Object(members)) => {
            let object = api.type_(*id).object();
            let member = |(name, value): (&String, &Any)| {
                let field = object.and_then(|it| it.field(name));
                let value =
                    field.map_or_else(|| value.clone(), |field| written(api, &field.item, value));
                (name.clone(), value)
            };
            Any::Object(members.iter().map(member).collect())
        }
        _ => value.clone(),
    }
}

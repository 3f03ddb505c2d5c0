//! Examples in the form that the schemas describe: as a client writes them, not as a page does.

use serde_json::{Number, Value as Any};

use crate::model::{Api, Empty, Field, Item, Module, Object, Type, TypeId, TypeKind, TypeRef};

use super::Json;

/// A body with aliases as names, lenient values in their own type and nothing that counts as
/// absent. What does not fit its type stays as it is.
pub(super) fn canonical(api: &Api, id: TypeId, body: &Any) -> Any {
    let ty = api.type_(id);
    match (&ty.kind, body) {
        (TypeKind::Object(object), Any::Object(members)) => {
            Any::Object(members_of(api, ty, object, members))
        }
        _ => body.clone(),
    }
}

fn members_of(api: &Api, ty: &Type, object: &Object, members: &Json) -> Json {
    let is_absent =
        |value: &Any| value.is_null() || (api.empty == Empty::Absent && value.as_str() == Some(""));
    let mut kept = Json::new();
    for (name, value) in members.iter().filter(|(_, value)| !is_absent(value)) {
        let Some(field) = named(object, name) else {
            kept.insert(name.clone(), value.clone());
            continue;
        };
        if *name == field.wire || !members.contains_key(&field.wire) {
            let lenient = field.lenient || ty.module == Module::Response;
            let reader = Reader {
                api,
                siblings: members,
                lenient,
            };
            kept.insert(field.wire.clone(), reader.item(&field.item, value));
        }
    }
    kept
}

fn named<'a>(object: &'a Object, name: &String) -> Option<&'a Field> {
    let by_alias = || {
        object
            .fields
            .iter()
            .find(|field| field.aliases.contains(name))
    };
    object.field(name).or_else(by_alias)
}

struct Reader<'a> {
    api: &'a Api,
    siblings: &'a Json,
    lenient: bool,
}

impl Reader<'_> {
    fn item(&self, item: &Item, value: &Any) -> Any {
        match (&item.ty, value) {
            (TypeRef::Object(id), _) => canonical(self.api, *id, value),
            (TypeRef::Union(id), _) => match self.case(*id) {
                Some(case) => canonical(self.api, case, value),
                None => value.clone(),
            },
            (TypeRef::List(of), Any::Array(items)) => {
                items.iter().map(|value| self.item(of, value)).collect()
            }
            (TypeRef::Map { of, .. }, Any::Object(entries)) => {
                let entry = |(key, value): (&String, &Any)| (key.clone(), self.item(of, value));
                Any::Object(entries.iter().map(entry).collect())
            }
            (ty, _) if self.lenient => own_type(ty, value).unwrap_or_else(|| value.clone()),
            _ => value.clone(),
        }
    }

    /// The case that the sibling chooses.
    fn case(&self, union: TypeId) -> Option<TypeId> {
        let TypeKind::Union(union) = &self.api.type_(union).kind else {
            return None;
        };
        let chosen = self.siblings.get(&union.by)?.as_str()?;
        union
            .cases
            .iter()
            .find(|case| case.wire == chosen)
            .map(|case| case.of)
    }
}

/// A number from its text, or a text from its number.
fn own_type(ty: &TypeRef, value: &Any) -> Option<Any> {
    match (ty, value) {
        (TypeRef::Text | TypeRef::Url | TypeRef::Enum(_), Any::Number(number)) => {
            Some(Any::from(number.to_string()))
        }
        (TypeRef::Integer | TypeRef::Millis, Any::String(text)) => {
            text.parse::<i64>().ok().map(Any::from)
        }
        (TypeRef::Decimal, Any::String(text)) => text.parse::<Number>().ok().map(Any::from),
        (TypeRef::Boolean, Any::String(text)) => text.parse::<bool>().ok().map(Any::from),
        _ => None,
    }
}

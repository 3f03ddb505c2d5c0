//! What has to be read of an answer: a walk over parsed JSON that knows nothing of the reader.

use serde_json::{Map, Value, json};
use stipula_contract::{Api, Field, Item, Module, Object, Scalar, TypeId, TypeKind, TypeRef};
use stipula_logic::judge::shape;

use crate::draw::{BYTES, DAY, MOMENT, SPAN};

/// What has to be read, and where something does not fit.
pub(crate) struct Expected<'a> {
    api: &'a Api,
    /// Whether undocumented members are kept.
    extra: bool,
    pub(crate) read: Value,
    pub(crate) misfits: Vec<String>,
}

impl<'a> Expected<'a> {
    pub(crate) fn of(api: &'a Api, id: TypeId, answer: &Value, extra: bool) -> Self {
        let mut expected = Self {
            api,
            extra,
            read: Value::Null,
            misfits: Vec::new(),
        };
        expected.read = expected.object(id, answer, "").expect("an object");
        expected
    }

    fn object(&mut self, id: TypeId, value: &Value, at: &str) -> Option<Value> {
        let members = self.members(value, at)?;
        let TypeKind::Object(object) = &self.api.type_(id).kind else {
            return None;
        };
        let mut read = Map::new();
        // Those that choose a case come first.
        let is_union = |field: &&Field| matches!(field.item.innermost().ty, TypeRef::Union(_));
        let fields = object.fields.iter();
        let in_order = fields
            .clone()
            .filter(|it| !is_union(it))
            .chain(fields.filter(is_union));
        for field in in_order {
            let names = std::iter::once(&field.wire).chain(&field.aliases);
            let given = names.filter_map(|name| Some((name, members.get(name)?)));
            let mut given = given.filter(|(_, value)| !value.is_null() && *value != "");
            let Some((name, value)) = given.next() else {
                // Nothing else was given, so `null` clears it.
                if field.clears && members.get(&field.wire) == Some(&Value::Null) {
                    read.insert(field.wire.clone(), Value::Null);
                }
                continue;
            };
            let at = below(at, name);
            match self.item(&field.item, value, &read, &at) {
                Some(value) => {
                    read.insert(field.wire.clone(), value);
                }
                None => self.misfits.push(at),
            }
        }
        if self.extra {
            let unknown = members.iter().filter(|(name, _)| !is_known(object, name));
            read.extend(unknown.map(|(name, value)| (name.clone(), value.clone())));
        }
        Some(read.into())
    }

    /// The members of an object; an empty list has none.
    fn members(&mut self, value: &Value, at: &str) -> Option<Map<String, Value>> {
        match value {
            Value::Object(members) => Some(members.clone()),
            Value::Array(items) if items.is_empty() => {
                self.misfits.push(at.to_owned());
                Some(Map::new())
            }
            _ => None,
        }
    }

    fn item(
        &mut self,
        item: &Item,
        value: &Value,
        siblings: &Map<String, Value>,
        at: &str,
    ) -> Option<Value> {
        match &item.ty {
            TypeRef::Scalar(Scalar::Json) => Some(value.clone()),
            TypeRef::Scalar(it) => scalar(*it, value),
            TypeRef::AsText(it) => {
                let read = scalar(*it, value)?;
                let text = value.as_str().filter(|_| *it == Scalar::Decimal);
                Some(json!(text.map_or_else(|| read.to_string(), str::to_owned)))
            }
            TypeRef::Enum(_) => text(value).map(Value::from),
            TypeRef::IntegerEnum(_) => whole(&text(value)?),
            TypeRef::Object(id) => self.object(*id, value, at),
            TypeRef::Union(id) => {
                let TypeKind::Union(union) = &self.api.type_(*id).kind else {
                    return None;
                };
                let by = match union.tag() {
                    Some(tag) => value.get(tag),
                    None => siblings.get(union.by()),
                };
                let case = union.cases.iter().find(|it| by == Some(&json!(it.wire)));
                let is_answer = self.api.type_(*id).module == Module::Response;
                match case {
                    Some(case) => self.object(case.of, value, at),
                    // A request has no room for it.
                    None if union.tag().is_some() && !is_answer => None,
                    None => self.members(value, at).map(Value::from),
                }
            }
            TypeRef::Any(id) => {
                let told = self.misfits.len();
                let shape = shape(self.api, *id, value);
                let read = shape.and_then(|it| self.item(&it.item, value, siblings, at));
                if read.is_none() && self.api.type_(*id).module == Module::Response {
                    self.misfits.truncate(told);
                    return Some(value.clone());
                }
                read
            }
            TypeRef::List(of) => {
                let mut read = Vec::new();
                for (nth, value) in value.as_array()?.iter().enumerate() {
                    let at = below(at, &nth.to_string());
                    match self.item(of, value, siblings, &at) {
                        Some(value) => read.push(value),
                        None => self.misfits.push(at),
                    }
                }
                Some(read.into())
            }
            TypeRef::Map { of, .. } => {
                let mut read = Map::new();
                for (key, value) in self.members(value, at)? {
                    let at = below(at, &key);
                    match self.item(of, &value, siblings, &at) {
                        Some(value) => {
                            read.insert(key, value);
                        }
                        None => self.misfits.push(at),
                    }
                }
                Some(read.into())
            }
        }
    }
}

fn scalar(it: Scalar, value: &Value) -> Option<Value> {
    let text = text(value)?;
    let only = |drawn: &str| (value.is_string() && text == drawn).then(|| json!(drawn));
    match it {
        Scalar::Boolean => text.parse::<bool>().ok().map(Value::from),
        Scalar::Integer | Scalar::TimestampMillis | Scalar::TimestampSeconds => whole(&text),
        // No digits are drawn beyond what a double holds.
        Scalar::Unsigned => whole(&text).filter(|it| it.as_i64() >= Some(0)),
        Scalar::Decimal => text.parse::<f64>().ok().map(|it| json!(it)),
        Scalar::DateTime => only(MOMENT),
        Scalar::Date => only(DAY),
        Scalar::Duration => only(SPAN),
        // No bytes are bytes, too.
        Scalar::Bytes => only(BYTES).or_else(|| only("")),
        Scalar::String | Scalar::Url => Some(text.into()),
        // No answer holds a file.
        Scalar::File => None,
        Scalar::Json => Some(value.clone()),
    }
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Bool(_) | Value::Number(_) => Some(value.to_string()),
        _ => None,
    }
}

fn whole(text: &str) -> Option<Value> {
    let number: f64 = text.parse().ok()?;
    let is_whole = number.fract() == 0.0 && number.abs() < 9e15;
    #[allow(clippy::cast_possible_truncation, reason = "it is whole and small")]
    is_whole.then(|| json!(number as i64))
}

fn is_known(object: &Object, name: &String) -> bool {
    let mut fields = object.fields.iter();
    fields.any(|it| it.wire == *name || it.aliases.contains(name))
}

fn below(at: &str, step: &str) -> String {
    format!("{at}/{}", step.replace('~', "~0").replace('/', "~1"))
}

//! Reading a body into its canonical form, and telling what was mapped on the way.
//!
//! Canonical is what a client writes: names instead of aliases, nothing that counts as absent,
//! numbers where numbers are documented. What does not fit its type stays as it is.

use std::{collections::BTreeSet, str::FromStr};

use serde_json::{Map, Number, Value as Any};

use stipula_contract::{
    Api, Empty, Field, Item, Module, Object, Scalar, Severity, TypeId, TypeKind, TypeRef, Union,
    Wire,
};

use super::{Finding, below, chosen, shape};

/// A body in canonical form, without a word about it.
pub fn canonical(api: &Api, id: TypeId, body: &Any) -> Any {
    self::body(api, id, body).0
}

/// A body in canonical form, what was found, and which pointers changed.
pub(super) fn body(api: &Api, id: TypeId, body: &Any) -> (Any, Vec<Finding>, Moved) {
    let mut reader = Reader {
        api,
        found: Vec::new(),
        moved: Moved::default(),
    };
    let read = reader.object(id, body, &At::default());
    (read, reader.found, reader.moved)
}

/// Members that aliases named: pointer in the canonical body, pointer as given.
#[derive(Debug, Default)]
pub(super) struct Moved(Vec<(String, String)>);

impl Moved {
    /// The pointer in the body as it was given.
    pub(super) fn as_given(&self, pointer: &str) -> String {
        let below = |(canonical, given): &(String, String)| {
            let rest = pointer.strip_prefix(canonical.as_str())?;
            (rest.is_empty() || rest.starts_with('/')).then(|| (given.clone(), rest.to_owned()))
        };
        // Later entries lie deeper.
        let found = self.0.iter().rev().find_map(below);
        found.map_or_else(|| pointer.to_owned(), |(given, rest)| given + &rest)
    }
}

/// Where the reader is: in the canonical body, and in the body as given.
#[derive(Debug, Clone, Default)]
struct At {
    canonical: String,
    given: String,
}

impl At {
    fn below(&self, token: &str) -> Self {
        self.moved(token, token)
    }

    fn moved(&self, canonical: &str, given: &str) -> Self {
        Self {
            canonical: below(&self.canonical, canonical),
            given: below(&self.given, given),
        }
    }
}

struct Reader<'a> {
    api: &'a Api,
    found: Vec<Finding>,
    moved: Moved,
}

impl Reader<'_> {
    fn report(&mut self, at: &At, rule: &str, severity: Severity, message: String) {
        self.found.push(Finding::of_reading(
            at.given.clone(),
            rule,
            severity,
            message,
        ));
    }

    fn warn(&mut self, at: &At, rule: &str, message: String) {
        self.report(at, rule, Severity::Warning, message);
    }

    fn object(&mut self, id: TypeId, value: &Any, at: &At) -> Any {
        let (TypeKind::Object(object), Any::Object(members)) = (&self.api.type_(id).kind, value)
        else {
            self.mistyped(&TypeRef::Object(id), value, at);
            return value.clone();
        };
        let lenient = self.api.type_(id).module == Module::Response;
        // Unions look at their siblings by name and by the value that is written, so that both
        // come first.
        let named = self.named(object, members, at);
        let written = |value: &Any, field: Option<&Field>| {
            let field = field.filter(|field| lenient || field.lenient);
            let own = field.and_then(|field| converted(&field.item.ty, value));
            own.unwrap_or_else(|| value.clone())
        };
        let siblings: Map<String, Any> = named
            .iter()
            .map(|(name, value, field, _)| (name.clone(), written(value, *field)))
            .collect();
        let mut kept = Map::new();
        for (name, value, field, at) in named {
            let value = match field {
                // It was cleared.
                Some(_) if value.is_null() => Any::Null,
                Some(field) => {
                    let lenient = lenient || field.lenient;
                    self.item(&field.item, value, &siblings, lenient, &at)
                }
                None => value.clone(),
            };
            kept.insert(name, value);
        }
        Any::Object(kept)
    }

    /// The members that are there, by name, each with its field.
    fn named<'b, 'o>(
        &mut self,
        object: &'o Object,
        members: &'b Map<String, Any>,
        at: &At,
    ) -> Vec<(String, &'b Any, Option<&'o Field>, At)> {
        let mut named = Vec::new();
        let mut by_alias = BTreeSet::new();
        for (given, value) in members {
            let field = find(object, given);
            let name = field.map_or(given, |field| &field.wire);
            let at = at.moved(name, given);
            // Twice is twice, also where one of the two counts as absent: that is how serde sees it.
            if name != given && (members.contains_key(name) || !by_alias.insert(name)) {
                let message = format!("`{given}` is another name of `{name}`, which is given too");
                self.report(&at, "alias", Severity::Error, message);
                continue;
            }
            let clears = value.is_null() && field.is_some_and(|it| it.clears);
            if !clears && self.is_absent(value) {
                let what = if value.is_null() {
                    "`null`"
                } else {
                    "an empty text"
                };
                self.warn(&at, "absent", format!("{what} counts as absent"));
                continue;
            }
            if field.is_none() && !object.fields.is_empty() {
                self.unknown(object, given, &at);
            }
            if name != given {
                self.warn(&at, "alias", format!("read as `{name}`, and written so"));
                self.moved.0.push((at.canonical.clone(), at.given.clone()));
            }
            named.push((name.clone(), value, field, at));
        }
        named
    }

    fn unknown(&mut self, object: &Object, name: &str, at: &At) {
        let known = object.fields.iter().map(|field| field.wire.as_str());
        let near = stipula_cond::suggest(name, known)
            .map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
        self.warn(
            at,
            "unknown",
            format!("no member of this name is documented{near}"),
        );
    }

    fn is_absent(&self, value: &Any) -> bool {
        value.is_null() || (self.api.empty == Empty::Absent && value.as_str() == Some(""))
    }

    fn item(
        &mut self,
        item: &Item,
        value: &Any,
        siblings: &Map<String, Any>,
        lenient: bool,
        at: &At,
    ) -> Any {
        match (&item.ty, value) {
            (TypeRef::Object(id), Any::Object(_)) => self.object(*id, value, at),
            (TypeRef::Union(id), Any::Object(members)) => {
                match chosen(self.api, *id, members, siblings) {
                    Some(case) => self.object(case, value, at),
                    None if fits(self.api, &item.ty, value) => value.clone(),
                    None => self.unfit(&item.ty, value, at),
                }
            }
            (TypeRef::Any(id), value) => match shape(self.api, *id, value) {
                Some(shape) => self.item(&shape.item, value, siblings, lenient, at),
                None if fits(self.api, &item.ty, value) => value.clone(),
                None => self.unfit(&item.ty, value, at),
            },
            (TypeRef::List(of), Any::Array(items)) => {
                let entry = |(index, value): (usize, &Any)| {
                    let at = at.below(&index.to_string());
                    self.item(of, value, siblings, lenient, &at)
                };
                items.iter().enumerate().map(entry).collect()
            }
            (TypeRef::Map { of, .. }, Any::Object(entries)) => {
                let entry = |(key, value): (&String, &Any)| {
                    let value = self.item(of, value, siblings, lenient, &at.below(key));
                    (key.clone(), value)
                };
                Any::Object(entries.iter().map(entry).collect())
            }
            (ty, value) if fits(self.api, ty, value) => value.clone(),
            (ty, value) => match converted(ty, value).filter(|_| lenient) {
                Some(own) => {
                    let message = format!("read as {}, and written so", kind(&own));
                    self.warn(at, "converted", message);
                    own
                }
                None => self.unfit(ty, value, at),
            },
        }
    }

    fn mistyped(&mut self, ty: &TypeRef, value: &Any, at: &At) {
        self.report(at, "type", Severity::Error, mismatch(self.api, ty, value));
    }

    fn unfit(&mut self, ty: &TypeRef, value: &Any, at: &At) -> Any {
        self.mistyped(ty, value, at);
        match (ty, value) {
            // A member that counts as absent does not make an object of a shape.
            (TypeRef::Any(_) | TypeRef::Union(_), Any::Object(members)) => {
                let there = members.iter().filter(|(_, value)| !self.is_absent(value));
                Any::Object(there.map(|(k, v)| (k.clone(), v.clone())).collect())
            }
            (_, value) => value.clone(),
        }
    }
}

fn find<'a>(object: &'a Object, name: &String) -> Option<&'a Field> {
    let by_alias = |field: &&Field| field.aliases.contains(name);
    object
        .field(name)
        .or_else(|| object.fields.iter().find(by_alias))
}

/// Whether a value is of the type, looking no deeper than itself.
pub(super) fn fits(api: &Api, ty: &TypeRef, value: &Any) -> bool {
    let is_answer = |id: TypeId| api.type_(id).module == Module::Response;
    match (ty, value) {
        // An answer keeps what nobody documented.
        (TypeRef::Any(id), value) => is_answer(*id) || shape(api, *id, value).is_some(),
        (TypeRef::Union(id), Any::Object(members)) => {
            let is_tagged = union(api, *id).is_some_and(|it| it.tag().is_some());
            !is_tagged || is_answer(*id) || chosen(api, *id, members, &Map::new()).is_some()
        }
        (ty, value) => is_of(ty, value),
    }
}

fn union(api: &Api, id: TypeId) -> Option<&Union> {
    match &api.type_(id).kind {
        TypeKind::Union(union) => Some(union),
        TypeKind::Object(_) | TypeKind::Enum(_) | TypeKind::Any(_) => None,
    }
}

fn is_of(ty: &TypeRef, value: &Any) -> bool {
    match ty {
        TypeRef::Scalar(it) => it.fits(value),
        TypeRef::AsText(it) => value.as_str().is_some_and(|text| it.is_written(text)),
        TypeRef::Enum(_) => value.is_string(),
        TypeRef::IntegerEnum(_) => value.is_i64(),
        TypeRef::Object(_) | TypeRef::Union(_) | TypeRef::Map { .. } => value.is_object(),
        TypeRef::List(_) => value.is_array(),
        TypeRef::Any(_) => true,
    }
}

/// What was expected, and what was found instead.
pub(super) fn mismatch(api: &Api, ty: &TypeRef, value: &Any) -> String {
    let chosen = match ty {
        TypeRef::Union(id) => union(api, *id).map(Union::wanted),
        TypeRef::Any(id) => match &api.type_(*id).kind {
            TypeKind::Any(any) => Some(any.wanted()),
            _ => None,
        },
        _ => None,
    };
    let found = match (&chosen, value) {
        (Some(_), Any::Object(_)) => "another object",
        (_, value) => kind(value),
    };
    let wanted = chosen.unwrap_or_else(|| wanted(ty).to_owned());
    format!("expected {wanted}, found {found}")
}

const fn wanted(ty: &TypeRef) -> &'static str {
    match ty {
        TypeRef::Scalar(it) => it.facts().wanted,
        TypeRef::AsText(it) => it.wanted_as_text(),
        TypeRef::Enum(_) => "a text",
        TypeRef::IntegerEnum(_) => Scalar::Integer.facts().wanted,
        TypeRef::Object(_) | TypeRef::Union(_) => "an object",
        TypeRef::Any(_) => "one of several shapes",
        TypeRef::Map { .. } => "an object with keys of your own",
        TypeRef::List(_) => "a list",
    }
}

fn kind(value: &Any) -> &'static str {
    match value {
        Any::Null => "`null`",
        Any::Bool(_) => "a boolean",
        Any::Number(number) if number.is_f64() => "a number with a fraction",
        Any::Number(number) if number.is_i64() => "a number",
        Any::Number(_) => "a number beyond 64 bits",
        Any::String(_) => "a text",
        Any::Array(_) => "a list",
        Any::Object(_) => "an object",
    }
}

/// A number from its text, or a text from its number, when the meaning is plain.
fn converted(ty: &TypeRef, value: &Any) -> Option<Any> {
    let wire = match ty {
        TypeRef::AsText(it) => {
            let ty = TypeRef::Scalar(*it);
            let number = Some(value.clone()).filter(|it| is_of(&ty, it));
            let number = number.or_else(|| converted(&ty, value))?;
            return number.as_number().map(|it| Any::from(it.to_string()));
        }
        TypeRef::Scalar(it) => it.wire(),
        TypeRef::Enum(_) => Wire::Text,
        TypeRef::IntegerEnum(_) => Wire::Integer,
        _ => return None,
    };
    match (wire, value) {
        (Wire::Text, Any::Number(number)) => Some(Any::from(digits(number))),
        (Wire::Text, Any::Bool(value)) => Some(Any::from(value.to_string())),
        (Wire::Integer, Any::String(text)) => whole::<i64>(text).map(Any::from),
        (Wire::Unsigned, Any::String(text)) => {
            // `-0` is one.
            let number = whole::<i128>(text)?;
            u64::try_from(number).ok().map(Any::from)
        }
        (Wire::Number, Any::String(text)) => {
            let number = text.parse::<f64>().ok()?;
            whole::<i64>(text)
                .map(Number::from)
                .or_else(|| Number::from_f64(number))
                .map(Any::Number)
        }
        (Wire::Boolean, Any::String(text)) => text.parse::<bool>().ok().map(Any::from),
        _ => None,
    }
}

/// A number as a text, as the runtime makes it: how serde_json writes one depends on its version.
fn digits(number: &Number) -> String {
    match number.as_f64().filter(|_| number.is_f64()) {
        // `Debug` keeps the `.0` that JSON had.
        Some(double) => format!("{double:?}"),
        None => number.to_string(),
    }
}

/// A value in the type, from a text of the spec: a sample or a default. None when it is not of
/// that type; objects have no such texts.
pub fn from_text(ty: &TypeRef, text: &str) -> Option<Any> {
    match ty {
        TypeRef::Enum(_) => Some(Any::from(text)),
        TypeRef::Scalar(it) if it.wire() == Wire::Text => {
            Some(Any::from(text)).filter(|own| it.fits(own))
        }
        TypeRef::AsText(_) => Some(Any::from(text)).filter(|own| is_of(ty, own)),
        TypeRef::Object(_) | TypeRef::Union(_) | TypeRef::Any(_) => None,
        TypeRef::List(_) | TypeRef::Map { .. } => {
            let value = serde_json::from_str(text).ok()?;
            is_of(ty, &value).then_some(value)
        }
        TypeRef::Scalar(_) | TypeRef::IntegerEnum(_) => converted(ty, &Any::from(text.trim())),
    }
}

/// Digits with an optional minus sign, and nothing around them.
fn whole<N: FromStr>(text: &str) -> Option<N> {
    (!text.starts_with('+')).then(|| text.parse().ok())?
}

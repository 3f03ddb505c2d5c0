//! Reading a body into its canonical form, and telling what was mapped on the way.
//!
//! Canonical is what a client writes: names instead of aliases, nothing that counts as absent,
//! numbers where numbers are documented. What does not fit its type stays as it is.

use std::{
    collections::{BTreeMap, BTreeSet},
    iter,
};

use serde_json::{Map, Value as Any, json};

use stipula_contract::{
    Api, Field, Item, Module, Object, Severity, TypeId, TypeKind, TypeRef, Union, Wire,
};

use super::{
    Finding, below, chosen,
    convert::converted,
    depth::{MOST_DEPTH, TOO_DEEP, copied},
    mismatch::{is_single, mismatch},
    shape,
    shown::{Seen, near_told, text_shown},
    words::{self, filled},
};

/// A body in canonical form, without a word about it.
pub fn canonical(api: &Api, id: TypeId, body: &Any) -> Any {
    self::body(api, id, body).body
}

/// What a body was read as.
#[derive(Debug)]
pub(super) struct Read {
    /// In canonical form.
    pub(super) body: Any,
    /// What was found on the way.
    pub(super) found: Vec<Finding>,
    /// Which pointers changed.
    pub(super) moved: Moved,
    /// Pointers, as given, of sensitive members.
    hidden: Hidden,
}

impl Read {
    /// Whether nothing of what stands at a pointer, as given, is shown.
    pub(super) fn is_hidden(&self, pointer: &str) -> bool {
        self.hidden.has(pointer)
    }
}

/// Reads a body.
pub(super) fn body(api: &Api, id: TypeId, body: &Any) -> Read {
    let mut reader = Reader {
        api,
        found: Vec::new(),
        moved: Moved::default(),
        hidden: Hidden::default(),
    };
    let body = reader.object(id, body, &At::default());
    let Reader {
        found,
        moved,
        hidden,
        ..
    } = reader;
    Read {
        body,
        found,
        moved,
        hidden,
    }
}

/// Pointers of what is not shown.
#[derive(Debug, Default)]
struct Hidden(BTreeSet<String>);

impl Hidden {
    /// Whether a pointer is one of them, or lies below one.
    fn has(&self, pointer: &str) -> bool {
        let mut ways = iter::successors(Some(pointer), |it| Some(it.rsplit_once('/')?.0));
        !self.0.is_empty() && ways.any(|it| self.0.contains(it))
    }
}

/// Members that aliases named: pointer in the canonical body, pointer as given.
#[derive(Debug, Default)]
pub(super) struct Moved(BTreeMap<String, String>);

impl Moved {
    /// The pointer in the body as it was given.
    pub(super) fn as_given(&self, pointer: &str) -> String {
        // The nearest member that an alias named.
        let mut above = pointer;
        loop {
            if let Some(given) = self.0.get(above) {
                return format!("{given}{}", &pointer[above.len()..]);
            }
            match above.rfind('/') {
                Some(at) => above = &above[..at],
                None => return pointer.to_owned(),
            }
        }
    }
}

/// Where the reader is: in the canonical body, and in the body as given.
#[derive(Debug, Clone, Default)]
struct At {
    canonical: String,
    given: String,
    /// How many lists and objects it is in.
    depth: usize,
}

impl At {
    fn below(&self, token: &str) -> Self {
        self.moved(token, token)
    }

    fn moved(&self, canonical: &str, given: &str) -> Self {
        Self {
            canonical: below(&self.canonical, canonical),
            given: below(&self.given, given),
            depth: self.depth + 1,
        }
    }
}

struct Reader<'a> {
    api: &'a Api,
    found: Vec<Finding>,
    moved: Moved,
    hidden: Hidden,
}

impl Reader<'_> {
    fn report(&mut self, at: &At, rule: &str, severity: Severity, message: String) {
        let path = at.given.clone();
        let finding = Finding::of_reading(path, rule, severity, message);
        self.found.push(finding);
    }

    fn seen<'b>(&self, value: &'b Any, at: &At) -> Seen<'b> {
        let is_hidden = self.hidden.has(&at.given);
        Seen { value, is_hidden }
    }

    fn warn(&mut self, at: &At, rule: &str, message: String) {
        self.report(at, rule, Severity::Warning, message);
    }

    fn object(&mut self, id: TypeId, value: &Any, at: &At) -> Any {
        let (TypeKind::Object(object), Any::Object(members)) = (&self.api.type_(id).kind, value)
        else {
            self.mistyped(&TypeRef::Object(id), value, at);
            return self.copied(value, at);
        };
        if at.depth >= MOST_DEPTH {
            return self.too_deep(at);
        }
        let lenient = self.api.type_(id).module == Module::Response;
        // Unions look at their siblings by name and by the value that is written, so that both
        // come first.
        let named = self.named(object, lenient, members, at);
        let written = |value: &Any, field: Option<&Field>| {
            let field = field.filter(|field| lenient || field.lenient);
            let own = field.and_then(|field| converted(&field.item.ty, value));
            own.unwrap_or_else(|| match value {
                // Nothing is chosen by these.
                Any::Array(_) | Any::Object(_) => Any::Null,
                value => value.clone(),
            })
        };
        let siblings: Map<String, Any> = named
            .iter()
            .map(|(name, value, field, _)| (name.clone(), written(value, *field)))
            .collect();
        let mut kept = Map::new();
        for (name, value, field, at) in named {
            if field.is_some_and(|it| it.sensitive) {
                self.hidden.0.insert(at.given.clone());
            }
            let value = match field {
                // It was cleared.
                Some(_) if value.is_null() => Any::Null,
                Some(field) => {
                    let lenient = lenient || field.lenient;
                    self.item(&field.item, value, &siblings, lenient, &at)
                }
                // A client leaves it out, so it is no fault of the body.
                None => copied(value, at.depth).0,
            };
            kept.insert(name, value);
        }
        Any::Object(kept)
    }

    /// The members that are there, by name, each with its field.
    fn named<'b, 'o>(
        &mut self,
        object: &'o Object,
        is_answer: bool,
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
                let names = [text_shown(given), text_shown(name)];
                let message = filled(words::TWICE, &[&names[0], &names[1]]);
                self.report(&at, "alias", Severity::Error, message);
                continue;
            }
            let clears = value.is_null() && field.is_some_and(|it| it.clears);
            if !clears && self.is_absent(value) {
                let what = if value.is_null() {
                    "`null`"
                } else {
                    words::EMPTY
                };
                self.warn(&at, "absent", filled(words::ABSENT, &[what]));
                continue;
            }
            if field.is_none() && (object.closed || !object.fields.is_empty()) {
                let is_refused = object.closed && !is_answer;
                self.unknown(object, is_refused, given, members, &at);
            }
            if name != given {
                let message = filled(words::ALIAS, &[&text_shown(name)]);
                self.warn(&at, "alias", message);
                self.moved.0.insert(at.canonical.clone(), at.given.clone());
            }
            named.push((name.clone(), value, field, at));
        }
        named
    }

    /// A name that nobody documented; one that is near and not given was probably meant.
    fn unknown(
        &mut self,
        object: &Object,
        is_refused: bool,
        name: &str,
        given: &Map<String, Any>,
        at: &At,
    ) {
        let is_missing = |field: &&Field| {
            let mut names = iter::once(&field.wire).chain(&field.aliases);
            !names.any(|it| given.contains_key(it))
        };
        let missing = object.fields.iter().filter(is_missing);
        let near = stipula_cond::suggest(name, missing.map(|field| field.wire.as_str()));
        let (severity, words) = if is_refused {
            (Severity::Error, words::REFUSED)
        } else {
            (Severity::Warning, words::UNKNOWN)
        };
        self.report(at, "unknown", severity, filled(words, &[&near_told(near)]));
        if let Some(last) = self.found.last_mut() {
            last.suggestion = near.map(str::to_owned);
        }
    }

    fn is_absent(&self, value: &Any) -> bool {
        self.api.counts_as_absent(value)
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
                    None if fits(self.api, &item.ty, value) => self.copied(value, at),
                    None => self.unfit(&item.ty, value, at),
                }
            }
            (TypeRef::Any(id), value) => match shape(self.api, *id, value) {
                Some(shape) => self.item(&shape.item, value, siblings, lenient, at),
                None if fits(self.api, &item.ty, value) => self.copied(value, at),
                None => self.unfit(&item.ty, value, at),
            },
            (TypeRef::List(_) | TypeRef::Map { .. }, Any::Array(_) | Any::Object(_))
                if at.depth >= MOST_DEPTH =>
            {
                self.too_deep(at)
            }
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
            (ty, value) if fits(self.api, ty, value) => self.copied(value, at),
            (ty, value) => match converted(ty, value).filter(|_| lenient) {
                Some(own) => {
                    let kind = self.seen(value, at).kind();
                    let message = filled(words::CONVERTED, &[&kind, read_as(&own)]);
                    self.warn(at, "converted", message);
                    own
                }
                None => self.unfit(ty, value, at),
            },
        }
    }

    /// A value as it is, but for what is too deep.
    fn copied(&mut self, value: &Any, at: &At) -> Any {
        let (copy, is_cut) = copied(value, at.depth);
        if is_cut {
            self.too_deep(at);
        }
        copy
    }

    /// In place of a list or an object that no client reads.
    fn too_deep(&mut self, at: &At) -> Any {
        self.report(at, "type", Severity::Error, TOO_DEEP.to_owned());
        Any::Null
    }

    fn mistyped(&mut self, ty: &TypeRef, value: &Any, at: &At) {
        let seen = self.seen(value, at);
        let found = mismatch(self.api, ty, seen);
        self.report(at, "type", Severity::Error, found.message);
        if let Some(last) = self.found.last_mut() {
            last.actual = seen.data().filter(|_| is_single(ty));
            last.expected = Some(json!({ "type": found.wanted }));
            last.suggestion = found.suggestion;
        }
    }

    fn unfit(&mut self, ty: &TypeRef, value: &Any, at: &At) -> Any {
        self.mistyped(ty, value, at);
        match (ty, value) {
            // A member that counts as absent does not make an object of a shape.
            (TypeRef::Any(_) | TypeRef::Union(_), Any::Object(members)) => {
                let there = members.iter().filter(|(_, value)| !self.is_absent(value));
                let depth = at.depth + 1;
                Any::Object(
                    there
                        .map(|(k, v)| (k.clone(), copied(v, depth).0))
                        .collect(),
                )
            }
            (_, value) => copied(value, at.depth).0,
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

/// The word for what a value was read as.
const fn read_as(own: &Any) -> &'static str {
    match own {
        Any::String(_) => words::A_TEXT,
        Any::Bool(_) => words::HIDDEN_BOOLEAN,
        _ => words::HIDDEN_NUMBER,
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

//! Sentences about a body: the words of a rule, with what the body says in their gaps.

use serde_json::{Map, Value as Any, json};
use stipula_contract::{
    Api, Base, Demand, Group, Item, Location, Part, Place, Rule, Step, TypeId, TypeKind, TypeRef,
};
use stipula_rules::{Open, Unit, limit, suggest};

use super::{
    Finding, below,
    read::Read,
    same::twins,
    scope::Scope,
    shown::{Seen, listed, near_told, text_shown},
    unescaped,
    words::{self, filled},
};

/// A body, as it was given and as it was read.
pub(super) struct Teller<'a> {
    pub(super) api: &'a Api,
    /// The type of the body.
    pub(super) request: TypeId,
    pub(super) given: &'a Any,
    pub(super) read: &'a Read,
}

/// What a broken rule blames: a pointer into the body as it was read.
pub(super) struct Blamed<'a> {
    pub(super) path: String,
    /// What stands there, when a value rule blames it.
    pub(super) item: Option<&'a Item>,
}

impl<'a> Teller<'a> {
    /// The finding of a broken rule.
    pub(super) fn finding(&self, rule: &Rule, blamed: &Blamed<'_>, scope: &Scope<'_>) -> Finding {
        let mut sentence = Sentence {
            teller: self,
            rule,
            blamed,
            scope,
            suggestion: None,
            beside: Map::new(),
        };
        let message: String = rule.told().iter().map(|it| sentence.part(it)).collect();
        Finding {
            location: Location::Body,
            path: self.read.moved.as_given(&blamed.path),
            rule: rule.id.clone(),
            severity: rule.level,
            message,
            actual: sentence.actual(),
            expected: Some(sentence.expected()),
            suggestion: sentence.suggestion.map(str::to_owned),
            beside: sentence.beside,
        }
    }

    /// What a condition reads, at the end of a sentence.
    pub(super) fn parts(&self, parts: &[Part], scope: &Scope<'_>) -> String {
        let told = |it: &Part| match it {
            Part::Text(words) => words.clone(),
            Part::At(place) => self.place(place, scope).0,
            Part::Length(_) | Part::Open(_) | Part::Given(_) => String::new(),
        };
        parts.iter().map(told).collect()
    }

    /// What stands at a pointer into the body as it was read.
    fn at(&self, pointer: &str) -> Option<Seen<'a>> {
        let pointer = self.read.moved.as_given(pointer);
        let value = self.given.pointer(&pointer)?;
        (!self.api.counts_as_absent(value)).then(|| Seen {
            value,
            is_hidden: self.read.is_hidden(&pointer),
        })
    }

    /// What stands at a place, in words; and where, when it is in the body.
    fn place(&self, place: &Place, scope: &Scope<'_>) -> (String, Option<(String, Seen<'a>)>) {
        match place.base {
            Base::Key => (scope.key.map_or_else(missing, text_shown), None),
            Base::Context => {
                let name = place.steps.first().map_or("", |it| &it.wire);
                let given = scope.context.iter().find(|(known, _)| known == name);
                (given.map_or_else(missing, |(_, it)| text_shown(it)), None)
            }
            Base::This | Base::Parent | Base::Root => {
                let pointer = pointer(place, scope);
                let seen = self.at(&pointer);
                let told = seen.map_or_else(missing, Seen::told);
                let given = self.read.moved.as_given(&pointer);
                (told, seen.map(|it| (given, it)))
            }
        }
    }
}

/// A sentence in the making.
struct Sentence<'a> {
    teller: &'a Teller<'a>,
    rule: &'a Rule,
    blamed: &'a Blamed<'a>,
    scope: &'a Scope<'a>,
    suggestion: Option<&'a str>,
    beside: Map<String, Any>,
}

impl<'a> Sentence<'a> {
    fn part(&mut self, part: &Part) -> String {
        match part {
            Part::Text(words) => words.clone(),
            Part::Open(open) => self.open(*open),
            Part::Given(names) => self.given(names),
            Part::At(place) => {
                let (told, seen) = self.teller.place(place, self.scope);
                self.note(seen);
                told
            }
            Part::Length(place) => {
                let (_, seen) = self.teller.place(place, self.scope);
                let count = seen.as_ref().map(|(_, it)| it.count(Unit::Characters));
                self.note(seen);
                format!("`{}`", count.unwrap_or_default())
            }
        }
    }

    /// Keeps the value of another member.
    fn note(&mut self, seen: Option<(String, Seen<'_>)>) {
        let data = seen.and_then(|(at, it)| Some((at, it.data()?)));
        self.beside.extend(data);
    }

    fn open(&mut self, open: Open) -> String {
        match open {
            Open::Value => self.value().map_or_else(missing, Seen::told),
            Open::Size(unit) => self.value().map_or_else(missing, |it| it.size(unit)),
            Open::Limit => {
                let argument = self.rule.value().map(|it| it.argument.arg());
                let count = argument.and_then(|it| it.under(self.scope.key).count());
                count.map(limit).unwrap_or_default()
            }
            Open::Key => text_shown(&self.key()),
            Open::Known => self.known(),
            Open::Twins => self.twins().unwrap_or_default(),
        }
    }

    fn value(&self) -> Option<Seen<'a>> {
        self.teller.at(&self.blamed.path)
    }

    /// The last name of the pointer.
    fn key(&self) -> String {
        let last = self.blamed.path.rsplit('/').next().unwrap_or_default();
        unescaped(last)
    }

    /// The texts that may stand there, of an enum.
    fn values(&self) -> Option<Vec<&'a str>> {
        let id = match &self.blamed.item?.ty {
            TypeRef::Enum(id) | TypeRef::IntegerEnum(id) | TypeRef::Map { key: Some(id), .. } => {
                *id
            }
            _ => return None,
        };
        Some(texts(self.teller.api, id).collect())
    }

    /// A documented value, as a body holds it.
    fn json(&self, wire: &str) -> Any {
        let is_number = matches!(
            self.blamed.item.map(|it| &it.ty),
            Some(TypeRef::IntegerEnum(_))
        );
        let number = wire.parse::<i64>().ok().filter(|_| is_number);
        number.map_or_else(|| wire.into(), Any::from)
    }

    fn known(&mut self) -> String {
        let values = self.values().unwrap_or_default();
        let is_key = matches!(self.blamed.item.map(|it| &it.ty), Some(TypeRef::Map { .. }));
        let written = match self.value() {
            _ if is_key => Some(self.key()),
            Some(seen) if !seen.is_hidden => seen.value.as_str().map(str::to_owned),
            _ => None,
        };
        self.suggestion = written.and_then(|it| suggest(&it, values.iter().copied()));
        let all = listed(values.iter().copied());
        match self.suggestion {
            Some(near) => near_told(Some(near)) + &filled(words::THEN_ONE_OF, &[&all]),
            None => filled(words::ONE_OF, &[&all]),
        }
    }

    fn twins(&self) -> Option<String> {
        let TypeRef::List(of) = &self.blamed.item?.ty else {
            return None;
        };
        let items = self
            .teller
            .read
            .body
            .pointer(&self.blamed.path)?
            .as_array()?;
        let (first, second) = twins(of, items)?;
        Some(filled(
            words::TWINS,
            &[&first.to_string(), &second.to_string()],
        ))
    }

    fn given(&self, names: &[String]) -> String {
        let object = parent(&self.blamed.path);
        let is_given = |name: &&String| {
            let seen = self.teller.at(&below(object, name));
            seen.is_some_and(|it| !it.value.is_null())
        };
        // Members of the body itself may travel in several places.
        let whole = self.teller.api.type_(self.teller.request).object();
        let whole = whole.filter(|_| object.is_empty());
        let said = |name: &String| {
            let said = whole.and_then(|it| it.said(it.field(name)?));
            text_shown(said.as_ref().unwrap_or(name))
        };
        let given: Vec<String> = names.iter().filter(is_given).map(said).collect();
        match given.as_slice() {
            [] => words::NONE.to_owned(),
            [one] => filled(words::ONLY, &[one]),
            all => filled(words::MANY, &[&all.join(", ")]),
        }
    }

    /// What is there, as data: a size, where the rule is about that.
    fn actual(&self) -> Option<Any> {
        let unit = self.rule.value().map_or(Unit::None, |it| it.rule.code.unit);
        match (&self.rule.demand, unit) {
            (Demand::Value(it), _) if it.is("known_keys") => Some(self.key().into()),
            (Demand::Key(_), _) => Some(self.key().into()),
            (Demand::Value(_), Unit::Characters | Unit::Bytes | Unit::Items) => {
                Some(self.value()?.count(unit).into())
            }
            _ => self.value()?.data(),
        }
    }

    /// What the rule demands, as data.
    fn expected(&self) -> Any {
        let code = self.rule.code;
        match &self.rule.demand {
            Demand::Given => match &self.rule.applies {
                Some(when) => json!({ code: when.text }),
                None => json!({ code: true }),
            },
            Demand::Allowed(only) | Demand::Effective(only) => json!({ code: only.text }),
            Demand::Holds(expect) => json!({ code: expect.text }),
            Demand::Count(Group::AtLeast(count), names) => {
                json!({ code: { "of": names, "count": count } })
            }
            Demand::Count(_, names) => json!({ code: names }),
            Demand::Key(it) => json!(it),
            Demand::Value(it) => match self.values() {
                Some(values) => {
                    json!({ code: values.iter().map(|it| self.json(it)).collect::<Vec<_>>() })
                }
                None => json!(it),
            },
        }
    }
}

/// The documented texts of an enum.
pub(super) fn texts(api: &Api, id: TypeId) -> impl Iterator<Item = &str> {
    let values = match &api.type_(id).kind {
        TypeKind::Enum(it) => it.values.as_slice(),
        TypeKind::Object(_) | TypeKind::Union(_) | TypeKind::Any(_) => &[],
    };
    values.iter().map(|it| it.wire.as_str())
}

fn missing() -> String {
    words::MISSING.to_owned()
}

fn pointer(place: &Place, scope: &Scope<'_>) -> String {
    let start = match place.base {
        Base::This => scope.at,
        Base::Parent => scope.above,
        Base::Root | Base::Context | Base::Key => "",
    };
    let step = |pointer: String, step: &Step| below(&pointer, &step.wire);
    place.steps.iter().fold(start.to_owned(), step)
}

fn parent(pointer: &str) -> &str {
    pointer.rsplit_once('/').map_or("", |(parent, _)| parent)
}

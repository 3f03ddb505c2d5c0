//! A body in the making.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value as Any};

use super::{
    Witness,
    spot::{self, Spot},
    values,
};
use crate::{
    cases::{Assignment, Space, is_other},
    judge::{Finding, below, judge, unescaped},
    values::{Datum, holds},
};
use stipula_contract::{Api, Base, Demand, Field, Found, Group, Kind, Operation, Place, TypeRef};

/// Rounds of mending after which a body is given up.
const ROUND_LIMIT: usize = 16;

/// What every draft of one operation reads.
pub(super) struct Maker<'a> {
    pub(super) api: &'a Api,
    pub(super) operation: &'a Operation,
    pub(super) rules: Vec<Found<'a>>,
    index: BTreeMap<&'a str, usize>,
}

impl<'a> Maker<'a> {
    pub(super) fn new(api: &'a Api, operation: &'a Operation) -> Self {
        let rules = api.rules_below(operation.request);
        let ids = rules.iter().enumerate();
        let index = ids.map(|(at, rule)| (rule.rule.id.as_str(), at)).collect();
        Self {
            api,
            operation,
            rules,
            index,
        }
    }

    /// The rule with this id.
    pub(super) fn rule(&self, id: &str) -> Option<&Found<'a>> {
        self.index.get(id).map(|at| &self.rules[*at])
    }

    /// An empty body; each value beside it is the first documented one.
    pub(super) fn draft(&self) -> Draft<'_> {
        let fields = self.operation.context.as_ref();
        let fields = fields.map_or(&[][..], |it| &it.fields);
        let first = |field: &stipula_contract::ContextField| {
            let it = self.api.type_(field.enum_).enum_()?;
            Some((field.name.clone(), it.values.first()?.wire.clone()))
        };
        Draft {
            maker: self,
            body: Any::Object(Map::new()),
            context: fields.iter().filter_map(first).collect(),
            pinned: BTreeSet::new(),
        }
    }
}

/// A body in the making, with what mending must leave alone.
#[derive(Clone)]
pub(super) struct Draft<'m> {
    maker: &'m Maker<'m>,
    pub(super) body: Any,
    context: Vec<(String, String)>,
    pinned: BTreeSet<String>,
}

impl Draft<'_> {
    /// The body with its members in the order of the spec.
    pub(super) fn into_witness(mut self) -> Witness {
        for spot in self.spots() {
            let Some(object) = self.maker.api.type_(spot.id).object() else {
                continue;
            };
            let place = |name: &String| object.fields.iter().position(|it| it.wire == *name);
            if let Some(Any::Object(members)) = self.body.pointer_mut(&spot.this) {
                let mut sorted: Vec<_> = std::mem::take(members).into_iter().collect();
                sorted.sort_by_key(|(name, _)| place(name).unwrap_or(usize::MAX));
                members.extend(sorted);
            }
        }
        Witness {
            body: self.body,
            context: self.context,
        }
    }

    pub(super) fn judged(&self) -> Vec<Finding> {
        judge(
            self.maker.api,
            self.maker.operation,
            &self.body,
            &self.context,
        )
    }

    pub(super) fn spots(&self) -> Vec<Spot> {
        spot::all(self.maker.api, self.maker.operation.request, &self.body)
    }

    pub(super) fn get(&self, pointer: &str) -> Option<&Any> {
        self.body.pointer(pointer)
    }

    /// Gives a member; whether there is an object to give it to.
    pub(super) fn set(&mut self, pointer: &str, value: Any) -> bool {
        let Some((object, name)) = pointer.rsplit_once('/') else {
            return false;
        };
        let name = unescaped(name);
        match self.body.pointer_mut(object) {
            Some(Any::Object(members)) => {
                members.insert(name, value);
                true
            }
            Some(Any::Array(items)) => {
                let slot = name.parse::<usize>().ok().and_then(|at| items.get_mut(at));
                slot.map(|slot| *slot = value).is_some()
            }
            _ => false,
        }
    }

    pub(super) fn remove(&mut self, pointer: &str) {
        let Some((object, name)) = pointer.rsplit_once('/') else {
            return;
        };
        let name = unescaped(name);
        if let Some(Any::Object(members)) = self.body.pointer_mut(object) {
            members.shift_remove(&name);
        }
    }

    /// Mending leaves this member alone from now on.
    pub(super) fn pin(&mut self, pointer: String) {
        self.pinned.insert(pointer);
    }

    /// Gives a member this text, unless it is pinned to another one.
    pub(super) fn choose(&mut self, pointer: &str, text: &str) -> bool {
        if self.get(pointer).and_then(Any::as_str) == Some(text) {
            return true;
        }
        if self.pinned.contains(pointer) {
            return false;
        }
        self.pin(pointer.to_owned());
        self.set(pointer, Any::from(text))
    }

    /// Gives a member what makes it of a certain shape, unless mending must leave it alone.
    pub(super) fn start(&mut self, pointer: &str, start: &Any) -> bool {
        if self.pinned.contains(pointer) {
            return self.get(pointer).is_some();
        }
        self.set(pointer, start.clone())
    }

    /// The field that a pointer names.
    pub(super) fn field(&self, pointer: &str) -> Option<&Field> {
        let (object, name) = pointer.rsplit_once('/')?;
        let spots = self.spots();
        let spot = spots.iter().find(|it| it.this == object)?;
        self.maker.api.type_(spot.id).object()?.field(name)
    }

    /// Gives a member a good value of its own.
    pub(super) fn give(&mut self, pointer: &str) -> bool {
        let Some(value) = self
            .field(pointer)
            .map(|field| values::good(self.maker.api, field))
        else {
            return false;
        };
        self.set(pointer, value) && self.end(pointer)
    }

    /// Takes the value of an enum that needs the least beside it, in an object that may hold others
    /// of itself: the first value may need another object, and that one another.
    fn end(&mut self, pointer: &str) -> bool {
        let object = pointer.rsplit_once('/').map_or("", |(object, _)| object);
        let spots = self.spots();
        let spot = spots.iter().find(|it| it.this == object);
        let owner = spot.and_then(|it| self.maker.api.type_(it.id).object());
        let is_recursive = owner.is_some_and(|it| it.fields.iter().any(|it| it.recursive));
        let own = self.field(pointer).map(|it| &it.item.ty);
        if let (true, Some(TypeRef::Enum(id) | TypeRef::IntegerEnum(id))) = (is_recursive, own)
            && let Some(of) = self.maker.api.type_(*id).enum_()
        {
            let values = of.values.iter().filter_map(|it| of.json(&it.wire));
            let tried = values.map(|value| {
                let mut tried = self.clone();
                tried.set(pointer, value.clone());
                (tried.judged().len(), value)
            });
            let least = tried.min_by_key(|(count, _)| *count);
            if let Some((_, value)) = least {
                return self.set(pointer, value);
            }
        }
        true
    }

    /// Gives what the rules want and takes what they do not, until nothing is left to mend.
    pub(super) fn fill(&mut self) {
        for _ in 0..ROUND_LIMIT {
            let found = self.judged();
            let mut is_mended = false;
            for finding in &found {
                is_mended |= self.mend(finding, found.len());
            }
            if !is_mended {
                return;
            }
        }
    }

    fn mend(&mut self, finding: &Finding, count: usize) -> bool {
        let Some(rule) = self.maker.rule(&finding.rule).copied() else {
            return false;
        };
        let path = &finding.path;
        let object = path.rsplit_once('/').map_or("", |(object, _)| object);
        match &rule.rule.demand {
            Demand::Value(_) | Demand::Key(_) | Demand::Count(Group::AtMostOne, _) => false,
            Demand::Given | Demand::Allowed(_) | Demand::Effective(_)
                if self.pinned.contains(path) =>
            {
                false
            }
            Demand::Given => self.give(path),
            Demand::Allowed(_) | Demand::Effective(_) => {
                self.remove(path);
                true
            }
            Demand::Holds(_) => self.settle(&rule, object, count),
            Demand::Count(Group::AtLeastOne | Group::ExactlyOne | Group::AtLeast(_), names) => {
                self.give_one(object, names)
            }
            Demand::Count(Group::AllOrNone, names) => self.give_all(object, names),
        }
    }

    fn give_one(&mut self, object: &str, names: &[String]) -> bool {
        let pointers = names.iter().map(|name| below(object, name));
        let mut free = pointers.filter(|it| !self.pinned.contains(it) && self.get(it).is_none());
        let first = free.next();
        drop(free);
        first.is_some_and(|it| self.give(&it))
    }

    fn give_all(&mut self, object: &str, names: &[String]) -> bool {
        let pointers: Vec<String> = names.iter().map(|name| below(object, name)).collect();
        let mut is_mended = false;
        for pointer in pointers {
            if !self.pinned.contains(&pointer) && self.get(&pointer).is_none() {
                is_mended |= self.give(&pointer);
            }
        }
        is_mended
    }

    /// Tries the cases in which a demand is kept, and takes one that breaks less.
    fn settle(&mut self, rule: &Found<'_>, object: &str, count: usize) -> bool {
        let Some(broken) = rule.rule.broken(rule.object) else {
            return false;
        };
        let spots = self.spots();
        let (Some(spot), Some(space)) = (
            spots.iter().find(|it| it.this == object),
            Space::of(&self.maker.api.types, &[&broken]),
        ) else {
            return false;
        };
        for case in space.cases().filter(|case| !holds(&broken, case)) {
            let mut tried = self.clone();
            tried.take(&case.assigned(|_| true), spot, false);
            if tried.judged().len() < count {
                self.body = tried.body;
                return true;
            }
        }
        false
    }

    /// Makes a case true, seen from an object, and pins what it says when asked. A pinned member
    /// stays as it is.
    pub(super) fn take(&mut self, assigned: &Assignment, spot: &Spot, pin: bool) {
        for (place, value) in assigned {
            let value = value.as_ref();
            match place.base {
                Base::Context => self.set_context(place, value),
                Base::Key => {}
                Base::This | Base::Parent | Base::Root => {
                    let Some(pointer) = spot.pointer(place) else {
                        continue;
                    };
                    if self.pinned.contains(&pointer) {
                        continue;
                    }
                    self.put(place, &pointer, value);
                    if pin {
                        self.pin(pointer);
                    }
                }
            }
        }
    }

    /// Mending and [`take`](Self::take) may change these members again.
    pub(super) fn free(&mut self, assigned: &Assignment, spot: &Spot) {
        for pointer in assigned.iter().filter_map(|(place, _)| spot.pointer(place)) {
            self.pinned.remove(&pointer);
        }
    }

    fn set_context(&mut self, place: &Place, value: Option<&Datum<'_>>) {
        let (Some(step), Some(Datum::Text(text))) = (place.steps.first(), value) else {
            return;
        };
        for (_, known) in self
            .context
            .iter_mut()
            .filter(|(name, _)| *name == step.wire)
        {
            *known = text.to_string();
        }
    }

    fn put(&mut self, place: &Place, pointer: &str, value: Option<&Datum<'_>>) {
        let Some(value) = value else {
            self.remove(pointer);
            return;
        };
        self.open(place, pointer);
        let own = match value {
            // Any text that no condition names will do.
            Datum::Text(text) if is_other(text) => {
                let own = self.get(pointer);
                let field = self.field(pointer);
                let Some(value) = field.map(|it| values::another(self.maker.api, it, own)) else {
                    return;
                };
                value
            }
            Datum::Integer(number) if place.as_text => Any::from(number.to_string()),
            Datum::Decimal(number) if place.as_text => Any::from(number.to_string()),
            Datum::Text(text) => Any::from(text.as_ref()),
            Datum::Integer(number) => match place.kind {
                Kind::Moment(_) | Kind::Duration(_) => {
                    place.kind.text_of(*number).map_or(Any::Null, Any::from)
                }
                _ => i64::try_from(*number).map_or(Any::Null, Any::from),
            },
            Datum::Decimal(number) => Any::from(*number),
            Datum::Bool(it) => Any::from(*it),
            Datum::Many(count) => {
                let has = self.get(pointer).map(|it| match it {
                    Any::Array(items) => items.len(),
                    Any::Object(entries) => entries.len(),
                    _ => 0,
                });
                let counts = matches!(place.kind, Kind::Many(_));
                if has.is_some_and(|has| !counts || has == *count) {
                    return;
                }
                let field = self.field(pointer);
                let Some(value) = field.map(|it| values::counted(self.maker.api, it, *count))
                else {
                    return;
                };
                value
            }
        };
        self.set(pointer, own);
    }

    /// Gives the objects on the way to a place that is to be given.
    fn open(&mut self, place: &Place, pointer: &str) {
        let depth = place.steps.len().saturating_sub(1);
        let mut outer: Vec<&str> = Vec::new();
        let mut at = pointer;
        for _ in 0..depth {
            at = at.rsplit_once('/').map_or("", |(outer, _)| outer);
            outer.push(at);
        }
        for pointer in outer.into_iter().rev() {
            if self.get(pointer).is_none() {
                self.set(pointer, Any::Object(Map::new()));
            }
        }
    }

    /// Gives another key to the map entry that holds an object; where the object is then.
    pub(super) fn rename_key(&mut self, spot: &Spot, key: &str) -> Option<Spot> {
        let old = spot.key.as_ref()?;
        let token = below("", old);
        let at = spot.this.rfind(&token)?;
        let (map, rest) = (&spot.this[..at], &spot.this[at + token.len()..]);
        if let Some(Any::Object(entries)) = self.body.pointer_mut(map) {
            let value = entries.shift_remove(old)?;
            entries.insert(key.to_owned(), value);
        }
        let this = format!("{}{rest}", below(map, key));
        self.spots().into_iter().find(|it| it.this == this)
    }
}

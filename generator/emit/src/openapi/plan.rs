//! Which rule goes where: into the schema of its own object, into one further out, or into prose.

use std::collections::BTreeSet;

use serde_json::{Value as Any, json};

use stipula_contract::{
    self as contract, Api, Base, Field, Item, Keyword, Module, Object, Place, Rule, Scalar, TypeId,
    TypeRef,
};

use super::{
    Json,
    chain::Chains,
    demand::{Demand, Then},
    lower,
};

/// Where every rule of the requests goes.
pub(super) struct Plan<'a> {
    /// Entries of `allOf`, by type.
    entries: Vec<Vec<Any>>,
    /// Rules in prose, by type.
    told: Vec<Vec<Told<'a>>>,
}

/// A rule that the schema does not hold.
pub(super) struct Told<'a> {
    rule: &'a Rule,
    text: String,
}

impl<'a> Plan<'a> {
    /// Places every rule of every request type.
    pub(super) fn new(api: &'a Api) -> Self {
        let mut plan = Self {
            entries: vec![Vec::new(); api.types.len()],
            told: api.types.iter().map(|_| Vec::new()).collect(),
        };
        let mut demands = Vec::new();
        for ty in api.types.iter().filter(|ty| ty.module == Module::Request) {
            if let Some(object) = ty.object() {
                demands.push((ty.id, collect(object)));
            }
        }
        let targets: BTreeSet<TypeId> = demands
            .iter()
            .filter(|(_, demands)| demands.iter().any(reads_outside))
            .map(|(id, _)| *id)
            .collect();
        let chains = Chains::new(api, &targets);
        for (id, demands) in demands {
            for demand in demands {
                plan.place(api, id, demand, &chains);
            }
        }
        plan
    }

    /// Entries of the `allOf` of a type.
    pub(super) fn entries(&self, id: TypeId) -> &[Any] {
        &self.entries[id.0]
    }

    /// The rules of a type that its schema does not hold, for `x-stipula-rules`.
    pub(super) fn told(&self, id: TypeId) -> Vec<Any> {
        self.told[id.0].iter().map(Told::value).collect()
    }

    /// Ids of the error-severity rules that no schema holds.
    pub(super) fn unsayable(&self) -> Vec<String> {
        let errors = self
            .told
            .iter()
            .flatten()
            .filter(|told| told.rule.is_error());
        errors.map(|told| told.rule.id.clone()).collect()
    }

    fn place(&mut self, api: &Api, id: TypeId, demand: Demand<'a>, chains: &Chains<'a>) {
        let is_sayable = !reads_cleared(api, id, &demand);
        let placed = is_sayable.then(|| lowered(id, &demand, chains)).flatten();
        let Some(placed) = placed else {
            self.told[id.0].push(Told {
                rule: demand.rule,
                text: demand.text,
            });
            return;
        };
        for (holder, schema) in placed {
            let entry = entry(&demand.rule.id, schema);
            let entries = &mut self.entries[holder.0];
            if !entries.contains(&entry) {
                entries.push(entry);
            }
        }
    }
}

/// The rules of an object as demands, in order, without those that its members' own schemas and
/// its `required` hold.
fn collect(object: &Object) -> Vec<Demand<'_>> {
    let mut demands = Vec::new();
    for field in &object.fields {
        for rule in &field.presence {
            let is_listed = field.always_required() && rule.always_applies();
            let is_required = is_listed && rule.demand == contract::Demand::Given;
            if !rule.is_error() || !is_required {
                demands.push(Demand::decided(rule));
            }
        }
        values(field, &field.item, Some(0), &mut demands);
    }
    demands.extend(object.rules.iter().map(Demand::decided));
    demands
}

/// The type of keys that have rules.
const KEY: TypeRef = TypeRef::Scalar(Scalar::String);

/// Value rules that the schema of the member does not hold. `lists` counts the lists around the
/// value; below a map of the object itself there is nothing to lift.
fn values<'a>(
    field: &'a Field,
    item: &'a Item,
    lists: Option<usize>,
    demands: &mut Vec<Demand<'a>>,
) {
    for rule in &item.rules {
        let Some(demand) = rule.value() else { continue };
        let then = match (demand.keyword(&item.ty), &demand.argument, lists) {
            (Keyword::Here(_) | Keyword::Reference(_) | Keyword::Case, ..)
            | (Keyword::ByKey, _, None)
                if rule.is_error() =>
            {
                continue;
            }
            (Keyword::ByKey, argument, Some(lists)) => Then::Lengths {
                member: &field.wire,
                lists,
                argument,
                id: &rule.id,
            },
            _ => Then::Unsaid,
        };
        demands.push(Demand::value(rule, then));
    }
    for rule in &item.rules {
        let Some(demand) = rule.key() else { continue };
        let is_said = matches!(demand.keyword(&KEY), Keyword::Here(_));
        if !is_said || !rule.is_error() {
            demands.push(Demand::value(rule, Then::Unsaid));
        }
    }
    match &item.ty {
        TypeRef::List(of) => values(field, of, lists.map(|lists| lists + 1), demands),
        TypeRef::Map { of, .. } => values(field, of, None, demands),
        _ => {}
    }
}

/// Every schema that together say the demand; `None` when they cannot.
fn lowered(id: TypeId, demand: &Demand<'_>, chains: &Chains<'_>) -> Option<Vec<(TypeId, Any)>> {
    let reads_context = |place: &&Place| place.base == Base::Context;
    if demand.is_warning() || demand.places().iter().any(reads_context) {
        return None;
    }
    if !reads_outside(demand) {
        return Some(vec![(id, lower::here(demand)?)]);
    }
    let from_root = demand.places().iter().any(|place| place.base == Base::Root);
    if from_root && chains.is_endless(id) {
        return None;
    }
    chains
        .to(id)
        .iter()
        .map(|chain| lower::along(demand, chain))
        .collect()
}

/// A warning is told, wherever it reads.
fn reads_outside(demand: &Demand<'_>) -> bool {
    if demand.is_warning() {
        return false;
    }
    let outside = |base| matches!(base, Base::Root | Base::Parent | Base::Key);
    matches!(demand.then, Then::Lengths { .. })
        || demand.places().iter().any(|place| outside(place.base))
}

/// A member that is there as `null` is not given, and `required` of JSON Schema takes it for given.
fn reads_cleared(api: &Api, id: TypeId, demand: &Demand<'_>) -> bool {
    let blames = match &demand.rule.demand {
        contract::Demand::Given | contract::Demand::Allowed(_) | contract::Demand::Effective(_) => {
            std::slice::from_ref(&demand.rule.at)
        }
        contract::Demand::Count(_, names) => names.as_slice(),
        contract::Demand::Holds(_) | contract::Demand::Value(_) | contract::Demand::Key(_) => &[],
    };
    let clears = |wire: &String| {
        let field = api.type_(id).object().and_then(|it| it.field(wire));
        field.is_some_and(|it| it.clears)
    };
    let expected = match &demand.rule.demand {
        contract::Demand::Holds(expect) => expect.cond.places(),
        _ => Vec::new(),
    };
    let mut read = demand.places().into_iter().chain(expected);
    blames.iter().any(clears) || read.any(|place| place.clears)
}

fn entry(id: &str, schema: Any) -> Any {
    let mut entry = Json::new();
    entry.insert("$comment".into(), json!(id));
    if let Any::Object(members) = schema {
        entry.extend(behind_a_condition(members));
    }
    Any::Object(entry)
}

/// What is said of one member alone, as "if it is given, then". Generators of code put the
/// `properties` of an `allOf` together and make a type of each; a condition they leave alone.
fn behind_a_condition(mut members: Json) -> Json {
    let is_bare = ["if", "required"]
        .iter()
        .all(|it| !members.contains_key(*it));
    let one = members.get("properties").and_then(Any::as_object);
    let one = one.filter(|named| is_bare && named.len() == 1);
    let Some(member) = one.and_then(|named| named.keys().next().cloned()) else {
        return members;
    };
    let properties = members.shift_remove("properties");
    let given = json!({ "required": [&member], "properties": { member: true } });
    members.insert("if".into(), given);
    members.insert("then".into(), json!({ "properties": properties }));
    members
}

impl Told<'_> {
    fn value(&self) -> Any {
        let mut told = Json::new();
        told.insert("id".into(), json!(self.rule.id));
        told.insert("at".into(), json!(self.rule.at));
        told.insert("severity".into(), json!(self.rule.level.as_str()));
        if !self.text.is_empty() {
            told.insert("text".into(), json!(self.text));
        }
        told.insert("sentence".into(), json!(self.rule.text));
        Any::Object(told)
    }
}

//! The part of every request that is its body, for documents that tell the other parts elsewhere.

use std::collections::BTreeSet;

use stipula_cond::Cond;

use stipula_contract::{
    Api, Base, Condition, Demand, Field, Location, Object, Operation, Place, Rule, TypeId, TypeKind,
};

/// The API as its bodies show it, and the ids of the rules that look at other parts of a request.
///
/// A rule between a body and, say, the path cannot stand in a schema of the body.
pub(super) fn of(api: &Api) -> (Api, Vec<String>) {
    let mut bodies = api.clone();
    let mut dropped = Vec::new();
    for operation in &api.operations {
        let answer = operation.answer.own();
        let answer = answer.and_then(|id| match &mut bodies.types[id.0].kind {
            TypeKind::Object(object) => Some(object),
            _ => None,
        });
        if let Some(object) = answer {
            retain(object, |it| it.location == Location::Body);
        }
        let elsewhere = elsewhere(api, operation);
        if elsewhere.is_empty() {
            continue;
        }
        let request = operation.request;
        let is_elsewhere = |place: &Place, of: TypeId| {
            let is_here = match place.base {
                Base::This => of == request,
                Base::Root | Base::Parent => true,
                Base::Context | Base::Key => false,
            };
            let first = place.steps.first();
            is_here && first.is_some_and(|it| elsewhere.contains(it.wire.as_str()))
        };
        for type_ in &mut bodies.types {
            let id = type_.id;
            let TypeKind::Object(object) = &mut type_.kind else {
                continue;
            };
            if id != request
                && !object.roots.contains(&request)
                && !object.parents.contains(&request)
            {
                continue;
            }
            if id == request {
                keep_body(object, &elsewhere, &mut dropped);
            }
            keep_rules(object, &|place| is_elsewhere(place, id), &mut dropped);
        }
    }
    (bodies, dropped)
}

/// Names of the members that do not stand in the body.
fn elsewhere<'a>(api: &'a Api, operation: &Operation) -> BTreeSet<&'a str> {
    let object = api.type_(operation.request).object();
    let fields = object.into_iter().flat_map(|it| &it.fields);
    let fields = fields.filter(|it| it.location != Location::Body);
    fields.map(|it| it.wire.as_str()).collect()
}

/// Fields of the body, with ids that tell their place among those.
fn keep_body(object: &mut Object, elsewhere: &BTreeSet<&str>, dropped: &mut Vec<String>) {
    let is_error = |it: &&Rule| it.is_error();
    for field in &object.fields {
        if elsewhere.contains(field.wire.as_str()) {
            let conditional = field.presence.iter().filter(|it| !it.always_requires());
            dropped.extend(conditional.filter(is_error).map(|it| it.id.clone()));
        }
    }
    retain(object, |it| !elsewhere.contains(it.wire.as_str()));
    // Whom a rule blames has to be in the body, too.
    let names: Vec<String> = object.fields.iter().map(|it| it.wire.clone()).collect();
    keep(&mut object.rules, dropped, &|rule| names.contains(&rule.at));
}

/// Keeps some of the fields, with ids that tell their place among those.
fn retain(object: &mut Object, is_kept: impl Fn(&Field) -> bool) {
    object.fields.retain(is_kept);
    for (at, field) in object.fields.iter_mut().enumerate() {
        field.id.at = at;
    }
}

/// Rules that look at the body only.
fn keep_rules(
    object: &mut Object,
    is_elsewhere: &dyn Fn(&Place) -> bool,
    dropped: &mut Vec<String>,
) {
    let looks_here = |rule: &Rule| {
        let conditions = rule.applies.iter().chain(demanded(&rule.demand));
        let mut places = conditions.flat_map(|it| places(&it.cond));
        !places.any(is_elsewhere)
    };
    let names: Vec<String> = object.fields.iter().map(|it| it.wire.clone()).collect();
    keep(&mut object.rules, dropped, &|rule| {
        let counted = match &rule.demand {
            Demand::Count(_, of) => of.iter().all(|it| names.contains(it)),
            _ => true,
        };
        counted && looks_here(rule)
    });
    for Field { presence, .. } in &mut object.fields {
        keep(presence, dropped, &looks_here);
    }
}

fn keep(rules: &mut Vec<Rule>, dropped: &mut Vec<String>, is_kept: &dyn Fn(&Rule) -> bool) {
    let gone = rules.iter().filter(|it| it.is_error() && !is_kept(it));
    dropped.extend(gone.map(|it| it.id.clone()));
    rules.retain(|it| is_kept(it));
}

fn places(cond: &Cond<Place, stipula_contract::Value>) -> Vec<&Place> {
    cond.places()
}

fn demanded(demand: &Demand) -> Option<&Condition> {
    match demand {
        Demand::Allowed(it) | Demand::Effective(it) | Demand::Holds(it) => Some(it),
        _ => None,
    }
}

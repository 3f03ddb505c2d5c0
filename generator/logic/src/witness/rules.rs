//! Every rule that a body of an operation can break, with what it is about.

use std::collections::BTreeSet;

use stipula_contract::{
    Api, Constraint, Field, FieldRule, Item, Object, Operation, PresenceRule, RuleMeta, TypeId,
    TypeKind, TypeRef,
};

/// A rule with its member and object.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rule<'a> {
    /// The object that holds the member.
    pub(super) owner: TypeId,
    pub(super) object: &'a Object,
    pub(super) field: &'a Field,
    pub(super) kind: Kind<'a>,
}

/// What a rule demands.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind<'a> {
    Presence(&'a PresenceRule),
    Between(&'a FieldRule),
    /// A value rule of the item, below so many lists and maps of the member.
    Value(&'a Constraint, &'a Item, usize),
}

impl<'a> Rule<'a> {
    pub(super) const fn meta(&self) -> &'a RuleMeta {
        match self.kind {
            Kind::Presence(it) => &it.meta,
            Kind::Between(it) => &it.meta,
            Kind::Value(it, ..) => &it.meta,
        }
    }
}

/// The rules of the body and of everything below it, in order.
pub(super) fn of<'a>(api: &'a Api, operation: &Operation) -> Vec<Rule<'a>> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    object(api, operation.request, &mut seen, &mut found);
    found
}

fn object<'a>(api: &'a Api, id: TypeId, seen: &mut BTreeSet<TypeId>, found: &mut Vec<Rule<'a>>) {
    if !seen.insert(id) {
        return;
    }
    match &api.type_(id).kind {
        TypeKind::Enum(_) => {}
        TypeKind::Union(union) => {
            for case in &union.cases {
                object(api, case.of, seen, found);
            }
        }
        TypeKind::Object(it) => {
            for field in &it.fields {
                of_field(id, it, field, found);
            }
            for rule in &it.rules {
                let Some(field) = it.field(&rule.at) else {
                    continue;
                };
                let kind = Kind::Between(rule);
                found.push(Rule {
                    owner: id,
                    object: it,
                    field,
                    kind,
                });
            }
            for field in &it.fields {
                below(api, &field.item, seen, found);
            }
        }
    }
}

fn of_field<'a>(owner: TypeId, object: &'a Object, field: &'a Field, found: &mut Vec<Rule<'a>>) {
    let presence = field.presence.iter().map(Kind::Presence);
    let mut kinds: Vec<Kind<'a>> = presence.collect();
    let (mut item, mut depth) = (&field.item, 0);
    loop {
        let values = item.constraints.iter();
        kinds.extend(values.map(|it| Kind::Value(it, item, depth)));
        match &item.ty {
            TypeRef::List(of) | TypeRef::Map { of, .. } => (item, depth) = (of, depth + 1),
            _ => break,
        }
    }
    found.extend(kinds.into_iter().map(|kind| Rule {
        owner,
        object,
        field,
        kind,
    }));
}

fn below<'a>(api: &'a Api, item: &Item, seen: &mut BTreeSet<TypeId>, found: &mut Vec<Rule<'a>>) {
    match &item.ty {
        TypeRef::Object(id) | TypeRef::Union(id) => object(api, *id, seen, found),
        TypeRef::List(of) | TypeRef::Map { of, .. } => below(api, of, seen, found),
        _ => {}
    }
}

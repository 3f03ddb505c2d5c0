//! Types: objects with their members, enums, unions.

use stipula_contract::{Field, Module, Named, Object, Type, TypeId, TypeKind};

use super::{docs, enums, fields, rules, unions};
use crate::{
    Row,
    cx::{Cx, Said},
    pairing::{Pairing, pair},
    shape::{Shapes, is_same_evidence},
};

/// Members of both sides: one of another name is the same when it says that it was called so, or when it
/// has its type, its rules and its evidence and stands where the other stood.
fn members(cx: &Cx<'_>, old: &Object, new: &Object) -> Pairing {
    let shapes = (Shapes::of(cx.old), Shapes::of(cx.new));
    let is_renamed = |a: &Field, b: &Field| {
        b.aliases.contains(&a.wire)
            || (is_same_evidence(&a.evidence, &b.evidence)
                && a.doc == b.doc
                && shapes.0.of_field(a) == shapes.1.of_field(b))
    };
    pair(&old.fields, &new.fields, |it| &it.wire, is_renamed)
}

/// Notes what is called otherwise now, before conditions are compared.
pub(crate) fn note_renamed(cx: &Cx<'_>) {
    for (was, is) in cx.types.pairs() {
        let (old, new) = (cx.old.type_(was), cx.new.type_(is));
        if let (Some(a), Some(b)) = (old.object(), new.object()) {
            for (from, to) in members(cx, a, b).renamed {
                cx.rename(was, &a.fields[from].wire, &b.fields[to].wire);
            }
        }
        if let (Some(a), Some(b)) = (old.enum_(), new.enum_()) {
            for (from, to) in enums::pairs(a, b).renamed {
                cx.rename(was, &a.values[from].wire, &b.values[to].wire);
            }
        }
    }
}

pub(crate) fn compare(cx: &Cx<'_>) {
    for (old, new) in cx.types.pairs() {
        one(cx, cx.old.type_(old), cx.new.type_(new));
    }
}

fn one(cx: &Cx<'_>, old: &Type, new: &Type) {
    let Type {
        id,
        name,
        module: _, // they are paired by it
        doc,
        evidence,
        kind,
    } = old;
    let at = cx.at_type(Some(old), Some(new));
    let names = (Named::Type(*id), Named::Type(new.id));
    let is_body = cx.old.requested_by(*id).next().is_some() || is_own_answer(cx, *id);
    if !is_body {
        docs::renamed(cx, &at, names, (name, &new.name), cx.types.is_guess(*id));
    }
    match (kind, &new.kind) {
        (TypeKind::Object(was), TypeKind::Object(is)) => object(cx, (old, new), was, is),
        (TypeKind::Enum(was), TypeKind::Enum(is)) => enums::compare(cx, (old, new), was, is),
        (TypeKind::Union(was), TypeKind::Union(is)) => unions::compare(cx, (old, new), was, is),
        (TypeKind::Any(was), TypeKind::Any(is)) => unions::shapes(cx, (old, new), was, is),
        _ => {
            let row = match old.module {
                Module::Response => Row::AnswerTypeChanged,
                Module::Request | Module::Enums => Row::TypeChanged,
            };
            let said = Said::of("is another kind of type")
                .was(word(kind))
                .is(word(&new.kind));
            cx.tell(&at, row, "type", said);
        }
    }
    // What a body is, its operation says.
    if !is_body {
        docs::described(cx, &at, "doc", doc, &new.doc);
    }
    docs::evidence(cx, &at, evidence, &new.evidence);
}

/// An object of an operation or notification is called after it, whose name is compared.
fn is_own_answer(cx: &Cx<'_>, id: TypeId) -> bool {
    let mut operations = cx.old.operations.iter().map(|it| &it.answer);
    let mut notifications = cx.old.notifications.iter().map(|it| &it.body);
    operations.any(|it| it.own() == Some(id)) || notifications.any(|it| it.own() == Some(id))
}

const fn word(kind: &TypeKind) -> &'static str {
    match kind {
        TypeKind::Object(_) => "an object",
        TypeKind::Enum(_) => "an enum",
        TypeKind::Union(_) => "a union",
        TypeKind::Any(_) => "one of several shapes",
    }
}

fn object(cx: &Cx<'_>, (old, new): (&Type, &Type), was: &Object, is: &Object) {
    let Object {
        fields,
        rules,
        closed,
        roots: _, // which bodies the rules read follows from the rules
        parents: _,
        context: _, // the context of operations is compared by itself
    } = was;
    let at = cx.at_type(Some(old), Some(new));
    let pairs = members(cx, was, is);
    for &gone in &pairs.removed {
        fields::removed(cx, old, new, &fields[gone]);
    }
    for &added in &pairs.added {
        fields::added(cx, new, &is.fields[added]);
    }
    for (from, to, is_renamed) in pairs.both() {
        let sides = ((old, &fields[from]), (new, &is.fields[to]));
        fields::one(cx, sides, is_renamed);
    }
    if pairs.is_reordered() {
        let said = Said::of("has its fields told in another order");
        cx.tell(&at, Row::OrderChanged, "order", said);
    }
    if old.module == Module::Request {
        rules::compare(cx, (old, new), rules, &is.rules);
        if *closed != is.closed {
            let told = |it: bool| {
                if it {
                    "refuses other fields"
                } else {
                    "takes other fields"
                }
            };
            let said = Said::of(told(is.closed))
                .was(told(*closed))
                .is(told(is.closed));
            cx.tell(&at, Row::ClosedChanged, "closed", said);
        }
    } else if *closed != is.closed {
        docs::described(
            cx,
            &at,
            "closed",
            &closed.to_string(),
            &is.closed.to_string(),
        );
    }
    if has_default(old, was) && !has_default(new, is) {
        let said = Said::of("can no longer be made by `Default`");
        cx.tell(&at, Row::DefaultLost, "default", said);
    }
}

/// Whether a type has a default: a member of an answer that is always there has none.
fn has_default(ty: &Type, object: &Object) -> bool {
    ty.module == Module::Request || object.fields.iter().all(|it| !it.guaranteed)
}

//! Types inside one another: which fields lead back to their own object, which values have no end,
//! and what is too deep.

use std::collections::BTreeSet;

use super::{Cx, graph::components};
use crate::{
    diag::{Code, Diagnostic},
    raw::{RawSpec, RawTypeDef},
};
use stipula_contract::{Field, Item, Module, Type, TypeId, TypeKind, TypeRef, Union};

/// Most types inside one another, those of a cycle counted once.
const DEPTH_LIMIT: usize = 40;

/// Notes which fields lead back to their own object. Reports types whose values have no end, and
/// those that nest too deep.
pub(super) fn all(cx: &mut Cx<'_>, spec: &RawSpec) {
    mark(&mut cx.types.list);
    let list = &cx.types.list;
    let mut told = BTreeSet::new();
    let declared = |ty: &Type| spec.types.iter().find(|def| def.name.value == ty.name);
    let deep = if cx.types.is_cut {
        Vec::new()
    } else {
        deep(list)
    };
    for (ty, problem) in endless(list).into_iter().chain(deep) {
        if let Some(def) = declared(&list[ty.0])
            && told.insert((&def.name.value, problem))
        {
            cx.sink.report(problem.found(def));
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Problem {
    Endless,
    Deep,
}

impl Problem {
    fn found(self, def: &RawTypeDef) -> Diagnostic {
        let name = &def.name.value;
        let (message, help) = match self {
            Self::Endless => (
                format!("a value of `{name}` has no end"),
                "it always holds another one of itself; let a field on the way be absent",
            ),
            Self::Deep => (
                format!("more than {DEPTH_LIMIT} types are nested in `{name}`"),
                "flatten them, or use `json` for what is inside",
            ),
        };
        Diagnostic::new(Code::RecursiveType, def.name.span, message).help(help)
    }
}

fn mark(list: &mut [Type]) {
    let component = components(&edges(list, direct));
    for ty in list {
        if let TypeKind::Object(object) = &mut ty.kind {
            for field in &mut object.fields {
                let held = direct(&field.item);
                field.recursive = held.is_some_and(|it| component[it.0] == component[ty.id.0]);
            }
        }
    }
}

/// From each type to those that its fields or cases lead to.
fn edges(list: &[Type], held: impl Fn(&Item) -> Option<TypeId>) -> Vec<Vec<usize>> {
    let of = |ty: &Type| match &ty.kind {
        TypeKind::Object(it) => {
            let fields = it.fields.iter();
            fields.filter_map(|it| Some(held(&it.item)?.0)).collect()
        }
        TypeKind::Union(it) => it.cases.iter().map(|it| it.of.0).collect(),
        TypeKind::Any(it) => {
            let shapes = it.shapes.iter();
            shapes.filter_map(|it| Some(held(&it.item)?.0)).collect()
        }
        TypeKind::Enum(_) => Vec::new(),
    };
    list.iter().map(of).collect()
}

/// What a value holds with no list or map in between.
fn direct(item: &Item) -> Option<TypeId> {
    match item.ty {
        TypeRef::Object(id) | TypeRef::Union(id) | TypeRef::Any(id) => Some(id),
        _ => None,
    }
}

/// Types with too many others inside them; only the innermost of a chain.
fn deep(list: &[Type]) -> Vec<(TypeId, Problem)> {
    let edges = edges(list, Item::object);
    let component = components(&edges);
    let mut order: Vec<usize> = (0..list.len()).collect();
    order.sort_by_key(|at| component[*at]);
    // By component: what a type leads to comes before it.
    let mut depth = vec![0; list.len()];
    for &at in &order {
        let own = component[at];
        let inside = edges[at].iter().map(|it| component[*it]);
        let below = inside.filter(|it| *it != own).map(|it| depth[it]).max();
        depth[own] = depth[own].max(below.unwrap_or(0) + 1);
    }
    let too_deep = order
        .into_iter()
        .filter(|at| depth[component[*at]] == DEPTH_LIMIT + 1);
    too_deep.map(|at| (TypeId(at), Problem::Deep)).collect()
}

/// Types on a cycle that a value cannot leave.
fn endless(list: &[Type]) -> Vec<(TypeId, Problem)> {
    let finite = finite(list);
    let mut edges = edges(list, |_| None);
    for ty in list {
        if let Some(object) = ty.object() {
            let needed = object.fields.iter().filter_map(|it| needed(ty.module, it));
            edges[ty.id.0] = needed.map(|it| it.0).collect();
        }
    }
    let component = components(&edges);
    let on_cycle = |id: usize| {
        let all = component.iter().filter(|it| **it == component[id]);
        all.count() > 1 || edges[id].contains(&id)
    };
    let ids = (0..list.len()).filter(|id| !finite[*id] && on_cycle(*id));
    ids.map(|id| (TypeId(id), Problem::Endless)).collect()
}

/// Whether each type has a value with an end: everything that it must hold has one.
fn finite(list: &[Type]) -> Vec<bool> {
    let mut known = vec![false; list.len()];
    loop {
        let mut is_new = false;
        for ty in list {
            if !known[ty.id.0] && ends(list, ty, &known) {
                known[ty.id.0] = true;
                is_new = true;
            }
        }
        if !is_new {
            return known;
        }
    }
}

fn ends(list: &[Type], ty: &Type, known: &[bool]) -> bool {
    match &ty.kind {
        TypeKind::Enum(_) => true,
        TypeKind::Object(object) => {
            let mut needed = object.fields.iter().filter_map(|it| needed(ty.module, it));
            needed.all(|it| known[it.0])
        }
        TypeKind::Union(union) => {
            takes_any_object(list, union) || union.cases.iter().any(|it| known[it.of.0])
        }
        TypeKind::Any(any) => any.shapes.iter().any(|it| {
            let held = always_held(&it.item);
            held.is_none_or(|it| known[it.0])
        }),
    }
}

/// A value of the sibling without a case takes any object.
fn takes_any_object(list: &[Type], union: &Union) -> bool {
    let has_case = |wire: &String| union.cases.iter().any(|case| case.wire == *wire);
    let Some((_, by)) = union.sibling() else {
        return false;
    };
    list[by.0]
        .enum_()
        .is_none_or(|it| it.open || !it.values.iter().all(|value| has_case(&value.wire)))
}

/// What a field always holds one of.
fn needed(module: Module, field: &Field) -> Option<TypeId> {
    let is_needed = match module {
        Module::Request => field.always_required(),
        Module::Response | Module::Enums => field.guaranteed,
    };
    is_needed.then(|| always_held(&field.item))?
}

fn always_held(item: &Item) -> Option<TypeId> {
    let Some(of) = item.inside() else {
        return direct(item);
    };
    let rule = item.rule("min_items").filter(|it| it.is_error());
    let least = rule.and_then(|it| it.value()?.bounds().min);
    always_held(of).filter(|_| least.is_some_and(|least| least > 0))
}

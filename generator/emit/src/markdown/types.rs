//! The page of a named type, in both of its directions.

use serde::Serialize;

use stipula_contract::{Api, Enum, EnumValue, Evidence, Module, Type, TypeId, TypeKind, Union};

use super::{
    fields::{Section, section, standing},
    links::From,
};

#[derive(Debug, Serialize)]
pub(super) struct Page {
    name: String,
    doc: String,
    variants: Vec<Variant>,
    origin: String,
}

/// One direction of a type. Exactly one of the three contents is there.
#[derive(Debug, Serialize)]
struct Variant {
    heading: Option<&'static str>,
    object: Option<Section>,
    values: Option<Values>,
    union: Option<Cases>,
}

#[derive(Debug, Serialize)]
struct Values {
    open: bool,
    rows: Vec<ValueRow>,
    machine: Option<Machine>,
}

#[derive(Debug, Serialize)]
struct ValueRow {
    text: String,
    doc: String,
    origin: String,
    standing: String,
}

/// A status machine: each status with what may follow it.
#[derive(Debug, Serialize)]
pub(super) struct Machine {
    rows: Vec<(String, Vec<String>)>,
}

#[derive(Debug, Serialize)]
struct Cases {
    by: String,
    by_type: String,
    rows: Vec<(String, String)>,
}

/// The page of a type.
pub(super) fn page(api: &Api, variants: &[TypeId], links: &From<'_, '_>) -> Page {
    let types: Vec<&Type> = variants.iter().map(|id| api.type_(*id)).collect();
    let first = types.first().copied();
    let of =
        |ask: fn(&Type) -> &str| first.map_or_else(String::new, |ty| ask(ty).trim().to_owned());
    Page {
        name: of(|ty| &ty.name),
        doc: of(|ty| &ty.doc),
        variants: types
            .iter()
            .map(|ty| variant(ty, types.len() > 1, links))
            .collect(),
        origin: first
            .map(|ty| links.origin_text(&ty.evidence, &Evidence::default()))
            .unwrap_or_default(),
    }
}

fn variant(ty: &Type, is_shared: bool, links: &From<'_, '_>) -> Variant {
    let heading = match ty.module {
        Module::Request if is_shared => Some("In requests"),
        Module::Response if is_shared => Some("In responses"),
        _ => None,
    };
    let mut variant = Variant {
        heading,
        object: None,
        values: None,
        union: None,
    };
    match &ty.kind {
        TypeKind::Object(object) => variant.object = Some(section(ty, object, links)),
        TypeKind::Enum(it) => variant.values = Some(values(ty, it, links)),
        TypeKind::Union(it) => variant.union = Some(cases(it, links)),
    }
    variant
}

fn values(ty: &Type, it: &Enum, links: &From<'_, '_>) -> Values {
    let row = |(at, value): (usize, &EnumValue)| ValueRow {
        text: value.wire.clone(),
        doc: value.doc.trim().to_owned(),
        origin: links.origin_text(&value.evidence, &ty.evidence),
        standing: standing(links.model().provenance.value(ty.id, at)),
    };
    Values {
        open: it.open,
        rows: it.values.iter().enumerate().map(row).collect(),
        machine: machine(it),
    }
}

/// The moves of a status machine; none for any other enum.
pub(super) fn machine(it: &Enum) -> Option<Machine> {
    let wire = |index: &usize| it.values.get(*index).map(|value| value.wire.clone());
    let rows = it
        .values
        .iter()
        .zip(it.moves.as_ref()?)
        .map(|(from, to)| (from.wire.clone(), to.iter().filter_map(wire).collect()));
    Some(Machine {
        rows: rows.collect(),
    })
}

fn cases(it: &Union, links: &From<'_, '_>) -> Cases {
    Cases {
        by: it.by.clone(),
        by_type: links.named(it.by_type),
        rows: it
            .cases
            .iter()
            .map(|case| (case.wire.clone(), links.named(case.of)))
            .collect(),
    }
}

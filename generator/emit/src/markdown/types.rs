//! The page of a named type, in both of its directions.

use crate::Model;
use serde::Serialize;

use stipula_contract::{Module, Type, TypeId, TypeKind, Union};

use crate::view::{
    marks::{Known, beyond},
    members, values,
};

use super::{
    fields::{Section, section},
    links::{From, standing},
};

#[derive(Debug, Serialize)]
pub(super) struct Page<'a> {
    name: &'a str,
    doc: &'a str,
    variants: Vec<Variant<'a>>,
    origin: String,
}

/// One direction of a type. Exactly one of the four contents is there.
#[derive(Debug, Serialize)]
struct Variant<'a> {
    heading: Option<&'static str>,
    object: Option<Section<'a>>,
    values: Option<Values<'a>>,
    union: Option<Cases<'a>>,
    any: Option<Shapes>,
}

/// The types of a value of several shapes.
#[derive(Debug, Serialize)]
struct Shapes {
    rows: Vec<(&'static str, String)>,
    is_open: bool,
}

#[derive(Debug, Serialize)]
struct Values<'a> {
    open: bool,
    rows: Vec<ValueRow<'a>>,
    machine: Option<Transitions<'a>>,
}

#[derive(Debug, Serialize)]
struct ValueRow<'a> {
    text: &'a str,
    doc: &'a str,
    origin: String,
    standing: String,
}

/// A status machine: each status with what may follow it.
#[derive(Debug, Serialize)]
pub(super) struct Transitions<'a> {
    rows: Vec<(&'a str, Vec<&'a str>)>,
}

#[derive(Debug, Serialize)]
struct Cases<'a> {
    by: &'a str,
    /// The enum of a sibling; none of a member inside.
    by_type: Option<String>,
    /// Any other value takes any object.
    is_open: bool,
    rows: Vec<(&'a str, String)>,
}

/// The page of a type.
pub(super) fn page<'a>(api: &'a Model, variants: &[TypeId], links: &From<'_, '_>) -> Page<'a> {
    let types: Vec<&Type> = variants.iter().map(|id| api.type_(*id)).collect();
    let first = types.first().copied();
    let is_shared = types.len() > 1;
    let variant = |ty: &&'a Type| variant(api, ty, is_shared, links);
    Page {
        name: first.map_or("", |ty| ty.name.trim()),
        doc: first.map_or("", |ty| ty.doc.trim()),
        variants: types.iter().map(variant).collect(),
        origin: first
            .map(|ty| links.origin(&beyond(api, &ty.evidence, Known::NOTHING)))
            .unwrap_or_default(),
    }
}

fn variant<'a>(api: &'a Model, ty: &'a Type, is_shared: bool, links: &From<'_, '_>) -> Variant<'a> {
    let mut variant = Variant {
        heading: match ty.module {
            Module::Request if is_shared => Some("In requests"),
            Module::Response if is_shared => Some("In responses"),
            _ => None,
        },
        object: None,
        values: None,
        union: None,
        any: None,
    };
    match &ty.kind {
        TypeKind::Object(object) => {
            variant.object = Some(section(&members::section(api, ty, object), links));
        }
        TypeKind::Enum(_) => {
            variant.values = values::of_type(api, ty).map(|it| table(&it, links));
        }
        TypeKind::Union(it) => variant.union = Some(cases(it, ty.module, links)),
        TypeKind::Any(it) => {
            let shapes = it.shapes.iter();
            variant.any = Some(Shapes {
                rows: shapes
                    .map(|it| (it.kind.noun(), links.type_(&it.item)))
                    .collect(),
                is_open: ty.module == Module::Response,
            });
        }
    }
    variant
}

fn table<'a>(it: &values::Values<'a>, links: &From<'_, '_>) -> Values<'a> {
    let row = |value: &values::Value<'a>| ValueRow {
        text: value.text,
        doc: value.doc.markdown(),
        origin: links.origin(&value.marks),
        standing: standing(&value.standing),
    };
    Values {
        open: it.open,
        rows: it.rows.iter().map(row).collect(),
        machine: transitions(it),
    }
}

/// The transitions of a status machine; none for any other enum.
pub(super) fn transitions<'a>(it: &values::Values<'a>) -> Option<Transitions<'a>> {
    let machine = it.machine.as_ref()?;
    Some(Transitions {
        rows: machine.rows().collect(),
    })
}

fn cases<'a>(it: &'a Union, module: Module, links: &From<'_, '_>) -> Cases<'a> {
    let cases = it.cases.iter();
    Cases {
        by: it.by(),
        by_type: it.sibling().map(|(_, id)| links.named(id)),
        is_open: it.sibling().is_some() || module == Module::Response,
        rows: cases
            .map(|case| (case.wire.as_str(), links.named(case.of)))
            .collect(),
    }
}

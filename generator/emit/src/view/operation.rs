//! An operation, without its bodies.

use crate::Model;
use stipula_contract::{ContextField, Operation as Told};

use super::{
    codes::{self, Code},
    marks::{Known, Mark, beyond},
    names::Names,
    prose::{Prose, Span},
    scenarios::{Matrix, matrix},
    values::{self, Values},
};

/// An operation.
#[derive(Debug, Clone)]
pub(crate) struct Operation<'a> {
    pub(crate) told: &'a Told,
    pub(crate) name: &'a str,
    pub(crate) summary: &'a str,
    pub(crate) doc: Prose<'a>,
    pub(crate) method: &'static str,
    pub(crate) path: &'a str,
    /// The operation that it overlays.
    pub(crate) base: Option<&'a Told>,
    /// Repeating it changes nothing.
    pub(crate) safe: bool,
    /// Its answers carry no signature, though its requests do.
    pub(crate) unsigned_answer: bool,
    /// What makes a repeat the same, and what it gives; empty when nothing does.
    pub(crate) idempotency: Vec<Span<'a>>,
    /// How its answers are pages; empty where they are not.
    pub(crate) pages: Vec<Span<'a>>,
    pub(crate) context: Vec<Context<'a>>,
    pub(crate) matrix: Option<Matrix<'a>>,
    /// Result codes of its own.
    pub(crate) codes: Vec<Code<'a>>,
    pub(crate) marks: Vec<Mark<'a>>,
}

/// A value beside the body that rules read.
#[derive(Debug, Clone)]
pub(crate) struct Context<'a> {
    pub(crate) name: &'a str,
    pub(crate) field: &'a ContextField,
    pub(crate) values: Option<Values<'a>>,
}

/// An operation.
pub(crate) fn operation<'a>(api: &'a Model, names: Names<'a>, it: &'a Told) -> Operation<'a> {
    let context = it.context.iter().flat_map(|it| &it.fields);
    let value = |field: &'a ContextField| Context {
        name: &field.name,
        field,
        values: values::of_type(api, api.type_(field.enum_)),
    };
    Operation {
        told: it,
        name: &it.name,
        summary: it.summary.trim(),
        doc: Prose::new(&it.doc),
        method: it.method.as_str(),
        path: &it.path,
        base: it.overlay_of.map(|base| api.operation(base)),
        safe: it.safe,
        unsigned_answer: it.unsigned_answer,
        idempotency: idempotency(it),
        pages: pages(it),
        context: context.map(value).collect(),
        matrix: matrix(names, it),
        codes: codes::own(api, it),
        marks: beyond(api, &it.evidence, Known::NOTHING),
    }
}

/// How its answers are pages.
fn pages(operation: &Told) -> Vec<Span<'_>> {
    let pages = operation.pages.iter();
    pages.flat_map(|it| Prose::new(&it.text).line()).collect()
}

/// What makes a repeat the same, and what it gives.
fn idempotency(operation: &Told) -> Vec<Span<'_>> {
    let all = operation.idempotency.iter();
    all.flat_map(|it| Prose::new(&it.text).line()).collect()
}

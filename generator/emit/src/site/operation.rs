//! The page of an operation.

use serde::Serialize;

use crate::{markdown, openapi::judging::Judging};
use stipula_contract::{Evidence, Operation, TypeKind};

use super::{
    checker,
    codes::{self, Code},
    examples::{self, Call, Sample},
    fields::{Member, Tree},
    html::{blocks, inline, script_json},
    machine,
    place::{Chip, Page, operation_path},
    quirks::{self, Told},
    scenarios::{Matrix, Needs, matrix},
};

/// What the template shows.
#[derive(Debug, Serialize)]
pub(super) struct View {
    title: String,
    pub(super) name: String,
    pub(super) summary: String,
    pub(super) doc: String,
    method: &'static str,
    path: String,
    hosts: Vec<(String, String)>,
    base: Option<(String, String)>,
    safe: bool,
    pub(super) idempotency: String,
    has_headers: bool,
    /// Where it was read and how sure that is; quirks stand apart, as nobody reads from one.
    read: Vec<Chip>,
    marks: Vec<Chip>,
    departures: Vec<Chip>,
    pub(super) context: Vec<ContextRow>,
    pub(super) matrix: Option<Matrix>,
    pub(super) request_doc: String,
    pub(super) request: Vec<Member>,
    pub(super) response_doc: String,
    pub(super) response: Vec<Member>,
    requests: Vec<Sample>,
    responses: Vec<Sample>,
    call: Call,
    pub(super) codes: Vec<Code>,
    has_common_codes: bool,
    pub(super) quirks: Vec<Told>,
    unsaid: Vec<Unsaid>,
    data: String,
}

/// A value beside the body.
#[derive(Debug, Serialize)]
pub(super) struct ContextRow {
    pub(super) name: String,
    ty: String,
    pub(super) values: Vec<(String, String)>,
    drawing: Option<String>,
}

/// A rule that the browser cannot judge.
#[derive(Debug, Serialize)]
struct Unsaid {
    id: String,
    sentence: String,
}

/// The page of one operation.
pub(super) fn view(page: &Page<'_>, operation: &Operation, judging: &Judging) -> View {
    let api = page.api;
    let outer = &operation.evidence;
    let mut tree = Tree::new(page, outer, Needs::new(operation));
    let request = tree.body(operation.request, "request");
    let response = Tree::new(page, outer, Needs::default()).body(operation.response, "response");
    let doc = |id| blocks(&api.type_(id).doc);
    let data = checker::data(api, operation, judging).to_string();
    let (read, others): (Vec<Chip>, Vec<Chip>) = page
        .chips(outer, &Evidence::default())
        .into_iter()
        .partition(|it| it.kind == "source");
    let (departures, marks) = others.into_iter().partition(|it| it.kind == "quirk");
    let mut view = View {
        title: operation.name.clone(),
        name: operation.name.clone(),
        summary: operation.summary.trim().to_owned(),
        doc: blocks(&operation.doc),
        method: operation.method.as_str(),
        path: operation.path.clone(),
        hosts: api
            .environments
            .iter()
            .map(|it| (it.name.clone(), it.url.clone()))
            .collect(),
        base: operation.overlay_of.map(|base| {
            let base = api.operation(base);
            (base.name.clone(), operation_path(&page.api.names, base))
        }),
        safe: operation.safe,
        idempotency: operation
            .idempotency
            .as_ref()
            .map(markdown::operation::idempotency)
            .map_or_else(String::new, |it| inline(&it)),
        has_headers: !api.headers.is_empty(),
        read,
        marks,
        departures,
        context: context(page, operation),
        matrix: matrix(operation),
        request_doc: doc(operation.request),
        request,
        response_doc: doc(operation.response),
        response,
        requests: examples::requests(page, operation),
        responses: examples::responses(page, operation),
        call: examples::curl(api, operation),
        codes: codes::of_operation(page, operation, "code"),
        has_common_codes: !api.errors.is_empty(),
        quirks: Vec::new(),
        unsaid: unsaid(page, operation, judging),
        data: script_json(&data),
    };
    view.quirks = quirks::told(page, &page.quirks()).quirks;
    view
}

fn context(page: &Page<'_>, operation: &Operation) -> Vec<ContextRow> {
    let fields = operation.context.iter().flat_map(|it| &it.fields);
    fields
        .map(|field| {
            let ty = page.api.type_(field.enum_);
            let id = format!("context-{}", super::place::token(&field.name));
            let (values, drawing) = match &ty.kind {
                TypeKind::Enum(it) => (
                    it.values
                        .iter()
                        .map(|value| (value.wire.clone(), inline(&value.doc)))
                        .collect(),
                    machine::svg(it, &field.name, &id),
                ),
                TypeKind::Object(_) | TypeKind::Union(_) => (Vec::new(), None),
            };
            ContextRow {
                name: field.name.clone(),
                ty: ty.name.clone(),
                values,
                drawing,
            }
        })
        .collect()
}

fn unsaid(page: &Page<'_>, operation: &Operation, judging: &Judging) -> Vec<Unsaid> {
    let ids = judging.unsaid(operation.request);
    super::rules::of_body(page.api, operation.request)
        .into_iter()
        .filter(|it| ids.contains(&it.id))
        .map(|it| Unsaid {
            id: it.id.clone(),
            sentence: inline(&it.sentence),
        })
        .collect()
}

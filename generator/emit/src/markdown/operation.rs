//! The page of an operation.

use serde::Serialize;

use stipula_contract::{
    Api, Body, Evidence, Example, Idempotency, Operation, Repeat, TypeId, TypeKind,
};

use super::{
    codes::{self, Code},
    fields::{Section, section},
    links::From,
    matrix::{Matrix, matrix},
    text::code,
    types::{Machine, machine},
};

#[derive(Debug, Serialize)]
pub(super) struct Page {
    name: String,
    summary: String,
    doc: String,
    method: &'static str,
    path: String,
    headers: Option<String>,
    base: Option<String>,
    context: Vec<ContextRow>,
    safe: bool,
    idempotency: String,
    request: Option<Section>,
    matrix: Option<Matrix>,
    response: Option<Section>,
    codes: Vec<Code>,
    common_codes: Option<String>,
    examples: Vec<Sample>,
    origin: String,
}

#[derive(Debug, Serialize)]
struct ContextRow {
    name: String,
    ty: String,
    machine: Option<Machine>,
}

#[derive(Debug, Serialize)]
struct Sample {
    name: String,
    doc: String,
    is_request: bool,
    context: Vec<(String, String)>,
    json: String,
    origin: String,
}

/// The page of one operation.
pub(super) fn page(api: &Api, operation: &Operation, links: &From<'_, '_>) -> Page {
    let repeat = operation.idempotency.as_ref().map(|it| &it.repeat);
    Page {
        name: operation.name.clone(),
        summary: operation.summary.trim().to_owned(),
        doc: operation.doc.trim().to_owned(),
        method: operation.method.as_str(),
        path: operation.path.clone(),
        headers: (!api.headers.is_empty()).then(|| links.index("headers", "headers")),
        base: operation
            .overlay_of
            .map(|base| links.operation(api.operation(base))),
        context: context(api, operation, links),
        safe: operation.safe,
        idempotency: operation
            .idempotency
            .as_ref()
            .map_or_else(String::new, idempotency),
        request: body(api, operation.request, links),
        matrix: matrix(&links.model().names, operation),
        response: body(api, operation.response, links),
        codes: codes::rows(api, &operation.errors, repeat, &operation.evidence, links),
        common_codes: (!api.errors.is_empty())
            .then(|| links.index("result codes of every operation", "result-codes")),
        examples: operation
            .examples
            .iter()
            .map(|it| sample(it, &operation.evidence, links))
            .collect(),
        origin: links.origin_text(&operation.evidence, &Evidence::default()),
    }
}

fn body(api: &Api, id: TypeId, links: &From<'_, '_>) -> Option<Section> {
    let ty = api.type_(id);
    ty.object().map(|object| section(ty, object, links))
}

fn context(api: &Api, operation: &Operation, links: &From<'_, '_>) -> Vec<ContextRow> {
    let fields = operation.context.iter().flat_map(|context| &context.fields);
    fields
        .map(|field| ContextRow {
            name: field.name.clone(),
            ty: links.named(field.enum_),
            machine: match &api.type_(field.enum_).kind {
                TypeKind::Enum(it) => machine(it),
                TypeKind::Object(_) | TypeKind::Union(_) => None,
            },
        })
        .collect()
}

/// What makes a repeat the same, and what it gives.
pub(crate) fn idempotency(it: &Idempotency) -> String {
    let key: Vec<String> = it.key.iter().map(|member| code(member)).collect();
    let gives = match &it.repeat {
        Repeat::Undocumented => {
            "What a repeat gives is not documented, so that it is never sent again by itself."
                .to_owned()
        }
        Repeat::Done { code: done } => {
            format!(
                "A repeat answers with {}: the first attempt was done.",
                code(done)
            )
        }
    };
    format!(
        "Requests with the same {} are the same request. {gives}",
        listed(&key)
    )
}

/// `a`, `a and b`, `a, b and c`.
fn listed(texts: &[String]) -> String {
    match texts {
        [all @ .., last] if !all.is_empty() => format!("{} and {last}", all.join(", ")),
        texts => texts.concat(),
    }
}

fn sample(example: &Example, outer: &Evidence, links: &From<'_, '_>) -> Sample {
    Sample {
        name: example.name.clone(),
        doc: example.doc.trim().to_owned(),
        is_request: example.body == Body::Request,
        context: example.context.clone(),
        json: format!("{:#}", example.json),
        origin: links.origin_text(&example.evidence, outer),
    }
}

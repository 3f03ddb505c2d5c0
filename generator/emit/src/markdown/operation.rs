//! The page of an operation.

use crate::{Model, fences, snippet, words};
use serde::Serialize;

use stipula_contract::{Body, Operation as Told, TypeId};
use stipula_logic::judge::sent;

use crate::view::{
    curl, examples,
    link::{Link, Section as Part},
    members,
    names::Names,
    operation::{Context, Operation},
};

use super::{
    codes::{self, Group as Codes},
    fields::{Section, section},
    links::From,
    matrix::{Matrix, matrix},
    text::line,
    types::{Transitions, transitions},
};

#[derive(Debug, Serialize)]
pub(super) struct Page<'a> {
    name: &'a str,
    summary: &'a str,
    doc: &'a str,
    method: &'static str,
    path: &'a str,
    headers: Option<String>,
    queries: Option<String>,
    base: Option<String>,
    context: Vec<ContextRow<'a>>,
    safe: bool,
    unsigned_answer: bool,
    idempotency: String,
    pages: String,
    request: Option<Section<'a>>,
    matrix: Option<Matrix<'a>>,
    /// How the body is written.
    body: Option<&'static str>,
    /// What the answer holds, where it has no members of its own.
    answer: Option<String>,
    response: Option<Section<'a>>,
    codes: Vec<Codes<'a>>,
    common_codes: Option<String>,
    /// A request as a call of `curl` and in Rust.
    call: Option<Call>,
    examples: Vec<Sample<'a>>,
    origin: String,
}

#[derive(Debug, Serialize)]
struct ContextRow<'a> {
    name: &'a str,
    ty: String,
    machine: Option<Transitions<'a>>,
}

#[derive(Debug, Serialize)]
struct Call {
    name: String,
    fence: String,
    curl: String,
    rust: Option<String>,
}

#[derive(Debug, Serialize)]
struct Sample<'a> {
    name: String,
    doc: &'a str,
    is_request: bool,
    context: Vec<(String, String)>,
    json: String,
    origin: String,
}

/// The page of one operation.
pub(super) fn page<'a>(api: &'a Model, it: &Operation<'a>, links: &From<'_, '_>) -> Page<'a> {
    let part = |text, section| links.to(text, &Link::section(section));
    let has_headers = !api.headers.is_empty();
    let has_queries = !api.queries_of(it.told).is_empty();
    let has_codes = !api.errors.is_empty();
    let context = |it: &Context<'a>| ContextRow {
        name: it.name,
        ty: links.named(it.field.enum_),
        machine: it.values.as_ref().and_then(transitions),
    };
    Page {
        name: it.name,
        summary: it.summary,
        doc: it.doc.markdown(),
        method: it.method,
        path: it.path,
        headers: has_headers.then(|| part("headers", Part::Headers)),
        queries: has_queries.then(|| part("query", Part::Queries)),
        base: it.base.map(|base| links.operation(base)),
        context: it.context.iter().map(context).collect(),
        safe: it.safe,
        unsigned_answer: it.unsigned_answer,
        idempotency: line(&it.idempotency),
        pages: line(&it.pages),
        request: body(api, it.told.request, links),
        body: words::body(it.told.body),
        answer: links.answer(&it.told.answer),
        matrix: matrix(it),
        response: it.told.answer.own().and_then(|id| body(api, id, links)),
        codes: codes::groups(&it.codes, links),
        common_codes: has_codes.then(|| part("result codes of every operation", Part::Codes)),
        call: call(api, it.told),
        examples: examples::documented(api, it.told)
            .into_iter()
            .map(|sample| self::sample(api, it.told, sample, links))
            .collect(),
        origin: links.origin(&it.marks),
    }
}

/// The first documented request, else a minimal one.
fn call(api: &Model, it: &Told) -> Option<Call> {
    let all = examples::documented(api, it).into_iter();
    let documented = all.filter(|it| it.body == Body::Request);
    let sample = documented.chain(examples::minimal(api, it)).next()?;
    let curl = curl::curl(api, it, &sample.json);
    let rust = snippet::rust_of(api, Names::of(api), it, &sample);
    let both = [Some(&curl), rust.as_ref()].into_iter().flatten();
    Some(Call {
        fence: fences::around(both.map(String::as_str)),
        name: sample.name.into_owned(),
        curl,
        rust,
    })
}

fn body<'a>(api: &'a Model, id: TypeId, links: &From<'_, '_>) -> Option<Section<'a>> {
    let ty = api.type_(id);
    let object = ty.object()?;
    Some(section(&members::section(api, ty, object), links))
}

fn sample<'a>(
    api: &Model,
    operation: &Told,
    it: examples::Sample<'a>,
    links: &From<'_, '_>,
) -> Sample<'a> {
    let is_request = it.body == Body::Request;
    let json = if is_request {
        sent(api, operation, &it.json)
    } else {
        it.json.into_owned()
    };
    Sample {
        name: it.name.into_owned(),
        doc: it.doc.markdown(),
        is_request,
        context: it.context.into_owned(),
        json: format!("{json:#}"),
        origin: links.origin(&it.marks),
    }
}

//! The page of an operation.

use crate::{Model, words};
use serde::Serialize;

use stipula_contract::{Body, Location, Operation, TypeId};
use stipula_logic::judge::has_places;

use crate::{
    openapi::judging::Judging,
    view::{
        curl::Recipe,
        examples,
        marks::Mark,
        operation::{Context, Operation as Told},
        prose::Prose,
        quirks as quirk, rules, tree,
    },
};

use super::{
    checker, codes,
    examples::{Call, Sample, call, sample},
    fields::{self, Member},
    html::{blocks, inline, line, script_json},
    machine,
    page::{Chip, Page, operation_path, token},
    proving::{self, Given},
    quirks,
    scenarios::{Matrix, matrix},
};

/// An operation with all that its page tells.
pub(super) struct Whole<'a> {
    pub(super) told: Told<'a>,
    pub(super) request: Vec<tree::Member<'a>>,
    pub(super) response: Vec<tree::Member<'a>>,
    samples: Vec<examples::Sample<'a>>,
    quirks: Vec<quirk::Quirk<'a>>,
}

/// What the template shows.
#[derive(Debug, Serialize)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a question of its own"
)]
pub(super) struct View<'a> {
    title: &'a str,
    name: &'a str,
    summary: &'a str,
    doc: String,
    method: &'static str,
    path: &'a str,
    hosts: Vec<(&'a str, &'a str)>,
    base: Option<(&'a str, String)>,
    safe: bool,
    unsigned_answer: bool,
    idempotency: String,
    pages: String,
    has_headers: bool,
    has_queries: bool,
    /// The section that says how a request proves who sent it, by its word and anchor; none of an
    /// operation that is open to everybody.
    proof: Option<&'static str>,
    /// Where it was read and how sure that is; quirks stand apart, as nobody reads from one.
    read: Vec<Chip>,
    marks: Vec<Chip>,
    departures: Vec<Chip>,
    context: Vec<ContextRow<'a>>,
    matrix: Option<Matrix<'a>>,
    request_doc: String,
    request: Vec<Member<'a>>,
    /// The same by their places, where they travel in more than the body.
    places: Vec<Place<'a>>,
    /// How the body is written.
    body: Option<&'static str>,
    /// What the answer holds, where it has no members of its own.
    answer: Option<String>,
    response_doc: String,
    response: Vec<Member<'a>>,
    requests: Vec<Sample>,
    responses: Vec<Sample>,
    /// Of requests that are JSON in a body; others are told by their members.
    call: Option<Call>,
    codes: Vec<codes::Group<'a>>,
    has_common_codes: bool,
    quirks: Vec<quirks::Told<'a>>,
    unsaid: Vec<Unsaid<'a>>,
    data: String,
    /// How a script makes a call; none where it cannot.
    call_data: Option<String>,
    /// What a reader types for it.
    given: Vec<Given>,
    /// `own` with a private key, `shared` with a secret; none where nothing is signed.
    signs: Option<&'static str>,
}

/// A value beside the body.
#[derive(Debug, Serialize)]
struct ContextRow<'a> {
    name: &'a str,
    ty: &'a str,
    values: Vec<(&'a str, String)>,
    drawing: Option<String>,
}

/// The members that travel in one place.
#[derive(Debug, Serialize)]
struct Place<'a> {
    title: &'static str,
    members: Vec<Member<'a>>,
}

/// A rule that the browser cannot judge.
#[derive(Debug, Serialize)]
struct Unsaid<'a> {
    id: &'a str,
    sentence: String,
}

impl<'a> Whole<'a> {
    pub(super) fn new(api: &'a Model, told: Told<'a>) -> Self {
        let request = tree::request(api, told.told);
        let response = tree::response(api, told.told);
        // The documented ones are first: they show what a caller means.
        let mut samples = examples::documented(api, told.told);
        let quirks = quirk::about(api, &told, [&request, &response], &samples);
        samples.extend(examples::minimal(api, told.told));
        Self {
            told,
            request,
            response,
            samples,
            quirks,
        }
    }

    fn requests(&self) -> Vec<examples::Sample<'a>> {
        let requests = self.samples.iter().filter(|it| it.body == Body::Request);
        requests.cloned().collect()
    }

    fn samples(&self, page: &Page<'_>, body: Body) -> Vec<Sample> {
        let samples = self.samples.iter().filter(|it| it.body == body);
        samples.map(|it| sample(page, self.told.told, it)).collect()
    }
}

/// The page of one operation.
pub(super) fn view<'a>(page: &Page<'a>, whole: &Whole<'a>, judging: &Judging) -> View<'a> {
    let (api, it) = (page.api, &whole.told);
    let doc = |id: TypeId| blocks(Prose::new(&api.type_(id).doc));
    let chips = |is: fn(&Mark<'_>) -> bool| page.chips(it.marks.iter().filter(|mark| is(mark)));
    let hosts = api.environments.iter();
    let scheme = it.told.authentication.map(|id| api.scheme(id));
    let data = checker::data(api, it.told, judging).to_string();
    View {
        title: it.name,
        name: it.name,
        summary: it.summary,
        doc: blocks(it.doc),
        method: it.method,
        path: it.path,
        hosts: hosts
            .map(|it| (it.name.as_str(), it.url.as_str()))
            .collect(),
        base: it
            .base
            .map(|base| (base.name.as_str(), operation_path(page.names, base))),
        safe: it.safe,
        unsigned_answer: it.unsigned_answer,
        idempotency: line(&it.idempotency),
        pages: line(&it.pages),
        has_headers: !api.headers.is_empty(),
        has_queries: !api.queries.is_empty(),
        proof: proof(api, it.told),
        read: chips(|it| matches!(it, Mark::Source { .. })),
        marks: chips(|it| !matches!(it, Mark::Source { .. } | Mark::Quirk(_))),
        departures: chips(|it| matches!(it, Mark::Quirk(_))),
        context: it.context.iter().map(|it| context(api, it)).collect(),
        matrix: it.matrix.as_ref().map(matrix),
        request_doc: doc(it.told.request),
        request: fields::members(page, &whole.request),
        places: places(page, whole),
        body: words::body(it.told.body),
        answer: words::answer(&it.told.answer, &|id| api.type_(id).name.clone()),
        response_doc: it.told.answer.innermost().map(doc).unwrap_or_default(),
        response: fields::members(page, &whole.response),
        requests: whole.samples(page, Body::Request),
        responses: whole.samples(page, Body::Response),
        call: call(api, it.told),
        codes: codes::groups(page, &it.codes, &codes::origins(&whole.request)),
        has_common_codes: !api.errors.is_empty(),
        quirks: quirks::told(page, &whole.quirks),
        unsaid: unsaid(api, it.told.request, judging),
        data: script_json(&data),
        call_data: proving::call(api, it.told, &whole.requests())
            .map(|it| script_json(&it.to_string())),
        given: proving::given(api, scheme),
        signs: scheme
            .and_then(|it| Recipe::of(api, it))
            .map(|it| it.key_word()),
    }
}

/// The members of a request by place; nothing where all of them travel in the body.
fn places<'a>(page: &Page<'a>, whole: &Whole<'a>) -> Vec<Place<'a>> {
    if !has_places(page.api, whole.told.told) {
        return Vec::new();
    }
    let here = |(title, all): (&'static str, &[Location])| {
        let is_here = |it: &&tree::Member<'a>| all.contains(&it.told.location);
        let members = whole.request.iter().filter(is_here).cloned();
        let members = fields::members(page, &members.collect::<Vec<_>>());
        (!members.is_empty()).then_some(Place { title, members })
    };
    let all: [(&str, &[Location]); 4] = [
        ("Path", &[Location::Path]),
        ("Query", &[Location::Query]),
        ("Headers", &[Location::Header]),
        ("Body", &[Location::Body, Location::Payload]),
    ];
    all.into_iter().filter_map(here).collect()
}

fn proof(api: &Model, it: &Operation) -> Option<&'static str> {
    let scheme = api.scheme(it.authentication?);
    Some(match scheme.signature() {
        Some(_) => "signing",
        None => "authentication",
    })
}

fn context<'a>(api: &'a Model, it: &Context<'a>) -> ContextRow<'a> {
    let id = format!("context-{}", token(it.name));
    let rows = it.values.iter().flat_map(|it| &it.rows);
    let machine = it.values.as_ref().and_then(|it| it.machine.as_ref());
    ContextRow {
        name: it.name,
        ty: &api.type_(it.field.enum_).name,
        values: rows.map(|it| (it.text, inline(it.doc))).collect(),
        drawing: machine.map(|machine| machine::svg(machine, it.name, &id)),
    }
}

fn unsaid<'a>(api: &'a Model, body: TypeId, judging: &Judging) -> Vec<Unsaid<'a>> {
    let ids = judging.unsaid(body);
    let rules = rules::of_body(api, body).into_iter();
    rules
        .filter(|it| ids.iter().any(|id| id == it.id))
        .map(|it| Unsaid {
            id: it.id,
            sentence: inline(it.sentence),
        })
        .collect()
}

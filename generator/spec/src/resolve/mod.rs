//! From what is written to what is meant: ids, links, conditions, names, lints.
//!
//! Every mistake is reported; errors end here, and what comes out is correct by construction.

mod about;
mod address;
mod api;
mod auth;
mod codes;
mod conditions;
mod constraints;
mod decide;
mod detail;
mod directions;
mod files;
mod fixed;
mod graph;
mod group;
mod handed_keys;
mod handed_out;
mod head;
mod headers;
mod heads;
mod holds;
mod idempotency;
mod index;
mod map_key;
mod notifications;
mod operations;
mod origins;
mod pages;
mod places;
mod prove;
mod ranges;
mod recursion;
mod redirects;
mod requests;
mod roles;
mod rules;
mod scenarios;
mod sealed;
mod sentences;
mod shapes;
mod site;
mod types;
mod unions;
mod url;
mod usage;

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    diag::{Code, Diagnostic, Sink},
    raw::{RawApi, RawCode, RawSpec},
    source::{SourceMap, Span},
    yaml::Text,
};
use index::Index;
pub use origins::Origins;
use stipula_contract::{Api, Empty, Notification, Operation, Outcome, Scheme, TypeId};
use types::Types;

/// What every step reads and adds to.
struct Cx<'a> {
    index: Index<'a>,
    types: Types<'a>,
    /// Bodies of operations.
    bodies: BTreeSet<TypeId>,
    /// Where each name was written.
    origins: Origins,
    /// Where the rules of requests are written.
    rules: prove::RuleSpans,
    /// Where each id of a rule is named.
    ids: BTreeMap<String, Span>,
    sink: Sink,
}

impl Cx<'_> {
    /// Notes where a rule is written, and reports a second one of its id. `named` is the token that
    /// names it, if there is one.
    fn claim_rule(&mut self, id: &str, named: Option<&Text>, written: Span) {
        self.rules.insert(id.to_owned(), written);
        let at = named.map_or(written, |it| it.span);
        let Some(first) = self.ids.insert(id.to_owned(), at) else {
            return;
        };
        let message = format!("the rule `{id}` is declared twice");
        self.sink.report(
            Diagnostic::new(Code::DeclaredTwice, at, message)
                .also(first, "first declared here")
                .help("give one of the two another `id`"),
        );
    }
}

/// What came of resolving.
#[derive(Debug)]
pub struct Resolved {
    /// The contract, as far as it was understood. It is correct only when no error was reported.
    pub api: Option<Api>,
    /// Where its names were written.
    pub origins: Origins,
    /// Every finding.
    pub sink: Sink,
}

/// Resolves a spec.
pub fn resolve(spec: &RawSpec, sources: &mut SourceMap, mut sink: Sink) -> Resolved {
    let index = Index::new(spec, &mut sink);
    let mut cx = Cx {
        index,
        types: Types::default(),
        bodies: BTreeSet::new(),
        origins: Origins::default(),
        rules: prove::RuleSpans::new(),
        ids: BTreeMap::new(),
        sink,
    };
    let api = spec
        .api
        .as_ref()
        .and_then(|raw| whole(&mut cx, spec, raw, sources));
    if spec.api.is_none() {
        cx.sink.report(
            Diagnostic::nowhere(Code::MissingApi, "no file says `api:`")
                .help("`api.yaml` starts with `api: NAME`"),
        );
    }
    if let Some(api) = api.as_ref().filter(|_| !cx.sink.has_errors()) {
        let written = prove::Written {
            spec,
            raws: &cx.types.raws,
            rules: &cx.rules,
        };
        prove::all(api, &written, &mut cx.sink);
    }
    Resolved {
        api,
        origins: cx.origins,
        sink: cx.sink,
    }
}

/// The API, as far as it can be understood; none without a name.
fn whole<'a>(
    cx: &mut Cx<'a>,
    spec: &'a RawSpec,
    raw: &'a RawApi,
    sources: &mut SourceMap,
) -> Option<Api> {
    let name = api::name_of(cx, raw);
    let about = about::about(cx, raw);
    let outcome = raw.outcome.as_ref().map(|it| api::outcome(cx, it));
    let mut credentials = auth::Credentials::new(&raw.credentials, &mut cx.sink);
    let schemes = auth::schemes(cx, raw, &mut credentials, outcome.as_ref());
    let encryption = raw.encryption.as_ref();
    let members = encryption.and_then(|it| it.sealed.as_ref());
    let sealed = members.and_then(|it| sealed::sealed(cx, it, &mut credentials));
    let sent = encryption.and_then(|it| it.sent.as_ref());
    let encrypted = sent.and_then(|it| sealed::sent(cx, it));
    let sealing = encryption.filter(|_| sealed.is_some() || encrypted.is_some());
    let sealing = sealing.map(|it| cx.index.evidence(&it.evidence, &mut cx.sink));
    let encryption = encryption.filter(|it| it.is_of_bodies);
    let encryption = encryption.and_then(|it| api::encryption(cx, it, auth::is_signed(raw)));
    let mut around = notifications::Around {
        api: raw,
        schemes: &schemes,
        known: &mut credentials,
    };
    let (operations, notifications) = messages(cx, spec, outcome.as_ref(), &mut around, sources);
    detail::check(cx, raw.outcome.as_ref(), outcome.as_ref());
    sealed::members(cx, members);
    sealed::encrypted(cx, sent);
    let codes: Vec<&RawCode> = spec.errors.iter().collect();
    let errors = codes::all(cx, &codes, None, outcome.as_ref());
    let environments = raw.environments.iter();
    let environments = environments
        .filter_map(|it| address::environment(cx, &mut credentials, it))
        .collect();
    let credentials = credentials.finish(cx);
    let documented = raw.headers.iter().map(|it| api::header(cx, it)).collect();
    let senders = headers::Senders {
        schemes: &schemes,
        credentials: &credentials,
        encryption: encryption.as_ref(),
        encrypted: encrypted.as_ref(),
        operations: &operations,
    };
    let names = credentials.iter().map(|it| it.name.as_str());
    fixed::all(cx, raw, &senders, &names.collect::<Vec<_>>());
    headers::unsent(cx, raw, &senders);
    idempotency::headers(cx, spec, raw, &senders);
    let queries = raw.queries.iter().filter_map(|it| fixed::query(cx, it));
    let queries = queries.collect();
    let (pages, quirks) = api::evidence(cx, spec);
    report_missing(cx, &operations);
    redirects::unused(cx, raw, &operations);
    let name = name?;
    let title = raw.title.as_ref().map_or(&name, |it| &it.value);
    Some(Api {
        title: title.clone(),
        doc: sentences::text(raw.doc.as_ref()),
        name,
        about,
        names: types::rust(raw.crate_name.as_ref()),
        empty: if raw.empty_is_value {
            Empty::Value
        } else {
            Empty::Absent
        },
        environments,
        outcome,
        schemes,
        credentials,
        content_type: auth::content_type(raw),
        trace_headers: auth::trace_headers(raw),
        encryption,
        sealed,
        encrypted,
        sealing: sealing.unwrap_or_default(),
        headers: documented,
        queries,
        types: std::mem::take(&mut cx.types.list),
        operations,
        notifications,
        errors,
        sources: pages,
        quirks,
    })
}

/// Every operation with the rules and scenarios of its request, and every notification.
fn messages<'a>(
    cx: &mut Cx<'a>,
    spec: &'a RawSpec,
    outcome: Option<&Outcome>,
    around: &mut notifications::Around<'a, '_>,
    sources: &mut SourceMap,
) -> (Vec<Operation>, Vec<Notification>) {
    let schemes: &[Scheme] = around.schemes;
    let mut operations = operations::all(cx, spec, outcome, schemes, sources);
    let notifications = notifications::all(cx, spec, around);
    rules::all(cx, &operations);
    shapes::all(cx);
    files::all(cx, spec, &operations);
    recursion::all(cx, spec);
    unreached(cx, spec);
    add_scenarios(cx, spec, &mut operations);
    (operations, notifications)
}

/// Reports what is wrong with types that nothing reaches, as requests would have them. They are no part
/// of the contract, and what they refer to is as unused as they are.
fn unreached<'a>(cx: &mut Cx<'a>, spec: &'a RawSpec) {
    let first = TypeId(cx.types.list.len());
    let used = cx.index.used();
    for def in &spec.types {
        // A chain that is too long leaves types unread, which was reported.
        if !cx.types.is_cut {
            types::if_unreached(cx, def);
        }
    }
    rules::unreached(cx, first);
    cx.types.forget(first);
    cx.index.set_used(used);
}

/// Reports what nothing refers to, and a spec without operations. What a fault hides would look
/// unused or missing.
fn report_missing(cx: &mut Cx<'_>, operations: &[Operation]) {
    if cx.sink.has_errors() {
        return;
    }
    cx.index.report_unused(&mut cx.sink);
    if operations.is_empty() && !cx.sink.has_errors() {
        cx.sink.report(
            Diagnostic::nowhere(Code::NoOperation, "the spec has no operation")
                .help("add one, and `include:` its file"),
        );
    }
}

fn add_scenarios(cx: &mut Cx<'_>, spec: &RawSpec, operations: &mut [Operation]) {
    for operation in operations {
        let raw = spec
            .operations
            .iter()
            .find(|it| it.name.value == operation.name);
        operation.scenarios =
            scenarios::all(cx, operation, raw.map_or(&[][..], |it| &it.scenarios));
    }
}

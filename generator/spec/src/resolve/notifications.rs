//! Notifications: what the vendor calls us with.

mod alike;
mod proof;
mod reply;
mod when;

use heck::ToUpperCamelCase;

use super::{Cx, auth::Credentials, index::unique, sentences::text, site::Site, types};
use crate::{
    diag::{Code, Diagnostic},
    raw::{RawAnswer, RawApi, RawNotification, RawSpec},
    source::Span,
};
use stipula_contract::{
    Answer, Module, Named, Notification, NotificationId, NotificationProof, Scheme,
};

/// What is resolved already.
pub(super) struct Around<'a, 'r> {
    pub(super) api: &'r RawApi,
    pub(super) schemes: &'r [Scheme],
    pub(super) known: &'r mut Credentials<'a>,
}

/// Every kind, in order.
pub(super) fn all<'a>(
    cx: &mut Cx<'a>,
    spec: &'a RawSpec,
    around: &mut Around<'_, '_>,
) -> Vec<Notification> {
    let raws = &spec.notifications;
    let names = raws.iter().map(|it| &it.name).collect();
    let first = unique("notification", names, &mut cx.sink);
    let mut at: Vec<usize> = first.into_iter().map(|(_, at)| at).collect();
    at.sort_unstable();
    let mut found = Vec::new();
    let mut written = Vec::new();
    for raw in at.into_iter().map(|at| &raws[at]) {
        let id = NotificationId(found.len());
        if let Some(it) = notification(cx, raw, id, around) {
            found.push(it);
            written.push(raw);
        }
    }
    alike::report(cx, &found, &written);
    if found.len() == raws.len() {
        unsigned_schemes(cx, around, &found);
    }
    found
}

fn notification<'a>(
    cx: &mut Cx<'a>,
    raw: &'a RawNotification,
    id: NotificationId,
    around: &mut Around<'_, '_>,
) -> Option<Notification> {
    let proof = raw.proof.as_ref().and_then(|it| proof::of(cx, it, around));
    let body = body(cx, raw);
    let reply = reply::of(cx, raw);
    let when = match (&raw.when, &body) {
        (Some(written), Some(body)) => Some(when::of(cx, written, body)),
        _ => None,
    };
    let summary = raw.summary.as_ref().unwrap_or(&raw.name);
    let place = Named::Notification(id);
    cx.origins.name(place, &raw.name, raw.rust.as_ref());
    Some(Notification {
        id,
        name: raw.name.value.clone(),
        names: types::rust(raw.rust.as_ref()),
        summary: summary.value.clone(),
        doc: text(raw.doc.as_ref()),
        proof: proof?,
        when: match when {
            Some(when) => Some(when?),
            None => None,
        },
        body: body?,
        reply,
        evidence: cx.index.evidence(&raw.evidence, &mut cx.sink),
    })
}

/// What it holds; its own types are called after it.
fn body<'a>(cx: &mut Cx<'a>, raw: &'a RawNotification) -> Option<Answer> {
    let owner = raw.name.value.to_upper_camel_case();
    match &raw.body {
        None => {
            let name = format!("{owner}Notification");
            let id = types::reserve(cx, &name, &raw.name, Module::Response);
            cx.types.list[id.0].doc = format!("Body of a `{}` notification.", raw.name.value);
            types::fill(cx, id, types::raws_of(&raw.fields));
            cx.bodies.insert(id);
            Some(Answer::Own(id))
        }
        Some((RawAnswer::Type(ty), _)) => {
            let site = Site {
                owner,
                field: "notification".to_owned(),
                wire: format!("{}Notification", raw.name.value),
                named: &raw.name,
                module: Module::Response,
            };
            types::item(cx, ty, &site, &[]).map(Answer::Json)
        }
        Some((RawAnswer::ByStatus(_), span)) => {
            let message = "a notification has no status that could choose what it holds";
            let diagnostic = Diagnostic::new(Code::WrongType, *span, message);
            cx.sink
                .report(diagnostic.help("write its fields or its type"));
            None
        }
        Some((RawAnswer::Text | RawAnswer::Bytes | RawAnswer::Nothing, span)) => {
            no_json(cx, *span);
            None
        }
    }
}

fn no_json(cx: &mut Cx<'_>, span: Span) {
    let message = "a notification whose body is not JSON cannot be said yet";
    cx.sink.report(
        Diagnostic::new(Code::WrongType, span, message)
            .help("write its fields or its type; `json` keeps any JSON as it comes"),
    );
}

/// A signature without `request` is there for notifications. One that none names is good for nothing.
fn unsigned_schemes(cx: &mut Cx<'_>, around: &Around<'_, '_>, found: &[Notification]) {
    for scheme in around.schemes.iter().filter(|it| !it.proves_requests()) {
        let by_it = NotificationProof::Scheme(scheme.id);
        if found.iter().any(|it| it.proof == by_it) {
            continue;
        }
        let mut raws = around.api.authentication.iter();
        let raw = raws.find(|it| it.name.as_ref().is_some_and(|it| it.value == scheme.name));
        let Some(raw) = raw else { continue };
        let message = format!(
            "the scheme `{}` signs no requests, and no notification names it",
            scheme.name
        );
        cx.sink.report(
            Diagnostic::new(Code::MissingKey, raw.span, message)
                .help("add `request:`, or name it as the `proof` of a notification"),
        );
    }
}

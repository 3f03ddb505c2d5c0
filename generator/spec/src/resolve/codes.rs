//! Result codes: how a call that ends with one went.

use super::{Cx, index::unique, sentences::text, types};
use crate::{
    diag::{Code, Diagnostic},
    raw::RawCode,
    source::Span,
    yaml::Text,
};
use stipula_contract::{ClassOfResult, CodeId, Named, OperationId, Outcome, OutcomeBy, ResultCode};

/// Result codes, each with the class of its status.
pub(super) fn all(
    cx: &mut Cx<'_>,
    raws: &[&RawCode],
    of: Option<OperationId>,
    outcome: Option<&Outcome>,
) -> Vec<ResultCode> {
    unique(
        "result code",
        raws.iter().map(|it| &it.code).collect(),
        &mut cx.sink,
    );
    let mut found = Vec::new();
    for raw in raws {
        let Some((status, class)) = class(cx, raw, outcome) else {
            continue;
        };
        let id = CodeId {
            of,
            at: found.len(),
        };
        cx.origins
            .name(Named::Code(id), &raw.code, raw.rust.as_ref());
        found.push(ResultCode {
            code: raw.code.value.clone(),
            id,
            names: types::rust(raw.rust.as_ref()),
            status,
            http: raw.http.map(|it| it.0),
            class,
            doc: text(raw.doc.as_ref()),
            evidence: cx.index.evidence(&raw.evidence, &mut cx.sink),
        });
    }
    found
}

/// The status of a code, and how it counts.
fn class(
    cx: &mut Cx<'_>,
    raw: &RawCode,
    outcome: Option<&Outcome>,
) -> Option<(String, ClassOfResult)> {
    let Some(outcome) = outcome else {
        let message =
            "result codes need `outcome` in `api.yaml`, which says what their class means";
        let at = raw.class.as_ref().map_or(raw.code.span, |it| it.span);
        cx.sink
            .report(Diagnostic::new(Code::UnknownClass, at, message));
        return None;
    };
    match (outcome.by, &raw.class, raw.http) {
        (OutcomeBy::Member, Some(class), None) => {
            let found = by_member(cx, class, outcome)?;
            Some((class.value.clone(), found))
        }
        (OutcomeBy::Http, None, Some((status, at))) => {
            let found = by_http(cx, status, at)?;
            Some((status.to_string(), found))
        }
        (by, _, _) => {
            let (lacks, other) = match by {
                OutcomeBy::Member => ("class", "http"),
                OutcomeBy::Http => ("http", "class"),
            };
            misplaced(cx, raw, lacks, other);
            None
        }
    }
}

/// Tells the key that is missing, or the one that belongs to the other kind of `outcome`.
fn misplaced(cx: &mut Cx<'_>, raw: &RawCode, lacks: &str, other: &str) {
    let places = [
        ("class", raw.class.as_ref().map(|it| it.span)),
        ("http", raw.http.map(|it| it.1)),
    ];
    let at = |name| places.iter().find(|it| it.0 == name).and_then(|it| it.1);
    if at(lacks).is_none() {
        let message = format!("a result code lacks the key `{lacks}`");
        cx.sink.report(
            Diagnostic::new(Code::MissingKey, raw.code.span, message)
                .help(format!("add `{lacks}:`")),
        );
    }
    if let Some(at) = at(other) {
        let message = format!("`{other}` says nothing here: `outcome` takes `{lacks}`");
        cx.sink
            .report(Diagnostic::new(Code::Exclusive, at, message).help("remove it"));
    }
}

fn by_http(cx: &mut Cx<'_>, status: u16, at: Span) -> Option<ClassOfResult> {
    if (300..=599).contains(&status) {
        return Some(ClassOfResult::of_http(status));
    }
    let message = format!("`{status}` is not an HTTP status of a failure");
    cx.sink.report(
        Diagnostic::new(Code::UnknownClass, at, message)
            .help("write one from 300 to 599; a code of success needs no row"),
    );
    None
}

fn by_member(cx: &mut Cx<'_>, status: &Text, outcome: &Outcome) -> Option<ClassOfResult> {
    let classes = [
        (&outcome.success, ClassOfResult::Success),
        (&outcome.failed, ClassOfResult::Failed),
        (&outcome.unknown, ClassOfResult::Unknown),
    ];
    let found = classes
        .iter()
        .find(|(texts, _)| texts.contains(&status.value))
        .map(|(_, class)| *class);
    if found.is_none() {
        let message = format!("`{}` is not a status of `outcome`", status.value);
        let known = classes
            .iter()
            .flat_map(|(texts, _)| texts.iter().map(String::as_str));
        cx.sink.report(
            Diagnostic::new(Code::UnknownClass, status.span, message).suggest(&status.value, known),
        );
    }
    found
}

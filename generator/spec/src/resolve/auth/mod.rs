//! Authentication: the schemes of an API. A file for each kind.

mod carried;
mod credentials;
mod oauth2;
mod signature;
mod signed;
mod template;

pub(super) use credentials::Credentials;

use super::{Cx, api::value, api::values, index::unique};
use crate::{
    diag::{Code, Diagnostic},
    raw::{RawApi, RawOperation, RawScheme, RawSchemeKind},
};
use stipula_contract::{Named, Outcome, Scheme, SchemeId, SchemeKind, SignedBy};

/// Name of the scheme that `signing` is.
const MAIN: &str = "main";

/// What an operation says that proves nothing.
const NONE: &str = "none";

/// Content type of a body when the spec says none.
const JSON: &str = "application/json";

/// Every scheme, in order.
pub(super) fn schemes(
    cx: &mut Cx<'_>,
    raw: &RawApi,
    known: &mut Credentials<'_>,
    outcome: Option<&Outcome>,
) -> Vec<Scheme> {
    let names = raw.authentication.iter().filter_map(|it| it.name.as_ref());
    unique("scheme", names.collect(), &mut cx.sink);
    let mut schemes = Vec::new();
    let mut first = None;
    for raw in &raw.authentication {
        if let Some(algorithm) = algorithm(raw) {
            let first = *first.get_or_insert(algorithm);
            if let RawSchemeKind::Signed(it) = &raw.kind {
                signed::one_algorithm(cx, first, it);
            }
        }
        if let Some(name) = raw.name.as_ref().filter(|it| it.value == NONE) {
            let message = "`none` is what an operation says that proves nothing";
            cx.sink.report(
                Diagnostic::new(Code::BadName, name.span, message).help("give it another name"),
            );
        }
        let id = SchemeId(schemes.len());
        schemes.extend(scheme(cx, raw, id, known, outcome));
    }
    schemes
}

fn scheme(
    cx: &mut Cx<'_>,
    raw: &RawScheme,
    id: SchemeId,
    known: &mut Credentials<'_>,
    outcome: Option<&Outcome>,
) -> Option<Scheme> {
    cx.origins.note(Named::Scheme(id), raw.span);
    let kind = match &raw.kind {
        RawSchemeKind::Bearer(it) => carried::bearer(cx, known, it).map(SchemeKind::Bearer),
        RawSchemeKind::Basic(it) => carried::basic(cx, known, it).map(SchemeKind::Basic),
        RawSchemeKind::ApiKey(it) => carried::api_key(cx, known, it).map(SchemeKind::ApiKey),
        RawSchemeKind::OAuth2(it) => oauth2::scheme(cx, known, it).map(SchemeKind::OAuth2),
        RawSchemeKind::Signature(it) => {
            signature::scheme(cx, it, outcome).map(SchemeKind::Signature)
        }
        RawSchemeKind::Signed(it) => {
            let signed = signed::scheme(cx, known, it, outcome);
            signed.map(|it| SchemeKind::Signed(Box::new(it)))
        }
    };
    let evidence = cx.index.evidence(&raw.evidence, &mut cx.sink);
    Some(Scheme {
        id,
        name: raw.name.as_ref().map_or(MAIN, |it| &it.value).to_owned(),
        kind: kind?,
        evidence,
    })
}

/// The scheme of an operation: the one that it names, or the first.
pub(super) fn of_operation(
    cx: &mut Cx<'_>,
    raw: &RawOperation,
    base: Option<&RawOperation>,
    schemes: &[Scheme],
) -> Option<SchemeId> {
    let own = raw.authentication.as_ref();
    let mut usable = schemes.iter().filter(|it| it.proves_requests());
    let Some(written) = own.or_else(|| base?.authentication.as_ref()) else {
        return usable.next().map(|it| it.id);
    };
    let name = written.value.as_str();
    let found = usable.find(|it| it.name == name);
    if found.is_none() && own.is_some() && schemes.iter().any(|it| it.name == name) {
        let message = format!("the scheme `{name}` signs no requests");
        cx.sink.report(
            Diagnostic::new(Code::UnknownScheme, written.span, message).help(
                "say in its `signature` what of a `request` is signed, or name another scheme",
            ),
        );
        return None;
    }
    if found.is_none() && name != NONE && own.is_some() {
        let message = format!("there is no scheme `{name}`");
        let known = schemes.iter().filter(|it| it.proves_requests());
        let known = known.map(|it| it.name.as_str());
        cx.sink.report(
            Diagnostic::new(Code::UnknownScheme, written.span, message)
                .suggest(name, known.chain([NONE])),
        );
    }
    found.map(|it| it.id)
}

/// What makes the signatures of a scheme; none of one that signs nothing.
fn algorithm(raw: &RawScheme) -> Option<SignedBy> {
    match &raw.kind {
        RawSchemeKind::Signature(_) => Some(SignedBy::RsaSha256),
        RawSchemeKind::Signed(it) => it.algorithm.map(|(algorithm, _)| algorithm),
        _ => None,
    }
}

/// Whether answers of an operation are taken unsigned.
pub(super) fn unsigned_answer(
    cx: &mut Cx<'_>,
    raw: &RawOperation,
    base: Option<&RawOperation>,
    scheme: Option<&Scheme>,
) -> bool {
    if let Some(span) = raw.unsigned_answer
        && !scheme.is_some_and(Scheme::signs_answers)
        // A scheme with a mistake is none here.
        && !cx.sink.has_errors()
    {
        let message = "nothing signs the answers of this operation";
        cx.sink.report(
            Diagnostic::new(Code::UnsignedStatus, span, message)
                .help("remove `answer`, or say in the `signature` how answers are signed"),
        );
    }
    raw.unsigned_answer.is_some() || base.is_some_and(|it| it.unsigned_answer.is_some())
}

/// Whether a scheme signs answers, well or with mistakes.
pub(super) fn is_signed(raw: &RawApi) -> bool {
    let mut schemes = raw.authentication.iter();
    schemes.any(|it| match &it.kind {
        RawSchemeKind::Signature(_) => true,
        RawSchemeKind::Signed(it) => it.response.is_some(),
        _ => false,
    })
}

/// The content type of requests, which stands beside the signature.
pub(super) fn content_type(raw: &RawApi) -> String {
    let mut written = raw.authentication.iter();
    let written = written.find_map(|it| value(it.content_type.as_ref()));
    written.unwrap_or_else(|| JSON.to_owned())
}

/// Headers that may hold a trace id, which stand beside the signature.
pub(super) fn trace_headers(raw: &RawApi) -> Vec<String> {
    let all = raw.authentication.iter();
    all.flat_map(|it| values(&it.trace_headers)).collect()
}

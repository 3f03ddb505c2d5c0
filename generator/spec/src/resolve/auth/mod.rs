//! Authentication: the schemes of an API. A file for each kind.

mod signature;

use super::{Cx, api::value, api::values};
use crate::raw::RawApi;
use stipula_contract::{Named, Outcome, Scheme, SchemeId, SchemeKind};

/// Name of the scheme of an API that has one.
const MAIN: &str = "main";

/// Content type of a body when the spec says none.
const JSON: &str = "application/json";

/// Every scheme, in order.
pub(super) fn schemes(cx: &mut Cx<'_>, raw: &RawApi, outcome: Option<&Outcome>) -> Vec<Scheme> {
    let Some(signing) = &raw.signing else {
        return Vec::new();
    };
    let id = SchemeId(0);
    cx.origins.note(Named::Scheme(id), signing.span);
    let made = signature::scheme(cx, signing, outcome);
    let scheme = made.map(|(signature, evidence)| Scheme {
        id,
        name: MAIN.to_owned(),
        kind: SchemeKind::Signature(signature),
        evidence,
    });
    scheme.into_iter().collect()
}

/// The content type of requests, which stands beside the signature.
pub(super) fn content_type(raw: &RawApi) -> String {
    let written = raw
        .signing
        .as_ref()
        .and_then(|it| value(it.content_type.as_ref()));
    written.unwrap_or_else(|| JSON.to_owned())
}

/// Headers that may hold a trace id, which stand beside the signature.
pub(super) fn trace_headers(raw: &RawApi) -> Vec<String> {
    raw.signing
        .as_ref()
        .map_or_else(Vec::new, |it| values(&it.trace_headers))
}

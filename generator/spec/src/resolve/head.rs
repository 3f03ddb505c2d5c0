//! Answers to `HEAD`: headers alone.

use super::Cx;
use crate::{
    diag::{Code, Diagnostic},
    raw::{RawAnswer, RawMethod, RawOperation},
};
use stipula_contract::{Answer, Location, Outcome, OutcomeBy};

/// Whether the answer has fields, and none of them in the body.
pub(super) fn has_fields(raw: &RawOperation) -> bool {
    let mut places = raw.response.fields.iter().map(|it| it.place.location);
    let is_head = |it: Option<(Location, _)>| it.is_some_and(|(it, _)| it != Location::Body);
    !raw.response.fields.is_empty() && places.all(is_head)
}

/// What such an answer holds, unless it has fields in its head: nothing. Reports what a body would be needed for.
pub(super) fn answer(
    cx: &mut Cx<'_>,
    raw: &RawOperation,
    method: &RawMethod,
    outcome: Option<&Outcome>,
) -> Answer {
    let at = raw
        .response_at
        .filter(|_| !matches!(raw.answer, Some(RawAnswer::Nothing)) && !has_fields(raw));
    if let Some(at) = at {
        let message = "the answer to a `HEAD` has no body";
        cx.sink.report(
            Diagnostic::new(Code::Exclusive, at, message)
                .also(method.path.span, "the path of the `HEAD`")
                .help("leave `response` out, give its fields `in: header`, or make it a `get`"),
        );
    }
    if outcome.is_some_and(|it| it.by == OutcomeBy::Member) && raw.overlay.is_none() {
        let message = "the answer to a `HEAD` has no body, in which `outcome` looks for a status";
        cx.sink.report(
            Diagnostic::new(Code::Exclusive, method.path.span, message)
                .help("write `outcome: { by: http }`, or make it a `get`"),
        );
    }
    Answer::Nothing
}

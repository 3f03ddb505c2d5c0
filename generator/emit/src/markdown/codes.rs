//! Result codes and what to do about them.

use serde::Serialize;

use stipula_contract::{Api, ClassOfResult, Evidence, Repeat, ResultCode};

use super::{fields::standing, links::From};

#[derive(Debug, Serialize)]
pub(super) struct Code {
    text: String,
    status: String,
    class: &'static str,
    doc: String,
    action: &'static str,
    origin: String,
    standing: String,
}

/// Rows for a list of codes. `repeat` is what a repeated request gives, where that is documented.
pub(super) fn rows(
    api: &Api,
    codes: &[ResultCode],
    repeat: Option<&Repeat>,
    outer: &Evidence,
    links: &From<'_, '_>,
) -> Vec<Code> {
    let transient = api
        .outcome
        .as_ref()
        .map_or(&[][..], |outcome| &outcome.transient);
    let row = |it: &ResultCode| Code {
        text: it.code.clone(),
        status: it.status.clone(),
        class: class(it.class),
        doc: it.doc.trim().to_owned(),
        action: action(it, transient.contains(&it.code), repeat),
        origin: links.origin_text(&it.evidence, outer),
        standing: standing(links.model().provenance.code(it.id)),
    };
    codes.iter().map(row).collect()
}

/// How an outcome counts, in a word.
pub(crate) const fn class(class: ClassOfResult) -> &'static str {
    match class {
        ClassOfResult::Success => "success",
        ClassOfResult::Failed => "failed",
        ClassOfResult::Unknown => "unknown",
    }
}

/// What to do about a code.
pub(crate) fn action(
    code: &ResultCode,
    is_transient: bool,
    repeat: Option<&Repeat>,
) -> &'static str {
    let answers_repeats = match repeat {
        Some(Repeat::Done { code }) => Some(code),
        Some(Repeat::Undocumented) | None => None,
    };
    match code.class {
        _ if answers_repeats == Some(&code.code) => {
            "After a lost answer: the first attempt was done. Otherwise the key was used before."
        }
        ClassOfResult::Success => "Nothing: it was done.",
        _ if is_transient => "Send the same request again, later.",
        ClassOfResult::Failed => "It was not done, and the same request fails again.",
        ClassOfResult::Unknown if answers_repeats.is_some() => {
            "It may have been done. Send the same request again: the answer tells."
        }
        ClassOfResult::Unknown => "It may have been done. Find out before sending anything new.",
    }
}

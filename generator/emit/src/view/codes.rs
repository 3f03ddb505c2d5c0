//! Result codes and what to do about them.

use crate::Model;
use stipula_contract::{ClassOfResult, Operation, Repeat, ResultCode};

use super::{
    marks::{Known, Mark, beyond},
    prose::Prose,
    standing,
};

/// A result code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Code<'a> {
    /// On the wire.
    pub(crate) text: &'a str,
    pub(crate) status: &'a str,
    pub(crate) class: ClassOfResult,
    pub(crate) doc: Prose<'a>,
    pub(crate) action: Action,
    pub(crate) marks: Vec<Mark<'a>>,
    /// What pages make of it.
    pub(crate) standing: Vec<Mark<'a>>,
}

/// What to do about a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Action {
    /// It answers a repeat of what was done.
    WasDone,
    Nothing,
    SendLater,
    GiveUp,
    /// A repeat tells whether it was done.
    SendAgain,
    FindOut,
}

/// The codes of every operation.
pub(crate) fn common(api: &Model) -> Vec<Code<'_>> {
    rows(api, &api.errors, None, Known::NOTHING)
}

/// The codes that an operation adds.
pub(crate) fn own<'a>(api: &'a Model, operation: &'a Operation) -> Vec<Code<'a>> {
    let repeat = operation.idempotency.as_ref().map(|it| &it.repeat);
    rows(
        api,
        &operation.errors,
        repeat,
        Known::from(&operation.evidence),
    )
}

/// `repeat` is what a repeated request gives, where that is documented.
fn rows<'a>(
    api: &'a Model,
    codes: &'a [ResultCode],
    repeat: Option<&Repeat>,
    known: Known<'_>,
) -> Vec<Code<'a>> {
    let outcome = api.outcome.as_ref();
    let transient = outcome.map_or(&[][..], |it| &it.transient);
    let row = |it: &'a ResultCode| Code {
        text: &it.code,
        status: &it.status,
        class: it.class,
        doc: Prose::new(&it.doc),
        action: action(it, transient.contains(&it.code), repeat),
        marks: beyond(api, &it.evidence, known),
        standing: standing::marks(api.provenance.code(it.id), api.history.code(it.id)),
    };
    codes.iter().map(row).collect()
}

fn action(code: &ResultCode, is_transient: bool, repeat: Option<&Repeat>) -> Action {
    let (answers_repeats, tells) = match repeat {
        Some(Repeat::Done { code }) => (Some(code), true),
        Some(Repeat::Same) => (None, true),
        Some(Repeat::Undocumented) | None => (None, false),
    };
    match code.class {
        _ if answers_repeats == Some(&code.code) => Action::WasDone,
        ClassOfResult::Success => Action::Nothing,
        _ if is_transient => Action::SendLater,
        ClassOfResult::Failed => Action::GiveUp,
        ClassOfResult::Unknown if tells => Action::SendAgain,
        ClassOfResult::Unknown => Action::FindOut,
    }
}

/// Codes with the same advice.
#[derive(Debug)]
pub(crate) struct Advised<'c, 'a> {
    pub(crate) class: ClassOfResult,
    pub(crate) action: Action,
    pub(crate) codes: Vec<&'c Code<'a>>,
}

/// Codes by what to do about them, in order, so that each advice is told once.
pub(crate) fn by_advice<'c, 'a>(codes: &'c [Code<'a>]) -> Vec<Advised<'c, 'a>> {
    let mut all: Vec<Advised<'c, 'a>> = Vec::new();
    for it in codes {
        let known = all
            .iter_mut()
            .find(|known| (known.class, known.action) == (it.class, it.action));
        match known {
            Some(known) => known.codes.push(it),
            None => all.push(Advised {
                class: it.class,
                action: it.action,
                codes: vec![it],
            }),
        }
    }
    all
}

impl Action {
    pub(crate) const fn words(self) -> &'static str {
        match self {
            Self::WasDone => {
                "After a lost response: the first attempt succeeded. Otherwise the key was used before."
            }
            Self::Nothing => "The call succeeded: there is nothing to do.",
            Self::SendLater => "Send the same request again, later.",
            Self::GiveUp => {
                "Nothing was done, and the same request fails again: mend what the code names first."
            }
            Self::SendAgain => {
                "It may have been done. Send the same request again: the response tells."
            }
            Self::FindOut => "It may have been done. Find out before you send anything new.",
        }
    }
}

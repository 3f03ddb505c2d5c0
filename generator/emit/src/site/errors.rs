//! The page of errors and retries.

use serde::Serialize;
use stipula_contract::OutcomeBy;

use crate::view::{
    codes::{Action, Code},
    overview::{Outcome, Overview},
};

use super::{
    fields::{self, Member},
    guides::Guide,
    page::{Page, anchor},
    rows::Part,
};
use crate::view::link::Anchor;

#[derive(Debug, Serialize)]
pub(super) struct View<'a> {
    title: &'static str,
    by_http: bool,
    outcome: Option<OutcomePart<'a>>,
    /// Codes of every operation by what to do about them, each with its anchor.
    advice: Vec<Advice<'a>>,
    has_idempotency: bool,
    has_codes: bool,
}

#[derive(Debug, Serialize)]
struct OutcomePart<'a> {
    part: Part,
    statuses: [(&'static str, Vec<String>); 3],
    waits: bool,
    /// Details of an error: the path of its type in Rust, and its members.
    detail: Option<String>,
    members: Vec<Member<'a>>,
}

#[derive(Debug, Serialize)]
struct Advice<'a> {
    action: &'static str,
    codes: Vec<(String, &'a str)>,
}

pub(super) fn view<'a>(page: &Page<'_>, it: &Overview<'a>, common: &[Code<'a>]) -> View<'a> {
    let api = page.api;
    let all = [
        Action::SendLater,
        Action::SendAgain,
        Action::FindOut,
        Action::GiveUp,
    ];
    let advice = all.into_iter().map(|action| Advice {
        action: action.words(),
        codes: common
            .iter()
            .filter(|it| it.action == action)
            .map(|it| (anchor(&Anchor::Code(it.text)), it.text))
            .collect(),
    });
    View {
        title: Guide::Errors.title(),
        by_http: it
            .outcome
            .as_ref()
            .is_some_and(|it| it.of.by == OutcomeBy::Http),
        outcome: it.outcome.as_ref().map(|it| outcome(page, it)),
        advice: advice.filter(|it| !it.codes.is_empty()).collect(),
        has_idempotency: api.operations.iter().any(|it| it.idempotency.is_some()),
        has_codes: !common.is_empty() || api.operations.iter().any(|it| !it.errors.is_empty()),
    }
}

fn outcome<'a>(page: &Page<'_>, it: &Outcome<'a>) -> OutcomePart<'a> {
    let detail = it.detail.as_ref();
    OutcomePart {
        part: Part {
            settings: it.settings(),
            note: "",
            chips: page.chips(&it.marks),
        },
        statuses: it.statuses.clone(),
        waits: !it.of.wait.is_empty(),
        detail: detail.map(|it| it.rust.clone()),
        members: detail.map_or_else(Vec::new, |it| fields::members(page, &it.members)),
    }
}

//! Where an answer says how it went.

use stipula_contract::{Api, Outcome, TypeId, Way};

use super::docs;
use crate::{
    Row,
    cx::{At, Cx, Said},
};

pub(crate) fn compare(cx: &Cx<'_>) {
    let at = At::new("outcome", None, None);
    let (old, new) = match (&cx.old.outcome, &cx.new.outcome) {
        (Some(old), Some(new)) => (old, new),
        (None, None) => return,
        (old, _) => {
            let told = |it: bool| if it { "is told" } else { "is no longer told" };
            let said = Said::of(told(old.is_none()));
            return cx.tell(&at, Row::OutcomeChanged, "outcome", said);
        }
    };
    let (was, is) = (members(old), members(new));
    for ((topic, what, was), (_, _, is)) in was.into_iter().zip(is) {
        if was != is {
            let said = Said::of(what).was(was).is(is);
            cx.tell(&at, Row::OutcomeChanged, topic, said);
        }
    }
    if old.detail.and_then(|it| cx.types.new_of(it)) != new.detail {
        let name = |api: &Api, id: Option<TypeId>| {
            id.map_or("nothing".to_owned(), |id| api.type_(id).name.clone())
        };
        let said = Said::of("has another type for what a failure says");
        let said = said
            .was(name(cx.old, old.detail))
            .is(name(cx.new, new.detail));
        cx.tell(&at, Row::AnswerTypeChanged, "detail", said);
    }
    transient(cx, &old.transient, &new.transient);
    docs::evidence(cx, &at, &old.evidence, &new.evidence);
}

/// Each setting with what its change is called.
fn members(it: &Outcome) -> Vec<(&'static str, &'static str, String)> {
    let Outcome {
        by,
        object,
        code,
        status,
        message,
        success,
        failed,
        unknown,
        data,
        wait,
        detail: _,    // a type
        transient: _, // told of each code
        evidence: _,
    } = it;
    let ways = |all: &[Way]| {
        all.iter()
            .map(Way::to_string)
            .collect::<Vec<_>>()
            .join(", ")
    };
    let by = format!("{by:?}").to_lowercase();
    vec![
        ("by", "is told by something else", by),
        ("object", "stands in another field", object.join(", ")),
        ("code", "has its code in another field", code.join(", ")),
        (
            "status",
            "has its status in another field",
            status.join(", "),
        ),
        (
            "message",
            "has its message in another field",
            message.join(", "),
        ),
        ("data", "has what was asked for elsewhere", ways(data)),
        ("wait", "says elsewhere how long to wait", ways(wait)),
        (
            "success",
            "counts other statuses as success",
            success.join(", "),
        ),
        (
            "failed",
            "counts other statuses as failed",
            failed.join(", "),
        ),
        (
            "unknown",
            "counts other statuses as unknown",
            unknown.join(", "),
        ),
    ]
}

/// Codes that are worth a retry, or no longer are.
fn transient(cx: &Cx<'_>, old: &[String], new: &[String]) {
    let at = |code: &str| At::new(format!("errors.{code}"), None, None);
    for code in old.iter().filter(|it| !new.contains(it)) {
        let said = Said::of("is no longer worth a retry").was("transient");
        cx.tell(&at(code), Row::CodeClass, "transient", said);
    }
    for code in new.iter().filter(|it| !old.contains(it)) {
        let said = Said::of("is worth a retry").is("transient");
        cx.tell(&at(code), Row::CodeClass, "transient", said);
    }
}

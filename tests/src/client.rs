//! The verdict of the generated client.

use alipayhk_ipass::{
    Violations,
    enums::{OrderStatus, TemplateStatus},
    request::{
        CreatePassRequest, CreateTemplateRequest, MovieTicketContext, MovieTicketRequest,
        OrderSyncRequest, QueryTemplateRequest, SwitchStatusContext, SwitchStatusRequest,
        UpdatePassRequest,
    },
};
use serde::de::DeserializeOwned;
use serde_json::Value;
use stipula::{Severity, Validate};

use crate::Told;

/// Rules that a body breaks, sorted; an error when the body cannot be read.
///
/// # Panics
///
/// When the operation is unknown.
pub fn verdict(
    operation: &str,
    body: &Value,
    context: &[(String, String)],
) -> serde_json::Result<Vec<Told>> {
    let beside = |name| {
        let value = context.iter().find(|(it, _)| it == name);
        value.map_or("", |(_, text)| text.as_str())
    };
    let violations = match operation {
        "createTemplate" => check::<CreateTemplateRequest>(body),
        "createPass" => check::<CreatePassRequest>(body),
        "queryTemplate" => check::<QueryTemplateRequest>(body),
        "updatePass" => check::<UpdatePassRequest>(body),
        "orderSync" => check::<OrderSyncRequest>(body),
        "switchStatus" => {
            let current = TemplateStatus::from_text(beside("current"));
            let context = SwitchStatusContext::new(current);
            read::<SwitchStatusRequest>(body).map(|it| it.check_in(&context))
        }
        "movieTicket" => {
            let context = MovieTicketContext::new(OrderStatus::from_text(beside("status")));
            read::<MovieTicketRequest>(body).map(|it| it.check_in(&context))
        }
        other => panic!("no judge for `{other}`"),
    };
    violations.map(|it| told(&it))
}

/// Rules that a body of this type breaks; an error when it cannot be read.
pub fn check<T: DeserializeOwned + Validate<Context = ()>>(
    body: &Value,
) -> serde_json::Result<Violations> {
    read::<T>(body).map(|it| it.check())
}

fn read<T: DeserializeOwned>(body: &Value) -> serde_json::Result<T> {
    serde_json::from_value(body.clone())
}

/// Violations, sorted.
pub fn told(violations: &Violations) -> Vec<Told> {
    let told = |it: stipula::Violation<'_>| Told {
        path: it.pointer().to_owned(),
        rule: it.rule().to_owned(),
        is_error: it.severity() == Severity::Error,
    };
    let mut all: Vec<Told> = violations.iter().map(told).collect();
    all.sort();
    all
}

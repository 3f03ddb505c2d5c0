//! The verdict of the generated client.

use alipayhk_ipass::{
    Violations,
    enums::OrderStatus,
    request::{
        CreatePassRequest, CreateTemplateRequest, MovieTicketContext, MovieTicketRequest,
        QueryTemplateRequest,
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
    let violations = match operation {
        "createTemplate" => check::<CreateTemplateRequest>(body),
        "createPass" => check::<CreatePassRequest>(body),
        "queryTemplate" => check::<QueryTemplateRequest>(body),
        "movieTicket" => {
            let status = context.iter().find(|(name, _)| name == "status");
            let text = status.map_or("", |(_, text)| text.as_str());
            let context = MovieTicketContext::new(OrderStatus::from_text(text));
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

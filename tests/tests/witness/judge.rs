//! The verdict of the generated client on a body of JSON.

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
use stipula::Validate;

use crate::bodies::Base;

/// Ids of the rules that the body breaks, warnings included; or what kept it from being read.
pub(crate) fn judge(base: &Base, body: &Value) -> Vec<String> {
    let verdict = match base.operation.as_str() {
        "createTemplate" => check::<CreateTemplateRequest>(body),
        "createPass" => check::<CreatePassRequest>(body),
        "queryTemplate" => check::<QueryTemplateRequest>(body),
        "movieTicket" => {
            let status = OrderStatus::from_text(base.status.as_deref().unwrap_or("TICKETED"));
            let context = MovieTicketContext::new(status);
            serde_json::from_value::<MovieTicketRequest>(body.clone())
                .map(|it| it.check_in(&context))
        }
        other => panic!("no judge for `{other}`"),
    };
    match verdict {
        Ok(violations) => violations.iter().map(|it| it.rule().to_owned()).collect(),
        Err(error) => vec![format!("cannot be read: {error}")],
    }
}

fn check<T: DeserializeOwned + Validate<Context = ()>>(
    body: &Value,
) -> serde_json::Result<Violations> {
    serde_json::from_value::<T>(body.clone()).map(|it| it.check())
}

//! Requests that nothing is wrong with, and clients to send them.

use std::time::Duration;

use alipayhk_ipass::{
    Client, fake,
    request::{CreatePassRequest, CreateTemplateRequest, QueryTemplateRequest},
};
use serde::de::DeserializeOwned;
use stipula::{
    client::{RetryBudget, RetryPolicy},
    fake::{Fake, Served},
};

pub(crate) fn fake() -> Fake {
    fake::start().expect("a free port")
}

/// A client that repeats at once.
pub(crate) fn client(fake: &Fake) -> Client {
    let retry = RetryPolicy::new().base(Duration::from_millis(1));
    // Nearly every call meets a fault, which no budget of a client that is well allows.
    let builder = fake.set_up(Client::builder()).retry(retry);
    let client = builder.retry_budget(RetryBudget::unlimited()).build();
    client.expect("the fake knows all settings")
}

/// An operation of the table.
pub(crate) fn served(operation: &str) -> &'static Served {
    let mut all = fake::TABLE.operations.iter();
    all.find(|it| it.operation.name == operation)
        .expect("a known operation")
}

/// The first documented body of an operation.
pub(crate) fn example<R: DeserializeOwned>(operation: &str) -> R {
    let example = served(operation).requests.first().expect("an example");
    serde_json::from_str(example.body).expect("a request")
}

pub(crate) fn pass(serial: usize) -> CreatePassRequest {
    example::<CreatePassRequest>("createPass").biz_serial_id(format!("S{serial}"))
}

pub(crate) fn template(id: usize) -> CreateTemplateRequest {
    example::<CreateTemplateRequest>("createTemplate").request_id(format!("R{id}"))
}

pub(crate) fn query() -> QueryTemplateRequest {
    example("queryTemplate")
}

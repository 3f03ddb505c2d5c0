//! Asks for a template, without an asynchronous runtime:
//! `cargo run --features blocking --example query_template`.

#![allow(clippy::print_stdout)] // an example shows what it got

use std::{env, error::Error, time::Duration};

use alipayhk_ipass::{Violations, blocking, request::QueryTemplateRequest};

pub(crate) fn request() -> Result<QueryTemplateRequest, Violations> {
    QueryTemplateRequest::new()
        .merchant_id("2160120041113167")
        .template_code("82022031100135000000000000626075")
        .build()
}

fn main() -> Result<(), Box<dyn Error>> {
    let client = blocking::builder()
        .environment("testing")
        .client_id(env::var("STIPULA_CLIENT_ID")?)
        .private_key(&env::var("STIPULA_PRIVATE_KEY")?)
        .platform_key(&env::var("STIPULA_PLATFORM_KEY")?)
        .timeout(Duration::from_secs(5))
        .build()?;
    // A query changes nothing, so it is repeated after any lost answer.
    let request = request()?;
    let found = client.query_template(&request).send()?;
    println!("{:?}, trace {:?}", found.status, found.trace_id());
    Ok(())
}

//! Pauses a template, if its status allows that: `cargo run --example switch_status`.

#![allow(clippy::print_stdout)] // an example shows what it got

use std::{env, error::Error};

use alipayhk_ipass::{
    Client, Violations,
    enums::TemplateStatus,
    request::{QueryTemplateRequest, SwitchStatusContext, SwitchStatusRequest},
    scenario::switch_status::{Pause, PauseOptions},
};

const MERCHANT: &str = "2160120041113167";
const TEMPLATE: &str = "82022031100135000000000000626075";

pub(crate) fn request(context: &SwitchStatusContext) -> Result<SwitchStatusRequest, Violations> {
    Pause {
        merchant_id: MERCHANT.into(),
        template_code: TEMPLATE.into(),
        options: PauseOptions::new(),
    }
    .build(context)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let client = Client::builder()
        .environment("testing")
        .client_id(env::var("STIPULA_CLIENT_ID")?)
        .private_key(&env::var("STIPULA_PRIVATE_KEY")?)
        .platform_key(&env::var("STIPULA_PLATFORM_KEY")?)
        .build()?;
    let query = QueryTemplateRequest::new()
        .merchant_id(MERCHANT)
        .template_code(TEMPLATE)
        .build()?;
    let template = client.query_template(&query).send().await?;
    let current = template.data.status.unwrap_or(TemplateStatus::Valid);
    println!("may become {:?}", current.next());
    // What the template is now is not sent; it decides what may be asked for.
    let context = SwitchStatusContext::new(current);
    let request = request(&context)?;
    let answer = client.switch_status(&request, &context).send().await?;
    println!("{:?}", answer.data.status);
    Ok(())
}

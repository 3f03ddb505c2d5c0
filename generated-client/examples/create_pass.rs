//! Gives a ticket to a user, once: `cargo run --example create_pass`.

#![allow(clippy::print_stdout)] // an example shows what it got

use std::{env, error::Error};

use alipayhk_ipass::{
    Client, UnixMillis, Violations,
    codes::CreatePassCode,
    enums::{BizSerialType, Product},
    request::{CodeInfo, CreatePassRequest},
    scenario::create_pass::{Ticket, TicketOptions},
    stipula::client::Outcome,
};

pub(crate) fn request(serial: String) -> Result<CreatePassRequest, Violations> {
    let code = CodeInfo::new()
        .code_value("700000000001")
        .code_message("7000 0000 0001");
    Ticket {
        merchant_id: "2160120041113167".into(),
        template_code: "82022031100135000000000000626075".into(),
        biz_serial_id: serial,
        biz_serial_type: BizSerialType::OutPlatForm,
        start_date: UnixMillis(1_716_336_000_000),
        end_date: UnixMillis(1_716_422_399_000),
        biz_create: UnixMillis(1_716_331_341_000),
        product: Product::Pass,
        code_info: code,
        data_info: [("$ticketName_en_US$".into(), "One-day admission".into())].into(),
        options: TicketOptions::new().open_id("oP2102200000000001"),
    }
    .build()
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let client = Client::builder()
        .environment("testing")
        .client_id(env::var("STIPULA_CLIENT_ID")?)
        .private_key(&env::var("STIPULA_PRIVATE_KEY")?)
        .platform_key(&env::var("STIPULA_PLATFORM_KEY")?)
        .build()?;
    // Keep the serial number with the order: it is what makes a repetition harmless.
    let request = request(env::var("ORDER_SERIAL")?)?;
    match client.create_pass(&request).send().await {
        Ok(pass) if pass.already_done() => println!("made by an attempt whose answer was lost"),
        Ok(pass) => println!("made: {:?}", pass.pass_id),
        Err(error) if error.code() == Some(CreatePassCode::PassHasExist) => {
            println!("made by an earlier call");
        }
        Err(error) if error.outcome() == Outcome::Unknown => {
            println!("open, send the same request again later: {error}");
        }
        Err(error) => {
            let code: Option<CreatePassCode> = error.code();
            println!("not made: {error}");
            println!("{}", code.and_then(|it| it.meaning()).unwrap_or_default());
        }
    }
    Ok(())
}

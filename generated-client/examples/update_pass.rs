//! Redeems a ticket at the door: `cargo run --example update_pass`.

#![allow(clippy::print_stdout)] // an example shows what it got

use std::{env, error::Error};

use alipayhk_ipass::{
    Client, Violations,
    codes::UpdatePassCode,
    request::UpdatePassRequest,
    scenario::update_pass::{Redeem, RedeemOptions},
    stipula::client::Outcome,
};

pub(crate) fn request(pass: String) -> Result<UpdatePassRequest, Violations> {
    Redeem {
        merchant_id: "2160120041113167".into(),
        pass_id: pass,
        options: RedeemOptions::new().open_id("oP2102200000000001"),
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
    // The id is what `create_pass` gave.
    let request = request(env::var("PASS_ID")?)?;
    match client.update_pass(&request).send().await {
        Ok(_) => println!("redeemed, let them in"),
        Err(error) if error.code() == Some(UpdatePassCode::PassUsedOccupied) => {
            println!("used before: look into your own records");
        }
        Err(error) if error.outcome() == Outcome::Unknown => {
            println!("open: sent again, it may say that it was used, by this very call: {error}");
        }
        Err(error) => println!("not redeemed: {error}"),
    }
    Ok(())
}

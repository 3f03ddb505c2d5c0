//! Reports that an order is used: `cargo run --example order_sync`.

#![allow(clippy::print_stdout)] // an example shows what it got

use std::{env, error::Error};

use alipayhk_ipass::{Client, Violations, request::OrderSyncRequest};

pub(crate) fn request(id: String) -> Result<OrderSyncRequest, Violations> {
    OrderSyncRequest::new()
        .request_id(id)
        .merchant_biz_no("P2046")
        .status("USED")
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
    let request = request(client.core().new_id()?)?;
    let answer = client.order_sync(&request).send().await?;
    println!(
        "{:?} is {:?}",
        answer.data.order_id, answer.data.order_status
    );
    Ok(())
}

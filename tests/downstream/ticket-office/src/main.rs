//! Starts the office, and closes it when it is told to.

use std::{error::Error, time::Duration};

use ticket_office::{server, settings::Settings};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let settings = Settings::from_environment()?;
    let office = settings.office()?;
    let listener = tokio::net::TcpListener::bind(&settings.listen).await?;
    let stop = async { tokio::signal::ctrl_c().await.unwrap_or_default() };
    server::serve(listener, office, stop, Duration::from_mins(1)).await;
    Ok(())
}

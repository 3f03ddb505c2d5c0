//! Books a crossing at the fake server: first without an address for the ticket, then with one.

use ferries::{Client, fake, request::BookACrossingRequest};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let server = fake::start()?;
    let client = server.set_up(Client::builder()).build()?;
    let request = BookACrossingRequest::new().route("star").passengers(2);
    match client.book_a_crossing(&request).send().await {
        Ok(booked) => println!("{:?}", booked.data),
        Err(error) => println!("{error}"),
    }
    let request = request.email("a@ferries.example");
    let booked = client.book_a_crossing(&request).send().await?;
    println!("{:?}", booked.data);
    Ok(())
}

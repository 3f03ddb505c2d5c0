//! Bytes of any kind and good bodies with odd bytes in them: nothing panics, and what was read is
//! written so that it reads the same.
//!
//! `SOAK_BODIES` says how many bodies of each operation (a slice without it), `SOAK_SEED` where to begin.

mod bytes;

use std::{env, fmt::Debug, path::Path};

use fastrand::Rng;
use serde::Serialize;
use serde_json::Value;
use stipula::{
    Validate,
    read::{self, Slot},
};
use stipula_contract::Operation;
use stipula_generator::{Model, load};
use stipula_logic::judge::judge;
use stipula_tests::bodies::Maker;

stipula_tests::generated!(generated, "/values");

use generated::{request::*, response::*};

fn number(name: &str, otherwise: u64) -> u64 {
    let given = env::var(name).ok();
    given.and_then(|it| it.parse().ok()).unwrap_or(otherwise)
}

/// Reads, judges and writes a request; whether it was read.
fn request<T>(body: &[u8]) -> bool
where
    T: Slot + Serialize + PartialEq + Debug + Validate<Context = ()>,
{
    let Ok(request) = read::request::<T>(body) else {
        return false;
    };
    let _ = request.check().to_string();
    let written = serde_json::to_vec(&request).expect("it is written");
    let again = read::request::<T>(&written).expect("it is read again");
    assert_eq!(request, again);
    true
}

/// Reads and writes an answer; whether it was read.
fn answer<T: Slot + Serialize + PartialEq + Debug>(body: &[u8]) -> bool {
    let Ok(answer) = read::answer::<T>(body) else {
        return false;
    };
    let told = answer.misfits.to_string();
    let written = serde_json::to_vec(&answer.value).expect("it is written");
    let again = read::answer::<T>(&written).expect("it is read again");
    // What did not fit was rounded, or left out.
    assert!(!told.is_empty() || answer.value == again.value, "{again:?}");
    true
}

/// Whether it was read as a request, and as an answer.
fn both(operation: &str, body: &[u8]) -> [bool; 2] {
    match operation {
        "recursion" => [
            request::<RecursionRequest>(body),
            answer::<RecursionResponse>(body),
        ],
        "times" => [request::<TimesRequest>(body), answer::<TimesResponse>(body)],
        "numbers" => [
            request::<NumbersRequest>(body),
            answer::<NumbersResponse>(body),
        ],
        "formats" => [
            request::<FormatsRequest>(body),
            answer::<FormatsResponse>(body),
        ],
        "patch" => [request::<PatchRequest>(body), answer::<PatchResponse>(body)],
        "constants" => [
            request::<ConstantsRequest>(body),
            answer::<ConstantsResponse>(body),
        ],
        "tags" => [request::<TagsRequest>(body), answer::<TagsResponse>(body)],
        "shapes" => [
            request::<ShapesRequest>(body),
            answer::<ShapesResponse>(body),
        ],
        "texts" => [request::<TextsRequest>(body), answer::<TextsResponse>(body)],
        "levels" => [
            request::<LevelsRequest>(body),
            answer::<LevelsResponse>(body),
        ],
        "durations" => [
            request::<DurationsRequest>(body),
            answer::<DurationsResponse>(body),
        ],
        "groups" => [
            request::<GroupsRequest>(body),
            answer::<GroupsResponse>(body),
        ],
        "closed" => [
            request::<ClosedRequest>(body),
            answer::<ClosedResponse>(body),
        ],
        "keys" => [request::<KeysRequest>(body), answer::<KeysResponse>(body)],
        "lists" => [request::<ListsRequest>(body), answer::<ListsResponse>(body)],
        "bytes" => [request::<BytesRequest>(body), answer::<BytesResponse>(body)],
        other => panic!("no reader for `{other}`"),
    }
}

/// Prints what is to be given to see it again, when a body makes a panic.
struct Told<'a>(&'a str, u64, &'a [u8]);

impl Drop for Told<'_> {
    #[allow(clippy::print_stderr, reason = "a failing test tells it")]
    fn drop(&mut self) {
        if std::thread::panicking() {
            let text = String::from_utf8_lossy(self.2);
            eprintln!("operation {}, SOAK_SEED={}: {text}", self.0, self.1);
        }
    }
}

fn soak(api: &Model, operation: &Operation) {
    let maker = Maker::new(api, operation);
    let (first, count) = (number("SOAK_SEED", 0), number("SOAK_BODIES", 3_000));
    let mut read = [0, 0];
    for seed in first..first + count {
        let mut rng = Rng::with_seed(seed);
        let (one, other) = (maker.case(seed).body, maker.case(seed + count).body);
        let mut body = one.to_string().into_bytes();
        match rng.u8(..12) {
            0 => body = bytes::any(&mut rng),
            1 => {}
            _ => bytes::spoil(&mut body, other.to_string().as_bytes(), &mut rng),
        }
        let told = Told(&operation.name, seed, &body);
        let was_read = both(&operation.name, &body);
        if let Ok(value) = serde_json::from_slice::<Value>(&body) {
            let _ = judge(api, operation, &value, &[]);
        }
        drop(told);
        read[0] += u64::from(was_read[0]);
        read[1] += u64::from(was_read[1]);
    }
    // Bodies of which none is read, or each, would prove little.
    for read in read {
        assert!(
            read > count / 20 && read < count,
            "{}: {read}",
            operation.name
        );
    }
}

#[test]
fn nothing_panics_on_any_bytes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("values");
    let api = load(&folder).model.expect("the spec loads");
    api.operations.iter().for_each(|it| soak(&api, it));
}

//! Nothing panics or runs out of stack because a body is large or deep, and twice the body is twice the
//! work: counted in requests for memory here, in instructions by `.ci/speed`.

mod bodies;
mod deep;
mod pages;
mod wide;

use std::thread;

use serde_json::Value;
use stipula::{Validate, read};
use stipula_logic::judge::judge;

use bodies::{Large, SIZE, large_client, model, of_items, of_keys, of_letters};

/// What a thread of std has, whoever starts it.
const STACK: usize = 2 << 20;

/// Runs on a thread with a small stack.
fn on_a_thread<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    let thread = thread::Builder::new().stack_size(STACK).spawn(work);
    thread.expect("a thread").join().expect("no panic")
}

/// Requests for memory and bytes, of which neither may be more than 2.2 times as many for twice the size.
#[track_caller]
fn doubles<T>(what: &str, make: impl Fn(usize) -> T, work: impl Fn(&T)) {
    let cost = |size| {
        let body = make(size);
        let info = allocation_counter::measure(|| work(&body));
        [info.count_total, info.bytes_total]
    };
    let (once, twice) = (cost(SIZE), cost(2 * SIZE));
    for (once, twice) in once.into_iter().zip(twice) {
        // A few requests are made whatever the size.
        assert!(
            10 * twice <= 22 * once + 1_000,
            "{what}: {once}, then {twice}"
        );
    }
}

#[test]
fn a_valid_body_asks_for_no_memory_however_large() {
    let large = Large {
        keys: (0..1_000_000)
            .map(|it| (it.to_string(), "value".to_owned()))
            .collect(),
        items: (0..1_000_000).collect(),
        text: "x".repeat(10_000_000),
    };
    let mut found = None;
    let info = allocation_counter::measure(|| found = Some(large.check()));
    assert_eq!(found.expect("it was judged").to_string(), "");
    assert_eq!(info.count_total, 0);
}

#[test]
fn a_broken_body_is_told_in_time_that_grows_with_it() {
    let spoiled = |size: usize| Large {
        keys: (0..size)
            .map(|it| (it.to_string(), String::new()))
            .collect(),
        items: vec![-1; size],
        text: String::new(),
    };
    assert_eq!(spoiled(1_000).check().len(), 2_001);
    doubles("derive", spoiled, |it| drop(it.check()));
    doubles(
        "the report of the derive",
        |size| spoiled(size).check(),
        |it| drop(it.to_string()),
    );
}

#[test]
fn a_million_of_everything_is_read_judged_and_written() {
    for text in [
        of_keys(1_000_000),
        of_items(1_000_000),
        of_letters(10_000_000),
    ] {
        on_a_thread(move || {
            let request = read::request::<large_client::request::LargeRequest>(text.as_bytes());
            let request = request.expect("it is read");
            assert_eq!(request.check().to_string(), "");
            assert_eq!(
                serde_json::to_string(&request).expect("it is written"),
                text
            );
            let answer = read::answer::<large_client::response::LargeResponse>(text.as_bytes());
            let answer = answer.expect("it is read");
            assert_eq!(answer.misfits.to_string(), "");
            assert_eq!(
                serde_json::to_string(&answer.value).expect("it is written"),
                text
            );
            let body: Value = serde_json::from_str(&text).expect("JSON");
            let api = model();
            assert_eq!(judge(&api, &api.operations[0], &body, &[]), []);
        });
    }
}

#[test]
fn reading_and_writing_grow_with_the_body() {
    for (what, make) in bodies::ALL {
        doubles(what, make, |text| {
            let request = read::request::<large_client::request::LargeRequest>(text.as_bytes());
            drop(serde_json::to_string(&request.expect("it is read")));
        });
        doubles(what, make, |text| {
            drop(read::answer::<large_client::response::LargeResponse>(
                text.as_bytes(),
            ));
        });
        let parsed = |size| serde_json::from_str::<Value>(&make(size)).expect("JSON");
        let api = model();
        doubles(what, parsed, |body| {
            drop(judge(&api, &api.operations[0], body, &[]));
        });
    }
}

/// Every item is of the wrong type, or breaks a rule.
#[test]
fn findings_grow_with_the_body() {
    let api = model();
    let wrong = |item: &'static str| {
        move |size: usize| format!("{{\"items\":[{}]}}", vec![item; size].join(","))
    };
    for item in ["-1", "\"x\"", "{}"] {
        let make = wrong(item);
        let parsed = |size| serde_json::from_str::<Value>(&make(size)).expect("JSON");
        doubles(item, parsed, |body| {
            drop(judge(&api, &api.operations[0], body, &[]));
        });
        doubles(item, wrong(item), |text| {
            drop(read::answer::<large_client::response::LargeResponse>(
                text.as_bytes(),
            ));
            let request = read::request::<large_client::request::LargeRequest>(text.as_bytes());
            drop(request.map(|it| it.check()));
        });
    }
}

/// A name that stands there twice is told, however it is written.
#[test]
fn a_map_counts_its_keys_once() {
    let text = r#"{"keys":{"a":"v","\u0061":"w"}}"#;
    let error = read::request::<large_client::request::LargeRequest>(text.as_bytes());
    let told = error.expect_err("it is there twice").to_string();
    assert_eq!(told, "`/keys/a`: expected a name once, found it again");
}

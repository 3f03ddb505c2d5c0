//! Work of two sizes, of which the larger may take 2.2 times as many instructions.

use std::hint::black_box;

use serde_json::{Value, json};
use stipula::{Validate, read};
use stipula_generator::{Model, judge};

use client::{request::LargeRequest, response::LargeResponse};

#[allow(
    missing_docs,
    unused,
    unexpected_cfgs,
    unreachable_pub,
    clippy::pedantic
)]
mod client {
    include!(concat!(env!("OUT_DIR"), "/growth/root.rs"));
}

#[allow(dead_code, reason = "rules look at them")]
mod wide {
    include!(concat!(env!("OUT_DIR"), "/wide.rs"));

    pub(super) trait Filled {
        fn filled() -> Self;
    }

    impl Filled for Wide500 {
        fn filled() -> Self {
            Self {
                f0: Some("a".into()),
                f1: Some(4),
                ..Self::default()
            }
        }
    }

    impl Filled for Wide1000 {
        fn filled() -> Self {
            Self {
                f0: Some("a".into()),
                f1: Some(4),
                ..Self::default()
            }
        }
    }
}

use wide::Filled;

/// The names of all work, each with the smaller size.
pub(super) const NAMES: &[(&str, usize)] = &[
    ("unique-derive", 10_000),
    ("unique-json", 10_000),
    ("fields-derive", 500),
    ("items-derive", 10_000),
    ("keys-derive", 10_000),
    ("letters-derive", 10_000),
    ("items-read", 10_000),
    ("keys-read", 10_000),
    ("letters-read", 10_000),
    ("others-read", 10_000),
    ("misfits-read", 10_000),
    ("items-write", 10_000),
    ("keys-write", 10_000),
    ("letters-write", 10_000),
    ("items-judge", 2_000),
    ("keys-judge", 2_000),
    ("aliases-judge", 2_000),
    ("unique-judge", 2_000),
];

#[derive(Validate)]
struct Numbers {
    #[validate(max_items = 100_000, unique)]
    all: Vec<usize>,
}

#[derive(Validate)]
struct Values {
    #[validate(max_items = 100_000, unique)]
    all: Vec<Value>,
}

/// Makes what is needed, and gives the work that is counted.
pub(super) fn work(name: &str, size: usize) -> Box<dyn Fn()> {
    let (kind, who) = name.split_once('-').expect("two words");
    match (kind, who) {
        ("unique", "derive") => checked(Numbers {
            all: (0..size).collect(),
        }),
        ("unique", "json") => checked(Values {
            all: (0..size).map(|it| json!(it)).collect(),
        }),
        ("fields", _) if size == 500 => filled::<wide::Wide500>(),
        ("fields", _) => filled::<wide::Wide1000>(),
        (_, "judge") => judged(&body(kind, size)),
        (_, "read") => {
            let text = body(kind, size).to_string();
            Box::new(move || {
                drop(black_box(read::answer::<LargeResponse>(black_box(
                    text.as_bytes(),
                ))));
            })
        }
        _ => {
            let text = body(kind, size).to_string();
            let request = read::request::<LargeRequest>(text.as_bytes()).expect("it is read");
            match who {
                "write" => Box::new(move || drop(black_box(serde_json::to_string(&request)))),
                _ => checked(request),
            }
        }
    }
}

fn checked<T: Validate<Context = ()> + 'static>(it: T) -> Box<dyn Fn()> {
    assert!(it.check().is_empty(), "{}", it.check());
    Box::new(move || drop(black_box(black_box(&it).check())))
}

fn filled<T: Validate<Context = ()> + Filled + 'static>() -> Box<dyn Fn()> {
    let it = T::filled();
    Box::new(move || drop(black_box(black_box(&it).check())))
}

fn judged(body: &Value) -> Box<dyn Fn()> {
    let (api, body) = (model(), body.clone());
    Box::new(move || {
        drop(black_box(judge::judge(
            &api,
            &api.operations[0],
            black_box(&body),
            &[],
        )));
    })
}

fn model() -> Model {
    let spec = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../growth");
    stipula_generator::load(&spec)
        .model
        .expect("the spec loads")
}

fn body(kind: &str, size: usize) -> Value {
    let all = 0..size;
    match kind {
        "items" => json!({ "items": all.collect::<Vec<_>>() }),
        "misfits" => json!({ "items": vec!["x"; size] }),
        "unique" => json!({ "marks": all.collect::<Vec<_>>() }),
        "letters" => json!({ "text": "x".repeat(size) }),
        "keys" => {
            json!({ "keys": all.map(|it| (it.to_string(), "v".into())).collect::<serde_json::Map<_, Value>>() })
        }
        "others" => all
            .map(|it| (format!("other{it}"), json!([it])))
            .collect::<serde_json::Map<_, Value>>()
            .into(),
        // Each is named by an alias, and breaks a rule.
        "aliases" => json!({ "nodes": vec![json!({ "title": "long" }); size] }),
        other => panic!("no body of `{other}`"),
    }
}

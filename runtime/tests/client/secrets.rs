//! What values of requests and answers never reach.

use std::error::Error as _;
use std::fmt::Write as _;

use proptest::prelude::*;
use serde::Serialize;
use serde_json::{Value, json};
use stipula::client::{Error, ErrorKind, Operation, Request};
use stipula::read::{Fit, Member, Members, Reader, Slot};
use stipula::{Validate, Violations};

use crate::script::{Play, Step, now};
use crate::support::{QUERY, Query};

/// A request whose answer is read as serde reads: it quotes what it meets.
#[derive(Debug, Serialize)]
struct Plain {
    id: String,
}

/// An answer whose members are guaranteed.
#[derive(Debug)]
struct Read {
    code: i64,
    kind: bool,
}

impl Slot for Read {
    fn vacant() -> Self {
        Self {
            code: 0,
            kind: false,
        }
    }

    fn read(&mut self, from: &mut Reader<'_>) -> Fit {
        const MEMBERS: Members = Members::new(&[Member::new("code"), Member::new("kind")]);
        from.object(&MEMBERS, &mut [&mut self.code, &mut self.kind], None)
    }
}

impl Validate for Plain {
    type Context = ();

    fn check_in(&self, (): &()) -> Violations {
        Violations::new()
    }
}

impl Request for Plain {
    const OPERATION: &'static Operation = &QUERY;
    type Response = Read;
}

/// A text that is nowhere else.
const HUSH: &str = "hush";

/// Any value, with the text in every string of it.
fn values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        "[ -~é]{0,6}".prop_map(|text| json!(format!("{text}{HUSH}{text}"))),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::btree_map("[a-z]{1,4}", inner, 0..4)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

/// The member before the other: sometimes it fits.
fn codes() -> impl Strategy<Value = Value> {
    prop_oneof![Just(Value::from(1)), values()]
}

/// Everything that the error tells, causes included.
fn told(error: &Error) -> String {
    let mut text = format!("{error} {error:?} {error:#?} {:?}", error.excerpt());
    let mut cause = error.source();
    while let Some(it) = cause {
        write!(text, " {it} {it:?}").unwrap();
        cause = it.source();
    }
    text
}

proptest! {
    #[test]
    fn errors_tell_no_value(code in codes(), kind in values(), cut in 0_usize..400) {
        let body = json!({
            "result": {"resultCode": "OK", "resultStatus": "S"},
            "code": code,
            "kind": kind,
        });
        let mut text = body.to_string();
        if cut < text.len() && text.is_char_boundary(cut) {
            text.truncate(cut);
        }
        let client = Play::new(&[Step::Body(text)]).client();
        let request = Plain { id: HUSH.to_owned() };
        let call = client.call(&request);
        let shown = format!("{call:?} {client:?}");
        prop_assert!(!shown.contains(HUSH), "{shown}");
        match now(call.unchecked().send()) {
            Ok(response) => {
                let misfits = response.misfits();
                let told = format!("{misfits} {misfits:?} {misfits:#?}");
                prop_assert!(!told.contains(HUSH), "{told}");
                prop_assert!(response.code == 1 && misfits.len() < 3 || response.kind);
            }
            Err(error) => {
                let told = told(&error);
                prop_assert!(!told.contains(HUSH), "{told}");
            }
        }
    }
}

#[test]
fn a_refused_request_is_not_quoted() {
    let client = Play::new(&[]).client();
    let request = Query {
        id: format!("long {HUSH}"),
        note: None,
    };
    let error = now(client.call(&request).send()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Invalid);
    assert!(!told(&error).contains(HUSH), "{}", told(&error));
}

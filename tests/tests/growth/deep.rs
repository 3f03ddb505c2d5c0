//! Bodies that go deep.

use std::mem::ManuallyDrop;

use serde_json::{Value, json};
use stipula::{Validate, read};
use stipula_logic::judge::judge;

use crate::{
    bodies::{
        large_client::{
            request::{LargeRequest, Node},
            response::LargeResponse,
        },
        model,
    },
    on_a_thread,
};

/// So many objects inside each other.
const DEEP: usize = 10_000;

fn text(depth: usize) -> String {
    format!(
        "{{\"nodes\":[{}{{\"name\":\"x\"}}{}]}}",
        "{\"more\":".repeat(depth),
        "}".repeat(depth)
    )
}

fn value(depth: usize) -> Value {
    let mut node = json!({ "name": "x" });
    for _ in 0..depth {
        node = Value::Object([("more".to_owned(), node)].into_iter().collect());
    }
    let nodes = Value::Array(vec![node]);
    Value::Object([("nodes".to_owned(), nodes)].into_iter().collect())
}

/// What reads says where it stopped, and answers what it could read.
#[test]
fn readers_have_a_limit() {
    on_a_thread(|| {
        for depth in [100, 124, 130, DEEP] {
            let text = text(depth);
            let request = read::request::<LargeRequest>(text.as_bytes());
            assert_eq!(request.is_ok(), depth + 3 <= read::MOST_DEPTH, "{depth}");
            if let Err(error) = request {
                let told = error.to_string();
                let tail = "/more`: expected at most 127 lists and objects inside each other, found more of them";
                assert!(told.ends_with(tail), "{}", &told[told.len() - 100..]);
            }
            let answer = read::answer::<LargeResponse>(text.as_bytes()).expect("it is JSON");
            assert_eq!(
                answer.misfits.is_empty(),
                depth + 3 <= read::MOST_DEPTH,
                "{depth}"
            );
        }
    });
}

/// Any JSON, of a member that nobody documented, is kept to the same depth.
#[test]
fn other_members_have_a_limit() {
    on_a_thread(|| {
        let text = format!("{{\"newer\":{}{}}}", "[".repeat(DEEP), "]".repeat(DEEP));
        let answer = read::answer::<LargeResponse>(text.as_bytes()).expect("it is JSON");
        assert!(!answer.misfits.is_empty());
        // A request leaves them out.
        assert!(read::request::<LargeRequest>(text.as_bytes()).is_ok());
    });
}

/// What is built in memory may be deeper than what is read. It is followed by recursion, as it is
/// dropped, so that the stack is the limit: the least of a thread is enough for this, unoptimised.
#[test]
fn the_derive_and_the_writer_go_deeper_than_readers() {
    on_a_thread(|| {
        let mut node = Node::new().name("x".repeat(4));
        for _ in 0..2_000 {
            node = Node::new().name("x").more(node);
        }
        let request = LargeRequest::new().nodes([node]);
        assert_eq!(request.check().len(), 1);
        let written = serde_json::to_string(&request).expect("it is written");
        assert!(written.len() > 20_000);
    });
}

#[test]
fn the_evaluator_has_the_limit_of_the_reader() {
    on_a_thread(|| {
        let api = model();
        for depth in [100, 124, 130, DEEP] {
            let text = text(depth);
            let request = read::request::<LargeRequest>(text.as_bytes());
            // To drop it takes more stack than there is, which is serde_json's.
            let body = ManuallyDrop::new(value(depth));
            let found = judge(&api, &api.operations[0], &body, &[]);
            let told: Vec<_> = found.iter().map(|it| it.message.as_str()).collect();
            let expected =
                "nested too deeply: at most 127 lists and objects may stand inside each other";
            let expected = if request.is_ok() {
                vec![]
            } else {
                vec![expected]
            };
            assert_eq!(told, expected, "{depth}");
        }
    });
}

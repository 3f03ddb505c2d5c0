//! What becomes of answers that are not as documented.

use stipula::client::{Error, ErrorKind, Response};
use stipula::read::{Fit, Member, Members, MisfitKind, Reader, Slot};

use crate::script::{Play, Step, now};
use crate::support::{CREATE, Item, Query};

/// A request whose answer has guaranteed members.
#[derive(Debug, serde::Serialize)]
struct Order;

/// An answer with guaranteed members.
#[derive(Debug)]
struct Ordered {
    id: String,
    items: Vec<Bought>,
}

#[derive(Debug)]
struct Bought {
    count: i64,
}

impl Slot for Ordered {
    fn vacant() -> Self {
        Self {
            id: Slot::vacant(),
            items: Slot::vacant(),
        }
    }

    fn read(&mut self, from: &mut Reader<'_>) -> Fit {
        const MEMBERS: Members = Members::new(&[Member::new("id"), Member::new("items")]);
        from.object(&MEMBERS, &mut [&mut self.id, &mut self.items], None)
    }
}

impl Slot for Bought {
    fn vacant() -> Self {
        Self { count: 0 }
    }

    fn read(&mut self, from: &mut Reader<'_>) -> Fit {
        const MEMBERS: Members = Members::new(&[Member::new("count")]);
        from.object(&MEMBERS, &mut [&mut self.count], None)
    }
}

impl stipula::Validate for Order {
    type Context = ();

    fn check_in(&self, (): &()) -> stipula::Violations {
        stipula::Violations::new()
    }
}

impl stipula::client::Request for Order {
    const OPERATION: &'static stipula::client::Operation = &CREATE;
    type Response = Ordered;
}

const RESULT: &str = r#""result":{"resultCode":"SUCCESS","resultStatus":"S"}"#;

fn queried(body: impl Into<Vec<u8>>) -> Result<Response<Item>, Error> {
    let client = Play::new(&[Step::Bytes(body.into())]).client();
    let request = Query {
        id: "x".into(),
        note: None,
    };
    now(client.call(&request).send())
}

fn ordered(members: &str) -> Result<Response<Ordered>, Error> {
    let body = format!("{{{RESULT},{members}}}");
    let client = Play::new(&[Step::Body(body)]).client();
    now(client.call(&Order).send())
}

#[test]
fn what_is_guaranteed_fails_an_answer_and_says_where() {
    for (members, pointer, excerpt, why) in [
        (
            r#""id":["hush"],"items":[]"#,
            "/id",
            Some("array(1)[string(4)]"),
            "`/id`: expected a text, found a list",
        ),
        (
            r#""id":"1","items":[{"count":1},{"count":"hush"}]"#,
            "/items/1/count",
            Some("string(4)"),
            "`/items/1/count`: expected a whole number of 64 bits, found a text that is not a number",
        ),
        (
            r#""id":"1""#,
            "/items",
            None,
            "`/items`: expected a list, found nothing",
        ),
        (
            r#""items":[{}]"#,
            "/items/0/count",
            None,
            "`/items/0/count`: expected a whole number of 64 bits, found nothing; \
             `/id`: expected a text, found nothing",
        ),
    ] {
        let error = ordered(members).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert_eq!((error.pointer(), error.excerpt()), (Some(pointer), excerpt));
        assert_eq!(
            error.to_string(),
            format!("`createItem` got an answer that cannot be read: {why}")
        );
        assert_eq!(error.result_code(), Some("SUCCESS"));
        assert_eq!(error.status().map(|it| it.as_u16()), Some(200));
    }
    let response = ordered(r#""id":7,"items":[1,{"count":"2"}]"#).unwrap();
    assert_eq!((response.id.as_str(), response.items[0].count), ("7", 2));
    assert_eq!(response.misfits().len(), 1);
}

#[test]
fn odd_bytes_keep_code_and_status() {
    for (body, found) in [
        (
            format!("\u{feff}{{{RESULT},\"stock\":7}}").into_bytes(),
            "a byte order mark before it",
        ),
        (
            [
                format!("{{{RESULT},\"stock\":7,\"note\":\"").as_bytes(),
                b"\xff\"}",
            ]
            .concat(),
            "bytes that are not UTF-8",
        ),
    ] {
        let response = queried(body).unwrap();
        assert_eq!(response.result_code(), Some("SUCCESS"));
        assert_eq!((response.status().as_u16(), response.stock), (200, Some(7)));
        let misfit = response.misfits().iter().next().unwrap();
        assert_eq!(misfit.kind(), MisfitKind::Encoding);
        assert_eq!(misfit.mismatch().found(), found);
    }
    let failed = "\u{feff}{\"result\":{\"resultCode\":\"NO\",\"resultStatus\":\"F\"}}";
    let error = queried(failed).unwrap_err();
    assert_eq!(
        (error.kind(), error.result_code()),
        (ErrorKind::Failed, Some("NO"))
    );
}

#[test]
fn both_names_of_the_result_and_depth_lose_nothing() {
    let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    let response = queried(format!(
        "{{{RESULT},\"resultInfo\":{deep},\"stock\":{deep},\"templateCode\":82022031100135000000000000626075}}"
    ));
    let response = response.unwrap();
    assert_eq!(
        response.template_code.as_deref(),
        Some("82022031100135000000000000626075")
    );
    assert_eq!(
        response.misfits().to_string(),
        "`/stock`: expected a whole number of 64 bits, found a list"
    );
}

#[test]
fn json_that_is_no_object_has_no_status() {
    for body in ["[]", "1", "null", "\"S\""] {
        let error = queried(body).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert!(error.to_string().contains("it has no status"), "{error}");
    }
}

//! Where the members of a request travel.

use stipula::{Location, Validate, Violations};

#[derive(Default, serde::Serialize, Validate)]
#[validate(at_most_one(after, email, at = email, id = "one"))]
struct Change {
    #[serde(rename = "pathId")]
    #[validate(place(path, name = "id"), max_chars = 2)]
    path_id: Option<String>,
    #[validate(place(query), range(1..=100))]
    limit: Option<i64>,
    #[validate(place(query))]
    after: Option<String>,
    #[validate(place(header, name = "X-Version"))]
    version: Option<i64>,
    #[validate(max_chars = 2)]
    id: Option<String>,
    #[validate(required_if(version == 2))]
    email: Option<String>,
}

#[derive(serde::Serialize, Validate)]
struct Import {
    #[validate(place(query))]
    dry: Option<bool>,
    #[validate(place(payload), min_items = 1, required_if(dry == true), nested)]
    rows: Option<Vec<Row>>,
}

#[derive(serde::Serialize, Validate)]
struct Row {
    #[validate(max_chars = 1)]
    city: String,
}

/// Its own places are none of what holds it.
#[derive(serde::Serialize, Validate)]
struct Outer {
    #[validate(nested)]
    inner: Import,
}

fn told(found: &Violations) -> Vec<String> {
    let one = |it: stipula::Violation<'_>| {
        let (location, pointer) = (it.location(), it.pointer());
        format!("{location} {pointer:?}: {it}")
    };
    found.iter().map(one).collect()
}

#[test]
fn every_place_is_told() {
    let text = |text: &str| Some(text.to_owned());
    let found = Change {
        path_id: text("abc"),
        limit: Some(0),
        after: text("x"),
        version: Some(2),
        id: text("abc"),
        email: None,
    };
    assert_eq!(
        told(&found.check()),
        [
            r#"path "/id": `path /id` must have at most 2 characters, not 3 (Change.pathId.max_chars)"#,
            r#"query "/limit": `query /limit` must be between 1 and 100 (Change.limit.range)"#,
            r#"body "/id": `/id` must have at most 2 characters, not 3 (Change.id.max_chars)"#,
            r#"body "/email": `/email` is required when `header X-Version` is 2 (Change.email.required_if)"#,
        ]
    );
    let found = Change {
        after: text("x"),
        email: text("x"),
        ..Change::default()
    };
    assert_eq!(
        told(&found.check()),
        [r#"body "/email": `/email`: at most one of `query after` and `email` may be given (one)"#]
    );
}

#[test]
fn a_payload_is_the_body() {
    let found = Import {
        dry: Some(true),
        rows: None,
    };
    assert_eq!(
        told(&found.check()),
        [r#"body "": the body is required when `query dry` is true (Import.rows.required_if)"#]
    );
    let rows = || Some(vec![Row { city: "ab".into() }]);
    let found = Import {
        dry: None,
        rows: rows(),
    };
    assert_eq!(
        told(&found.check()),
        [r#"body "/0/city": `/0/city` must have at most 1 character, not 2 (Row.city.max_chars)"#]
    );
    let outer = Outer {
        inner: Import {
            dry: None,
            rows: rows(),
        },
    };
    assert_eq!(
        told(&outer.check()),
        [
            r#"body "/inner/rows/0/city": `/inner/rows/0/city` must have at most 1 character, not 2 (Row.city.max_chars)"#
        ]
    );
}

#[test]
fn data_says_it_too() {
    let found = Import {
        dry: None,
        rows: Some(Vec::new()),
    };
    let json = serde_json::to_string(&found.check()).unwrap();
    assert_eq!(
        json,
        r#"[{"severity":"error","location":"body","path":"","rule":"Import.rows.min_items","code":"min_items","message":"the body must have at least 1 item, not 0"}]"#
    );
    let found = Change {
        limit: Some(101),
        ..Change::default()
    };
    let first = found.check();
    let first = first.iter().next().unwrap();
    assert_eq!(first.location(), Location::Query);
    assert_eq!(
        format!("{first:?}"),
        r#"error "query /limit" Change.limit.range"#
    );
}

//! The derive and the runtime together, as generated code uses them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use stipula::{UnixMillis, Validate, open_enum};

open_enum! {
    /// Kind of ticket.
    enum Kind {
        /// A film.
        Film = "FILM",
        /// A museum.
        Museum = "MUSEUM",
    }
}

#[derive(Debug, Default, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
#[validate(rule(id = "end-after-start", at = end_at, expect(end_at > start_at)))]
struct Ticket {
    #[validate(required, known)]
    kind: Option<Kind>,
    #[validate(required_if(kind in [Film]), max_chars = 4)]
    seat_row: Option<String>,
    start_at: Option<UnixMillis>,
    end_at: Option<UnixMillis>,
    #[validate(nested)]
    names: Option<BTreeMap<String, Name>>,
}

#[derive(Debug, Serialize, Deserialize, Validate)]
struct Name {
    #[validate(max_chars(zh = 2, default = 3))]
    text: String,
}

/// The pointer and the rule of each violation; the wording has its own tests.
fn broken(json: &str) -> Vec<String> {
    let ticket: Ticket = serde_json::from_str(json).unwrap();
    let found = ticket.check();
    found
        .iter()
        .map(|v| format!("{} {}", v.pointer(), v.rule()))
        .collect()
}

#[test]
fn a_valid_ticket() {
    let json =
        r#"{"kind":"FILM","seatRow":"A","startAt":1,"endAt":2,"names":{"zh":{"text":"電影"}}}"#;
    assert_eq!(broken(json), [""; 0]);
}

#[test]
fn everything_broken_is_told_at_once() {
    let json = r#"{"kind":"FILM","startAt":2,"endAt":2,"names":{"zh":{"text":"一二三"},"en":{"text":"abc"}}}"#;
    assert_eq!(
        broken(json),
        [
            "/seatRow Ticket.seatRow.required_if",
            "/names/zh/text Name.text.max_chars",
            "/endAt end-after-start",
        ]
    );
    assert_eq!(broken("{}"), ["/kind Ticket.kind.required"]);
    assert_eq!(broken(r#"{"kind":"OPERA"}"#), ["/kind Ticket.kind.known"]);
}

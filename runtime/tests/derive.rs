//! The derive and the runtime together, as generated code uses them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use stipula::{Decimal, UnixMillis, Validate, open_enum};

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

#[derive(Debug, Serialize, Deserialize, Validate)]
#[validate(rule(id = "net-below-gross", at = net, expect(net <= gross)))]
struct Price {
    #[validate(range(1..=100), multiple_of = 5)]
    gross: Decimal,
    #[validate(required_if(gross > 50.5))]
    net: Option<Decimal>,
    #[validate(unique)]
    steps: Vec<Decimal>,
}

#[test]
fn decimals_are_judged_by_their_value() {
    for (json, broken) in [
        (r#"{"gross":50.00,"steps":[1,1.5]}"#, vec![]),
        (r#"{"gross":55.0,"net":55,"steps":[]}"#, vec![]),
        (
            r#"{"gross":100.0000000000000000000001,"net":1,"steps":[]}"#,
            vec!["Price.gross.range", "Price.gross.multiple_of"],
        ),
        (
            r#"{"gross":55,"steps":[1.50,1.5]}"#,
            vec!["Price.net.required_if", "Price.steps.unique"],
        ),
        (
            r#"{"gross":5,"net":5.0000000000000000000000000000000000000001,"steps":[]}"#,
            vec!["net-below-gross"],
        ),
    ] {
        let price: Price = serde_json::from_str(json).unwrap();
        let found = price.check();
        let found: Vec<_> = found.iter().map(|it| it.rule().to_owned()).collect();
        assert_eq!(found, broken, "{json}");
        assert_eq!(
            serde_json::to_string(&price.gross).unwrap().len(),
            price.gross.as_str().len()
        );
    }
}

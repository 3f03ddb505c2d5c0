//! What travels of a request: path, query, headers and body, as texts.

use std::fmt::Write as _;

use serde_json::{Map, Value as Any};
use stipula_contract::{Api, BodyForm, Field, Lists, Location, Nested, Operation};

/// A name and its text, neither of them encoded.
pub(super) type Pair = (String, String);

/// A request in its parts.
pub(super) struct Sent {
    /// With its braces filled.
    pub(super) path: String,
    pub(super) query: Vec<Pair>,
    pub(super) headers: Vec<Pair>,
    /// The members of the body, or the member that is all of it.
    pub(super) json: Any,
    /// The same as pairs of a form.
    pub(super) form: Vec<Pair>,
}

impl Sent {
    /// Takes a request apart; `request` has its members by their names in the spec.
    pub(super) fn of(api: &Api, operation: &Operation, request: &Any) -> Self {
        let mut sent = Self {
            path: operation.path.clone(),
            query: Vec::new(),
            headers: Vec::new(),
            json: Any::Null,
            form: Vec::new(),
        };
        let object = api.type_(operation.request).object();
        let mut members = Map::new();
        let mut payload = None;
        for (name, value) in request.as_object().into_iter().flatten() {
            let field = object.and_then(|it| it.field(name));
            let location = field.map_or(Location::Body, |it| it.location);
            let Some(field) = field else {
                members.insert(name.clone(), value.clone());
                continue;
            };
            match location {
                Location::Path => {
                    let braces = format!("{{{}}}", field.sent_name());
                    let value = match operation.hosts.as_slice() {
                        [] => encoded(&joined(value)),
                        // It is the whole address.
                        _ => joined(value),
                    };
                    sent.path = sent.path.replace(&braces, &value);
                }
                Location::Query => add(field, field.sent_name().to_owned(), value, &mut sent.query),
                Location::Header => {
                    let name = field.sent_name().to_owned();
                    sent.headers.push((name, joined(value)));
                }
                Location::Payload => payload = Some(value.clone()),
                // Of answers only.
                Location::Status => {}
                Location::Body => {
                    if operation.body == BodyForm::Form {
                        add(field, name.clone(), value, &mut sent.form);
                    }
                    members.insert(name.clone(), value.clone());
                }
            }
        }
        sent.json = payload.unwrap_or(Any::Object(members));
        sent
    }
}

fn add(field: &Field, name: String, value: &Any, out: &mut Vec<Pair>) {
    match (value, field.style.lists, field.style.nested) {
        (Any::Array(_), Lists::Json, _) | (Any::Object(_), _, Nested::Json) => {
            out.push((name, value.to_string()));
        }
        (Any::Array(_), Lists::Comma, _) => out.push((name, joined(value))),
        (Any::Array(items), Lists::Repeat, _) => {
            for item in items {
                add(field, name.clone(), item, out);
            }
        }
        (Any::Array(items), Lists::Brackets, _) => {
            for (nth, item) in items.iter().enumerate() {
                let at = if item.is_object() {
                    nth.to_string()
                } else {
                    String::new()
                };
                add(field, format!("{name}[{at}]"), item, out);
            }
        }
        (Any::Object(members), _, Nested::Brackets) => {
            for (key, value) in members {
                add(field, format!("{name}[{key}]"), value, out);
            }
        }
        _ => out.push((name, text(value))),
    }
}

/// The items of a list in one text.
fn joined(value: &Any) -> String {
    match value {
        Any::Array(items) => items.iter().map(text).collect::<Vec<_>>().join(","),
        value => text(value),
    }
}

/// A scalar as a text; lists and objects stay JSON.
pub(super) fn text(value: &Any) -> String {
    match value {
        Any::String(text) => text.clone(),
        Any::Null => String::new(),
        value => value.to_string(),
    }
}

/// The bytes of a form.
pub(super) fn form(pairs: &[Pair]) -> String {
    let encoded = |text: &str| encoded(text).replace("%20", "+");
    let pairs = pairs
        .iter()
        .map(|(name, text)| format!("{}={}", encoded(name), encoded(text)));
    pairs.collect::<Vec<_>>().join("&")
}

/// Percent-encoded but for letters, digits and `-._~`.
pub(super) fn encoded(text: &str) -> String {
    let mut made = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                made.push(char::from(byte));
            }
            // Writing to a string cannot fail.
            byte => drop(write!(made, "%{byte:02X}")),
        }
    }
    made
}

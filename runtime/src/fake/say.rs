//! The bodies of answers.

use http::StatusCode;
use serde_json::{Map, Value, json};

use super::answer::{Content, Recording};
use super::table::Served;
use super::{Fault, Refusal, typed};
use crate::client::{Api, By, Envelope, Outcome, outcome_of};
use crate::read::{Member, Part};

/// A text that no page has.
const UNKNOWN: &str = "NEVER_DOCUMENTED";

/// What an answer says.
#[derive(Clone)]
pub(super) struct Said {
    pub(super) status: u16,
    /// Unless the API's.
    pub(super) content_type: Option<&'static str>,
    /// The header `Link`.
    pub(super) link: Option<String>,
    /// Besides those of every answer.
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Vec<u8>,
    /// The platform says it, so that it is signed.
    pub(super) platform: bool,
    pub(super) outcome: Outcome,
    /// In short, for the record.
    pub(super) told: String,
}

impl Default for Said {
    fn default() -> Self {
        Self {
            status: 200,
            content_type: None,
            link: None,
            headers: Vec::new(),
            body: Vec::new(),
            platform: true,
            outcome: Outcome::Success,
            told: String::new(),
        }
    }
}

/// The answer that the script asks for; the code `done` instead of success.
pub(super) fn content(
    served: &Served,
    content: &Content,
    done: Option<&str>,
    http: Option<u16>,
) -> Result<Said, Refusal> {
    let api = served.operation.api;
    if let (Content::Usual | Content::Example(_), Some(done)) = (content, done) {
        return Ok(code(served, done));
    }
    let said = match content {
        Content::Usual => usual(served, http),
        Content::Example(name) => example(served, name)?,
        Content::Code(name) | Content::AnyCode(name) => code(served, name),
        Content::Typed(Ok(data)) => with_data(served, data, http),
        Content::Typed(Err(why)) => return Err(Refusal::new("FAKE_NO_ANSWER", why.clone())),
        Content::Recorded(recording) => return Ok(recorded(api, recording)),
        Content::Body(text) => Said {
            outcome: outcome(api, text.as_bytes()),
            body: text.clone().into_bytes(),
            told: "a scripted body".to_owned(),
            ..Said::default()
        },
        Content::Status(status) => Said {
            status: *status,
            outcome: Outcome::Failed,
            told: format!("HTTP {status}"),
            ..html()
        },
    };
    Ok(said.at(http, &api.envelope))
}

/// The answer to a request that is refused.
pub(super) fn refusal(api: &Api, refusal: &Refusal) -> Said {
    let refusal = &refusal.0;
    let failed = api.envelope.failed.first().copied().unwrap_or_default();
    let mut body = result(&api.envelope, refusal.code, failed, &refusal.message);
    if !refusal.details.is_empty() {
        body.insert("fake".to_owned(), refusal.details.clone().into());
    }
    let status = match refusal.status {
        200 => status_of(&api.envelope, Outcome::Failed),
        other => other,
    };
    Said {
        status,
        body: Value::from(body).to_string().into_bytes(),
        outcome: Outcome::Failed,
        told: refusal.code.to_owned(),
        ..Said::default()
    }
}

/// The documented answer with this status; without one, with the first that is documented.
pub(super) fn usual(served: &Served, http: Option<u16>) -> Said {
    let first = served.statuses.first().map_or(200, |it| it.status);
    let status = http.unwrap_or(first);
    let documented = served.answers.iter();
    let documented = documented.filter(|it| {
        let outcome = outcome(served.operation.api, it.body.as_bytes());
        outcome == Outcome::Success
    });
    let mut answers = documented.chain(served.made);
    if let Some(example) = answers.find(|it| it.http.unwrap_or(first) == status) {
        let said = Said {
            status,
            body: example.body.into(),
            told: format!("`{}`", example.name),
            ..Said::default()
        };
        return said.parted(served.head);
    }
    let mut statuses = served.statuses.iter();
    if statuses.any(|it| it.status == status && !it.has_body) {
        return Said {
            status,
            told: format!("HTTP {status}"),
            ..Said::default()
        };
    }
    Said {
        status,
        body: Value::from(success(served)).to_string().into_bytes(),
        told: "success".to_owned(),
        ..Said::default()
    }
}

/// The members that say that it was done.
fn success(served: &Served) -> Map<String, Value> {
    let envelope = &served.operation.api.envelope;
    let mut documented = served.codes.iter();
    match documented.find(|it| it.outcome == Outcome::Success) {
        Some(it) => result(envelope, it.code, it.status, it.meaning),
        None => {
            let status = envelope.success.first().copied().unwrap_or_default();
            result(envelope, "", status, "")
        }
    }
}

fn example(served: &Served, name: &str) -> Result<Said, Refusal> {
    let Some(example) = served.answers.iter().find(|it| it.name == name) else {
        let names: Vec<&str> = served.answers.iter().map(|it| it.name).collect();
        let operation = served.operation.name;
        let message = format!(
            "the script asks for the answer `{name}`, but `{operation}` documents these: {names:?}"
        );
        return Err(Refusal::new("FAKE_UNKNOWN_EXAMPLE", message));
    };
    let first = served.statuses.first().map_or(200, |it| it.status);
    let said = Said {
        status: example.http.unwrap_or(first),
        body: example.body.into(),
        outcome: outcome(served.operation.api, example.body.as_bytes()),
        told: format!("`{name}`"),
        ..Said::default()
    };
    Ok(said.parted(served.head))
}

fn code(served: &Served, name: &str) -> Said {
    let envelope = &served.operation.api.envelope;
    let known = served.codes.iter().find(|it| it.code == name);
    let (status, outcome, meaning) = match known {
        Some(it) => (it.status, it.outcome, it.meaning),
        None => (
            envelope.failed.first().copied().unwrap_or_default(),
            Outcome::Failed,
            "a code that nobody documents",
        ),
    };
    let body = result(envelope, name, status, meaning);
    let http = known.and_then(|it| it.http);
    Said {
        status: http.unwrap_or_else(|| status_of(envelope, outcome)),
        body: Value::from(body).to_string().into_bytes(),
        outcome,
        told: format!("`{name}`"),
        ..Said::default()
    }
}

/// The answer of success with this data.
fn with_data(served: &Served, data: &Value, http: Option<u16>) -> Said {
    let api = served.operation.api;
    let told = match api.envelope.by {
        By::Member => success(served),
        By::Http => Map::new(),
    };
    let body = typed::body(&api.envelope, data, told);
    let body = body.to_string().into_bytes();
    let first = served.statuses.first().map_or(200, |it| it.status);
    let said = Said {
        status: http.unwrap_or(first),
        outcome: outcome(api, &body),
        body,
        told: "a scripted answer".to_owned(),
        ..Said::default()
    };
    said.parted(served.head)
}

/// The answer that was recorded.
fn recorded(api: &Api, recording: &Recording) -> Said {
    let said = Said {
        status: recording.status,
        outcome: outcome(api, &recording.body),
        headers: recording.headers.clone(),
        body: recording.body.clone(),
        platform: recording.signed,
        told: "what was recorded".to_owned(),
        ..Said::default()
    };
    said.at(Some(recording.status), &api.envelope)
}

fn html() -> Said {
    Said {
        content_type: Some("text/html"),
        body: b"<html><body><h1>Something is between you and the platform</h1></body></html>"
            .into(),
        platform: false,
        told: "HTML".to_owned(),
        ..Said::default()
    }
}

/// The HTTP status of an outcome where nothing else is documented.
fn status_of(envelope: &Envelope, outcome: Outcome) -> u16 {
    match (envelope.by, outcome) {
        (By::Member, _) | (_, Outcome::Success) => 200,
        (_, Outcome::Failed) => 400,
        (_, Outcome::Unknown) => 500,
    }
}

/// What the status of a body means; success where it has none.
fn outcome(api: &Api, body: &[u8]) -> Outcome {
    match api.envelope.status_of(body) {
        Some(status) => api.envelope.outcome(&status),
        None => Outcome::Success,
    }
}

/// A body that only says how it went.
fn result(envelope: &Envelope, code: &str, status: &str, message: &str) -> Map<String, Value> {
    let texts = [
        (envelope.code, code),
        (envelope.status, status),
        (envelope.message, message),
    ];
    let members = texts.into_iter().filter_map(|(names, text)| {
        let name = names.first().filter(|_| !text.is_empty())?;
        let value = match text {
            "true" => Value::from(true),
            "false" => Value::from(false),
            text => Value::from(text),
        };
        Some(((*name).to_owned(), value))
    });
    let members: Map<String, Value> = members.collect();
    match envelope.objects.first() {
        Some(object) => Map::from_iter([((*object).to_owned(), members.into())]),
        None => members,
    }
}

impl Said {
    /// The same, with these members of the body where they belong: in headers, or as the status.
    fn parted(mut self, head: &[Member]) -> Self {
        if head.is_empty() {
            return self;
        }
        let mut body = self.object();
        for member in head {
            let Some(value) = body.remove(member.name) else {
                continue;
            };
            match member.part {
                Part::Header(name) => self.headers.push((name.to_owned(), flat(&value))),
                Part::Status => self.status = flat(&value).parse().unwrap_or(self.status),
                Part::Body => {}
            }
        }
        self.body = Value::from(body).to_string().into_bytes();
        self
    }

    /// The same with this status, if one is asked for.
    fn at(mut self, http: Option<u16>, envelope: &Envelope) -> Self {
        let Some(status) = http else {
            return self;
        };
        self.status = status;
        if let (By::Http, Ok(status)) = (envelope.by, StatusCode::from_u16(status)) {
            self.outcome = outcome_of(status);
        }
        self
    }

    /// The same with this fault, as far as it is one of the body.
    pub(super) fn spoil(mut self, fault: Fault, api: &Api) -> Self {
        match fault {
            Fault::Truncate(after) => self.body.truncate(after),
            Fault::Html => {
                let outcome = self.outcome;
                return Self { outcome, ..html() };
            }
            Fault::WrongContentType => self.content_type = Some("image/png"),
            Fault::DeepNesting(depth) => {
                let list = "[".repeat(depth) + &"]".repeat(depth);
                self.insert(&format!("\"deep\":{list}"));
            }
            Fault::HugeBody(bytes) => {
                self.insert(&format!("\"huge\":\"{}\"", "x".repeat(bytes)));
            }
            Fault::DuplicateKey => {
                let first = self.object().into_iter().next();
                if let Some((name, value)) = first {
                    self.insert(&format!("{}:{value}", Value::from(name)));
                }
            }
            Fault::ExtraMembers => {
                let more = json!({ "kept": [1, "two", null], "deeper": { "kept": true } });
                self.insert(&format!("\"neverDocumented\":{more}"));
            }
            Fault::UnknownCode | Fault::UnknownStatus => self.replace_result(fault, &api.envelope),
            Fault::UnknownTexts | Fault::NumbersAsTexts | Fault::OddValues => {
                self.each_value(fault, &api.envelope);
            }
            _ => {}
        }
        self
    }

    fn object(&self) -> Map<String, Value> {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }

    /// Puts a member in front of the others.
    fn insert(&mut self, member: &str) {
        let comma = if self.object().is_empty() { "" } else { "," };
        if let Some(at) = self.body.iter().position(|byte| *byte == b'{') {
            let member = format!("{member}{comma}").into_bytes();
            self.body.splice(at + 1..=at, member);
        }
    }

    fn replace_result(&mut self, fault: Fault, envelope: &Envelope) {
        let failed = envelope.failed.first().copied().unwrap_or_default();
        let (status, outcome) = match fault {
            Fault::UnknownCode => (failed, Outcome::Failed),
            _ => (UNKNOWN, Outcome::Unknown),
        };
        self.status = status_of(envelope, outcome);
        self.body = Value::from(result(envelope, UNKNOWN, status, ""))
            .to_string()
            .into_bytes();
        self.outcome = outcome;
    }

    fn each_value(&mut self, fault: Fault, envelope: &Envelope) {
        let mut body = self.object();
        for (name, value) in &mut body {
            if !envelope.objects.contains(&name.as_str()) {
                change(fault, value);
            }
        }
        self.body = Value::from(body).to_string().into_bytes();
    }
}

/// A value as the text of a header.
fn flat(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(flat).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}

fn change(fault: Fault, value: &mut Value) {
    if fault == Fault::OddValues {
        *value = match value {
            Value::Object(_) => UNKNOWN.into(),
            _ => json!({ "neverDocumented": true }),
        };
        return;
    }
    match value {
        Value::Array(items) => items.iter_mut().for_each(|it| change(fault, it)),
        Value::Object(members) => members.values_mut().for_each(|it| change(fault, it)),
        Value::Number(number) if fault == Fault::NumbersAsTexts => {
            *value = number.to_string().into();
        }
        // Digits may be read as a number.
        Value::String(text)
            if fault == Fault::UnknownTexts && !text.bytes().all(|it| it.is_ascii_digit()) =>
        {
            UNKNOWN.clone_into(text);
        }
        _ => {}
    }
}

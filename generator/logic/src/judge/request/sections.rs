//! The four parts of a request: `path`, `query`, `headers` and `body`.

use serde_json::{Map, Value as Any, json};

use super::{Names, Request, is_form, texts};
use crate::judge::{
    Finding, below,
    mismatch::mismatch,
    shown::{Seen, near_told, text_shown},
    words::{self, filled},
};
use stipula_contract::{Api, Field, Location, Operation, Severity, TypeRef};
use stipula_rules::checks::segment;

/// The parts, with where their members travel.
const PARTS: [(&str, Location); 3] = [
    ("path", Location::Path),
    ("query", Location::Query),
    ("headers", Location::Header),
];
const BODY: &str = "body";

/// What is found of a document that is no request.
pub(super) const RULE: &str = "request";

/// Merges the parts of a document.
pub(super) fn read(request: &mut Request<'_>, document: &Any) {
    let Some(parts) = document.as_object() else {
        let message = filled(words::REQUEST, &[&kind(document)]);
        request.report(Location::Body, "", RULE, Severity::Error, message);
        request.is_document = false;
        return;
    };
    let known = PARTS.iter().map(|it| it.0).chain([BODY]);
    for name in parts.keys() {
        if known.clone().any(|it| it == name) {
            continue;
        }
        let near = stipula_cond::suggest(name, known.clone());
        let message = filled(words::PART, &[&near_told(near)]);
        let path = below("", name);
        request.report(Location::Body, &path, RULE, Severity::Error, message);
    }
    for (part, location) in PARTS {
        match parts.get(part) {
            None => {}
            Some(Any::Object(members)) => request.add(location, members),
            Some(other) => {
                let message = filled(words::EXPECTED, &[words::OBJECT, &kind(other), ""]);
                request.report(location, "", "type", Severity::Error, message);
            }
        }
    }
    request.add_body(parts.get(BODY));
}

impl Request<'_> {
    fn report(
        &mut self,
        location: Location,
        path: &str,
        rule: &str,
        severity: Severity,
        message: String,
    ) {
        let finding = Finding::of_reading(path.to_owned(), rule, severity, message);
        self.found.push(Finding {
            location,
            ..finding
        });
    }

    fn put(&mut self, name: String, value: Any) {
        if let Any::Object(members) = &mut self.object {
            members.insert(name, value);
        }
    }

    /// Adds the members of a part that is no body.
    fn add(&mut self, location: Location, members: &Map<String, Any>) {
        let names = Names::of(self.api, self.operation);
        for (given, value) in members {
            let Some(field) = names.at(location, given) else {
                self.unknown(&names, location, given);
                continue;
            };
            let value = texts::read(self.api, field, value);
            // What is no text by itself, such as a list, has no rule of its own.
            let has_rule = field.item.rule("segment").is_some();
            let is_told = has_rule || self.api.counts_as_absent(&value);
            let is_step = value.as_str().is_some_and(|it| !segment(it));
            if location == Location::Path && is_step && !is_told {
                let message = words::SEGMENT.to_owned();
                self.report(
                    location,
                    &below("", given),
                    "path",
                    Severity::Error,
                    message,
                );
            }
            if location == Location::Path && !self.operation.hosts.is_empty() {
                self.handed_out(given, &value);
            }
            if location == Location::Header {
                self.headers
                    .insert(field.sent_name().to_owned(), given.clone());
            }
            self.put(field.wire.clone(), value);
        }
    }

    /// An address that is asked has one of the hosts that the operation lists.
    fn handed_out(&mut self, given: &str, value: &Any) {
        let Some(text) = value.as_str() else { return };
        let rest = text.strip_prefix("https://");
        let host = rest.and_then(|it| it.split(['/', '?', '#']).next());
        let hosts = &self.operation.hosts;
        let is_listed = host.is_some_and(|it| hosts.contains(&it.to_ascii_lowercase()));
        // What is no text of an address, or empty, is told elsewhere.
        if !is_listed && !text.is_empty() {
            let message = filled(words::HOSTS, &[&format!("`{}`", hosts.join("`, `"))]);
            let path = below("", given);
            self.report(Location::Path, &path, "hosts", Severity::Error, message);
        }
    }

    /// A name that nobody documented. Headers of other names are sent with many requests.
    fn unknown(&mut self, names: &Names<'_>, location: Location, given: &str) {
        let mut fixed = self.api.fixed_queries();
        if location == Location::Query && fixed.any(|it| it.0 == given) {
            return;
        }
        let here = names.fields().filter(|it| it.location == location);
        let near = stipula_cond::suggest(given, here.map(Field::sent_name));
        let (severity, told) = match location {
            Location::Header if near.is_none() => return,
            Location::Path => (Severity::Error, words::BRACES),
            _ if names.is_closed() => (Severity::Error, words::REFUSED),
            _ => (Severity::Warning, words::UNKNOWN),
        };
        let message = filled(told, &[&near_told(near)]);
        self.report(location, &below("", given), "unknown", severity, message);
        if let Some(last) = self.found.last_mut() {
            last.suggestion = near.map(str::to_owned);
        }
    }

    /// Adds the body.
    pub(super) fn add_body(&mut self, body: Option<&Any>) {
        let names = Names::of(self.api, self.operation);
        if let Some(payload) = names.payload() {
            if let Some(body) = body {
                self.put(payload.wire.clone(), body.clone());
            }
            return;
        }
        match body {
            None => {}
            Some(Any::Object(members)) => self.add_members(&names, members),
            Some(other) => {
                let ty = TypeRef::Object(self.operation.request);
                let is_hidden = false;
                let seen = Seen {
                    value: other,
                    is_hidden,
                };
                let message = mismatch(self.api, &ty, seen).message;
                self.report(Location::Body, "", "type", Severity::Error, message);
                if let Some(last) = self.found.last_mut() {
                    last.expected = Some(json!({ "type": "an object" }));
                }
            }
        }
    }

    fn add_members(&mut self, names: &Names<'_>, members: &Map<String, Any>) {
        for (given, value) in members {
            let field = names.member(given);
            match field.filter(|it| it.location != Location::Body) {
                Some(elsewhere) => {
                    let place = format!("{} {}", elsewhere.location.word(), elsewhere.sent_name());
                    let message = filled(words::ELSEWHERE, &[&text_shown(&place)]);
                    let path = below("", given);
                    self.report(Location::Body, &path, "unknown", Severity::Error, message);
                }
                None => {
                    let form = field.filter(|_| is_form(self.operation));
                    let value = form.map_or_else(
                        || value.clone(),
                        |field| texts::read(self.api, field, value),
                    );
                    self.put(given.clone(), value);
                }
            }
        }
    }
}

fn kind(value: &Any) -> String {
    // What stands there may be sensitive.
    let is_hidden = true;
    Seen { value, is_hidden }.kind()
}

/// The document of a request.
pub(super) fn write(api: &Api, operation: &Operation, object: &Any) -> Any {
    let names = Names::of(api, operation);
    let (mut parts, mut body) = (Map::new(), Map::new());
    let mut payload = None;
    for (part, _) in PARTS {
        parts.insert(part.to_owned(), Any::Object(Map::new()));
    }
    for (name, value) in object.as_object().into_iter().flatten() {
        let field = names.member(name);
        let part = |location| PARTS.iter().find(|it| it.1 == location);
        match field.map(|it| (it, it.location)) {
            Some((_, Location::Payload)) => payload = Some(value.clone()),
            Some((field, location)) if part(location).is_some() => {
                let text = texts::written(api, &field.item, value);
                let sent = field.sent_name();
                if let Some(Any::Object(members)) =
                    part(location).and_then(|it| parts.get_mut(it.0))
                {
                    members.insert(sent.to_owned(), text);
                }
            }
            _ => {
                body.insert(name.clone(), value.clone());
            }
        }
    }
    parts.retain(|_, it| it.as_object().is_some_and(|it| !it.is_empty()));
    let has_body = names.fields().any(|it| it.location == Location::Body);
    let body = payload.or_else(|| (has_body || !body.is_empty()).then_some(Any::Object(body)));
    if let Some(body) = body {
        parts.insert(BODY.to_owned(), body);
    }
    Any::Object(parts)
}

//! A whole request as one JSON document, `{ path, query, headers, body }`, and the one object of its
//! members that the judge takes.
//!
//! Reading merges the places, by the names in the spec, and pointers go the way back. Text is the
//! canonical form of the path, the query, headers and forms, so that a number in one of them is read
//! without a word.

mod names;
mod sections;
mod texts;

use std::collections::BTreeMap;

use serde_json::{Map, Value as Any};

use super::{Finding, below, judge, judge_scenario, unescaped};
use names::Names;
use stipula_contract::{Api, BodyForm, Location, Operation, Scenario};

/// Whether a member of the operation travels outside the body, so that a body alone is no request.
pub fn has_places(api: &Api, operation: &Operation) -> bool {
    outside(api, operation).next().is_some()
}

/// The members that travel outside the body, as sentences name them: `query limit`.
pub fn outside<'a>(api: &'a Api, operation: &Operation) -> impl Iterator<Item = String> + use<'a> {
    let object = api.type_(operation.request).object();
    let fields = object.into_iter().flat_map(|it| &it.fields);
    let is_outside = |it: &&stipula_contract::Field| !is_in_body(it.location);
    fields
        .filter(is_outside)
        .map(|it| format!("{} {}", it.location.word(), it.sent_name()))
}

/// A request that was read, to be judged.
#[derive(Debug)]
pub struct Request<'a> {
    api: &'a Api,
    operation: &'a Operation,
    /// Its members as one object; a body that is none stands for itself.
    object: Any,
    found: Vec<Finding>,
    /// Whether it has parts at all.
    is_document: bool,
    /// Headers as they were written, by the names of the spec.
    headers: BTreeMap<String, String>,
    /// Where the body stands in the document.
    body: &'static str,
}

impl<'a> Request<'a> {
    /// Reads a whole request.
    pub fn read(api: &'a Api, operation: &'a Operation, document: &Any) -> Self {
        let mut request = Self::empty(api, operation, "/body");
        sections::read(&mut request, document);
        request
    }

    /// Reads the body of an operation whose members all travel there.
    pub fn of_body(api: &'a Api, operation: &'a Operation, body: &Any) -> Self {
        let mut request = Self::empty(api, operation, "");
        if body.is_object() || Names::of(api, operation).payload().is_some() {
            request.add_body(Some(body));
        } else {
            request.object = body.clone();
        }
        request
    }

    fn empty(api: &'a Api, operation: &'a Operation, body: &'static str) -> Self {
        Self {
            api,
            operation,
            object: Any::Object(Map::new()),
            found: Vec::new(),
            is_document: true,
            headers: BTreeMap::new(),
            body,
        }
    }

    /// Its members as one object, by their names in the spec.
    pub const fn object(&self) -> &Any {
        &self.object
    }

    /// Everything that is wrong with it; in a scenario also what keeps it out of that.
    pub fn judge(&self, context: &[(String, String)], scenario: Option<&Scenario>) -> Vec<Finding> {
        if !self.is_document {
            return self.found.clone();
        }
        let (api, operation) = (self.api, self.operation);
        let mut found = judge(api, operation, &self.object, context);
        if let Some(scenario) = scenario {
            found.extend(judge_scenario(
                api,
                operation,
                scenario,
                &self.object,
                context,
            ));
        }
        let names = Names::of(api, operation);
        let own = self.found.iter().cloned();
        own.chain(found.into_iter().map(|it| placed(&names, it)))
            .collect()
    }

    /// The JSON Pointer of a finding in the document that was read.
    pub fn pointer(&self, finding: &Finding) -> String {
        let path = &finding.path;
        // The parts themselves stand in no place.
        if finding.rule == sections::RULE {
            return path.clone();
        }
        match finding.location {
            Location::Path => format!("/path{path}"),
            Location::Query => format!("/query{path}"),
            Location::Header => {
                let (first, rest) = first(path);
                let given = self.headers.get(&first).unwrap_or(&first);
                format!("/headers{}{rest}", below("", given))
            }
            // No request has a status.
            Location::Body | Location::Payload | Location::Status => {
                format!("{}{path}", self.body)
            }
        }
    }
}

/// The members of a request as the document that [`Request::read`] reads: `object` holds them by
/// their names in the spec.
pub fn document(api: &Api, operation: &Operation, object: &Any) -> Any {
    sections::write(api, operation, object)
}

/// What `stipula validate` reads: the document of a request, or a body where everything travels in
/// that.
pub fn sent(api: &Api, operation: &Operation, object: &Any) -> Any {
    if has_places(api, operation) {
        document(api, operation, object)
    } else {
        body(api, operation, object)
    }
}

/// What is sent as the body of a request whose members all travel there.
pub fn body(api: &Api, operation: &Operation, object: &Any) -> Any {
    let names = Names::of(api, operation);
    let payload = names.payload();
    let whole = payload.map(|it| object.get(&it.wire).cloned().unwrap_or_default());
    whole.unwrap_or_else(|| object.clone())
}

/// A finding about the one object, told where its member travels.
fn placed(names: &Names<'_>, mut finding: Finding) -> Finding {
    (finding.location, finding.path) = names.place(&finding.path);
    let beside = std::mem::take(&mut finding.beside);
    let told = |(pointer, value): (String, Any)| {
        let (location, path) = names.place(&pointer);
        (super::place(location, &path).into_owned(), value)
    };
    finding.beside = beside.into_iter().map(told).collect();
    finding
}

const fn is_in_body(location: Location) -> bool {
    matches!(location, Location::Body | Location::Payload)
}

/// Whether texts stand for numbers in the body.
fn is_form(operation: &Operation) -> bool {
    matches!(operation.body, BodyForm::Form | BodyForm::Multipart)
}

/// The first name of a pointer, and the rest.
fn first(pointer: &str) -> (String, &str) {
    let inner = pointer.strip_prefix('/').unwrap_or(pointer);
    let end = inner.find('/').unwrap_or(inner.len());
    let (token, rest) = inner.split_at(end);
    (unescaped(token), rest)
}

//! Answers by HTTP status.

use std::collections::BTreeMap;

use serde_json::{Value as Any, json};

use stipula_contract::{Answer, Api, Operation, Outcome, OutcomeBy, ResultCode};

use super::{
    Json, examples,
    field::{self, Way},
    headers,
    names::Names,
};

const ANSWER: &str = "The answer, whatever the outcome: see the result codes.";
const OTHER: &str = "Any other status. It is read like the documented answer where it holds a \
    result; where it holds none, nobody knows whether the operation was carried out.";
const SUCCESS: &str = "The call was carried out.";
const FAILURE: &str = "The call failed; after 408 and 5xx nobody knows whether it was carried out.";

/// The answers of an operation.
pub(super) fn all(api: &Api, operation: &Operation, names: &Names) -> Any {
    match &api.outcome {
        Some(outcome) if outcome.by == OutcomeBy::Http => by_http(api, outcome, operation, names),
        _ => by_member(api, operation, names),
    }
}

/// Whether a call went well is not a matter of the HTTP status.
fn by_member(api: &Api, operation: &Operation, names: &Names) -> Any {
    let mut answer = described(api, ANSWER);
    let examples = examples::of_response(api, operation);
    if let Some(content) = answered(api, operation, examples, names) {
        answer["content"] = content;
    }
    let mut other = json!({ "description": OTHER });
    if let Some(content) = answered(api, operation, Json::new(), names) {
        other["content"] = content;
    }
    json!({ "200": answer, "default": other })
}

fn by_http(api: &Api, outcome: &Outcome, operation: &Operation, names: &Names) -> Any {
    let mut success = described(api, SUCCESS);
    let examples = examples::of_response(api, operation);
    if let Some(content) = answered(api, operation, examples, names) {
        success["content"] = content;
    }
    let mut responses = Json::from_iter([("2XX".to_owned(), success)]);
    let failure = |description: &str| {
        let content = json!({ "application/json": { "schema": failed(outcome) } });
        json!({ "description": description, "content": content })
    };
    let mut codes: BTreeMap<u16, Vec<&ResultCode>> = BTreeMap::new();
    for code in operation.errors.iter().chain(&api.errors) {
        codes
            .entry(code.http.unwrap_or_default())
            .or_default()
            .push(code);
    }
    for (status, codes) in codes {
        let line = |it: &&ResultCode| format!("`{}`: {}", it.code, it.doc.trim());
        let lines: Vec<String> = codes.iter().map(line).collect();
        responses.insert(status.to_string(), failure(&lines.join("\n\n")));
    }
    responses.insert("default".to_owned(), failure(FAILURE));
    Any::Object(responses)
}

/// An answer with the headers that every answer has.
fn described(api: &Api, description: &str) -> Any {
    let mut answer = json!({ "description": description });
    let received: Json = headers::received(api)
        .map(|header| {
            let target = format!("#/components/headers/{}", header.name);
            (header.name.clone(), json!({ "$ref": target }))
        })
        .collect();
    if !received.is_empty() {
        answer["headers"] = Any::Object(received);
    }
    answer
}

/// What an answer holds, by its media type; nothing where it holds nothing.
fn answered(api: &Api, operation: &Operation, examples: Json, names: &Names) -> Option<Any> {
    let answer = &operation.answer;
    let media = match answer {
        Answer::Own(_) | Answer::Json(_) => "application/json",
        Answer::Text => "text/plain",
        Answer::Bytes => "application/octet-stream",
        Answer::Nothing => return None,
    };
    let schema = match answer.item() {
        Some(item) => wrapped(api, Any::Object(field::value(&item, Way::Response, names))),
        None => json!({ "type": "string" }),
    };
    let mut content = Json::from_iter([("schema".to_owned(), schema)]);
    if !examples.is_empty() {
        content.insert("examples".into(), Any::Object(examples));
    }
    Some(json!({ media: content }))
}

/// Data inside the members that it stands in.
fn wrapped(api: &Api, data: Any) -> Any {
    let way = api.outcome.as_ref().and_then(|it| it.data.first());
    let names = way.iter().flat_map(|way| &way.0);
    names.rev().fold(
        data,
        |inner, name| json!({ "type": "object", "properties": { name: inner } }),
    )
}

/// The part of a failure that says what went wrong.
fn failed(outcome: &Outcome) -> Any {
    let mut members = Json::new();
    for name in [outcome.code.first(), outcome.message.first()]
        .into_iter()
        .flatten()
    {
        members.insert(name.clone(), json!({ "type": ["string", "integer"] }));
    }
    let told = json!({ "type": "object", "properties": members });
    outcome.object.iter().take(1).fold(
        told,
        |inner, name| json!({ "type": "object", "properties": { name: inner } }),
    )
}

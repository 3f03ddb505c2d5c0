//! Answers by HTTP status.

use std::collections::BTreeMap;

use serde_json::{Value as Any, json};

use stipula_contract::{Answer, Api, Location, Operation, Outcome, OutcomeBy, ResultCode};

use super::{
    Json, examples,
    field::{self, Way},
    headers,
    names::Names,
};

const ANSWER: &str = "The response, whatever the outcome: see the result codes.";
const OTHER: &str = "Any other status. It is read like the documented answer where it holds a \
    result; where it holds none, nobody knows whether the operation was carried out.";
const SUCCESS: &str = "The call was carried out.";
const FAILURE: &str = "The call failed. After 408 and 5xx it may still have been carried out.";

/// The answers of an operation.
pub(super) fn all(api: &Api, operation: &Operation, names: &Names) -> Any {
    match &api.outcome {
        Some(outcome) if outcome.by == OutcomeBy::Http => by_http(api, outcome, operation, names),
        _ => by_member(api, operation, names),
    }
}

/// Whether a call went well is not a matter of the HTTP status.
fn by_member(api: &Api, operation: &Operation, names: &Names) -> Any {
    let mut responses = successes(api, operation, ("200", ANSWER), names);
    let mut other = json!({ "description": OTHER });
    if let Some(content) = answered(api, &operation.answer, Json::new(), names) {
        other["content"] = content;
    }
    // Said apart, for tools that look for errors of callers among the statuses.
    responses.insert("4XX".to_owned(), other.clone());
    responses.insert("default".to_owned(), other);
    Any::Object(responses)
}

/// Answers that can be those of success: one for each documented status, or the one of this name.
fn successes(
    api: &Api,
    operation: &Operation,
    (usual, description): (&str, &str),
    names: &Names,
) -> Json {
    let one = |status: Option<u16>, answer: &Answer| {
        let mut success = described(api, description);
        own_headers(api, answer, names, &mut success);
        let examples = examples::of_response(api, operation, status);
        if let Some(content) = answered(api, answer, examples, names) {
            success["content"] = content;
        }
        success
    };
    let by_status = operation.answer.by_status().iter();
    let mut all: Json = by_status
        .map(|it| (it.text.clone(), one(Some(it.status), &it.answer)))
        .collect();
    if all.is_empty() {
        all.insert(usual.to_owned(), one(None, &operation.answer));
    }
    all
}

fn by_http(api: &Api, outcome: &Outcome, operation: &Operation, names: &Names) -> Any {
    let mut responses = successes(api, operation, ("2XX", SUCCESS), names);
    let failure = |description: &str| {
        let content = json!({ "application/json": { "schema": failed(outcome, names) } });
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
    if !responses.keys().any(|it| it.starts_with('4')) {
        responses.insert("4XX".to_owned(), failure(FAILURE));
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

/// Headers that are members of the answer.
fn own_headers(api: &Api, answer: &Answer, names: &Names, told: &mut Any) {
    let own = answer.own().and_then(|id| api.type_(id).object());
    let fields = own.into_iter().flat_map(|it| &it.fields);
    for it in fields.filter(|it| it.location == Location::Header) {
        let mut schema = field::member(it, Way::Response, names);
        let doc = schema
            .as_object_mut()
            .and_then(|it| it.remove("description"));
        let mut header = json!({ "schema": schema });
        if let Some(doc) = doc {
            header["description"] = doc;
        }
        if it.guaranteed {
            header["required"] = json!(true);
        }
        told["headers"][it.sent_name()] = header;
    }
}

/// Whether all members of an answer stand in its head.
fn is_head(api: &Api, answer: &Answer) -> bool {
    let own = answer.own().and_then(|id| api.type_(id).object());
    own.is_some_and(|it| {
        !it.fields.is_empty() && it.fields.iter().all(|it| it.location != Location::Body)
    })
}

/// What an answer holds, by its media type; nothing where it holds nothing.
fn answered(api: &Api, answer: &Answer, examples: Json, names: &Names) -> Option<Any> {
    if is_head(api, answer) {
        return None;
    }
    let media = match answer {
        Answer::Own(_) | Answer::Json(_) => "application/json",
        Answer::Text => "text/plain",
        Answer::Bytes => "application/octet-stream",
        Answer::Nothing | Answer::ByStatus(_) => return None,
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
fn failed(outcome: &Outcome, names: &Names) -> Any {
    let told = match outcome.detail_item() {
        Some(item) => Any::Object(field::value(&item, Way::Response, names)),
        None => code_and_message(outcome),
    };
    outcome.object.iter().take(1).fold(
        told,
        |inner, name| json!({ "type": "object", "properties": { name: inner } }),
    )
}

fn code_and_message(outcome: &Outcome) -> Any {
    let mut members = Json::new();
    for name in [outcome.code.first(), outcome.message.first()]
        .into_iter()
        .flatten()
    {
        members.insert(name.clone(), json!({ "type": ["string", "integer"] }));
    }
    json!({ "type": "object", "properties": members })
}

//! Examples of bodies: the documented ones, and where a place has none, one that is made.

use serde_json::{Value as Any, json};

use super::Json;
use stipula_contract::{
    Api, Body, ClassOfResult, Example, Location, Operation, Outcome, OutcomeBy,
};
use stipula_logic::judge::canonical;
use stipula_logic::witness::{self, answer};

/// Examples of the request by name; the smallest valid body where none is documented.
pub(super) fn of_request(api: &Api, operation: &Operation) -> Json {
    let mut examples = documented(api, operation, Body::Request, None);
    if examples.is_empty()
        && let Ok(found) = witness::minimal(api, operation, None)
    {
        let doc = "The smallest valid body, made from the rules.";
        let mut example = json!({ "description": doc, "value": found.body });
        beside(&mut example, &found.context);
        examples.insert("minimal".into(), example);
    }
    examples
}

/// Examples of the answer by name, of one status or of all: one for each outcome, made from the result
/// codes where none is documented.
pub(super) fn of_response(api: &Api, operation: &Operation, status: Option<u16>) -> Json {
    let mut examples = documented(api, operation, Body::Response, status);
    // Where a member says how a call went, each outcome has a body of the same type.
    let by_member = |it: &&Outcome| it.by == OutcomeBy::Member && it.data.is_empty();
    let Some(outcome) = api.outcome.as_ref().filter(by_member) else {
        return examples;
    };
    let codes = || operation.errors.iter().chain(&api.errors);
    if examples.is_empty() {
        let mut value = answer::success(api, operation, status);
        if let Some(value) = &mut value {
            only_body(api, operation, value);
        }
        let doc = "A successful response, made from the fields and their samples.";
        add(&mut examples, "success", doc, value);
    }
    for (name, class) in [
        ("failed", ClassOfResult::Failed),
        ("unknown", ClassOfResult::Unknown),
    ] {
        if let Some(code) = codes().find(|it| it.class == class) {
            let value = answer::failure(api, operation, outcome, code);
            let doc = format!("The outcome is {name}. {}", code.doc.trim());
            add(&mut examples, name, &doc, value);
        }
    }
    examples
}

fn documented(api: &Api, operation: &Operation, body: Body, status: Option<u16>) -> Json {
    let first = operation.answer.by_status().first().map(|it| it.status);
    let example = |example: &Example| {
        let ty = match body {
            Body::Request => Some(operation.request),
            Body::Response => operation.answer.at(example.http).object(),
        };
        let mut value = json!({});
        if !example.doc.trim().is_empty() {
            value["description"] = json!(example.doc.trim());
        }
        value["value"] = match ty {
            Some(ty) => canonical(api, ty, &example.json),
            None => example.json.clone(),
        };
        if body == Body::Response {
            only_body(api, operation, &mut value["value"]);
        }
        beside(&mut value, &example.context);
        (example.name.clone(), value)
    };
    let examples = operation.examples.iter();
    let is_of =
        |it: &&Example| it.body == body && (status.is_none() || it.http.or(first) == status);
    examples.filter(is_of).map(example).collect()
}

/// Takes out of an answer what stands in its head.
fn only_body(api: &Api, operation: &Operation, json: &mut Any) {
    let own = operation.answer.own().and_then(|id| api.type_(id).object());
    let fields = own.into_iter().flat_map(|it| &it.fields);
    let (Some(members), head) = (
        json.as_object_mut(),
        fields.filter(|it| it.location != Location::Body),
    ) else {
        return;
    };
    for it in head {
        members.remove(&it.wire);
    }
}

/// Values beside the body.
fn beside(example: &mut Any, context: &[(String, String)]) {
    if !context.is_empty() {
        let values = context.iter().map(|(name, it)| (name.clone(), json!(it)));
        example["x-stipula-context"] = Any::Object(values.collect());
    }
}

/// A documented example keeps its name.
fn add(examples: &mut Json, name: &str, doc: &str, value: Option<Any>) {
    if let Some(value) = value.filter(|_| !examples.contains_key(name)) {
        examples.insert(name.into(), json!({ "description": doc, "value": value }));
    }
}

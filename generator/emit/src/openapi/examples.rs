//! Examples of bodies: the documented ones, and where a place has none, one that is made.

use serde_json::{Value as Any, json};

use super::Json;
use stipula_contract::{
    Api, Body, ClassOfResult, Example, Field, Location, Object, Operation, Outcome, OutcomeBy,
    ResultCode, TypeRef,
};
use stipula_logic::judge::{canonical, from_text};
use stipula_logic::witness;

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
        let code = codes().find(|it| it.class == ClassOfResult::Success);
        let value = answer(api, operation, outcome, code);
        let doc = "A successful response, made from the samples of the fields.";
        add(&mut examples, "success", doc, value);
    }
    for (name, class) in [
        ("failed", ClassOfResult::Failed),
        ("unknown", ClassOfResult::Unknown),
    ] {
        if let Some(code) = codes().find(|it| it.class == class) {
            let value = answer(api, operation, outcome, Some(code));
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

/// An answer with this outcome. One that went well has every member with a sample.
fn answer(
    api: &Api,
    operation: &Operation,
    outcome: &Outcome,
    code: Option<&ResultCode>,
) -> Option<Any> {
    let body = api.type_(operation.answer.object()?).object()?;
    let result = outcome.object.iter().find_map(|name| named(body, name));
    let inner = match result.map(|field| &field.item.ty) {
        Some(TypeRef::Object(id)) => api.type_(*id).object()?,
        Some(_) => return None,
        None => body,
    };
    let went_well = code.is_none_or(|it| it.class == ClassOfResult::Success);
    let said = said(inner, outcome, code);
    let mut members = match result {
        Some(field) => Json::from_iter([(field.wire.clone(), Any::Object(said))]),
        None => said,
    };
    let in_body = |it: &&Field| it.location == Location::Body;
    for field in body.fields.iter().filter(in_body).filter(|_| went_well) {
        let sample = field.sample.as_ref();
        if let Some(value) = sample.and_then(|text| from_text(&field.item.ty, text)) {
            members.entry(field.wire.clone()).or_insert(value);
        }
    }
    Some(Any::Object(members))
}

/// Code, status and message, each where the object has a member for it.
fn said(object: &Object, outcome: &Outcome, code: Option<&ResultCode>) -> Json {
    let status = match code {
        Some(code) => Some(&code.status),
        None => outcome.success.first(),
    };
    let parts = [
        (&outcome.code, code.map(|it| &it.code)),
        (&outcome.status, status),
        (&outcome.message, code.map(|it| &it.doc)),
    ];
    let mut said = Json::new();
    for (names, text) in parts {
        let field = names.iter().find_map(|name| named(object, name));
        if let (Some(field), Some(text)) = (field, text) {
            said.insert(field.wire.clone(), json!(text.trim()));
        }
    }
    // What a code means is for readers of the spec; what servers say of success is on the page.
    if code.is_none_or(|it| it.class == ClassOfResult::Success) {
        let message = outcome.message.iter().find_map(|name| named(object, name));
        if let Some((field, sample)) = message.and_then(|it| Some((it, it.sample.as_ref()?))) {
            said.insert(field.wire.clone(), json!(sample));
        }
    }
    said
}

/// The member with this name, aliases included.
fn named<'a>(object: &'a Object, name: &String) -> Option<&'a Field> {
    let mut fields = object.fields.iter();
    fields.find(|it| it.wire == *name || it.aliases.contains(name))
}

//! OpenAPI 3.1 with conditions as JSON Schema: `schema/openapi.json`, and each of its components as
//! a schema of its own.
//!
//! A rule becomes one entry of an `allOf`, named by its `$comment`. What JSON Schema cannot say,
//! and every warning, is told under `x-stipula-rules` and never constrains. Keywords of members have
//! their rules beside them; see [`ids`]. The document describes the canonical body: no `null`, no alias, no number where a text is documented.

mod bodies;
mod chain;
mod choice;
mod condition;
mod constraint;
mod demand;
mod evaluated;
mod examples;
mod field;
mod files;
mod headers;
mod ids;
pub(super) mod judging;
mod lower;
mod names;
mod object;
mod pages;
mod paths;
mod plan;
mod requests;
mod responses;
mod security;
mod shown;
mod split;
mod types;
mod webhooks;

#[cfg(test)]
mod tests;

use serde_json::{Map, Value, json};

use crate::output::FileSet;
use stipula_contract::{Api, TypeId};

use self::{names::Names, plan::Plan};

/// A JSON object that is being put together.
type Json = Map<String, Value>;

/// What the tag of operations without a group says, where there is no group at all.
const TAG: &str = "Every operation of the API.";
const OTHERS: &str = "Operations that belong to no group.";

/// The document and the schemas of its types, as files.
pub(super) fn document(api: &Api) -> FileSet {
    let names = Names::new(api);
    let mut document = value(api, &names);
    let mut files = FileSet::new();
    files::add(&mut files, api, &names, &document["components"]["schemas"]);
    evaluated::say(&mut document["components"]["schemas"]);
    files.add("schema/openapi.json", text(&document));
    files
}

/// JSON for people, with a line end.
fn text(value: &Value) -> String {
    let mut text = serde_json::to_string_pretty(value).expect("a JSON value is JSON");
    text.push('\n');
    text
}

/// Ids of the error-severity rules that the document cannot express, in order.
pub(crate) fn unsayable(api: &Api) -> Vec<String> {
    let (bodies, mut unsayable) = bodies::of(api);
    unsayable.extend(Plan::new(&bodies).unsayable());
    unsayable
}

/// What the document calls a type.
pub(crate) fn component(api: &Api, id: TypeId) -> String {
    Names::new(api).of(id).to_owned()
}

/// The document.
fn value(api: &Api, names: &Names) -> Value {
    let (bodies, _) = bodies::of(api);
    let plan = Plan::new(&bodies);
    let mut root = Json::new();
    root.insert("openapi".into(), json!("3.1.1"));
    root.insert("info".into(), info(api));
    if !api.environments.is_empty() {
        root.insert("servers".into(), servers(api));
    }
    if let Some(required) = security::required(api) {
        root.insert("security".into(), required);
    }
    root.insert("tags".into(), tags(api));
    root.insert("paths".into(), paths::paths(api, &bodies, names));
    if let Some(webhooks) = webhooks::all(api, names) {
        root.insert("webhooks".into(), webhooks);
    }
    root.insert("components".into(), components(&bodies, names, &plan));
    if !api.errors.is_empty() {
        root.insert("x-stipula-codes".into(), paths::codes(&api.errors));
    }
    Value::Object(root)
}

/// The groups of operations; OpenAPI wants a tag of those without one, too.
fn tags(api: &Api) -> Value {
    let groups = api.by_group();
    let has_groups = groups.iter().any(|it| it.0.is_some());
    let tags = groups.into_iter().map(|(group, _)| match group {
        Some(name) => json!({ "name": name, "description": format!("The group `{name}`.") }),
        None => json!({ "name": api.title, "description": if has_groups { OTHERS } else { TAG } }),
    });
    tags.collect()
}

/// Linters want a license, with an identifier. That of the API is not ours to tell.
const LICENSE: (&str, &str) = (
    "As the vendor's terms say; none is stated here.",
    "LicenseRef-vendor-terms",
);

/// OpenAPI wants a version, whether or not the spec has one.
fn info(api: &Api) -> Value {
    let mut info = Json::new();
    info.insert("title".into(), json!(api.title));
    if !api.doc.is_empty() {
        info.insert("description".into(), json!(api.doc.trim()));
    }
    if let Some(contact) = &api.about.contact {
        let key = match contact {
            it if it.contains("://") => "url",
            it if it.contains('@') => "email",
            _ => "name",
        };
        info.insert("contact".into(), json!({ key: contact }));
    }
    info.insert(
        "license".into(),
        json!({ "name": LICENSE.0, "identifier": LICENSE.1 }),
    );
    let version = api.about.version.as_deref();
    info.insert("version".into(), json!(version.unwrap_or("1")));
    if let Some(date) = &api.about.date {
        info.insert("x-stipula-date".into(), json!(date));
    }
    if let Some(repository) = &api.about.repository {
        info.insert("x-stipula-repository".into(), json!(repository));
    }
    Value::Object(info)
}

fn servers(api: &Api) -> Value {
    api.environments
        .iter()
        .map(|environment| {
            let doc = match environment.doc.trim() {
                "" => environment.name.clone(),
                doc => format!("{}: {doc}", environment.name),
            };
            let mut server = json!({ "url": environment.url, "description": doc });
            if let Some(variables) = variables(api, &environment.url) {
                server["variables"] = variables;
            }
            server
        })
        .collect()
}

/// Credentials in an address; OpenAPI wants a value for each, which is the sample or its name.
fn variables(api: &Api, url: &str) -> Option<Value> {
    let mut variables = Json::new();
    for it in &api.credentials {
        if url.contains(&format!("{{{}}}", it.name)) {
            let default = it.sample.as_ref().unwrap_or(&it.name);
            let mut value = json!({ "default": default });
            if !it.doc.trim().is_empty() {
                value["description"] = json!(it.doc.trim());
            }
            variables.insert(it.name.clone(), value);
        }
    }
    (!variables.is_empty()).then_some(Value::Object(variables))
}

fn components(api: &Api, names: &Names, plan: &Plan<'_>) -> Value {
    let mut components = Json::new();
    components.insert("schemas".into(), types::schemas(api, names, plan));
    let parameters = headers::parameters(api);
    if !parameters.is_empty() {
        components.insert("parameters".into(), Value::Object(parameters));
    }
    let headers = headers::response_headers(api);
    if !headers.is_empty() {
        components.insert("headers".into(), Value::Object(headers));
    }
    if let Some(schemes) = security::schemes(api) {
        components.insert("securitySchemes".into(), schemes);
    }
    Value::Object(components)
}

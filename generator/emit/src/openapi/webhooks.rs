//! What the vendor calls with: `webhooks`.

use serde_json::{Value as Any, json};

use stipula_contract::{Api, Notification, NotificationProof, ReplyBody};

use super::{
    Json,
    field::{self, Way},
    names::Names,
};

/// Every kind by its name; nothing where there is none.
pub(super) fn all(api: &Api, names: &Names) -> Option<Any> {
    let all = api.notifications.iter();
    let all: Json = all
        .map(|it| (it.name.clone(), json!({ "post": webhook(api, it, names) })))
        .collect();
    (!all.is_empty()).then_some(Any::Object(all))
}

fn webhook(api: &Api, it: &Notification, names: &Names) -> Any {
    let mut value = Json::new();
    value.insert("operationId".into(), json!(it.name));
    value.insert("tags".into(), json!([api.title]));
    value.insert("summary".into(), json!(it.summary));
    let when = it.when.as_ref();
    let when = when.map(|it| format!("It is this kind when {}.", it.english));
    let parts = [it.doc.trim().to_owned(), api.told_of_proof(it)];
    let parts = parts.into_iter().chain(when).filter(|it| !it.is_empty());
    let doc = parts.collect::<Vec<_>>().join("\n\n");
    value.insert("description".into(), json!(doc));
    let parameters = parameters(api, it);
    if !parameters.is_empty() {
        value.insert("parameters".into(), json!(parameters));
    }
    if let Some(item) = it.body.item() {
        let schema = Any::Object(field::value(&item, Way::Response, names));
        let content = json!({ "application/json": { "schema": schema } });
        let body = json!({ "required": true, "content": content });
        value.insert("requestBody".into(), body);
    }
    value.insert("responses".into(), responses(it));
    // What proves it stands in its headers; the schemes of the document are those of requests.
    value.insert("security".into(), json!([]));
    Any::Object(value)
}

/// The headers that prove it.
fn parameters(api: &Api, it: &Notification) -> Vec<Any> {
    let names: Vec<&String> = match &it.proof {
        NotificationProof::None => Vec::new(),
        NotificationProof::Secret { header, .. } => vec![header],
        NotificationProof::Scheme(id) => {
            let scheme = api.scheme(*id);
            let short = scheme.signature().into_iter().flat_map(|it| {
                [
                    &it.client_header,
                    &it.response_time_header,
                    &it.signature_header,
                ]
            });
            let answer = scheme.signed().and_then(|it| it.answer.as_ref());
            let long = answer.into_iter().flat_map(|it| {
                let rest = [&it.time_header, &it.nonce_header, &it.key_header];
                let rest = rest.into_iter().flatten();
                std::iter::once(&it.signature_header).chain(rest)
            });
            short.chain(long).collect()
        }
    };
    let header = |name: &String| json!({ "name": name, "in": "header", "required": true, "schema": { "type": "string" } });
    names.into_iter().map(header).collect()
}

fn responses(it: &Notification) -> Any {
    let mut taken = json!({ "description": "The notification was accepted." });
    match &it.reply.body {
        ReplyBody::Nothing => {}
        ReplyBody::Json(body) => {
            taken["content"] = json!({ "application/json": { "example": body } });
        }
        ReplyBody::Text(text) => {
            taken["content"] = json!({ "text/plain": { "example": text } });
        }
    }
    json!({
        it.reply.http.to_string(): taken,
        "default": { "description": "The notification was not accepted, or its proof is wrong: the vendor sends it again." },
    })
}

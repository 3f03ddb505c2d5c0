//! Signed requests, as far as OpenAPI can say it: headers that hold a key each.
//!
//! How the signature is made, it cannot say; the description does.

use serde_json::{Value, json};

use super::Json;
use stipula_contract::{Api, Piece, Signing};

const CLIENT: &str = "client";
const SIGNATURE: &str = "signature";

/// Both headers are needed.
pub(super) fn required() -> Value {
    json!([{ CLIENT: [], SIGNATURE: [] }])
}

/// Whether a header is one of the schemes.
pub(super) fn has(api: &Api, header: &str) -> bool {
    api.signing.as_ref().is_some_and(|signing| {
        [&signing.client_header, &signing.signature_header]
            .iter()
            .any(|it| it.eq_ignore_ascii_case(header))
    })
}

/// The schemes by name.
pub(super) fn schemes(api: &Api, signing: &Signing) -> Value {
    let how = format!(
        "Signed with `{}`, key version {}, is the text `{}`.",
        signing.algorithm,
        signing.key_version,
        template(&signing.string_to_sign)
    );
    let mut schemes = Json::new();
    for (name, header, how) in [
        (CLIENT, &signing.client_header, String::new()),
        (SIGNATURE, &signing.signature_header, how),
    ] {
        let mut headers = api.headers.iter();
        let documented = headers.find(|it| it.name.eq_ignore_ascii_case(header));
        let doc = documented.map_or("", |it| it.doc.trim());
        let sample = documented.and_then(|it| it.sample.as_ref());
        let sample = sample.map_or_else(String::new, |it| format!("For example `{it}`."));
        let parts = [doc, &how, &sample];
        let doc: Vec<&str> = parts.into_iter().filter(|it| !it.is_empty()).collect();
        let mut scheme = json!({ "type": "apiKey", "in": "header", "name": header });
        if !doc.is_empty() {
            scheme["description"] = json!(doc.join(" "));
        }
        schemes.insert(name.into(), scheme);
    }
    Value::Object(schemes)
}

/// The text to sign as a template, as the spec has it.
fn template(pieces: &[Piece]) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Method => "{method}".to_owned(),
        Piece::Path => "{path}".to_owned(),
        Piece::ClientId => "{client_id}".to_owned(),
        Piece::Time => "{time}".to_owned(),
        Piece::Body => "{body}".to_owned(),
        Piece::Text(text) => text.replace('\n', "\\n"),
    };
    pieces.iter().map(piece).collect()
}

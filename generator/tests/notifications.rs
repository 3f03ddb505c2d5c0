//! What lint says about notifications, and what is made of them.

mod linted;

use serde_json::{Value, json};
use stipula_generator::{Target, emit, load_str};

const BEFORE: &str = "
credentials: { secret: {}, token: {} }
authentication:
  main: { bearer: token }
  vendor: { signature: { algorithm: rsa_sha256, response: { text: '{body}', signature: X-Sign } } }
operations: { ping: { post: /ping } }
notifications:
  first: { proof: vendor, when: kind == \"A\", body: { kind: { type: string } } }
  second: { proof: { header: X-Secret, is: secret }, body: { kind: { type: string } } }
";

fn findings(spec: &str) -> String {
    linted::findings(&format!("api: demo{spec}")).join("\n")
}

#[test]
fn a_scheme_or_a_secret_proves_a_notification() {
    assert_eq!(findings(BEFORE), "");
}

/// One more notification each.
const MISTAKES: &[&str] = &[
    "body: { kind: { type: string } }",
    "proof: { header: X-Secret, is: secrt }, body: { kind: { type: string } }",
    "proof: { header: X Secret, is: secret }, body: { kind: { type: string } }",
    "proof: vendr, when: kind == \"B\", body: { kind: { type: string } }",
    "proof: main, when: kind == \"B\", body: { kind: { type: string } }",
    "proof: vendor, when: kind starts_with \"A\", body: { kind: { type: string } }",
    "proof: vendor, body: { kind: { type: string } }",
    "proof: vendor, when: knd == \"B\", body: { kind: { type: string } }",
    "proof: none, when: len(kind) > 3, body: { kind: { type: string } }",
    "proof: none, when: a == 1, body: { list: string }",
    "proof: none, body: bytes",
    "proof: none, body: json, answer: { http: 302 }",
    "proof: none, body: json, answer: { http: 204, text: ok }",
    "proof: none, body: json, answer: { json: {}, text: ok }",
];

#[test]
fn mistakes_are_told_where_they_stand() {
    let told = MISTAKES.iter().map(|third| {
        let spec = format!("{BEFORE}  third: {{ {third} }}\n");
        format!("{third}\n{}\n", findings(&spec))
    });
    insta::assert_snapshot!(
        "mistakes_of_notifications",
        told.collect::<Vec<_>>().join("\n")
    );
}

#[test]
fn a_scheme_without_a_request_is_there_for_notifications() {
    let signature =
        "{ signature: { algorithm: rsa_sha256, response: { text: '{body}', signature: X } } }";
    let spec = |ping: &str, rest: &str| {
        format!(
            "\nauthentication: {{ main: {signature} }}\noperations: {{ ping: {{ post: /ping{ping} }} }}\n{rest}"
        )
    };
    assert_eq!(
        findings(&spec("", "")),
        "api.yaml:2:19: error[E0202]: the scheme `main` signs no requests, and no notification names it; add `request:`, or name it as the `proof` of a notification"
    );
    let notification = "notifications: { told: { proof: main, body: json } }";
    assert_eq!(findings(&spec("", notification)), "");
    assert_eq!(
        findings(&spec(", authentication: main", notification)),
        "api.yaml:3:52: error[E0320]: the scheme `main` signs no requests; say in its `signature` what of a `request` is signed, or name another scheme"
    );
    let unsigned = "authentication: { main: { signature: { algorithm: rsa_sha256, request: { text: '{body}', headers: { X: '{signature}' } } } } }";
    assert_eq!(
        findings(&format!(
            "\n{unsigned}\noperations: {{ ping: {{ post: /ping }} }}\n{notification}"
        )),
        "api.yaml:4:33: error[E0609]: `main` does not say how messages of the vendor are signed; add `response:` to the `signature`, with the headers of a notification"
    );
}

fn output(target: Target, path: &str) -> String {
    let loaded = load_str(&[("api.yaml", &format!("api: demo{BEFORE}"))]);
    let files = emit(&loaded.model.expect("a model"), target);
    let file = files.iter().find(|(name, _)| *name == path);
    file.map(|(_, text)| text.to_owned()).expect("the file")
}

#[test]
fn openapi_has_a_webhook_for_each() {
    let document: Value =
        serde_json::from_str(&output(Target::OpenApi, "schema/openapi.json")).expect("JSON");
    let first = &document["webhooks"]["first"]["post"];
    assert_eq!(first["parameters"][0]["name"], "X-Sign");
    assert_eq!(
        first["description"],
        "The header `X-Sign` has its signature, by RSASSA-PKCS1-v1_5 with SHA-256 of the text `{body}`, in base64.\n\nIt is this kind when `kind` is `A`."
    );
    assert_eq!(
        first["requestBody"]["content"]["application/json"]["schema"],
        json!({ "$ref": "#/components/schemas/FirstNotification" })
    );
    assert_eq!(
        document["components"]["securitySchemes"]
            .as_object()
            .map(serde_json::Map::len),
        Some(1)
    );
}

#[test]
fn pages_tell_each() {
    let page = output(Target::Docs, "docs/README.md");
    let start = page.find("## Notifications").expect("a section");
    let end = page[start..].find("## Types").expect("the next section");
    insta::assert_snapshot!("notifications_in_the_index", &page[start..start + end]);
}

/// A sealed member, and what lint says.
const SEALED: &[&str] = &[
    "credentials: { k: {} }\nencryption: { member: { sealed: { profile: aes_256_gcm, key: k, text: t, nonce: n } } }\noperations: { ping: { get: /ping, response: { a: { type: { sealed: string } } } } }",
    "operations: { ping: { get: /ping, response: { a: { type: { sealed: string } } } } }",
    "credentials: { k: {} }\nencryption: { member: { sealed: { profile: aes_256_gcm, key: kk, text: t, nonce: n } } }\noperations: { ping: { get: /ping, response: { a: { type: { sealed: string } } } } }",
    "credentials: { k: {} }\nencryption: { member: { sealed: { profile: aes_256_gcm, key: k, text: t, nonce: n, algorithm: AES } } }\noperations: { ping: { get: /ping, response: { a: { type: { sealed: string } } } } }",
    "credentials: { k: {} }\nencryption: { member: { sealed: { profile: aes_256_gcm, key: k, text: t, nonce: n } } }\noperations: { ping: { post: /ping, request: { a: { type: { sealed: string } } } } }",
    "credentials: { k: {} }\nencryption: { member: { sealed: { profile: aes_256_gcm, key: k, text: t, nonce: n } } }\noperations: { ping: { get: /ping } }",
    "credentials: { k: {} }\nencryption: { member: { sealed: { profile: aes_256_gcm, key: k, text: t, nonce: n } } }\ntypes: { Tree: { fields: { a: { type: { sealed: string } }, next: { type: Tree } } } }\noperations: { ping: { get: /ping, response: Tree } }",
    "credentials: { k: {} }\nencryption: { member: { sealed: { profile: aes_256_gcm, key: k, text: t, nonce: n } } }\noperations: { ping: { get: /ping, response: { a: { type: { list: { sealed: string } } } } } }",
    "operations: { ping: { post: /ping, request: { a: { type: string, encrypted: true } } } }",
    "encryption: { member: { sent: { profile: rsa_oaep_sha1, key_header: K } } }\noperations: { ping: { post: /ping, request: { a: { type: string, encrypted: true } } } }",
    "encryption: { member: { sent: { profile: rsa_oaep_sha1, key_header: K K } } }\noperations: { ping: { post: /ping, request: { a: { type: string, encrypted: true } } } }",
    "encryption: { member: { sent: { profile: rsa_oaep_sha1, key_header: K } } }\noperations: { ping: { post: /ping, request: { a: { type: integer, encrypted: true } } } }",
    "encryption: { member: { sent: { profile: rsa_oaep_sha1, key_header: K } } }\noperations: { ping: { get: /ping, response: { a: { type: string, encrypted: true } } } }",
    "encryption: { member: { sent: { profile: rsa_oaep_sha1, key_header: K } } }\noperations: { ping: { get: /ping } }",
    "operations: { ping: { get: /ping, response: { data: { type: { list: K } } }, keys: { from_answer: dta, id: id, key: pem } } }\ntypes: { K: { fields: { id: { type: string }, pem: { type: string } } } }",
    "operations: { ping: { get: /ping, response: { data: { type: { list: K } } }, keys: { from_answer: data, id: n, key: perm } } }\ntypes: { K: { fields: { id: { type: string }, n: { type: integer }, pem: { type: string } } } }",
    "operations: { ping: { get: /ping, response: { data: { type: { list: K } } }, keys: { from_answer: data, id: n, key: pem } } }\ntypes: { K: { fields: { n: { type: integer }, pem: { type: string } } } }",
    "operations: { ping: { get: /ping, response: text, keys: { from_answer: data, id: n, key: pem } } }",
    "authentication: { main: { signature: { algorithm: rsa_sha256, request: { text: '{body}', headers: { X: '{signature}' } }, response: { text: '{body}', signature: X } } } }\noperations: { ping: { get: /ping, answer: unsigned, response: { data: { type: { list: K } } }, keys: { from_answer: data, id: id, key: pem } } }\ntypes: { K: { fields: { id: { type: string }, pem: { type: string } } } }",
    "types: { K: { fields: { id: { type: string }, pem: { type: string } } }, L: { fields: { data: { type: { list: K } } } } }\noperations: { ping: { get: /ping, response: L, keys: { from_answer: data, id: id, key: pem } }, pong: { get: /pong, response: L, keys: { from_answer: data, id: pem, key: id } } }",
    "encryption: { member: {} }\noperations: { ping: { get: /ping } }",
];

#[test]
fn sealed_members_are_told_where_they_stand() {
    let told = SEALED
        .iter()
        .map(|spec| format!("{spec}\n{}\n", findings(&format!("\n{spec}"))));
    insta::assert_snapshot!(
        "mistakes_of_sealed_members",
        told.collect::<Vec<_>>().join("\n")
    );
}

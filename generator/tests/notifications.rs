//! What lint says about notifications, and what is made of them.

use serde_json::{Value, json};
use stipula_generator::{Target, diag::short, emit, load_str};

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
    let loaded = load_str(&[("api.yaml", &format!("api: demo{spec}"))]);
    let all = loaded.diagnostics.iter();
    let lines: Vec<_> = all.map(|it| short(it, &loaded.sources)).collect();
    lines.join("\n")
}

#[test]
fn a_scheme_or_a_secret_proves_a_notification() {
    assert_eq!(findings(BEFORE), "");
}

/// One more notification, and what lint says of it.
const MISTAKES: &[(&str, &str)] = &[
    (
        "body: { kind: { type: string } }",
        "api.yaml:10:3: error[E0609]: nothing says how `third` proves who sent it; write `proof: SCHEME` with a scheme that signs answers, or `proof: { header: NAME, is: CREDENTIAL }`; `proof: none` says that the vendor proves nothing",
    ),
    (
        "proof: { header: X-Secret, is: secrt }, body: { kind: { type: string } }",
        "api.yaml:10:40: error[E0319]: there is no credential `secrt`; did you mean `secret`?",
    ),
    (
        "proof: { header: X Secret, is: secret }, body: { kind: { type: string } }",
        "api.yaml:10:28: error[E0312]: `X Secret` cannot name a header; use letters, digits and `-`",
    ),
    (
        "proof: vendr, when: kind == \"B\", body: { kind: { type: string } }",
        "api.yaml:10:19: error[E0320]: there is no scheme `vendr`; did you mean `vendor`?",
    ),
    (
        "proof: main, when: kind == \"B\", body: { kind: { type: string } }",
        "api.yaml:10:19: error[E0609]: `main` proves requests only, not who sent a notification; name a scheme of kind `signature`, or write `proof: { header: NAME, is: CREDENTIAL }`",
    ),
    (
        "proof: vendor, when: kind starts_with \"A\", body: { kind: { type: string } }",
        "api.yaml:10:33: error[E0321]: `first` and `third` fit one body, where `kind` is `A`; write a `when` for each that no body meets with another",
    ),
    (
        "proof: vendor, body: { kind: { type: string } }",
        "api.yaml:10:3: error[E0321]: `first` and `third` fit one body: only one of them, or none, says `when`; write a `when` for each that no body meets with another",
    ),
    (
        "proof: vendor, when: knd == \"B\", body: { kind: { type: string } }",
        "api.yaml:10:33: error[E0402]: there is no field `knd`; did you mean `kind`?",
    ),
    (
        "proof: none, when: len(kind) > 3, body: { kind: { type: string } }",
        "api.yaml:10:31: error[E0404]: `when` compares what cannot be seen before the body is read; compare texts, enums, whole numbers and booleans with `==` or `in`, or ask `present` or `starts_with`",
    ),
    (
        "proof: none, when: a == 1, body: { list: string }",
        "api.yaml:10:31: error[E0309]: `when` looks into an object, and the body is none; make the body an object, or leave `when` out",
    ),
    (
        "proof: none, body: bytes",
        "api.yaml:10:25: error[E0309]: a notification whose body is not JSON cannot be said yet; write its fields or its type; `json` keeps any JSON as it comes",
    ),
    (
        "proof: none, body: json, answer: { http: 302 }",
        "api.yaml:10:53: error[E0610]: 302 says that the notification was not taken; write a status of 200 to 299; what was refused is answered by the client itself",
    ),
    (
        "proof: none, body: json, answer: { http: 204, text: ok }",
        "api.yaml:10:53: error[E0610]: an answer with status 204 has no body; remove the body, or write another status",
    ),
    (
        "proof: none, body: json, answer: { json: {}, text: ok }",
        "api.yaml:10:63: error[E0610]: an answer has one body; remove `json` or `text`",
    ),
];

#[test]
fn mistakes_are_told_where_they_stand() {
    for (third, told) in MISTAKES {
        let spec = format!("{BEFORE}  third: {{ {third} }}\n");
        assert_eq!(findings(&spec), *told, "{third}");
    }
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
        "api.yaml:2:25: error[E0202]: the scheme `main` signs no requests, and no notification names it; add `request:`, or name it as the `proof` of a notification"
    );
    let notification = "notifications: { told: { proof: main, body: json } }";
    assert_eq!(findings(&spec("", notification)), "");
    assert_eq!(
        findings(&spec(", authentication: main", notification)),
        "api.yaml:3:56: error[E0320]: the scheme `main` signs no requests; say in its `signature` what of a `request` is signed, or name another scheme"
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
            .map(|it| it.len()),
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

//! What lint says about credentials, schemes and addresses.

use serde_json::{Value, json};
use stipula_generator::{Target, diag::short, emit, load_str};

fn findings(spec: &str) -> String {
    let loaded = load_str(&[("api.yaml", &format!("api: demo\n{spec}"))]);
    let all = loaded.diagnostics.iter();
    let lines: Vec<_> = all.map(|it| short(it, &loaded.sources)).collect();
    lines.join("\n")
}

/// Operations that prove themselves with whatever is said before them.
const PING: &str = "operations: { ping: { post: /ping } }";

#[test]
fn an_api_may_prove_itself_in_several_ways() {
    let spec = "
credentials: { key: { doc: The key. }, user: { public: true }, tenant: {} }
environments: { live: { url: \"https://example.com/v1/{tenant}\" } }
authentication:
  main: { bearer: key }
  pair: { basic: { user: user, password: key } }
  alone: { basic: { user: user } }
  header: { api_key: { header: X-Key, is: key } }
  query: { api_key: { query: key, is: key } }
  fetched: { oauth2: { token_url: /oauth/token, client_id: user, client_secret: key, scopes: [a:b, c] } }
  form: { oauth2: { token_url: \"https://login.example/token\", client_id: user, client_secret: key, in: body, parameters: { audience: x } } }
operations:
  ping: { post: /ping }
  open: { post: /open, authentication: none }
  other: { post: /other, authentication: pair }
";
    assert_eq!(findings(spec), "");
}

/// What is said before the operation, and what lint says.
const MISTAKES: &[(&str, &str)] = &[
    (
        "authentication: { main: {} }",
        "api.yaml:2:19: error[E0202]: the scheme `main` says none of `bearer`, `basic`, `api_key`, `oauth2`; say exactly one",
    ),
    (
        "credentials: { key: {} }\nauthentication: { main: { bearer: key, basic: { user: key } } }",
        "api.yaml:3:19: error[E0206]: the scheme `main` says more than one of `bearer`, `basic`, `api_key`, `oauth2`; say exactly one",
    ),
    (
        "credentials: { key: {} }\nauthentication: { main: { barer: key } }",
        "api.yaml:3:19: error[E0202]: the scheme `main` says none of `bearer`, `basic`, `api_key`, `oauth2`; say exactly one\n\
         api.yaml:3:27: error[E0201]: `barer` is not a key of a scheme; did you mean `bearer`?",
    ),
    (
        "credentials: { key: {} }\nauthentication: { main: { api_key: { is: key } } }",
        "api.yaml:3:27: error[E0202]: `api_key` says none of `header`, `query`; say exactly one",
    ),
    (
        "credentials: { key: {} }\nauthentication: { main: { api_key: { header: X Key, is: key } } }",
        "api.yaml:3:46: error[E0312]: `X Key` cannot name a header; use letters, digits and `-`",
    ),
    (
        "credentials: { key: {} }\nauthentication: { none: { bearer: key } }",
        "api.yaml:3:19: error[E0312]: `none` is what an operation says that proves nothing; give it another name",
    ),
    (
        "credentials: { id: {}, key: {} }\nauthentication: { main: { oauth2: { client_id: id, client_secret: key } } }",
        "api.yaml:3:37: error[E0202]: `oauth2` lacks the key `token_url`; add `token_url:`",
    ),
    (
        "credentials: { id: {} }\nauthentication: { main: { oauth2: { token_url: /token, client_id: id, client_secret: secret } } }",
        "api.yaml:3:86: error[E0319]: there is no credential `secret`; one of `id`",
    ),
    (
        "credentials: { id: {}, key: {} }\nauthentication: { main: { oauth2: { token_url: token, client_id: id, client_secret: key } } }",
        "api.yaml:3:48: error[E0602]: no token can be fetched at `token`; write `https://host/path`, or a path below that of the environment",
    ),
    (
        "credentials: { id: {}, key: {} }\nauthentication: { main: { oauth2: { token_url: \"/{id}/token\", client_id: id, client_secret: key } } }",
        "api.yaml:3:48: error[E0602]: no token can be fetched at `/{id}/token`; write it without braces; a path, such as `/oauth/token`, follows the environment",
    ),
    (
        "credentials: { id: {}, key: {} }\nauthentication: { main: { oauth2: { token_url: /token, client_id: id, client_secret: key, scopes: [a b], in: query, parameters: { scope: x } } } }",
        "api.yaml:3:100: error[E0312]: `a b` is not a scope; write each scope as a text of its own in the list, without blanks and quotes\n\
         api.yaml:3:110: error[E0205]: `in` is `query`, which is not one of its words; one of `header`, `body`\n\
         api.yaml:3:131: error[E0312]: the client itself writes `scope`; use `scopes`",
    ),
    (
        "authentication: { main: { bearer: key } }",
        "api.yaml:2:35: error[E0319]: there is no credential `key`",
    ),
    (
        "credentials: { api: {} }\nauthentication: { main: { bearer: api } }",
        "api.yaml:2:16: error[E0314]: `api` would be `API` in Rust, which the client uses itself; give it a name of its own with `rust:`",
    ),
    (
        "credentials: { main: {} }\nauthentication: { main: { bearer: main } }",
        "api.yaml:2:16: error[E0314]: `main` and `main` would both be `MAIN` in Rust; give one of them a name of its own with `rust:`",
    ),
    (
        "environments: { live: { url: \"https://example.com/{key}\" } }",
        "api.yaml:2:30: error[E0319]: there is no credential `key`",
    ),
    (
        "environments: { live: { url: \"https://example.com/{key\" } }",
        "api.yaml:2:30: error[E0602]: a brace has no partner; write `{name}` for a credential",
    ),
    (
        "credentials: { key: {} }\nenvironments: { live: { url: \"https://{key}.example.com\" } }",
        "api.yaml:3:30: error[E0602]: `https://{key}.example.com` is not a base address; write `https://host`; credentials stand in the path only",
    ),
    (
        "environments: { live: { url: https://example.com/v1/ } }",
        "api.yaml:2:30: error[E0602]: `https://example.com/v1/` is not a base address; remove the slash at the end",
    ),
    (
        "environments: { live: { url: \"https://example.com/v1?key=1\" } }",
        "api.yaml:2:30: error[E0602]: `https://example.com/v1?key=1` is not a base address; leave out the query, the fragment and percent signs",
    ),
    (
        "environments: { live: { url: https://example.com/a/../b } }",
        "api.yaml:2:30: error[E0602]: `https://example.com/a/../b` is not a base address; remove the segments that are empty, `.` or `..`",
    ),
    (
        "credentials: { key: {} }\nauthentication: { main: { bearer: key } }\nsigning: { scheme: signature, client_header: C, request_time_header: T, response_time_header: R, signature_header: S, algorithm: RSA256, string_to_sign: \"{body}\" }",
        "api.yaml:4:1: error[E0206]: `signing` and `authentication` both say how requests prove who sent them; remove one of the two",
    ),
];

#[test]
fn mistakes_are_told_where_they_are() {
    let found = MISTAKES
        .iter()
        .map(|it| findings(&format!("{}\n{PING}", it.0)));
    let told = MISTAKES.iter().map(|it| it.1.to_owned());
    assert_eq!(found.collect::<Vec<_>>(), told.collect::<Vec<_>>());
}

#[test]
fn a_token_is_told_in_every_output() {
    let spec = "\
api: demo
title: Demo
environments: { live: { url: https://example.com/v1 } }
credentials: { app: { public: true, doc: Of the app. }, secret: { doc: Its secret. } }
authentication:
  main: { oauth2: { token_url: /token, client_id: app, client_secret: secret, scopes: [read, \"a:b\"], in: body, parameters: { audience: x } } }
operations: { ping: { post: /ping, summary: Ping } }
";
    let loaded = load_str(&[("api.yaml", spec)]);
    let model = loaded.model.expect("it loads");
    let openapi = emit(&model, Target::OpenApi);
    let openapi: Value = serde_json::from_str(openapi.get("schema/openapi.json").unwrap()).unwrap();
    assert_eq!(openapi["security"], json!([{ "main": ["read", "a:b"] }]));
    let how = "A token by OAuth 2.0, grant `client_credentials`: `POST /token` with the credentials \
               `app` and `secret` in the form. Scopes: `read`, `a:b`. The form also says `audience=x`.";
    assert_eq!(
        openapi["components"]["securitySchemes"]["main"],
        json!({
            "type": "oauth2",
            "flows": { "clientCredentials": {
                "tokenUrl": "https://example.com/v1/token",
                "scopes": { "read": "", "a:b": "" },
            } },
            "description": format!("{how} `app`: Of the app. `secret`: Its secret."),
        })
    );
    let rust = emit(&model, Target::Rust);
    let api = rust.get("src/generated/api.rs").unwrap();
    let constant = "\
pub static MAIN: Scheme = Scheme::oauth2(
    \"main\",
    OAuth2::new(\"/token\", &APP, &SECRET)
        .scopes(&[\"read\", \"a:b\"])
        .parameters(&[(\"audience\", \"x\")])
        .in_body(),
);";
    assert!(api.contains(constant), "{api}");
    let docs = emit(&model, Target::Docs);
    let page = docs.get("docs/README.md").unwrap();
    assert!(page.contains(how), "{page}");
}

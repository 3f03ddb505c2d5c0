//! What lint says about credentials, schemes and addresses.

mod linted;

use serde_json::{Value, json};
use stipula_generator::{Target, emit, load_str};

fn findings(spec: &str) -> String {
    linted::findings(&format!("api: demo\n{spec}")).join("\n")
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
        "api.yaml:2:19: error[E0202]: the scheme `main` says none of `bearer`, `basic`, `api_key`, `oauth2`, `signature`; say exactly one",
    ),
    (
        "credentials: { key: {} }\nauthentication: { main: { bearer: key, basic: { user: key } } }",
        "api.yaml:3:19: error[E0206]: the scheme `main` says more than one of `bearer`, `basic`, `api_key`, `oauth2`, `signature`; say exactly one",
    ),
    (
        "credentials: { key: {} }\nauthentication: { main: { barer: key } }",
        "api.yaml:3:19: error[E0202]: the scheme `main` says none of `bearer`, `basic`, `api_key`, `oauth2`, `signature`; say exactly one\n\
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

/// A signature that is well made, for the mistakes below.
const SIGNED: &str = "
credentials: { user: { public: true }, secret: {} }
outcome: { by: http }
authentication:
  main:
    signature:
      algorithm: hmac_sha512
      key: secret
      time: unix_millis
      encoding: base64url
      request:
        text: '{method}{path}{query}{sorted_query}{path_and_query}{body}{body_digest}{body_digest_base64}{time}{nonce}{key_id}{user}'
        headers: { X-Sign: 'v1 {signature},{time}', X-Nonce: '{nonce}', X-User: '{user}', X-Key: '{key_id}' }
      response: { text: '{time}{nonce}{body}', signature: S, time: T, nonce: N, key: K, fresh: 300 }
      accept_unsigned: [failed, unknown]
      trace_headers: [X-Trace]
operations: { ping: { post: /ping }, file: { get: /file, answer: unsigned } }
";

/// What of it is written in another way, and what lint says.
const SIGNED_MISTAKES: &[(&str, &str, &str)] = &[
    (
        "hmac_sha512",
        "hmac_sha521",
        "api.yaml:8:18: error[E0205]: `algorithm` is `hmac_sha521`, which is not one of its words; did you mean `hmac_sha512`?",
    ),
    (
        "key: secret",
        "key: secrt",
        "api.yaml:9:12: error[E0319]: there is no credential `secrt`; did you mean `secret`?",
    ),
    (
        "      key: secret\n",
        "",
        "api.yaml:8:18: error[E0202]: this algorithm needs a secret that both sides have; write `key: NAME` beside it, with the name of a credential",
    ),
    (
        "hmac_sha512",
        "ed25519",
        "api.yaml:9:12: error[E0206]: this algorithm signs with a private key, not with a credential; remove `key`; the builder of a client is given `private_key` or `signer`",
    ),
    (
        "{sorted_query}",
        "{sortd_query}",
        "api.yaml:13:37: error[E0603]: `{sortd_query}` is neither a piece of a message nor a credential; did you mean `sorted_query`?",
    ),
    (
        "{key_id}{user}'",
        "{key_id}{usr}'",
        "api.yaml:13:127: error[E0603]: `{usr}` is neither a piece of a message nor a credential; did you mean `user`?",
    ),
    (
        "{key_id}{user}'",
        "{key_id}{user'",
        "api.yaml:13:127: error[E0603]: a `{` is not closed; write `{name}` for a piece",
    ),
    (
        "'{method}{path}",
        "'{signature}{path}",
        "api.yaml:13:16: error[E0603]: the signature cannot be a part of what it signs; leave it out; it stands in a header",
    ),
    (
        "'v1 {signature},{time}'",
        "'v1 {time}'",
        "api.yaml:14:9: error[E0603]: no header holds `{signature}`; put `{signature}` into one of `headers`, so that the platform can read it",
    ),
    (
        "'{nonce}', X-User",
        "'{signature}', X-User",
        "api.yaml:14:9: error[E0603]: two headers hold `{signature}`; leave one of them\n\
         api.yaml:14:9: error[E0603]: no header holds `{nonce}`; put `{nonce}` into one of `headers`, so that the platform can read it",
    ),
    (
        "{signature},{time}",
        "{signature}{time}",
        "api.yaml:14:43: error[E0603]: two pieces without a text between them cannot be told apart; write a text between them, as the pages do",
    ),
    (
        "'v1 {signature},{time}'",
        "'v1 {signature},{time},{body}'",
        "api.yaml:14:51: error[E0603]: `{body}` cannot stand in a header; write `{time}`, `{nonce}`, `{key_id}`, `{body_digest}`, `{signature}` or a credential",
    ),
    (
        "'v1 {signature}",
        "'vé {signature}",
        "api.yaml:14:29: error[E0603]: a header holds visible ASCII characters and blanks only; write the header as one line",
    ),
    (
        "X-Nonce: ",
        "x-sign: ",
        "api.yaml:14:53: error[E0301]: the header `x-sign` is declared twice; remove one of the two",
    ),
    (
        "X-Nonce: ",
        "X Nonce: ",
        "api.yaml:14:53: error[E0312]: `X Nonce` cannot name a header; use letters, digits and `-`",
    ),
    (
        "'{time}{nonce}{body}'",
        "'{time}{nonce}'",
        "api.yaml:15:25: error[E0603]: the text to sign does not hold `{body}`; a signature that leaves the body out protects nothing",
    ),
    (
        "'{time}{nonce}{body}'",
        "'{nonce}{body}'",
        "api.yaml:15:62: error[E0603]: `{time}` is not a part of the text, so anybody can change it; write `{time}` into `text`, or remove `time`",
    ),
    (
        "'{time}{nonce}{body}', signature: S, time: T,",
        "'{time}{nonce}{body}', signature: S,",
        "api.yaml:15:26: error[E0603]: no header of an answer holds `{time}`; write `time: HEADER` beside `text`\n\
         api.yaml:15:80: error[E0202]: `fresh` needs the time of an answer; write `time: HEADER` beside it, and `{time}` into the text",
    ),
    (
        "[failed, unknown]",
        "[success]",
        "api.yaml:16:25: error[E0604]: an answer that reports success must be signed; remove it; `answer: unsigned` of an operation says that none of its answers is",
    ),
    (
        "[failed, unknown]",
        "[faild]",
        "api.yaml:16:25: error[E0604]: this is neither `failed` nor `unknown`; did you mean `failed`?",
    ),
    (
        "outcome: { by: http }",
        "outcome: { status: [s], success: [S], failed: [F] }",
        "api.yaml:16:33: error[E0604]: `outcome` has no status of this class; remove it, or name the statuses of this class in `outcome`",
    ),
    (
        "answer: unsigned",
        "answer: unsigned, authentication: none",
        "api.yaml:18:66: error[E0604]: nothing signs the answers of this operation; remove `answer`, or say in the `signature` how answers are signed",
    ),
    (
        "answer: unsigned",
        "answer: signed",
        "api.yaml:18:66: error[E0205]: `answer` is `signed`, which is not one of its words; did you mean `unsigned`?",
    ),
    (
        "      trace_headers: [X-Trace]\n",
        "  other: { signature: { algorithm: ed25519, request: { text: '{body}', headers: { S: '{signature}' } } } }\n",
        "api.yaml:17:36: error[E0206]: a client has one key, and another scheme signs by another algorithm; describe the operations of each algorithm as an API of its own",
    ),
    (
        "      request:\n        text: ",
        "      request:\n        texts: ",
        "api.yaml:13:9: error[E0201]: `texts` is not a key of `request` of a signature; did you mean `text`?\n\
         api.yaml:13:9: error[E0202]: `request` of a signature lacks the key `text`; add `text:`",
    ),
];

#[test]
fn mistakes_of_a_signature_are_told_where_they_are() {
    assert_eq!(findings(SIGNED), "");
    let (mut told, mut expected) = (Vec::new(), Vec::new());
    for (part, other, finding) in SIGNED_MISTAKES {
        assert_eq!(SIGNED.matches(part).count(), 1, "{part}");
        told.push((other, findings(&SIGNED.replace(part, other))));
        expected.push((other, (*finding).to_owned()));
    }
    assert_eq!(told, expected);
}

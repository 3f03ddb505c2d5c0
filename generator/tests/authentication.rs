//! What lint says about credentials, schemes and addresses.

use stipula_generator::{diag::short, load_str};

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
        "api.yaml:2:19: error[E0202]: the scheme `main` says none of `bearer`, `basic`, `api_key`; say exactly one",
    ),
    (
        "credentials: { key: {} }\nauthentication: { main: { bearer: key, basic: { user: key } } }",
        "api.yaml:3:19: error[E0206]: the scheme `main` says more than one of `bearer`, `basic`, `api_key`; say exactly one",
    ),
    (
        "credentials: { key: {} }\nauthentication: { main: { barer: key } }",
        "api.yaml:3:19: error[E0202]: the scheme `main` says none of `bearer`, `basic`, `api_key`; say exactly one\n\
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

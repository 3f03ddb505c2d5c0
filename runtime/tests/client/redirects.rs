//! Redirects: followed by both clients alike, whatever carries their requests.

use std::sync::{Arc, Mutex};

use serde::Serialize;
use serde_json::Value;
use stipula::client::{
    Api, ApiKey, Bearer, Client, Credential, Envelope, Operation, Parameter, Request, RetryPolicy,
    Scheme, TransportError,
};
use stipula::{Validate, Violations, blocking};

static KEY: Credential = Credential::secret("key");
static BEARER: Scheme = Scheme::bearer("main", Bearer::new(&KEY));
static QUERY: Scheme = Scheme::api_key("other", ApiKey::in_query("key", &KEY));
static API: Api = Api::new("moved")
    .envelope(Envelope::new().by_http())
    .credentials(&[&KEY])
    .schemes(&[&BEARER, &QUERY])
    .headers(&[("X-Version", "2")])
    .query(&[("v", "2")]);

macro_rules! operation {
    ($name:ident, $type:ident, $operation:expr) => {
        static $name: Operation = $operation;

        #[derive(Serialize)]
        struct $type {
            #[serde(rename = "X-Own")]
            own: &'static str,
        }

        impl Validate for $type {
            type Context = ();

            fn check_in(&self, (): &()) -> Violations {
                Violations::new()
            }
        }

        impl Request for $type {
            const OPERATION: &'static Operation = &$name;
            type Response = Value;
        }
    };
}

operation!(
    FOLLOWS,
    Follows,
    Operation::new(&API, "follows")
        .endpoint("GET", "/a/b")
        .parameters(&[Parameter::header("X-Own")])
        .body(stipula::client::BodyForm::None)
        .authentication(&BEARER)
        .safe()
        .follow_redirects()
);
operation!(
    KEYED,
    Keyed,
    Operation::new(&API, "keyed")
        .endpoint("GET", "/a/b")
        .parameters(&[Parameter::header("X-Own")])
        .body(stipula::client::BodyForm::None)
        .authentication(&QUERY)
        .safe()
        .follow_redirects()
);
operation!(
    STAYS,
    Stays,
    Operation::new(&API, "stays")
        .endpoint("GET", "/a/b")
        .parameters(&[Parameter::header("X-Own")])
        .body(stipula::client::BodyForm::None)
        .safe()
);
operation!(
    WRITES,
    Writes,
    Operation::new(&API, "writes")
        .endpoint("POST", "/a/b")
        .parameters(&[Parameter::header("X-Own")])
        .follow_redirects()
);

/// What was asked, and what is answered to each: a status with an address. The last is `200` and `{}`.
#[derive(Clone, Default)]
struct Server {
    asked: Arc<Mutex<Vec<String>>>,
    answers: Arc<Mutex<Vec<(u16, &'static str)>>>,
}

impl Server {
    fn answer(&self, request: &http::Request<Vec<u8>>) -> http::Response<Vec<u8>> {
        let headers = request.headers();
        let mut names: Vec<_> = headers.keys().map(http::HeaderName::as_str).collect();
        names.sort_unstable();
        let asked = format!("{} {} {names:?}", request.method(), request.uri());
        self.asked.lock().unwrap().push(asked);
        let mut answers = self.answers.lock().unwrap();
        let (status, location) = if answers.is_empty() {
            (200, "")
        } else {
            answers.remove(0)
        };
        let mut answer = http::Response::new(b"{}".to_vec());
        *answer.status_mut() = http::StatusCode::from_u16(status).unwrap();
        if !location.is_empty() {
            let location = http::HeaderValue::from_bytes(location.as_bytes()).unwrap();
            answer.headers_mut().insert("location", location);
        }
        answer
    }
}

/// What is asked, and the error or nothing; the same by both clients.
fn call<R: Request<Context = ()>>(
    base: &str,
    request: &R,
    answers: &[(u16, &'static str)],
) -> (Vec<String>, String) {
    let server = Server::default();
    server.answers.lock().unwrap().extend(answers);
    let here = server.clone();
    let client = Client::builder(&API)
        .base_url(base)
        .credential(&KEY, "s3cret")
        .retry(RetryPolicy::none())
        .transport(move |request: http::Request<Vec<u8>>| {
            let answer = here.answer(&request);
            async move { Ok::<_, TransportError>(answer) }
        });
    let client = client.build().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    let answer = runtime.unwrap().block_on(client.call(request).send());
    let told = answer.err().map_or_else(String::new, |it| it.to_string());
    let asked = std::mem::take(&mut *server.asked.lock().unwrap());

    server.answers.lock().unwrap().clear();
    server.answers.lock().unwrap().extend(answers);
    let here = server.clone();
    let client = blocking::builder(&API)
        .base_url(base)
        .credential(&KEY, "s3cret")
        .retry(RetryPolicy::none())
        .blocking_transport(move |request: http::Request<Vec<u8>>| Ok(here.answer(&request)));
    let client = client.build().unwrap();
    let answer = client.call(request).send();
    let other = answer.err().map_or_else(String::new, |it| it.to_string());
    assert_eq!((&asked, &told), (&*server.asked.lock().unwrap(), &other));
    assert!(!told.contains("s3cret"), "{told}");
    (asked, told)
}

const OWN: Follows = Follows { own: "x" };
const BASE: &str = "https://a.example/v1";
const ALL: &str = r#"["authorization", "x-own", "x-version"]"#;

#[test]
fn the_same_host_is_asked_with_everything() {
    for (location, expected) in [
        ("/v1/c?d=e", "https://a.example/v1/c?d=e&v=2"),
        ("../c", "https://a.example/v1/c?v=2"),
        ("https://A.example:443/v1/c#f", "https://a.example/v1/c?v=2"),
        ("//a.example/v2/c", "https://a.example/v2/c?v=2"),
    ] {
        for status in [301, 302, 303, 307, 308] {
            let (asked, told) = call(BASE, &OWN, &[(status, location)]);
            assert_eq!(told, "");
            assert_eq!(
                asked,
                [
                    format!("GET https://a.example/v1/a/b?v=2 {ALL}"),
                    format!("GET {expected} {ALL}")
                ]
            );
        }
    }
    let keyed = Keyed { own: "x" };
    let (asked, _) = call(BASE, &keyed, &[(302, "/v1/c?key=s3cret&d=e")]);
    let expected = r#"GET https://a.example/v1/c?d=e&v=2&key=s3cret ["x-own", "x-version"]"#;
    assert_eq!(asked[1], expected);
}

#[test]
fn another_host_gets_nothing_of_ours() {
    for location in [
        "https://b.example/c?token=1",
        "https://a.example:8443/c?token=1",
        "//b.example/c?token=1",
    ] {
        let (asked, told) = call(BASE, &OWN, &[(302, location), (307, "/d")]);
        assert_eq!(told, "");
        assert!(asked[1].ends_with("/c?token=1 []"), "{asked:?}");
        assert!(asked[2].ends_with("/d []"), "{asked:?}");
    }
    // Nor does ours, when another host sends us back.
    let answers = [
        (302, "https://b.example/c"),
        (302, "https://a.example/v1/d"),
    ];
    let (asked, _) = call(BASE, &OWN, &answers);
    assert_eq!(asked[2], "GET https://a.example/v1/d []");
}

#[test]
fn what_is_not_followed_is_told_without_the_address() {
    for (location, why) in [
        (
            "http://b.example/s3cret",
            "it points to `b.example` over plain `http`, which anybody on the way can read",
        ),
        (
            "https://me:s3cret@b.example/",
            "the address that it points to has a user name",
        ),
        (
            "ftp://b.example/s3cret",
            "the address that it points to is none of the web",
        ),
        (
            "https://b.example/s3cret é",
            "the address that it points to cannot be read",
        ),
    ] {
        let (asked, told) = call(BASE, &OWN, &[(302, location)]);
        assert_eq!(asked.len(), 1);
        let expected =
            format!("`follows` was answered with HTTP 302 Found, which is not followed: {why}");
        assert_eq!(told, expected);
    }
    let (asked, told) = call(BASE, &OWN, &[(302, "/v1/a"); 9]);
    assert_eq!(asked.len(), 6);
    assert_eq!(
        told,
        "`follows` was answered with HTTP 302 Found, which is not followed: \
         5 redirects came before it, which is the most"
    );
    let (asked, told) = call(BASE, &OWN, &[(304, "/v1/a")]);
    assert_eq!((asked.len(), told.contains("HTTP 304")), (1, true));
}

#[test]
fn plain_http_leads_on_to_plain_http() {
    let (asked, told) = call("http://127.0.0.1:9", &OWN, &[(302, "http://127.0.0.1:8/c")]);
    assert_eq!(
        (asked[1].as_str(), told.as_str()),
        ("GET http://127.0.0.1:8/c []", "")
    );
}

#[test]
fn without_the_key_none_is_followed() {
    let told = |location| call(BASE, &Stays { own: "x" }, &[(302, location)]).1;
    assert_eq!(
        told("https://b.example/s3cret"),
        "`stays` was answered with HTTP 302 Found and a body that is not read; \
         it points to `b.example`, and redirects are not followed: check the base URL"
    );
    assert!(told("/s3cret").contains("it points to another path, and"));
    assert!(told("").contains("; redirects are not followed, check the base URL"));
    let (asked, _) = call(BASE, &Writes { own: "x" }, &[(307, "/v1/c")]);
    assert_eq!(asked.len(), 1);
}

#[test]
fn a_further_attempt_starts_where_the_first_one_did() {
    let server = Server::default();
    let answers = [(302, "https://b.example/c"), (503, ""), (302, "/v1/d")];
    server.answers.lock().unwrap().extend(answers);
    let here = server.clone();
    let client = blocking::builder(&API)
        .base_url(BASE)
        .credential(&KEY, "s3cret")
        .blocking_transport(move |request: http::Request<Vec<u8>>| Ok(here.answer(&request)));
    let answer = client.build().unwrap().call(&OWN).send().unwrap();
    assert_eq!(answer.attempts(), 2);
    let asked = server.asked.lock().unwrap();
    let first = format!("GET https://a.example/v1/a/b?v=2 {ALL}");
    let last = format!("GET https://a.example/v1/d?v=2 {ALL}");
    let expected = [&first, "GET https://b.example/c []", &first, &last];
    assert_eq!(*asked, expected);
}

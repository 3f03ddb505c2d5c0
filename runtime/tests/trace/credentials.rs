//! What credentials never reach, whatever the scheme: logs, errors and their causes, `Debug`.

use std::error::Error as _;
use std::fmt::Write as _;

use stipula::client::{
    Api, ApiKey, Basic, Bearer, Client, Credential, Envelope, Environment, Error, HyperTransport,
    OAuth2, Operation, Piece, RetryPolicy, Scheme, Signature, SignatureAlgorithm, SignedHeader,
    Token, TransportError, TransportErrorKind, prepare,
};

use crate::Notes;
use crate::script::now;

static USER: Credential = Credential::public("user");
static SECRET: Credential = Credential::secret("secret");

/// What nobody may see. It reads differently in an address, in a form and in Base64.
const HUSH: &str = "hu+sh/hu";
/// A token that was fetched.
const FETCHED: &str = "fe+tch/ed";

/// Every way in which a secret can be written. The long ones are Base64 of `me:hu+sh/hu`, and of the
/// same encoded as in a form.
const FORMS: [&str; 7] = [
    HUSH,
    FETCHED,
    "hu%2Bsh%2Fhu",
    "hu%2Bsh/hu",
    "hu+sh%2Fhu",
    "bWU6aHUrc2gvaHU",
    "bWU6aHUlMkJzaCUyRmh1",
];

static BEARER: Scheme = Scheme::bearer("main", Bearer::new(&SECRET));
static BASIC: Scheme = Scheme::basic("main", Basic::new(&USER).password(&SECRET));
static HEADER: Scheme = Scheme::api_key("main", ApiKey::in_header("X-Key", &SECRET));
static QUERY: Scheme = Scheme::api_key("main", ApiKey::in_query("key", &SECRET));
static OAUTH2: Scheme = Scheme::oauth2("main", OAuth2::new("/token", &USER, &SECRET));
static FORM: Scheme = Scheme::oauth2("main", OAuth2::new("/token", &USER, &SECRET).in_body());
/// It is the key, a part of the text and a header of its own.
static SIGNED: Scheme = Scheme::signature(
    "main",
    Signature::by(SignatureAlgorithm::HmacSha256)
        .secret(&SECRET)
        .string_to_sign(&[Piece::Method, Piece::Credential(&SECRET), Piece::Body])
        .headers(&[
            SignedHeader::new(
                "X-Pass",
                &[Piece::Text("pass "), Piece::Credential(&SECRET)],
            ),
            SignedHeader::new("X-Sign", &[Piece::Signature]),
        ]),
);

const START: Api = Api::new("hush")
    .environments(&[Environment::new("live", "https://127.0.0.1:1/v1")])
    .envelope(Envelope::new().by_http().code(&["code"]).message(&["text"]));
const IN_ADDRESS: Api = START.environments(&[Environment::new(
    "live",
    "https://127.0.0.1:1/bot{secret}/{user}",
)]);

macro_rules! cases {
    ($($name:literal: $api:expr, $scheme:expr;)*) => {
        [$({
            static API: Api = $api.credentials(&[&USER, &SECRET]);
            static ASK: Operation = match $scheme {
                Some(scheme) => Operation::new(&API, "ask").authentication(scheme),
                None => Operation::new(&API, "ask"),
            };
            ($name, &ASK)
        }),*]
    };
}

/// Every scheme, and a credential in the address.
fn cases() -> [(&'static str, &'static Operation); 8] {
    cases! {
        "bearer": START.schemes(&[&BEARER]), Some(&BEARER);
        "basic": START.schemes(&[&BASIC]), Some(&BASIC);
        "header": START.schemes(&[&HEADER]), Some(&HEADER);
        "query": START.schemes(&[&QUERY]), Some(&QUERY);
        "address": IN_ADDRESS, None;
        "oauth2": START.schemes(&[&OAUTH2]), Some(&OAUTH2);
        "oauth2 in the form": START.schemes(&[&FORM]), Some(&FORM);
        "signature": START.schemes(&[&SIGNED]), Some(&SIGNED);
    }
}

/// The form of a secret that a text holds.
fn leak(text: &str) -> Option<&'static str> {
    FORMS.into_iter().find(|it| text.contains(it))
}

fn told(error: &Error) -> String {
    let mut text = format!("{error} {error:?} {error:#?} {:?}", error.token_error());
    let mut cause = error.source();
    while let Some(it) = cause {
        write!(text, " {it} {it:?} {it:#?}").unwrap();
        cause = it.source();
    }
    text
}

/// What the API answers.
const ANSWERS: [(u16, &str); 8] = [
    (200, "{}"),
    (200, "no JSON"),
    (302, ""),
    (400, r#"{"code":"NO","text":"no"}"#),
    (401, ""),
    (429, "{"),
    (500, "<html>"),
    (0, ""),
];

/// What the server of tokens answers: what it must not, among others.
const TOKENS: [(u16, &str); 6] = [
    (200, r#"{"access_token":"fe+tch/ed","token_type":"Bearer"}"#),
    (
        200,
        r#"{"access_token":"fe+tch/ed","token_type":"hu+sh/hu"}"#,
    ),
    (200, r#"{"access_token":["fe+tch/ed"]}"#),
    (
        400,
        r#"{"error":"hu+sh/hu","error_description":"hu+sh/hu"}"#,
    ),
    (503, "hu+sh/hu"),
    (0, ""),
];

fn answer((status, body): (u16, &str)) -> Result<http::Response<Vec<u8>>, TransportError> {
    if status == 0 {
        return Err(TransportError::new(TransportErrorKind::Other, "broken"));
    }
    let mut answer = http::Response::new(body.into());
    *answer.status_mut() = http::StatusCode::from_u16(status).unwrap();
    Ok(answer)
}

/// Everything that can be seen of one call.
fn seen(
    operation: &'static Operation,
    token: (u16, &'static str),
    api: (u16, &'static str),
) -> String {
    Notes::begin();
    Notes::taken();
    let builder = || {
        let builder = Client::builder(operation.api).environment("live");
        let builder = builder.credential(&USER, "me").credential(&SECRET, HUSH);
        builder.retry(RetryPolicy::none())
    };
    let client = builder().transport(move |request: http::Request<Vec<u8>>| {
        let said = if request.uri().path().ends_with("/token") {
            token
        } else {
            api
        };
        async move { answer(said) }
    });
    let client = client.build().unwrap();
    let mut text = format!("{:?} {client:?} {:#?}", builder(), client.config());
    match now(client.raw("POST", "/ask", b"{}".to_vec())) {
        Ok(response) => write!(text, " {response:?}").unwrap(),
        Err(error) => text.push_str(&told(&error)),
    }
    text + &Notes::taken()
}

#[test]
fn a_credential_reaches_no_error_and_no_log() {
    for (name, operation) in cases() {
        for token in TOKENS {
            for api in ANSWERS {
                let seen = seen(operation, token, api);
                assert!(seen.contains("ask"), "{name}: nothing was seen");
                assert_eq!(leak(&seen), None, "{name}, {token:?}, {api:?}: {seen}");
            }
        }
    }
}

#[test]
fn a_request_in_two_steps_shows_none() {
    for (name, operation) in cases() {
        let builder = Client::builder(operation.api).environment("live");
        let builder = builder.credential(&USER, "me").credential(&SECRET, HUSH);
        let config = builder.config().unwrap();
        let unsigned = prepare(operation, &config, Vec::new(), "").unwrap();
        assert_eq!(leak(&format!("{unsigned:?} {unsigned:#?}")), None, "{name}");
        let token = Token::new(FETCHED);
        assert_eq!(leak(&format!("{token:?} {token:#?}")), None);
        let request = if unsigned.to_sign().is_some() {
            let proof = unsigned.sign().unwrap();
            unsigned.finish(proof)
        } else {
            unsigned.finish(token)
        };
        let request = request.unwrap();
        let headers = format!("{:?}", request.headers());
        assert_eq!(leak(&headers), None, "{name}: {headers}");
        if let Some(oauth2) = operation.authentication.and_then(Scheme::as_oauth2) {
            let request = oauth2.request(&config).unwrap();
            let headers = format!("{:?}", request.headers());
            assert_eq!(leak(&headers), None, "{name}: {headers}");
        }
    }
}

/// Nobody listens there: the cause comes from the libraries that carry requests.
#[tokio::test]
async fn an_address_that_cannot_be_reached_is_told_without_it() {
    for (name, operation) in cases() {
        Notes::begin();
        Notes::taken();
        let builder = Client::builder(operation.api).environment("live");
        let builder = builder.credential(&USER, "me").credential(&SECRET, HUSH);
        let builder = builder.transport(HyperTransport::new().unwrap());
        let client = builder.retry(RetryPolicy::none()).build().unwrap();
        let error = client.raw("POST", "/ask", Vec::new()).await.unwrap_err();
        let seen = told(&error) + &Notes::taken();
        assert_eq!(leak(&seen), None, "{name}: {seen}");
    }
}

/// A credential that breaks the settings is named, not shown.
#[test]
fn settings_that_do_not_fit_are_told_without_it() {
    for (name, operation) in cases() {
        for bad in ["hu+sh/hu \n", "hu+sh/hu\u{e9}", "hu+sh/hu"] {
            let builder = Client::builder(operation.api).base_url("https://");
            let builder = builder.credential(&USER, "").credential(&SECRET, bad);
            let error = builder.config().unwrap_err();
            assert_eq!(leak(&format!("{error} {error:?}")), None, "{name}");
        }
    }
}

/// The search finds each form; otherwise the tests above would say nothing.
#[test]
fn what_leaks_is_found() {
    for form in FORMS {
        assert_eq!(leak(&format!("GET https://a.example/{form}?x")), Some(form));
    }
    let leaky = TransportError::new(TransportErrorKind::Other, format!("GET /bot{HUSH}/ask"));
    let client = Client::builder(cases()[4].1.api).environment("live");
    let client = client.credential(&USER, "me").credential(&SECRET, HUSH);
    let leaky = std::sync::Mutex::new(Some(leaky));
    let client = client.retry(RetryPolicy::none()).transport(move |_| {
        let leaky = leaky.lock().unwrap().take().unwrap();
        async move { Err(leaky) }
    });
    let client = client.build().unwrap();
    let error = now(client.raw("POST", "/ask", Vec::new())).unwrap_err();
    assert_eq!(leak(&told(&error)), Some(HUSH));
}

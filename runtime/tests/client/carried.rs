//! Schemes that carry a credential, against the fake and without it.

use http::header::AUTHORIZATION;
use serde_json::json;
use stipula::Violations;
use stipula::client::{
    Api, ApiKey, Basic, Bearer, Client, Config, Credential, Environment, Operation, Scheme, prepare,
};
use stipula::fake::{Fake, Judgement, Served, Table};

static TOKEN: Credential = Credential::secret("token");
static USER: Credential = Credential::public("user");

static BEARER: Scheme = Scheme::bearer("main", Bearer::new(&TOKEN));
static BASIC: Scheme = Scheme::basic("main", Basic::new(&USER).password(&TOKEN));
static HEADER: Scheme = Scheme::api_key("main", ApiKey::in_header("X-Key", &TOKEN));
static QUERY: Scheme = Scheme::api_key("main", ApiKey::in_query("key", &TOKEN));

/// An API with one operation, the scheme and what the fake knows of it.
macro_rules! api {
    ($api:ident, $operation:ident, $served:ident, $table:ident, $scheme:ident) => {
        static $api: Api = Api::new("carried")
            .environments(&[Environment::new("live", "https://a.example/{user}/v1")])
            .credentials(&[&TOKEN, &USER])
            .schemes(&[&$scheme]);
        static $operation: Operation = Operation::new(&$api, "ask")
            .endpoint("POST", "/ask")
            .authentication(&$scheme)
            .safe();
        static $served: Served =
            Served::new(&$operation, |_| Judgement::Accepted(Violations::new()));
        static $table: Table = Table::new(&$api, &[&$served]);
    };
}

api!(BEARER_API, BEARER_ASK, BEARER_SERVED, BEARER_TABLE, BEARER);
api!(BASIC_API, BASIC_ASK, BASIC_SERVED, BASIC_TABLE, BASIC);
api!(HEADER_API, HEADER_ASK, HEADER_SERVED, HEADER_TABLE, HEADER);
api!(QUERY_API, QUERY_ASK, QUERY_SERVED, QUERY_TABLE, QUERY);

fn settings(api: &'static Api) -> Config {
    let builder = Client::builder(api).environment("live");
    let builder = builder.credential(&USER, "me").credential(&TOKEN, "s3cr+t");
    builder.config().unwrap()
}

fn request(operation: &'static Operation) -> http::Request<Vec<u8>> {
    let config = settings(operation.api);
    let unsigned = prepare(operation, &config, b"{}".to_vec(), "").unwrap();
    assert_eq!(unsigned.to_sign(), None);
    unsigned.finish(None).unwrap()
}

#[test]
fn a_token_stands_in_authorization() {
    let request = request(&BEARER_ASK);
    assert_eq!(request.uri(), "https://a.example/me/v1/ask");
    assert_eq!(request.headers()[AUTHORIZATION], "Bearer s3cr+t");
    assert!(request.headers()[AUTHORIZATION].is_sensitive());
}

#[test]
fn user_and_password_are_base64() {
    // `printf 'me:s3cr+t' | base64`
    let found = request(&BASIC_ASK);
    assert_eq!(found.headers()[AUTHORIZATION], "Basic bWU6czNjcit0");
}

#[test]
fn a_key_stands_where_the_api_says() {
    assert_eq!(request(&HEADER_ASK).headers()["x-key"], "s3cr+t");
    let found = request(&QUERY_ASK);
    assert_eq!(found.uri(), "https://a.example/me/v1/ask?key=s3cr%2Bt");
    assert!(!found.headers().contains_key("x-key"));
}

#[test]
fn what_is_missing_is_told_at_once() {
    for (api, told) in [
        (
            &BEARER_API,
            "no `token` is given; give it with `credential`",
        ),
        (
            &BASIC_API,
            "no `user` is given; give it with `credential`; \
             no `token` is given; give it with `credential`",
        ),
    ] {
        let builder = Client::builder(api).base_url("https://a.example/x");
        let error = builder.config().unwrap_err().to_string();
        assert_eq!(error, format!("cannot make a client of `carried`: {told}"));
    }
    let builder = Client::builder(&BEARER_API).environment("live");
    let error = builder.credential(&TOKEN, "a b").config().unwrap_err();
    assert_eq!(
        error.to_string(),
        "cannot make a client of `carried`: \
         no `user` is given, which is a part of the address; give it with `credential`; \
         `token` may only hold visible ASCII characters, without spaces"
    );
}

#[test]
fn a_colon_ends_the_user() {
    let builder = Client::builder(&BASIC_API).base_url("https://a.example");
    let builder = builder.credential(&USER, "a:b").credential(&TOKEN, "x");
    assert_eq!(
        builder.config().unwrap_err().to_string(),
        "cannot make a client of `carried`: `user` holds a colon, which ends the user name"
    );
}

#[tokio::test]
async fn the_fake_asks_for_each() {
    for table in [&BEARER_TABLE, &BASIC_TABLE, &HEADER_TABLE, &QUERY_TABLE] {
        let fake = Fake::start(table).unwrap();
        let client: Client = fake.builder().build().unwrap();
        let answer = client.raw("POST", "/ask", b"{}".to_vec()).await.unwrap();
        assert_eq!(answer.data, json!({}));
        let stranger = Client::builder(table.api)
            .base_url(&fake.url())
            .credential(&USER, "someone")
            .credential(&TOKEN, "s3cret")
            .build()
            .unwrap();
        let error = stranger.raw("POST", "/ask", b"{}".to_vec()).await;
        assert_eq!(error.unwrap_err().status().map(|it| it.as_u16()), Some(401));
        // Nothing secret is recorded.
        let seen = format!("{:?}", fake.requests());
        assert!(!seen.contains("s3cret"), "{seen}");
        for request in fake.requests() {
            assert!(!request.path.contains("FAKE0SECRET"), "{}", request.path);
            assert!(!request.headers.contains_key("x-key"));
            assert!(!request.headers.contains_key(AUTHORIZATION));
        }
    }
}

#[test]
fn secrets_are_not_shown() {
    let config = settings(&BEARER_API);
    let shown = format!("{config:?} {}", config.base_url());
    assert!(!shown.contains("s3cr"), "{shown}");
    assert_eq!(config.base_url(), "https://a.example/me/v1");
}

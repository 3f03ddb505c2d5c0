//! Tokens that the client fetches: against the fake, and over transports that do what a test says.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, SystemTime};

use http::header::AUTHORIZATION;
use serde_json::{Value, json};
use stipula::Violations;
use stipula::client::{
    Api, Client, Clock, Credential, Envelope, Environment, Error, ErrorKind, OAuth2, Operation,
    Outcome, Proof, RetryPolicy, Scheme, Token, TokenErrorKind, Transport, TransportError,
    TransportErrorKind, prepare,
};
use stipula::fake::{Answer, Fake, Judgement, Served, Table, Verdict};

static ID: Credential = Credential::public("id");
static SECRET: Credential = Credential::secret("secret");

static MAIN: Scheme = Scheme::oauth2(
    "main",
    OAuth2::new("/oauth/token", &ID, &SECRET).scopes(&["read", "write"]),
);
static FORM: Scheme = Scheme::oauth2(
    "form",
    OAuth2::new("https://login.example/token", &ID, &SECRET)
        .parameters(&[("audience", "a b")])
        .in_body(),
);

const START: Api = Api::new("oauth")
    .environments(&[Environment::new("live", "https://a.example/v1")])
    .envelope(Envelope::new().by_http().code(&["code"]));
static API: Api = START.credentials(&[&ID, &SECRET]).schemes(&[&MAIN]);
static FORM_API: Api = START.credentials(&[&ID, &SECRET]).schemes(&[&FORM]);

static ASK: Operation = Operation::new(&API, "ask")
    .endpoint("POST", "/ask")
    .authentication(&MAIN);
static ASK_FORM: Operation = Operation::new(&FORM_API, "ask")
    .endpoint("POST", "/ask")
    .authentication(&FORM);
static SERVED: Served = Served::new(&ASK, |_| Judgement::Accepted(Violations::new()));
static SERVED_FORM: Served = Served::new(&ASK_FORM, |_| Judgement::Accepted(Violations::new()));
static TABLE: Table = Table::new(&API, &[&SERVED]);
static FORM_TABLE: Table = Table::new(&FORM_API, &[&SERVED_FORM]);

/// How often a token was asked for, and how often the operation was called.
fn counts(fake: &Fake) -> (usize, usize) {
    let requests = fake.requests();
    let tokens = requests.iter().filter(|it| it.operation.is_none());
    let tokens = tokens.filter(|it| it.path != "/ask").count();
    (tokens, requests.len() - tokens)
}

async fn ask<T: Transport>(client: &Client<T>) -> Result<Value, Error> {
    let answer = client.raw("POST", "/ask", b"{}".to_vec()).await;
    answer.map(stipula::client::Response::into_data)
}

/// Seconds since the epoch, as a test sets them.
#[derive(Clone, Default)]
struct Ticking(Arc<AtomicU64>);

impl Clock for Ticking {
    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(self.0.load(Ordering::SeqCst))
    }
}

#[tokio::test]
async fn sixty_four_calls_fetch_one_token() {
    let fake = Fake::start(&TABLE).unwrap();
    let client: Client = fake.builder().build().unwrap();
    let calls: Vec<_> = (0..64)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(async move { ask(&client).await })
        })
        .collect();
    for call in calls {
        assert_eq!(call.await.unwrap().unwrap(), json!({}));
    }
    assert_eq!(counts(&fake), (1, 64));
}

#[cfg(feature = "blocking")]
#[test]
fn sixty_four_threads_fetch_one_token() {
    let fake = Fake::start(&TABLE).unwrap();
    let client = fake.set_up(stipula::blocking::builder(&API)).build();
    let client = client.unwrap();
    std::thread::scope(|scope| {
        for _ in 0..64 {
            scope.spawn(|| client.raw("POST", "/ask", b"{}".to_vec()).unwrap());
        }
    });
    assert_eq!(counts(&fake), (1, 64));
}

#[tokio::test]
async fn a_token_is_kept_until_shortly_before_its_end() {
    let fake = Fake::settings(&TABLE).token_lifetime(Duration::from_mins(10));
    let fake = fake.start().unwrap();
    let clock = Ticking::default();
    let client: Client = fake.builder().clock(clock.clone()).build().unwrap();
    for (now, fetched) in [(0, 1), (569, 1), (570, 2), (1139, 2), (1140, 3)] {
        clock.0.store(now, Ordering::SeqCst);
        ask(&client).await.unwrap();
        assert_eq!(counts(&fake).0, fetched, "at {now}");
    }
}

#[tokio::test]
async fn a_token_that_ends_at_once_is_used_once() {
    let fake = Fake::settings(&TABLE).token_lifetime(Duration::ZERO);
    let fake = fake.start().unwrap();
    let client: Client = fake.builder().build().unwrap();
    for nth in 1..=3 {
        ask(&client).await.unwrap();
        assert_eq!(counts(&fake), (nth, nth));
    }
}

#[tokio::test]
async fn a_refused_token_is_replaced_once() {
    let fake = Fake::start(&TABLE).unwrap();
    // Without retries, for this is none.
    let client: Client = fake.builder().retry(RetryPolicy::none()).build().unwrap();
    ask(&client).await.unwrap();
    fake.revoke_tokens();
    let answer = client.raw("POST", "/ask", b"{}".to_vec()).await.unwrap();
    assert_eq!(answer.attempts(), 2);
    assert_eq!(counts(&fake), (2, 3));
    assert_eq!(fake.requests().last().unwrap().body, b"{}");

    fake.always(Answer::status(401));
    let error = ask(&client).await.unwrap_err();
    assert_eq!(error.status().map(|it| it.as_u16()), Some(401));
    assert_eq!(error.outcome(), Outcome::Failed);
    assert_eq!((error.attempts(), counts(&fake)), (2, (3, 5)));
}

#[tokio::test]
async fn sixty_four_refused_calls_fetch_one_token() {
    let fake = Fake::start(&TABLE).unwrap();
    let client: Client = fake.builder().build().unwrap();
    ask(&client).await.unwrap();
    fake.revoke_tokens();
    let calls: Vec<_> = (0..64)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(async move { ask(&client).await })
        })
        .collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_eq!(counts(&fake).0, 2);
}

#[tokio::test]
async fn what_the_server_of_tokens_says_is_typed() {
    let fake = Fake::start(&TABLE).unwrap();
    let builder = fake.builder().retry(RetryPolicy::none());
    let client: Client = builder.build().unwrap();
    for (code, kind, status, told) in [
        (
            "invalid_client",
            TokenErrorKind::Refused,
            401,
            "`/ask` was not sent: the server of tokens refuses; check id, secret and scopes: \
             `invalid_client` (HTTP 401)",
        ),
        (
            "temporarily_unavailable",
            TokenErrorKind::Unavailable,
            503,
            "`/ask` was not sent: the server of tokens cannot answer now: \
             `temporarily_unavailable` (HTTP 503)",
        ),
    ] {
        fake.refuse_token(code);
        let error = ask(&client).await.unwrap_err();
        assert_eq!(error.to_string(), told);
        assert_eq!(error.kind(), ErrorKind::Token);
        assert_eq!(error.outcome(), Outcome::Failed);
        assert_eq!(error.is_retryable(), status == 503);
        let why = error.token_error().unwrap();
        assert_eq!((why.kind(), why.code()), (kind, Some(code)));
        assert_eq!(why.status().map(|it| it.as_u16()), Some(status));
    }
    // A failure is not kept.
    ask(&client).await.unwrap();
    assert_eq!(counts(&fake), (3, 1));
}

#[tokio::test]
async fn a_server_of_tokens_that_is_busy_is_asked_again() {
    let fake = Fake::start(&TABLE).unwrap();
    let policy = RetryPolicy::new().base(Duration::from_millis(1));
    let client: Client = fake.builder().retry(policy).build().unwrap();
    fake.refuse_token("temporarily_unavailable");
    let answer = client.raw("POST", "/ask", b"{}".to_vec()).await.unwrap();
    assert_eq!(answer.attempts(), 2);
    assert_eq!(counts(&fake), (2, 1));
}

#[tokio::test]
async fn the_fake_knows_a_stranger() {
    for table in [&TABLE, &FORM_TABLE] {
        let fake = Fake::start(table).unwrap();
        let client: Client = fake.builder().build().unwrap();
        ask(&client).await.unwrap();
        let stranger = fake.builder().credential(&SECRET, "s3cret");
        let error = ask(&stranger.build().unwrap()).await.unwrap_err();
        let code = error.token_error().and_then(|it| it.code());
        assert_eq!(code, Some("invalid_client"));
        for request in fake.requests() {
            assert!(!request.headers.contains_key(AUTHORIZATION));
            let body = String::from_utf8(request.body).unwrap();
            assert!(
                !body.contains("client_secret=FAKE") && !body.contains("s3cret"),
                "{body}"
            );
        }
        assert!(matches!(fake.requests()[2].verdict, Verdict::Refused(_)));
    }
}

/// A transport with tokens that come as slowly as the executor turns.
#[derive(Clone, Default)]
struct Slow {
    tokens: Arc<AtomicUsize>,
    fails: Arc<AtomicUsize>,
}

impl Transport for Slow {
    async fn execute(
        &self,
        request: http::Request<Vec<u8>>,
    ) -> Result<http::Response<Vec<u8>>, TransportError> {
        tokio::task::yield_now().await;
        let body = if request.uri().path() == "/v1/oauth/token" {
            let nth = self.tokens.fetch_add(1, Ordering::SeqCst);
            tokio::time::sleep(Duration::from_millis(20)).await;
            if nth < self.fails.load(Ordering::SeqCst) {
                return Err(TransportError::new(TransportErrorKind::Other, "broken"));
            }
            json!({"access_token": format!("T{nth}"), "token_type": "bearer", "expires_in": "60"})
        } else {
            json!({"sent": request.headers()[AUTHORIZATION].to_str().unwrap()})
        };
        Ok(http::Response::new(body.to_string().into_bytes()))
    }
}

fn slow(transport: &Slow) -> Client<Slow> {
    let builder = Client::builder(&API).environment("live");
    let builder = builder.credential(&ID, "me").credential(&SECRET, "s3cret");
    let builder = builder.retry(RetryPolicy::none());
    builder.transport(transport.clone()).build().unwrap()
}

#[tokio::test]
async fn whoever_waits_fetches_when_the_other_is_gone() {
    let transport = Slow::default();
    let client = slow(&transport);
    let first = tokio::spawn({
        let client = client.clone();
        async move { ask(&client).await }
    });
    tokio::time::sleep(Duration::from_millis(5)).await;
    let waiting: Vec<_> = (0..8)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(async move { ask(&client).await })
        })
        .collect();
    tokio::time::sleep(Duration::from_millis(5)).await;
    // One of those that wait goes as well.
    waiting[3].abort();
    first.abort();
    for (nth, call) in waiting.into_iter().enumerate() {
        match call.await {
            Ok(answer) => assert_eq!(answer.unwrap(), json!({"sent": "Bearer T1"})),
            Err(_) => assert_eq!(nth, 3),
        }
    }
    assert_eq!(transport.tokens.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn a_failed_fetch_fails_for_all_who_waited() {
    let transport = Slow::default();
    transport.fails.store(1, Ordering::SeqCst);
    let client = slow(&transport);
    let calls: Vec<_> = (0..16)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(async move { ask(&client).await })
        })
        .collect();
    for call in calls {
        let error = call.await.unwrap().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Token);
        let why = error.token_error().unwrap();
        assert_eq!(why.kind(), TokenErrorKind::Transport);
    }
    assert_eq!(transport.tokens.load(Ordering::SeqCst), 1);
    assert_eq!(ask(&client).await.unwrap(), json!({"sent": "Bearer T1"}));
}

/// Calls that come, go and fail at any time: nobody waits for ever, nobody panics.
#[tokio::test]
async fn a_race_ends() {
    let transport = Slow::default();
    transport.fails.store(3, Ordering::SeqCst);
    let client = slow(&transport);
    let mut calls = Vec::new();
    for nth in 0..200_u64 {
        let client = client.clone();
        let call = tokio::spawn(async move { ask(&client).await });
        if nth % 3 == 0 {
            tokio::time::sleep(Duration::from_micros(nth * 37 % 900)).await;
            call.abort();
        }
        calls.push(call);
    }
    let ended = async {
        for call in calls {
            match call.await {
                Ok(Ok(_)) => {}
                Ok(Err(error)) => assert_eq!(error.kind(), ErrorKind::Token),
                Err(gone) => assert!(gone.is_cancelled()),
            }
        }
    };
    let all = tokio::time::timeout(Duration::from_secs(20), ended);
    all.await.expect("every call ends");
    ask(&client).await.unwrap();
}

#[test]
fn the_two_steps_take_a_token() {
    let builder = Client::builder(&FORM_API).environment("live");
    let builder = builder.credential(&ID, "me").credential(&SECRET, "s3c+ret");
    let config = builder.config().unwrap();
    let oauth2 = FORM.as_oauth2().unwrap();
    let request = oauth2.request(&config).unwrap();
    assert_eq!(request.uri(), "https://login.example/token");
    assert_eq!(
        String::from_utf8_lossy(request.body()),
        "grant_type=client_credentials&audience=a+b&client_id=me&client_secret=s3c%2Bret"
    );
    let answer = r#"{"access_token":"T","token_type":"Bearer","expires_in":100}"#;
    let answer = http::Response::new(answer.into());
    let token = oauth2.interpret(&config, &answer, SystemTime::UNIX_EPOCH);
    let token = token.unwrap();
    let at = |seconds| SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
    assert_eq!(token.ends(), Some(at(100)));
    assert!(token.is_fresh(at(89)) && !token.is_fresh(at(90)));

    let unsigned = || prepare(&ASK_FORM, &config, b"{}".to_vec(), "").unwrap();
    let request = unsigned().finish(token).unwrap();
    assert_eq!(request.headers()[AUTHORIZATION], "Bearer T");
    assert!(request.headers()[AUTHORIZATION].is_sensitive());
    let error = unsigned().finish(None).unwrap_err();
    assert_eq!(
        error.to_string(),
        "`ask` was not sent: it needs a token, but was given none; `OAuth2::request` asks for one"
    );
    assert_eq!(format!("{:?}", Proof::from(Token::new("T"))), "Token(..)");
}

#[test]
fn the_header_has_id_and_secret_encoded() {
    let builder = Client::builder(&API).environment("live");
    let builder = builder.credential(&ID, "me").credential(&SECRET, "a:b c");
    let config = builder.config().unwrap();
    let request = MAIN.as_oauth2().unwrap().request(&config).unwrap();
    // `printf 'me:a%3Ab+c' | base64`
    assert_eq!(request.headers()[AUTHORIZATION], "Basic bWU6YSUzQWIrYw==");
    assert_eq!(request.uri(), "https://a.example/v1/oauth/token");
    assert_eq!(
        String::from_utf8_lossy(request.body()),
        "grant_type=client_credentials&scope=read+write"
    );
}

#[test]
fn an_answer_without_a_token_is_unreadable() {
    let builder = Client::builder(&API).environment("live");
    let builder = builder.credential(&ID, "me").credential(&SECRET, "s3cret");
    let config = builder.config().unwrap();
    let oauth2 = MAIN.as_oauth2().unwrap();
    for (body, told) in [
        (
            "",
            "the answer of the server of tokens holds no `access_token` (HTTP 200)",
        ),
        (
            "[]",
            "the answer of the server of tokens holds no `access_token` (HTTP 200)",
        ),
        (
            r#"{"access_token":"a b"}"#,
            "the `access_token` cannot stand in a header (HTTP 200)",
        ),
        (
            r#"{"access_token":"T","token_type":"mac"}"#,
            "the `token_type` is another than `Bearer` (HTTP 200)",
        ),
    ] {
        let answer = http::Response::new(body.into());
        let error = oauth2.interpret(&config, &answer, SystemTime::now());
        let error = error.unwrap_err();
        assert_eq!(error.kind(), TokenErrorKind::Unreadable);
        assert_eq!(error.to_string(), told);
    }
    let endless = r#"{"access_token":"T","expires_in":18446744073709551615}"#;
    let answer = http::Response::new(endless.into());
    let token = oauth2.interpret(&config, &answer, SystemTime::now());
    assert_eq!(token.unwrap().ends(), None);
}

#[test]
fn an_address_of_tokens_is_checked() {
    let builder = Client::builder(&API).environment("live");
    let builder = builder.credential(&ID, "me").credential(&SECRET, "s3cret");
    let error = builder.token_url("http://mock/token").config().unwrap_err();
    assert_eq!(
        error.to_string(),
        "cannot make a client of `oauth`: `token_url` leads to `mock` over plain `http`; \
         use `https`, or call `allow_plain_http`"
    );
    let error = Client::builder(&API).environment("live").config();
    assert_eq!(
        error.unwrap_err().to_string(),
        "cannot make a client of `oauth`: no `id` is given; give it with `credential`; \
         no `secret` is given; give it with `credential`"
    );
}

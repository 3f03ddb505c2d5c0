//! A client of an API whose repeats get the first answer again, and whose requests are objects of `types`,
//! against the fake.

use std::collections::BTreeSet;
use std::time::Duration;

use stipula::blocking;
use stipula::client::{
    Builder, Client as Core, DefaultTransport, Error, ErrorKind, Outcome, RetryPolicy, prepare,
};
use stipula::fake::{Answer, Effect, Fake, Fault};
use stipula_tests::run;

stipula_tests::generated!(generated, "/repeats");

use generated::{api, client::Client, enums::Kind, operations, request::*};

fn built(builder: Builder<DefaultTransport>) -> Client {
    let quick = RetryPolicy::new().base(Duration::ZERO);
    let core: Core<DefaultTransport> = builder.retry(quick).build().expect("a client");
    Client::from(core)
}

fn start() -> (Fake, Client) {
    let fake = generated::fake::start().expect("a fake");
    let client = built(fake.builder());
    (fake, client)
}

fn amount(cents: i64) -> ChargeRequest {
    ChargeRequest::new().amount(cents)
}

/// A charge with this key.
fn charge(client: &Client, cents: i64, key: &str) -> Result<String, Error> {
    let request = amount(cents);
    let response = run(client.charge(&request).idempotency_key(key).send())?;
    Ok(response.into_data().id)
}

fn id(name: &str) -> Answer {
    Answer::body(format!(r#"{{"id":"{name}"}}"#))
}

/// The keys that the requests so far had.
fn keys(fake: &Fake) -> Vec<String> {
    let requests = fake.requests();
    let keys = requests.iter().map(|it| &it.headers["idempotency-key"]);
    keys.map(|it| it.to_str().expect("a text").to_owned())
        .collect()
}

fn counts(fake: &Fake) -> Vec<u32> {
    fake.effects().iter().map(|it: &Effect| it.count).collect()
}

fn refusal(fake: &Fake) -> String {
    let requests = fake.requests();
    let last = requests.last().expect("a request");
    let refusal = last.verdict.refusal().expect("a refusal");
    format!("{}: {}", refusal.code(), refusal.message())
}

/// Whatever became of the first answer, the work is done once, and the caller has that answer.
#[test]
fn a_lost_answer_is_asked_for_again() {
    for lost in [
        id("ch_1").with(Fault::DropAfter),
        id("ch_1").with(Fault::Reset(3)),
        id("ch_1").with(Fault::UnknownStatus),
    ] {
        let (fake, client) = start();
        let case = format!("{lost:?}");
        fake.next(lost);
        fake.next(id("ch_2"));
        let response = run(client.charge(&amount(5)).send()).expect(&case);
        assert_eq!(
            (response.id.as_str(), response.attempts()),
            ("ch_1", 2),
            "{case}"
        );
        assert!(!response.already_done());
        assert_eq!(counts(&fake), [1], "{case}");
        let keys = keys(&fake);
        assert_eq!((keys.len(), &keys[0]), (2, &keys[1]));
        let requests = fake.requests();
        assert_eq!((requests[0].effect, requests[1].effect), (true, false));
    }
}

/// A gateway may answer when the platform did the work: a repeat gets what the platform has.
#[test]
fn an_answer_of_a_gateway_is_not_the_first_one() {
    let (fake, client) = start();
    fake.next(Answer::status(502).done());
    let request = TransferRequest::new().reference("r-1").amount(7);
    let response = run(client.transfer(&request).send()).expect("the usual answer");
    assert_eq!((response.id.as_str(), response.attempts()), ("1", 2));
    assert_eq!(counts(&fake), [1]);
}

#[test]
fn a_key_of_members_gets_the_first_answer_too() {
    let (fake, client) = start();
    fake.next(id("tr_1").with(Fault::DropAfter));
    let request = TransferRequest::new().reference("r-1").amount(7);
    let response = run(client.transfer(&request).send()).expect("an answer");
    assert_eq!((response.id.as_str(), response.attempts()), ("tr_1", 2));
    assert_eq!(counts(&fake), [1]);
    // The same call once more, later, and another request with its key.
    let response = run(client.transfer(&request).send()).expect("an answer");
    assert_eq!(response.id, "tr_1");
    let other = request.amount(8);
    let error = run(client.transfer(&other).send()).expect_err("a refusal");
    assert_eq!(error.status().map(|it| it.as_u16()), Some(400));
    assert_eq!(
        refusal(&fake),
        "FAKE_KEY_REUSED: the body has the key of an earlier request of `transfer`, and the request is another one; a new request needs a new key"
    );
    assert_eq!(counts(&fake), [1]);
}

#[test]
fn each_call_has_a_key_of_its_own_unless_it_is_given_one() {
    let (fake, client) = start();
    fake.always(id("ch_1"));
    for _ in 0..3 {
        run(client.charge(&amount(5)).send()).expect("an answer");
    }
    let fresh: BTreeSet<_> = keys(&fake).into_iter().collect();
    assert_eq!(fresh.len(), 3);
    assert!(fresh.iter().all(|it| it.len() == 32), "{fresh:?}");
    assert_eq!(counts(&fake), [1, 1, 1]);

    fake.reset();
    fake.next(id("ch_1"));
    fake.next(id("ch_2"));
    for _ in 0..2 {
        let id = charge(&client, 5, "order 7").expect("an answer");
        assert_eq!(id, "ch_1");
    }
    assert_eq!(keys(&fake), ["order 7", "order 7"]);
    assert_eq!(counts(&fake), [1]);
    charge(&client, 6, "order 7").expect_err("a refusal");
    assert_eq!(
        refusal(&fake),
        "FAKE_KEY_REUSED: the header `Idempotency-Key` has the key of an earlier request of `charge`, and the request is another one; a new request needs a new key"
    );
    let ours = built(fake.builder().ids(|| "k-1".to_owned()));
    fake.next(id("ch_3"));
    run(ours.charge(&amount(5)).send()).expect("an answer");
    assert_eq!(keys(&fake).last().map(String::as_str), Some("k-1"));
}

/// What was not done is not kept: a busy server, and a call that is made again with its key.
#[test]
fn failures_are_no_first_answers() {
    let (fake, client) = start();
    fake.next(Answer::code("busy"));
    fake.next(Fault::DropBefore);
    fake.next(id("ch_1"));
    let response = run(client.charge(&amount(5)).send()).expect("an answer");
    assert_eq!((response.id.as_str(), response.attempts()), ("ch_1", 3));
    assert_eq!(counts(&fake), [1]);
    fake.next(Answer::code("declined"));
    let error = charge(&client, 5, "k").expect_err("a failure");
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Failed, 1));
    fake.next(id("ch_2"));
    assert_eq!(charge(&client, 5, "k").expect("an answer"), "ch_2");
}

/// Without a word on what a repeat gives, the key is sent, and the call is not repeated.
#[test]
fn an_undocumented_repeat_is_not_made() {
    let (fake, client) = start();
    fake.next(Fault::DropAfter);
    let request = RefundRequest::new().id("ch_1");
    let call = client.refund(&request).idempotency_key("k");
    let error = run(call.send()).expect_err("a failure");
    assert_eq!((error.outcome(), error.attempts()), (Outcome::Unknown, 1));
    assert_eq!(fake.requests()[0].headers["request-key"], "k");
}

#[test]
fn a_code_can_say_that_a_key_was_used() {
    let (fake, client) = start();
    fake.next(Fault::DropAfter);
    let order = PlaceOrderRequest::new().number("1").kind(Kind::Sale);
    let response = run(client.place_order(&order).send()).expect("an answer");
    assert!(response.already_done());
    assert_eq!(counts(&fake), [1]);
}

#[test]
fn a_key_that_no_header_holds_is_told_before_anything_is_sent() {
    let (fake, client) = start();
    let told = |error: Error| (error.kind(), error.to_string());
    for (key, found) in [
        ("", "is empty"),
        ("é", "does not fit"),
        (" k", "does not fit"),
    ] {
        let error = charge(&client, 5, key).expect_err("a bad key");
        assert_eq!(
            told(error),
            (
                ErrorKind::Encode,
                format!(
                    "`charge` was not sent: the key for the header `Idempotency-Key` {found}; let `idempotency_key` give visible ASCII characters, and blanks between them only"
                )
            )
        );
    }
    let client = built(fake.builder().ids(|| "a\nb".to_owned()));
    let error = run(client.charge(&amount(5)).send()).expect_err("a bad key");
    assert!(
        error.to_string().contains("let `Builder::ids` give"),
        "{error}"
    );
    assert!(fake.requests().is_empty());
}

#[test]
fn the_client_that_blocks_repeats_as_well() {
    let (fake, _) = start();
    fake.next(id("ch_1").with(Fault::DropAfter));
    let core = fake.set_up(blocking::builder(&api::API));
    let client = generated::blocking::Client::from(core.build().expect("a client"));
    let request = amount(5);
    let call = client.charge(&request).idempotency_key("k");
    let response = call.send().expect("an answer");
    assert_eq!((response.id.as_str(), response.attempts()), ("ch_1", 2));
    assert_eq!(counts(&fake), [1]);
}

#[test]
fn a_request_that_is_prepared_has_a_key() {
    let config = Core::builder(&api::API).environment("production");
    let config = config.ids(|| "k-1".to_owned()).config().expect("settings");
    let body = br#"{"amount":5,"trace":"t"}"#.to_vec();
    let unsigned = prepare(&operations::CHARGE, &config, body, "").expect("a request");
    let request = unsigned.finish(None).expect("a request");
    assert_eq!(request.headers()["idempotency-key"], "k-1");
    assert_eq!(request.headers()["x-trace"], "t");
}

/// Two operations have one object of `types`, each with a type of its own, and one adds a rule.
#[test]
fn a_request_has_the_fields_and_rules_of_a_named_object() {
    let (fake, client) = start();
    let gift = PlaceOrderRequest::new().number("1").kind(Kind::Gift);
    let error = run(client.place_order(&gift).send()).expect_err("a rule");
    let ids: Vec<_> = error
        .violations()
        .errors()
        .map(|it| it.rule().to_owned())
        .collect();
    assert_eq!(ids, ["PlaceOrderRequest.note.required_if"]);
    let sale = ChangeOrderRequest::new().number("1").kind(Kind::Sale);
    let error = run(client.change_order(&sale).send()).expect_err("a rule");
    let ids: Vec<_> = error
        .violations()
        .errors()
        .map(|it| it.rule().to_owned())
        .collect();
    assert_eq!(ids, ["ChangeOrderRequest.some-lines"]);

    let gift = generated::scenario::place_order::Gift {
        number: "1".to_owned(),
        note: "Enjoy.".to_owned(),
        options: generated::scenario::place_order::GiftOptions::new(),
    };
    fake.next(Answer::body(
        r#"{"number":"1","kind":"GIFT","lines":[{"article":"Tea"}]}"#,
    ));
    let order = run(client.place_order(&gift.into()).send()).expect("an answer");
    let lines = order.lines.as_deref().unwrap_or_default();
    assert_eq!(lines[0].article.as_deref(), Some("Tea"));

    let filter = ListOrdersRequest::new().kind(Kind::Gift).limit(2);
    fake.next(Answer::body("[]"));
    run(client.list_orders(&filter).send()).expect("an answer");
    let last = fake.requests().pop().expect("a request");
    assert_eq!(last.path, "/orders?kind=GIFT&limit=2");

    run(client.name(&NameRequest::new().r#type("x")).send()).expect("an answer");
    let last = fake.requests().pop().expect("a request");
    assert_eq!(last.body, br#"{"type":"x"}"#);
}

//! What is sent again, when, and what that comes to.

use std::future::{pending, ready};
use std::time::Duration;

use proptest::prelude::*;
use stipula::client::{Client, Error, ErrorKind, Jitter, Outcome, RetryPolicy, TransportError};
use stipula::read::{Fit, Member, Members, Reader, Slot};

use crate::script::{Play, Step, now};
use crate::support::{API, Create, Item, Query, Single};

type Result<T> = std::result::Result<stipula::client::Response<T>, Error>;

fn create(play: &Play) -> Result<Item> {
    let request = Create { id: "k".into() };
    now(play.client().call_in(&request, &true).send())
}

fn single(play: &Play) -> Result<Item> {
    let request = Single { id: "k".into() };
    now(play.client().call(&request).send())
}

fn attempts(play: &Play) -> usize {
    play.seen.lock().unwrap().bodies.len()
}

#[test]
fn each_class_has_its_answer() {
    // Step; attempts of a repeatable operation, of another one.
    for (step, repeatable, other) in [
        (Step::Connect, 2, 2),
        (Step::Timeout, 2, 1),
        (Step::Broken, 2, 1),
        (Step::Http(503, None), 2, 1),
        (Step::Http(429, None), 2, 2),
        (Step::Http(404, None), 1, 1),
        (Step::Result("U", "UNKNOWN"), 2, 1),
        (Step::Result("F", "SYSTEM_BUSY"), 2, 2),
        (Step::Result("F", "PARAM_ILLEGAL"), 1, 1),
        (Step::Unsigned("S", "SUCCESS"), 1, 1),
    ] {
        let play = Play::new(std::slice::from_ref(&step));
        let result = create(&play);
        assert_eq!(attempts(&play), repeatable, "{step:?}");
        assert_eq!(result.is_ok(), repeatable == 2, "{step:?}");

        let play = Play::new(std::slice::from_ref(&step));
        let result = single(&play);
        assert_eq!(attempts(&play), other, "{step:?}");
        if let Err(error) = result {
            let lost = step.loses_the_answer() || matches!(step, Step::Unsigned(..));
            assert_eq!(error.outcome() == Outcome::Unknown, lost, "{step:?}");
        }
    }
}

#[test]
fn a_lost_answer_and_then_done_is_a_success() {
    let done = Step::Result("F", "HAS_EXIST");
    for lost in [
        Step::Timeout,
        Step::Broken,
        Step::Http(500, None),
        Step::Result("U", "UNKNOWN"),
    ] {
        let response = create(&Play::new(&[lost, done.clone()])).unwrap();
        assert!(response.already_done() && response.attempts() == 2);
        assert_eq!(response.result_code(), Some("HAS_EXIST"));
        assert_eq!(response.template_code, None);
    }
    // Without a lost answer somebody else did it.
    for first in [
        Step::Connect,
        Step::Http(429, None),
        Step::Result("F", "SYSTEM_BUSY"),
    ] {
        let error = create(&Play::new(&[first, done.clone()])).unwrap_err();
        assert!(error.is_already_done() && error.attempts() == 2);
        assert_eq!(
            (error.kind(), error.outcome()),
            (ErrorKind::Failed, Outcome::Failed)
        );
    }
}

/// A request whose answer has to hold something.
#[derive(Debug, serde::Serialize)]
struct Strict;

#[derive(Debug)]
struct Must {
    id: String,
}

impl Slot for Must {
    fn vacant() -> Self {
        Self { id: String::new() }
    }

    fn read(&mut self, from: &mut Reader<'_>) -> Fit {
        const MEMBERS: Members = Members::new(&[Member::new("id")]);
        from.object(&MEMBERS, &mut [&mut self.id], None)
    }
}

impl stipula::Validate for Strict {
    type Context = ();

    fn check_in(&self, (): &()) -> stipula::Violations {
        stipula::Violations::new()
    }
}

impl stipula::client::Request for Strict {
    const OPERATION: &'static stipula::client::Operation = &crate::support::CREATE;
    type Response = Must;
}

#[test]
fn done_before_without_the_data_that_a_type_insists_on() {
    let play = Play::new(&[Step::Timeout, Step::Result("F", "HAS_EXIST")]);
    let error = now(play.client().call(&Strict).send()).unwrap_err();
    assert!(error.is_already_done(), "{error:?}");
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Failed, 2));
}

#[test]
fn nobody_claims_success_without_a_signature() {
    let steps = [Step::Timeout, Step::Unsigned("F", "HAS_EXIST")];
    let error = create(&Play::new(&steps)).unwrap_err();
    assert!(error.is_already_done());
    assert_eq!(
        (error.kind(), error.outcome()),
        (ErrorKind::Failed, Outcome::Unknown)
    );
}

#[test]
fn a_failure_after_a_lost_answer_leaves_the_outcome_open() {
    let steps = [Step::Timeout, Step::Result("F", "PARAM_ILLEGAL")];
    let error = create(&Play::new(&steps)).unwrap_err();
    assert_eq!(
        (error.kind(), error.outcome()),
        (ErrorKind::Failed, Outcome::Unknown)
    );
}

#[test]
fn others_are_repeated_only_when_asked() {
    let play = Play::new(&[Step::Timeout]);
    let request = Single { id: "k".into() };
    let call = play.client();
    let response = now(call.call(&request).repeat_anyway().send()).unwrap();
    assert_eq!(response.attempts(), 2);
    assert!(!response.already_done());

    let play = Play::new(&[Step::Timeout]);
    let error = now(play.client().raw("POST", "/x", Vec::new())).unwrap_err();
    assert!(error.is_timeout() && error.attempts() == 1);
}

#[test]
fn a_call_can_have_a_policy_of_its_own() {
    let play = Play::new(&[Step::Connect, Step::Connect, Step::Connect]);
    let client = play.client();
    let request = Query {
        id: "x".into(),
        note: None,
    };
    let call = client.call(&request).retry(RetryPolicy::none());
    let error = now(call.send()).unwrap_err();
    assert_eq!((attempts(&play), error.attempts()), (1, 1));
    let call = client.call(&request).retry(RetryPolicy::new().attempts(9));
    assert_eq!(now(call.send()).unwrap().attempts(), 3);
}

#[test]
fn waits_follow_the_policy_and_the_server() {
    let play = Play::new(&[Step::Http(429, Some(3)), Step::Http(503, Some(5))]);
    create(&play).unwrap();
    let sleeps = play.seen.lock().unwrap().sleeps.clone();
    assert_eq!(sleeps, [Duration::from_secs(3), Duration::from_secs(5)]);
}

#[test]
fn no_attempt_is_made_before_the_server_wants_one() {
    // More than the cap, and more than the time in all.
    let waits = [
        (3600, RetryPolicy::new()),
        (4, RetryPolicy::new().total(Duration::from_secs(4))),
    ];
    for (asked, policy) in waits {
        let play = Play::new(&[Step::Http(429, Some(asked))]);
        let request = Create { id: "k".into() };
        let client = play.client();
        let error = now(client.call_in(&request, &true).retry(policy).send()).unwrap_err();
        assert_eq!(error.attempts(), 1);
        assert_eq!(error.retry_after(), Some(Duration::from_secs(asked)));
        assert!(play.seen.lock().unwrap().sleeps.is_empty());
    }
}

#[test]
fn the_time_of_an_attempt_reaches_the_transport() {
    let play = Play::new(&[]);
    let request = Query {
        id: "x".into(),
        note: None,
    };
    let limit = Duration::from_secs(4);
    // The timer of the script is always over at once, but a ready answer comes first.
    now(play.client().call(&request).timeout(limit).send()).unwrap();
    assert_eq!(play.seen.lock().unwrap().timeouts, [Some(limit)]);
    create(&play).unwrap();
    assert_eq!(play.seen.lock().unwrap().timeouts[1], None);
}

#[test]
fn a_transport_that_hangs_is_given_up() {
    let play = Play::new(&[]);
    let client = play
        .settings(Client::builder(&API))
        .transport(|_| pending::<std::result::Result<_, TransportError>>())
        .timer(play.clone())
        .timeout(Duration::from_secs(1))
        .build()
        .unwrap();
    let request = Query {
        id: "x".into(),
        note: None,
    };
    let error = now(client.call(&request).send()).unwrap_err();
    assert!(error.is_timeout() && error.attempts() == 3, "{error:?}");
}

#[test]
fn calls_that_are_not_sent_make_no_attempt() {
    let play = Play::new(&[]);
    let request = Create { id: "k".into() };
    let error = now(play.client().call_in(&request, &false).send()).unwrap_err();
    assert_eq!((error.attempts(), error.outcome()), (0, Outcome::Failed));
}

#[test]
fn futures_are_send() {
    fn send<T: Send>(_: &T) {}
    let play = Play::new(&[]);
    let client = play
        .settings(Client::builder(&API))
        .transport(|_| {
            ready(Err(TransportError::new(
                stipula::client::TransportErrorKind::Other,
                "",
            )))
        })
        .build()
        .unwrap();
    let request = Query {
        id: "x".into(),
        note: None,
    };
    let call = client
        .call(&request)
        .timeout(Duration::from_secs(1))
        .repeat_anyway();
    send(&call.send());
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        Just(Step::Connect),
        Just(Step::Timeout),
        Just(Step::Broken),
        (
            prop_oneof![Just(404), Just(429), Just(500), Just(503)],
            proptest::option::of(0_u64..20)
        )
            .prop_map(|(status, wait)| Step::Http(status, wait)),
        Just(Step::Result("U", "UNKNOWN")),
        Just(Step::Result("F", "SYSTEM_BUSY")),
        Just(Step::Unsigned("F", "SYSTEM_BUSY")),
        Just(Step::Result("F", "HAS_EXIST")),
    ];
    proptest::collection::vec(step, 0..8)
}

prop_compose! {
    fn policies()(
        attempts in 0_u32..7,
        base in 0_u64..10_000,
        factor in 0_u32..5,
        cap in 0_u64..8_000,
        jitter in prop::sample::select(vec![Jitter::Full, Jitter::None]),
        total in 0_u64..20_000,
    ) -> RetryPolicy {
        RetryPolicy::new()
            .attempts(attempts)
            .base(Duration::from_millis(base))
            .factor(factor)
            .cap(Duration::from_millis(cap))
            .jitter(jitter)
            .total(Duration::from_millis(total))
    }
}

proptest! {
    #[test]
    fn no_policy_is_exceeded(
        steps in steps(),
        attempts in 0_u32..7,
        cap in 0_u64..8_000,
        total in 0_u64..20_000,
        policy in policies(),
    ) {
        let (cap, total) = (Duration::from_millis(cap), Duration::from_millis(total));
        let policy = policy.attempts(attempts).cap(cap).total(total);
        let play = Play::new(&steps);
        let client = play.client();
        let request = Create { id: "k".into() };
        let result = now(client.call_in(&request, &true).retry(policy).send());
        let told = match &result {
            Ok(response) => response.attempts(),
            Err(error) => error.attempts(),
        };
        let seen = play.seen.lock().unwrap();
        prop_assert_eq!(told as usize, seen.bodies.len());
        prop_assert!(told <= attempts.max(1));
        prop_assert!(seen.sleeps.iter().all(|wait| *wait <= cap), "{:?}", seen.sleeps);
        prop_assert!(seen.begun.iter().all(|begun| *begun <= total), "{:?}", seen.begun);
        prop_assert!(seen.bodies.iter().all(|body| *body == seen.bodies[0]));
        let mut signatures = seen.signatures.clone();
        signatures.dedup();
        prop_assert_eq!(signatures.len(), seen.bodies.len(), "signed afresh");
    }

    #[test]
    fn nothing_is_done_twice(steps in steps(), policy in policies()) {
        let play = Play::new(&steps);
        let client = play.client();
        let request = Single { id: "k".into() };
        let result = now(client.call(&request).retry(policy).send());
        let sent = attempts(&play);
        let lost = steps.iter().take(sent).filter(|step| step.loses_the_answer()).count();
        prop_assert!(lost <= 1, "{lost} answers lost");
        if lost == 1 {
            let error = result.unwrap_err();
            prop_assert_eq!(error.outcome(), Outcome::Unknown);
            prop_assert!(steps[sent - 1].loses_the_answer(), "sent again after a lost answer");
        }
    }

    #[test]
    fn a_final_failure_is_final(steps in steps(), policy in policies()) {
        let mut steps = steps;
        steps.push(Step::Result("F", "PARAM_ILLEGAL"));
        let play = Play::new(&steps);
        let client = play.client();
        let request = Create { id: "k".into() };
        let result = now(client.call_in(&request, &true).retry(policy).send());
        prop_assert!(attempts(&play) <= steps.len());
        prop_assert!(result.is_err() || result.unwrap().already_done());
    }
}

#[test]
fn ids_are_fresh_or_given() {
    let play = Play::new(&[]);
    let client = play.client();
    let ids: std::collections::BTreeSet<String> =
        (0..100).map(|_| client.new_id().unwrap()).collect();
    assert_eq!(ids.len(), 100);
    let hexadecimal = |id: &String| {
        id.len() == 32
            && id
                .chars()
                .all(|digit| matches!(digit, '0'..='9' | 'a'..='f'))
    };
    assert!(ids.iter().all(hexadecimal), "{ids:?}");

    let given = play
        .settings(Client::builder(&API))
        .ids(|| "order-1".to_owned())
        .build()
        .unwrap();
    assert_eq!(given.new_id().unwrap(), "order-1");
}

//! What all calls of a client repeat together, and how a call tells that it gave up.

use std::time::Duration;

use stipula::client::{Client, Error, GaveUp, Outcome, RetryBudget, RetryPolicy, Transport};

use crate::script::{Play, Step, now};
use crate::support::{API, Create};

fn client(play: &Play, budget: RetryBudget) -> Client<impl Transport + use<>> {
    let script = play.clone();
    play.settings(Client::builder(&API))
        .transport(move |request| std::future::ready(script.attempt(&request)))
        .timer(play.clone())
        .retry_budget(budget)
        .build()
        .unwrap()
}

fn create<T: Transport>(client: &Client<T>) -> Result<u32, Error> {
    let request = Create { id: "k".into() };
    let response = now(client.call_in(&request, &true).send());
    response.map(|response| response.attempts())
}

/// The attempts that each of these calls makes.
fn attempts<T: Transport>(client: &Client<T>, calls: usize) -> Vec<u32> {
    let told = (0..calls).map(|_| create(client).unwrap_or_else(|error| error.attempts()));
    told.collect()
}

#[test]
fn an_outage_is_not_multiplied() {
    let play = Play::new(&vec![Step::Connect; 2_000]);
    let client = client(&play, RetryBudget::new().per_minute(0));
    let made = attempts(&client, 1_000);
    // 50 calls are sent three times, and all others once.
    assert_eq!(made.iter().sum::<u32>(), 1_100);
    assert!(made[..50].iter().all(|it| *it == 3), "{made:?}");
    assert!(made[50..].iter().all(|it| *it == 1), "{made:?}");
    let error = create(&client).unwrap_err();
    assert_eq!(error.gave_up(), Some(GaveUp::Budget));
    assert!(error.is_retryable() && error.outcome() == Outcome::Failed);
    assert_eq!(
        error.to_string(),
        "`createItem` could not reach the server; it was not sent again, for the budget of \
         further attempts of this client is spent"
    );
}

#[test]
fn answers_and_time_give_attempts_back() {
    let mut steps = vec![Step::Connect; 3];
    steps.extend(vec![Step::Result("S", "SUCCESS"); 10]);
    steps.extend(vec![Step::Connect; 3]);
    let play = Play::new(&steps);
    let client = client(&play, RetryBudget::new().capacity(2).per_minute(0));
    assert_eq!(attempts(&client, 12), [3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2]);

    let play = Play::new(&vec![Step::Connect; 30]);
    let client = self::client(&play, RetryBudget::new().capacity(1).per_minute(600));
    // An attempt takes a tenth of a second, in which one comes back; waits take longer.
    assert_eq!(attempts(&client, 2), [3, 3]);
}

#[test]
fn clones_share_what_is_left() {
    let play = Play::new(&vec![Step::Connect; 30]);
    let one = client(&play, RetryBudget::new().capacity(3).per_minute(0));
    let other = one.clone();
    assert_eq!(attempts(&one, 1), [3]);
    assert_eq!(attempts(&other, 2), [2, 1]);
}

#[test]
fn a_policy_of_one_attempt_takes_nothing() {
    let play = Play::new(&vec![Step::Connect; 4]);
    let client = client(&play, RetryBudget::new().capacity(2).per_minute(0));
    let request = Create { id: "k".into() };
    let call = client.call_in(&request, &true).retry(RetryPolicy::none());
    let error = now(call.send()).unwrap_err();
    assert_eq!(error.gave_up(), Some(GaveUp::Attempts));
    assert_eq!(error.to_string(), "`createItem` could not reach the server");
    assert_eq!(attempts(&client, 1), [3]);
}

#[test]
fn a_server_that_asks_for_more_than_a_call_waits_is_told_of() {
    let play = Play::new(&[Step::Http(429, Some(30))]);
    let error = create(&client(&play, RetryBudget::new())).unwrap_err();
    let (asked, cap) = (Duration::from_secs(30), Duration::from_secs(5));
    assert!(
        matches!(error.gave_up(), Some(GaveUp::Wait { asked: a, cap: c, .. }) if (a, c) == (asked, cap))
    );
    assert_eq!(error.retry_after(), Some(asked));
    let text = error.to_string();
    let told = "; the server asks to wait 30s, and the longest wait of a call is 5s";
    assert!(text.ends_with(told), "{text}");

    let play = Play::new(&[Step::Http(429, Some(4))]);
    let client = client(&play, RetryBudget::new());
    let request = Create { id: "k".into() };
    let policy = RetryPolicy::new().total(Duration::from_secs(4));
    let error = now(client.call_in(&request, &true).retry(policy).send()).unwrap_err();
    assert!(
        matches!(error.gave_up(), Some(GaveUp::Total { .. })),
        "{error:?}"
    );
    let text = error.to_string();
    assert!(
        text.ends_with("; the next attempt would begin after 4s in all"),
        "{text}"
    );
}

#[test]
fn what_no_attempt_can_change_is_not_given_up() {
    let play = Play::new(&[Step::Result("F", "PARAM_ILLEGAL")]);
    let error = create(&client(&play, RetryBudget::new())).unwrap_err();
    assert_eq!(error.gave_up(), None);
}

//! The fake tells the truth: whole answers, typed ones, recorded ones, and none that there is not.

use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};

use alipayhk_ipass::Client;
use alipayhk_ipass::codes::CreatePassCode;
use alipayhk_ipass::request::CreatePassRequest;
use alipayhk_ipass::response::CreatePassResponse;
use stipula::client::{Outcome, Recorder, RetryPolicy};
use stipula::fake::{Answer, Fake, FakeErrorKind, Fault};

use crate::requests::{client, fake, pass, query};

#[tokio::test]
async fn a_usual_answer_has_its_members() {
    let fake = fake();
    let client = client(&fake);
    let made = client.create_pass(&pass(1)).send().await;
    let made = made.expect("nothing is wrong with the pass");
    assert!(made.misfits().is_empty() && made.result_code() == Some("SUCCESS"));
    assert!(
        made.pass_id.is_some() && made.result_info.is_some(),
        "{made:?}"
    );
    let found = client.query_template(&query()).send().await;
    let found = found.expect("there is a template");
    let name = found
        .locale_info
        .as_ref()
        .and_then(|it| it.values().next()?.name.clone());
    assert!(found.template_code.is_some() && name.is_some(), "{found:?}");
}

#[tokio::test]
async fn an_answer_and_a_code_are_given_as_what_they_are() {
    let fake = fake();
    let client = client(&fake);
    let mut answer = CreatePassResponse::default();
    answer.pass_id = Some("P-7".to_owned());
    fake.next_for("createPass", Answer::of(&answer));
    let made = client.create_pass(&pass(1)).send().await.expect("scripted");
    assert_eq!(made.pass_id.as_deref(), Some("P-7"));
    assert_eq!(made.result_code(), Some("SUCCESS"));

    fake.next(Answer::code(CreatePassCode::UserNotExist));
    let error = client.create_pass(&pass(2)).send().await;
    let code = error.expect_err("scripted").code::<CreatePassCode>();
    assert_eq!(code, Some(CreatePassCode::UserNotExist));

    fake.next(Answer::undocumented_code("NEW_ONE"));
    let error = client.create_pass(&pass(3)).send().await;
    let error = error.expect_err("scripted");
    assert_eq!(
        (error.result_code(), error.outcome()),
        (Some("NEW_ONE"), Outcome::Failed)
    );
}

#[test]
#[should_panic(expected = "`alipayhk-ipass` has no operation `cretePass`; it has `createTemplate`")]
fn a_misspelt_operation_is_refused() {
    fake().next_for("cretePass", Answer::usual());
}

#[test]
#[should_panic(expected = "`createPass` does not document the code `PASS_EXISTS`; give")]
fn a_misspelt_code_is_refused() {
    fake().next_for("createPass", Answer::code("PASS_EXISTS"));
}

#[test]
#[should_panic(
    expected = "no operation of `alipayhk-ipass` documents an answer `cretaed`; there is `created`"
)]
fn a_misspelt_example_is_refused() {
    fake().next(Answer::example("cretaed"));
}

#[test]
#[should_panic(expected = "`createPass` does not answer by pages")]
fn pages_of_what_has_none_are_refused() {
    fake().pages("createPass", [], 1);
}

/// A file in memory.
#[derive(Clone, Default)]
struct Tape(Arc<Mutex<Vec<u8>>>);

impl Tape {
    fn text(&self) -> String {
        let bytes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

impl Write for Tape {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn recorded(fake: &Fake, recorder: Recorder) -> Client {
    let builder = fake.set_up(Client::builder()).record(recorder);
    let client = builder.retry(RetryPolicy::none()).build();
    client.expect("the fake knows all settings")
}

#[tokio::test]
async fn a_failure_is_recorded_and_played_again() {
    let (platform, tape) = (fake(), Tape::default());
    let client = recorded(&platform, Recorder::new(tape.clone()).failures());
    let user = "2088302199001234";
    let request = pass(1).user_id(user).open_id(user);
    client
        .create_pass(&request)
        .send()
        .await
        .expect("a new pass");
    let echo = format!(
        r#"{{"resultInfo":{{"resultCode":"USER_NOT_EXIST","resultStatus":"F","resultMessage":"no {user}"}}}}"#
    );
    platform.next(Answer::body(echo));
    platform.next(Answer::status(502));
    platform.next(Fault::DropAfter);
    for _ in 0..3 {
        let failed = client.create_pass(&request).send().await;
        failed.expect_err("scripted");
    }

    let text = tape.text();
    assert_eq!(text.lines().count(), 3, "{text}");
    assert!(
        !text.contains(user) && text.contains("no 0000000000000000"),
        "{text}"
    );
    assert!(!text.to_lowercase().contains("signature="), "{text}");

    let fake = crate::requests::fake();
    let played = fake.replay(&text).expect("what was recorded");
    let client = recorded(&fake, Recorder::new(io::sink()));
    let mut told = Vec::new();
    for exchange in &played {
        let request: CreatePassRequest = exchange.request().expect("a request");
        let error = client.create_pass(&request).send().await;
        let error = error.expect_err("as it was");
        told.push((error.result_code().map(str::to_owned), error.outcome()));
    }
    let code = Some("USER_NOT_EXIST".to_owned());
    let wanted = [
        (code, Outcome::Failed),
        (None, Outcome::Unknown),
        (None, Outcome::Unknown),
    ];
    assert_eq!(told, wanted);
}

#[test]
fn what_was_not_recorded_here_is_told() {
    let fake = fake();
    let line = r#"{"operation":"fly","attempt":1,"sent":{"bytes":0},"came":{"failure":"timeout"}}"#;
    for (text, wanted) in [
        (line, "line 1: there is no operation `fly`"),
        (
            "\n{",
            "line 2: EOF while parsing an object at line 1 column 1",
        ),
    ] {
        let error = fake.replay(text).expect_err("nothing to play");
        assert_eq!(error.kind(), FakeErrorKind::Recording);
        assert!(error.to_string().ends_with(wanted), "{error}");
    }
}

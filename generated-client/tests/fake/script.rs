//! What a test scripts, and what the fake records and counts.

use alipayhk_ipass::Client;
use alipayhk_ipass::codes::CreatePassCode;
use alipayhk_ipass::request::{MovieTicketContext, MovieTicketRequest, QueryTemplateRequest};
use alipayhk_ipass::{enums::OrderStatus, fake::TABLE};
use stipula::client::{ErrorKind, Outcome};
use stipula::fake::{Answer, Fake, Fault, Verdict};
use stipula::read::Misfit;

use crate::requests::{client, example, fake, pass, query, served, template};

#[tokio::test]
async fn answers_with_the_documented_example() {
    let fake = fake();
    let answer = client(&fake).create_template(&template(1)).send().await;
    let answer = answer.expect("nothing is wrong with the template");
    assert_eq!(
        answer.data.template_code.as_deref(),
        Some("82022031100135000000000000626075")
    );
    assert!(!answer.unsigned() && answer.trace_id().is_some());
    let [request] = fake.requests().try_into().expect("one request");
    assert_eq!(request.operation, Some("createTemplate"));
    assert!(matches!(request.verdict, Verdict::Accepted(_)) && request.effect);
    assert!(request.headers.contains_key("client-id"));
    assert!(!request.headers.contains_key("signature"));
    assert_eq!(
        request.to_string(),
        "POST /api/open/alipay/v1/ipass/template/manage/createTemplate (createTemplate): accepted; answered `created`"
    );
}

#[tokio::test]
async fn odd_values_are_told_and_lose_no_answer() {
    let fake = fake();
    fake.next(Fault::OddValues);
    let answer = client(&fake).create_template(&template(1)).send().await;
    let answer = answer.expect("the template was made");
    assert_eq!(answer.result_code(), Some("SUCCESS"));
    assert_eq!(answer.data.template_code, None);
    for place in ["status", "templateCode"] {
        let misfit = answer.misfits().at(&format!("/{place}"));
        let told = format!("`/{place}`: expected a text, found an object");
        assert_eq!(misfit.map(Misfit::to_string), Some(told));
    }
    let raw = answer.misfits().at("/status").map(Misfit::raw);
    assert_eq!(raw, Some(r#"{"neverDocumented":true}"#));
}

/// The example of the README.
#[tokio::test]
async fn asks_again_after_a_lost_answer() -> Result<(), Box<dyn std::error::Error>> {
    let fake = alipayhk_ipass::fake::start()?;
    let client = fake.set_up(Client::builder()).build()?;
    let query = QueryTemplateRequest::new()
        .merchant_id("M")
        .template_code("T");

    fake.next(Fault::DropAfter);
    let answer = client.query_template(&query).send().await?;

    assert_eq!(answer.attempts(), 2);
    assert_eq!(fake.requests().len(), 2);
    Ok(())
}

#[tokio::test]
async fn every_documented_body_is_accepted() {
    let fake = fake();
    let client = client(&fake);
    let mut sent = 0;
    for served in TABLE.operations {
        for example in served.requests {
            let operation = served.operation;
            let body = example.body.as_bytes().to_vec();
            let answer = client.core().raw(operation.method, operation.path, body);
            if let Err(error) = answer.await {
                panic!("`{}` of `{}`: {error}", example.name, operation.name);
            }
            // Some share a business key.
            fake.reset();
            sent += 1;
        }
    }
    assert!(sent > 6, "{sent}");
}

#[tokio::test]
async fn a_repeated_key_gets_the_documented_code() {
    let fake = fake();
    let client = client(&fake);
    client
        .create_pass(&pass(1))
        .send()
        .await
        .expect("a new key");
    let error = client.create_pass(&pass(1)).send().await;
    let error = error.expect_err("the key was there");
    assert!(error.is_already_done(), "{error}");
    assert_eq!(
        error.code::<CreatePassCode>(),
        Some(CreatePassCode::PassHasExist)
    );
    client
        .create_pass(&pass(2))
        .send()
        .await
        .expect("a new key");
    let effects = fake.effects();
    assert_eq!(effects.len(), 2);
    assert!(effects.iter().all(|it| it.count == 1), "{effects:?}");
    assert_eq!(
        effects[0].key,
        ["2160120041113167", "82022031100135000000000000626075", "S1"]
    );
}

#[tokio::test]
async fn codes_have_their_documented_status_and_effect() {
    let fake = fake();
    let client = client(&fake);
    for (nth, code) in served("createPass").codes.iter().enumerate() {
        fake.reset();
        for _ in 0..3 {
            fake.next(Answer::code(code.code));
        }
        let result = client.create_pass(&pass(nth)).send().await;
        match code.outcome {
            Outcome::Success => assert!(result.is_ok(), "{code:?}"),
            Outcome::Failed | Outcome::Unknown => {
                let error = result.expect_err(code.code);
                assert_eq!(error.result_code(), Some(code.code));
                assert_eq!(error.outcome(), code.outcome, "{code:?}");
            }
        }
        let done = u32::from(code.outcome != Outcome::Failed);
        let count = fake.effects().first().map_or(0, |it| it.count);
        assert_eq!(count, done, "{code:?}");
    }
}

/// The status is not sent: a body is good when it is good for one of them.
#[tokio::test]
async fn an_overlay_has_a_queue_of_its_own() {
    let fake = fake();
    let client = client(&fake);
    let request: MovieTicketRequest = example("movieTicket");
    let context = MovieTicketContext::new(OrderStatus::Ticketed);
    fake.next_for("movieTicket", Answer::code("PARAM_ILLEGAL"));
    // Of another operation: stays where it is.
    fake.next_for("queryTemplate", Answer::code("SYSTEM_ERROR"));
    let error = client.movie_ticket(&request, &context).send().await;
    let error = error.expect_err("scripted");
    assert_eq!(error.result_code(), Some("PARAM_ILLEGAL"));
    let found = client.query_template(&query()).send().await;
    assert_eq!(found.expect("a second attempt").attempts(), 2);
}

#[tokio::test]
async fn what_is_always_answered_gives_way_to_the_queue() {
    let fake = fake();
    let client = client(&fake);
    fake.always(Fault::Unsigned);
    fake.next(Answer::usual());
    assert!(client.query_template(&query()).send().await.is_ok());
    let error = client.query_template(&query()).send().await;
    assert_eq!(error.expect_err("unsigned").kind(), ErrorKind::Signature);
    fake.reset();
    assert!(client.query_template(&query()).send().await.is_ok());
    assert_eq!(fake.requests().len(), 1);
}

#[tokio::test]
async fn keeps_as_many_requests_as_it_is_told() {
    let fake = Fake::settings(&TABLE).keep(2).start().expect("a free port");
    let client = client(&fake);
    for _ in 0..3 {
        client.query_template(&query()).send().await.expect("fine");
    }
    assert_eq!(fake.requests().len(), 2);
}

#[test]
fn stops_when_it_is_dropped() {
    let fake = fake();
    let address = fake.url().replace("http://", "");
    assert!(std::net::TcpStream::connect(&address).is_ok());
    drop(fake);
    assert!(std::net::TcpStream::connect(&address).is_err());
}

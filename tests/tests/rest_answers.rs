//! The way back of the same client as in `rest`: answers by status, and what failures say.

use stipula::client::{Client as Core, DefaultTransport, Error, Response};
use stipula::fake::{Answer, Fake};
use stipula_tests::run;

stipula_tests::generated!(generated, "/rest");

use generated::{answers::ExportCustomersAnswer, client::Client, request::*, response::*};

fn fake() -> (Fake, Client) {
    let fake = generated::fake::start().expect("a fake");
    let core: Core<DefaultTransport> = fake.builder().build().expect("a client");
    (fake, Client::from(core))
}

fn exported(answer: Answer) -> Result<Response<ExportCustomersAnswer>, Error> {
    let (fake, client) = fake();
    fake.next(answer);
    run(client
        .export_customers(&ExportCustomersRequest::new())
        .send())
}

#[test]
fn the_status_chooses_what_an_answer_holds() {
    let url = r#"{"url":"https://files.example.com/1"}"#;
    let answer = exported(Answer::body(url)).unwrap();
    let ExportCustomersAnswer::Ok(Export { url, .. }) = answer.data else {
        panic!("{answer:?}");
    };
    assert_eq!(url, "https://files.example.com/1");

    let answer = exported(Answer::body(r#"{"done":"40"}"#).http(202)).unwrap();
    assert_eq!(answer.status(), 202);
    let ExportCustomersAnswer::Accepted(Job { done, .. }) = answer.data else {
        panic!("{answer:?}");
    };
    assert_eq!(done, Some(40));

    let answer = exported(Answer::usual().http(204)).unwrap();
    assert_eq!(answer.data, ExportCustomersAnswer::NoContent);
}

#[test]
fn a_status_that_nobody_documented_is_kept() {
    let answer = exported(Answer::body("<late>").http(207)).unwrap();
    let ExportCustomersAnswer::Other(other) = answer.into_data() else {
        panic!("another variant");
    };
    assert_eq!((other.status.as_u16(), &*other.body), (207, &b"<late>"[..]));
    assert_eq!(format!("{other:?}"), "Undocumented(207, [6 bytes])");
}

#[test]
fn each_status_is_read_as_it_is_documented() {
    // What 202 may lack, 200 guarantees.
    assert!(exported(Answer::body("{}").http(202)).is_ok());
    let error = exported(Answer::body("{}")).unwrap_err();
    assert_eq!(
        error.to_string(),
        "`exportCustomers` got an answer that cannot be read: `/url`: expected a text, found nothing"
    );
}

const PLACE: &str = "https://api.example.com/imports/i_2";

fn started(answer: Answer) -> Result<Response<StartImportResponse>, Error> {
    let (fake, client) = fake();
    fake.next(answer);
    run(client.start_import(&StartImportRequest::new()).send())
}

#[test]
fn members_stand_in_headers_and_in_the_status() {
    // The documented answer, whose members the fake puts where they belong.
    let answer = started(Answer::usual()).unwrap();
    assert_eq!(
        answer.headers()["location"],
        "https://api.example.com/imports/i_1"
    );
    assert_eq!(answer.place, "https://api.example.com/imports/i_1");
    assert_eq!((answer.id.as_deref(), answer.left), (Some("i_1"), Some(7)));
    assert_eq!(
        answer.notes.as_deref(),
        Some(&["one".to_owned(), "two".to_owned()][..])
    );
    assert_eq!((answer.code, answer.status().as_u16()), (Some(201), 201));
    assert!(answer.misfits().is_empty(), "{}", answer.misfits());
}

#[test]
fn a_member_of_a_header_is_not_read_from_the_body() {
    let body = r#"{"place":"https://evil.example.com","left":3,"code":"x"}"#;
    let answer = started(Answer::body(body).header("Location", PLACE)).unwrap();
    assert_eq!(answer.place, PLACE);
    assert_eq!((answer.left, answer.code), (None, Some(200)));
    assert_eq!(answer.extra["left"], 3);
}

#[test]
fn missing_and_odd_headers_follow_presence() {
    let error = started(Answer::body("{}").header("X-Calls-Left", "1")).unwrap_err();
    assert_eq!(
        error.to_string(),
        "`startImport` got an answer that cannot be read: header `Location`: expected a text, found nothing"
    );
    let odd = Answer::body("{}").header("Location", PLACE);
    let answer = started(odd.header("X-Calls-Left", "many")).unwrap();
    assert_eq!(answer.left, None);
    assert_eq!(
        answer.misfits().to_string(),
        "header `X-Calls-Left`: expected a whole number of 64 bits, found a text that is not a number"
    );
}

#[test]
fn no_body_is_needed_where_no_member_stands_in_it() {
    let (fake, client) = fake();
    fake.next(Answer::body("").http(204).header("ETag", "\"7\""));
    let answer = run(client.touch_import(&TouchImportRequest::new()).send()).unwrap();
    assert_eq!(answer.tag, "\"7\"");
    fake.next(Answer::body("<html>"));
    let error = run(client.touch_import(&TouchImportRequest::new()).send()).unwrap_err();
    assert!(error.to_string().contains("header `ETag`"), "{error}");
}

#[test]
fn an_answer_is_written_and_read_as_one_object() {
    let answer = started(Answer::usual()).unwrap().into_data();
    let written = serde_json::to_string(&answer).unwrap();
    assert_eq!(
        serde_json::from_str::<StartImportResponse>(&written).unwrap(),
        answer
    );
}

/// What a failure with this body tells.
fn trouble(answer: Answer) -> (Error, Option<Trouble>) {
    let error = exported(answer).unwrap_err();
    let told = error.detail();
    (error, told)
}

#[test]
fn a_failure_tells_what_is_wrong_as_its_type() {
    let body = r#"{"error":{"code":"full","param":"seat","seats":"0","card":"4242"}}"#;
    let (error, told) = trouble(Answer::body(body).http(422));
    let told = told.unwrap();
    assert_eq!(told.param.as_deref(), Some("seat"));
    assert_eq!(told.seats, Some(0));
    assert_eq!(
        error.to_string(),
        "`exportCustomers` failed: `full` (HTTP 422)"
    );
    // It may hold what is not to be shown.
    assert!(!format!("{error:?}").contains("seat"));
    assert!(!format!("{error:?}").contains("4242"));
}

#[test]
fn a_member_that_does_not_fit_is_left_out_of_a_failure() {
    let body = r#"{"error":{"code":"full","param":7,"seats":"many"}}"#;
    let (_, told) = trouble(Answer::body(body).http(409));
    let told = told.unwrap();
    assert_eq!((told.seats, told.code.as_deref()), (None, Some("full")));
}

#[test]
fn a_failure_without_an_object_tells_nothing() {
    for body in [
        "",
        "<html>",
        "{}",
        r#"{"error":"full"}"#,
        r#"[{"error":{}}]"#,
    ] {
        let (_, told) = trouble(Answer::body(body).http(404));
        assert!(told.is_none(), "{body}");
    }
}

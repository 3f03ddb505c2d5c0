//! The way back of the same client as in `rest`: answers by status, and what failures say.

use std::future::Future;

use stipula::client::{Client as Core, DefaultTransport, Error, Response};
use stipula::fake::{Answer, Fake};

stipula_tests::generated!(generated, "/rest");

use generated::{answers::ExportCustomersAnswer, client::Client, request::*, response::*};

fn run<T>(work: impl Future<Output = T>) -> T {
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = runtime.enable_all().build();
    runtime.expect("a runtime").block_on(work)
}

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

//! A client of an API that signs nothing: what travels where, and what comes back.

use http::header::{AUTHORIZATION, CONTENT_TYPE};
use stipula::Decimal;
use stipula::client::{Client as Core, DefaultTransport, Error, Outcome, Response, RetryPolicy};
use stipula::fake::{Answer, Fake, Received};
use stipula_tests::run;

stipula_tests::generated!(generated, "/rest");

use generated::{api, client::Client, request::*};

fn fake() -> (Fake, Client) {
    let fake = generated::fake::start().expect("a fake");
    let core: Core<DefaultTransport> = fake.builder().build().expect("a client");
    (fake, Client::from(core))
}

const CUSTOMER: &str = r#"{"id":"c_1","balance":"10.50"}"#;

/// The one request that the fake got.
fn only(fake: &Fake) -> Received {
    let requests = fake.requests();
    assert_eq!(requests.len(), 1, "{requests:?}");
    let request = requests[0].clone();
    assert_eq!(
        request.verdict.refusal().map(|it| it.message().to_owned()),
        None
    );
    request
}

fn sent<R>(
    call: impl AsyncFnOnce(&Client) -> Result<Response<R>, Error>,
    answer: &str,
) -> Received {
    let (fake, client) = fake();
    fake.next(Answer::body(answer));
    run(call(&client)).expect("an answer");
    only(&fake)
}

#[test]
fn a_form_is_what_urlencode_writes() {
    let request = CreateCustomerRequest::new()
        .email("a+b@example.com")
        .address(
            Address::new()
                .city("São Paulo")
                .lines(["x & y", "z"])
                .floor(3),
        )
        .tags(["one", "t w o"])
        .vip(true);
    let request = sent(
        async |client| client.create_customer(&request).send().await,
        CUSTOMER,
    );
    assert_eq!(
        request.headers[CONTENT_TYPE],
        "application/x-www-form-urlencoded"
    );
    // Python: urllib.parse.urlencode([("email", "a+b@example.com"), ("address[city]", …), …])
    assert_eq!(
        String::from_utf8(request.body).unwrap(),
        "email=a%2Bb%40example.com&address%5Bcity%5D=S%C3%A3o+Paulo\
         &address%5Blines%5D%5B%5D=x+%26+y&address%5Blines%5D%5B%5D=z&address%5Bfloor%5D=3\
         &tags%5B%5D=one&tags%5B%5D=t+w+o&vip=true"
    );
}

#[test]
fn a_get_has_a_query_and_no_body() {
    let request = ListCustomersRequest::new()
        .limit(10)
        .starting_after("c/1 2")
        .expand(["data.source"])
        .comma([1, 2])
        .filter(Address::new().city("Rome"));
    let request = sent(
        async |client| client.list_customers(&request).send().await,
        "[]",
    );
    assert_eq!(request.method, "GET");
    assert_eq!(
        request.path,
        "/customers?limit=10&starting_after=c%2F1%202&expand%5B%5D=data.source&comma=1%2C2\
         &filter=%7B%22city%22%3A%22Rome%22%7D"
    );
    assert!(request.body.is_empty());
    assert!(!request.headers.contains_key(CONTENT_TYPE));
}

#[test]
fn path_header_and_body_of_one_request() {
    let request = UpdateCustomerRequest::new()
        .path_id("c/%+ é")
        .version(2)
        .id("new")
        .clear_email();
    // `version == 2` stands in a header, and asks for a member of the body.
    let broken = request.clone().build().unwrap_err();
    assert_eq!(broken.errors().count(), 1, "{broken}");
    let request = request.email("x");
    let request = sent(
        async |client| client.update_customer(&request).send().await,
        CUSTOMER,
    );
    assert_eq!(request.path, "/customers/c%2F%25%2B%20%C3%A9");
    assert_eq!(request.headers["x-version"], "2");
    assert_eq!(request.body, b"id=new&email=x");
}

#[test]
fn nothing_is_read_where_nothing_is_promised() {
    let request = DeleteCustomerRequest::new().id("c_1");
    let request = sent(
        async |client| client.delete_customer(&request).send().await,
        "",
    );
    assert_eq!(request.path, "/customers/c_1?api_key=…");
    assert!(!request.headers.contains_key(AUTHORIZATION));
}

#[test]
fn a_member_may_be_the_whole_body() {
    let request = ImportCustomersRequest::new()
        .dry(true)
        .rows([Address::new().city("Rome"), Address::new().city("Oslo")]);
    let request = sent(
        async |client| client.import_customers(&request).send().await,
        "",
    );
    assert_eq!(request.path, "/customers/import?dry=true");
    assert_eq!(request.body, br#"[{"city":"Rome"},{"city":"Oslo"}]"#);
}

#[test]
fn an_answer_is_what_the_spec_says() {
    let (fake, client) = fake();
    fake.next(Answer::body(
        "[{\"id\":\"c_1\",\"balance\":\"12345678901234567.89\"},{\"id\":\"c_2\",\"balance\":[]}]",
    ));
    let customers = run(client.list_customers(&ListCustomersRequest::new()).send()).unwrap();
    assert_eq!(customers.len(), 2);
    assert_eq!(
        customers[0].balance,
        Some("12345678901234567.89".parse::<Decimal>().unwrap())
    );
    assert_eq!(
        customers.misfits().to_string(),
        "`/1/balance`: expected a number, found a list"
    );
    fake.next(Answer::body("a note, with commas\n"));
    let text = run(client.note(&NoteRequest::new().text("x")).send()).unwrap();
    assert_eq!(text.data.0, "a note, with commas\n");
}

#[test]
fn failures_are_typed() {
    let (fake, client) = fake();
    let request = CreateCustomerRequest::new().email("a@example.com");
    fake.next(Answer::code("card_declined"));
    let error = run(client.create_customer(&request).send()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "`createCustomer` failed: `card_declined`, The card was declined. (HTTP 402)"
    );
    let code: generated::codes::CreateCustomerCode = error.code().unwrap();
    assert_eq!(code, generated::codes::CreateCustomerCode::CardDeclined);
    assert_eq!(error.outcome(), Outcome::Failed);
    // A code that is worth another attempt is retried, and the second attempt goes well.
    fake.next(Answer::code("lock_timeout"));
    fake.next(Answer::body(CUSTOMER));
    let policy = RetryPolicy::new().base(std::time::Duration::from_millis(1));
    let response = run(client.create_customer(&request).retry(policy).send()).unwrap();
    assert_eq!(response.attempts(), 2);
}

#[test]
fn what_is_missing_is_told_before_anything_is_sent() {
    let (fake, client) = fake();
    let request = UpdateCustomerRequest::new();
    let error = run(client.update_customer(&request).send()).unwrap_err();
    assert!(error.to_string().contains("was not sent"), "{error}");
    let request = DeleteCustomerRequest::new().id("..");
    let error = run(client.delete_customer(&request).send()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "`deleteCustomer` was not sent: `path /id` must not be empty, `.` or `..`, as it is a part of the path (DeleteCustomerRequest.id.segment)"
    );
    assert!(fake.requests().is_empty());
    let missing = Client::builder()
        .environment("production")
        .config()
        .unwrap_err();
    assert_eq!(
        missing.to_string(),
        "cannot make a client of `rest`: \
         no `account` is given, which is a part of the address; give it with `credential`; \
         no `secret_key` is given; give it with `credential`"
    );
    let config = Client::builder()
        .environment("production")
        .credential(&api::SECRET_KEY, "hush")
        .credential(&api::ACCOUNT, "acme")
        .config();
    assert_eq!(
        config.unwrap().base_url(),
        "https://api.example.com/acme/v1"
    );
}

#[test]
fn a_token_is_fetched_once_for_the_operations_that_need_one() {
    let (fake, client) = fake();
    run(async {
        for _ in 0..3 {
            let answer = client.report(&ReportRequest::new()).send().await;
            answer.expect("an answer");
        }
        fake.revoke_tokens();
        let answer = client.report(&ReportRequest::new()).send().await;
        assert_eq!(answer.expect("an answer").attempts(), 2);
    });
    let paths: Vec<_> = fake.requests().into_iter().map(|it| it.path).collect();
    let (token, report) = ("/oauth/token", "/report");
    assert_eq!(
        paths,
        [token, report, report, report, report, token, report]
    );
    let form = fake.requests().swap_remove(0).body;
    assert_eq!(
        String::from_utf8(form).unwrap(),
        "grant_type=client_credentials&scope=reports+notes%3Aread"
    );
}

#[test]
fn a_violation_tells_the_place() {
    let request = UpdateCustomerRequest::new().version(2);
    let found = request.build().unwrap_err();
    assert_eq!(
        found.to_string(),
        "`path /id` is required (UpdateCustomerRequest.pathId.required)\n\
         `/email` is required when `header X-Version` is 2 (UpdateCustomerRequest.email.required_if)"
    );
    let request = ListCustomersRequest::new()
        .limit(0)
        .starting_after("a")
        .ending_before("b")
        .filter(Address::new());
    let found = request.build().unwrap_err();
    assert_eq!(
        found.to_string(),
        "`query /limit` must be between 1 and 100 (ListCustomersRequest.limit.range)\n\
         `query /filter/city` is required (Address.city.required)\n\
         `query /ending_before`: at most one of `starting_after` and `ending_before` may be given \
         (ListCustomersRequest.one-cursor)"
    );
    let request = ImportCustomersRequest::new().rows([Address::new()]);
    let found = request.build().unwrap_err();
    let first = found.iter().next().expect("a violation");
    assert_eq!(first.location(), stipula::Location::Body);
    assert_eq!(first.pointer(), "/0/city");
}

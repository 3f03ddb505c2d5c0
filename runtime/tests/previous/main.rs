//! A client that the generator of the last minor version made compiles and works with this runtime.
//!
//! `generated.rs` is kept as it was made. `tests/tests/previous.rs` says when it is remade, and how.

#[rustfmt::skip]
#[allow(
    clippy::all,
    clippy::pedantic,
    dead_code,
    missing_docs,
    unreachable_pub,
    reason = "it is kept as it was made"
)]
mod generated;

use generated::{blocking, codes::CreateItemCode, enums, fake, request, scenario};
use stipula::UnixMillis;
use stipula::client::ErrorKind;
use stipula::fake::Answer;

type Result = std::result::Result<(), Box<dyn std::error::Error>>;

fn coupon() -> request::CreateItemRequest {
    let text = request::Text::new().name("Ten off");
    let coupon = scenario::create_item::Coupon {
        request_id: "r-1".into(),
        price: "9.90".into(),
        texts: [(enums::Locale::EnUs, text)].into(),
        start: UnixMillis(1),
        end: UnixMillis(2),
        options: scenario::create_item::CouponOptions::new().holder("secret"),
    };
    coupon.into()
}

#[test]
fn it_calls_the_fake() -> Result {
    let fake = fake::start()?;
    let builder = fake.set_up(blocking::builder());
    let client = blocking::Client::from(builder.build()?);

    let response = client.create_item(&coupon()).send()?;
    assert_eq!(response.item_code.as_deref(), Some("i-1"));
    let again = client.create_item(&coupon()).send().err();
    let again = again.ok_or("the key was used before")?;
    assert_eq!(again.code(), Some(CreateItemCode::HasExist));
    assert!(again.is_already_done());

    fake.next(Answer::code("SYSTEM_BUSY"));
    let query = request::QueryItemRequest::new().item_code("i-1").build()?;
    let response = client.query_item(&query).send()?;
    assert_eq!(response.attempts(), 2);
    Ok(())
}

#[test]
fn it_judges() -> Result {
    let fake = fake::start()?;
    let client = blocking::Client::from(fake.set_up(blocking::builder()).build()?);
    let broken = request::QueryItemRequest::new();
    let error = client.query_item(&broken).send().err();
    let error = error.ok_or("a member is missing")?;
    assert_eq!(error.kind(), ErrorKind::Invalid);

    let context = request::ReportItemContext::new(enums::Status::Done);
    let report = request::ReportItemRequest::new().build(&context);
    let violations = report.err().ok_or("members are missing")?;
    assert!(violations.iter().any(|it| it.pointer() == "/seat"));
    Ok(())
}

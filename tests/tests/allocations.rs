//! How often memory is asked for while a request is judged.

use alipayhk_ipass::{
    enums::OrderStatus,
    request::{
        CreatePassRequest, CreateTemplateRequest, MovieTicketContext, MovieTicketRequest,
        QueryTemplateRequest,
    },
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use stipula::{Validate, Violations};
use stipula_tests::flagship;

/// An example of the spec, with what the page leaves doubtful put right.
fn example(name: &str) -> Value {
    let path = flagship::folder().join("examples").join(name);
    let text = std::fs::read_to_string(path).expect("an example of the spec");
    let mut body: Value = serde_json::from_str(&text).expect("JSON");
    if body.get("currentAmountCent").is_some() {
        body["currentAmountCent"] = json!(900);
    }
    if let Some(rating) = body.pointer_mut("/passExtInfo/rating") {
        *rating = json!("4.3");
    }
    body
}

fn read<T: DeserializeOwned>(body: Value) -> T {
    serde_json::from_value(body).expect("a body of this type")
}

/// What was found, and how often memory was asked for until then.
fn judged(judge: impl FnOnce() -> Violations) -> (u64, Violations) {
    let mut found = None;
    let info = allocation_counter::measure(|| found = Some(judge()));
    (info.count_total, found.expect("it was judged"))
}

#[test]
fn the_counter_counts() {
    let info = allocation_counter::measure(|| drop(std::hint::black_box(vec![0_u8; 9])));
    assert_eq!(info.count_total, 1);
}

#[test]
fn none_for_a_valid_body() {
    for name in ["admission", "gift-card", "movie", "transport"] {
        let body: CreateTemplateRequest = read(example(&format!("create-template.{name}.json")));
        let (count, found) = judged(|| body.check());
        assert_eq!((count, found.to_string()), (0, String::new()), "{name}");
    }
    for name in ["admission", "gift-card"] {
        let body: CreatePassRequest = read(example(&format!("create-pass.{name}.json")));
        let (count, found) = judged(|| body.check());
        assert_eq!((count, found.to_string()), (0, String::new()), "{name}");
    }
    let body: QueryTemplateRequest = read(example("query-template.json"));
    assert_eq!(judged(|| body.check()).0, 0);
    let body: MovieTicketRequest = read(example("movie-ticket.json"));
    for status in OrderStatus::ALL {
        let context = MovieTicketContext::new(status.clone());
        let (count, found) = judged(|| body.check_in(&context));
        assert_eq!((count, found.to_string()), (0, String::new()), "{status}");
    }
}

/// Makes a valid template break eight rules, below the locales and the case of the product too.
fn spoil(body: &mut Value) {
    body["requestId"] = json!("6".repeat(33));
    body["endDate"] = json!(1);
    body["detailLink"] = json!("https://example.com/");
    for member in ["merchantId", "orderPageLink"] {
        body[member] = Value::Null;
    }
    body["passExtInfo"]["city"] = Value::Null;
    body["localeInfo"]["zh_HK"]["name"] = json!("票".repeat(101));
    body["localeInfo"]["en_US"]["customTabs"][0]["label"] = Value::Null;
}

#[test]
fn at_most_two_for_many_mistakes() {
    let mut body = example("create-template.admission.json");
    spoil(&mut body);
    let body: CreateTemplateRequest = read(body);
    let (count, found) = judged(|| body.check());
    assert_eq!(found.len(), 8, "{found}");
    assert!(count <= 2, "{count}");

    let create_pass = CreatePassRequest::new();
    let query_template = QueryTemplateRequest::new();
    let movie_ticket = MovieTicketRequest::new();
    let context = MovieTicketContext::new(OrderStatus::Ticketed);
    for (count, found) in [
        judged(|| create_pass.check()),
        judged(|| query_template.check()),
        judged(|| movie_ticket.check_in(&context)),
    ] {
        assert!(found.len() >= 2 && count <= 2, "{count} for {found}");
    }
}

#[test]
fn pointers_are_written_when_asked_for() {
    let body = QueryTemplateRequest::new();
    let found = body.check();
    let first = found.iter().next().expect("a violation");
    let counted = |ask: &dyn Fn() -> usize| {
        let info = allocation_counter::measure(|| {
            std::hint::black_box(ask());
        });
        info.count_total
    };
    let rule = counted(&|| first.rule().len());
    let pointer = || counted(&|| first.pointer().len());
    let (once, again) = (pointer(), pointer());
    assert_eq!((rule, again), (0, 0));
    assert!(once > 0);
}

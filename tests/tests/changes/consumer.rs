// What a crate may do with the client of the base: all of its methods, members and variants.

use super::client::{api, client::Client, codes, enums, notifications::Notification, request, response, scenario};
use stipula::{Decimal, client::Call};

pub fn called<T>(client: &Client<T>) {
    let context = request::SendContext::new(enums::Status::Open);
    let send = request::SendRequest::new();
    let _: Call<'_, request::SendRequest, T> = client.send(&send, &context);
    let list = request::ListRequest::new().page(1).size(20).mark("m");
    let _ = client.list(&list).pages();
    let remove = request::RemoveRequest::new().id("1");
    let _ = client.remove(&remove);
}

pub fn sent() -> Option<request::SendRequest> {
    let request = request::SendRequest::new()
        .r#ref("1")
        .kind(enums::Kind::A)
        .color(enums::Color::Red)
        .level(1)
        .title("title")
        .note("note")
        .code("x-1")
        .names([(enums::Locale::En, "name")])
        .tags(["a"])
        .part(request::Part::new().size(1).name("name"))
        .pet(request::Pet::Cat(request::Cat::new().meows(true)))
        .tree(request::Tree::new().name("oak").left(request::Leaf::new().green(true)))
        .target(request::Id::from(1_i64))
        .mail("a@example.com")
        .phone("1")
        .fax("1")
        .hint("hint")
        .only("only")
        .later("later")
        .price(Decimal::from(1_i64))
        .units(1);
    let _: &Option<String> = &request.fax;
    let _: &Option<Decimal> = &request.price;
    let _: Option<&request::Leaf> = request.tree.as_ref().and_then(|it| it.left.as_ref());
    let context = request::SendContext::new(enums::Status::Done);
    request.build(&context).ok()
}

pub fn named_case() -> request::SendRequest {
    let first = scenario::send::First {
        r#ref: "1".to_owned(),
        title: "title".to_owned(),
        options: scenario::send::FirstOptions::new().phone("1"),
    };
    first.into()
}

pub fn chosen(pet: &request::Pet, kind: &enums::Kind, level: &enums::Level) -> u8 {
    let pet = match pet {
        request::Pet::Cat(_) => 1,
        request::Pet::Dog(_) => 2,
        _ => 3,
    };
    let kind = match kind {
        enums::Kind::A | enums::Kind::B | enums::Kind::C => 1,
        _ => 2,
    };
    let level = match level {
        enums::Level::Low | enums::Level::High => 1,
        _ => 2,
    };
    pet + kind + level
}

pub fn answered(it: &response::Answered) -> (&str, Option<&str>, Option<i64>) {
    let _: &Option<enums::Level> = &it.level;
    let _: &Option<String> = &it.was;
    (it.id.as_str(), it.text.as_deref(), it.count)
}

pub fn listed() -> Option<i64> {
    let answer = response::ListResponse::default();
    let _: &Option<Vec<response::Answered>> = &answer.items;
    answer.total
}

pub fn failed(code: &codes::SendCode) -> bool {
    matches!(code, codes::SendCode::Sold | codes::SendCode::Bad)
}

pub fn notified(it: &Notification) -> Option<&str> {
    match it {
        Notification::Made(it) => it.id.as_deref(),
        Notification::Gone(it) => it.id.as_deref(),
        _ => None,
    }
}

pub fn asked() -> [&'static stipula::client::Credential; 2] {
    [&api::TOKEN, &api::HOOK]
}

//! One odd member never loses a good answer: answers of every shape, each with at most one odd value,
//! beside a reading of their own that walks the parsed JSON.

mod draw;
mod expect;

use alipayhk_ipass::{request, response};
use serde::Serialize;
use serde_json::{Value, from_str, json, to_value};
use stipula::read::{self, MisfitKind, Slot};
use stipula_contract::{Api, Body, TypeId};
use stipula_generator::Model;
use stipula_generator::judge::equal;
use stipula_logic::judge::canonical;
use stipula_tests::flagship;

/// How many answers are read of each type.
const EACH: u64 = 2_500;

stipula_tests::generated!(absent, "/absent");
stipula_tests::generated!(values, "/values");

/// The written form of what was read, and where something did not fit.
fn read<T: Slot + Serialize>(json: &str) -> (Value, Vec<String>) {
    let read = read::answer::<T>(json.as_bytes()).unwrap_or_else(|error| panic!("{error}: {json}"));
    let told = read.misfits.iter().map(|it| it.pointer().to_owned());
    (to_value(&read.value).expect("JSON"), told.collect())
}

/// How a type is read, as [`read`].
type Reading = fn(&str) -> (Value, Vec<String>);

fn none_is_lost(api: &Api, id: TypeId, reading: Reading, extra: bool) {
    let mut odd = 0;
    for seed in 0..EACH {
        let answer = draw::answer(api, id, seed);
        let json = answer.to_string();
        let mut expected = expect::Expected::of(api, id, &answer, extra);
        let (found, mut told) = reading(&json);
        told.sort();
        expected.misfits.sort();
        assert!(
            equal(&found, &expected.read),
            "{json}\nfound    {found}\nexpected {}",
            expected.read
        );
        assert_eq!(told, expected.misfits, "{json}");
        odd += usize::from(!told.is_empty());
    }
    // As many as there are places for.
    assert!(odd > 500, "only {odd} odd answers");
}

fn answer_of(api: &Api, operation: &str) -> TypeId {
    flagship::operation(api, operation)
        .answer
        .own()
        .expect("fields")
}

#[test]
fn none_of_ten_thousand_answers_is_lost_or_read_wrongly() {
    let api = flagship::model();
    for (operation, reading) in [
        (
            "createTemplate",
            read::<response::CreateTemplateResponse> as fn(&str) -> _,
        ),
        ("queryTemplate", read::<response::QueryTemplateResponse>),
        ("createPass", read::<response::CreatePassResponse>),
        ("movieTicket", read::<response::MovieTicketResponse>),
        ("switchStatus", read::<response::SwitchStatusResponse>),
        ("orderSync", read::<response::OrderSyncResponse>),
    ] {
        none_is_lost(&api, answer_of(&api, operation), reading, true);
    }
}

/// Unions, decimals and lists of lists, which the flagship's answers have not.
#[test]
fn nor_is_one_of_every_other_type() {
    let model = spec("readers/absent");
    let id = model.api.operations.first().expect("an operation").request;
    none_is_lost(&model.api, id, read::<absent::request::ReadRequest>, false);
}

/// Types that hold themselves, dates, times, numbers without a sign, and bytes.
#[test]
fn nor_is_one_with_values_as_pages_have_them() {
    use values::{request, response};
    let model = spec("values");
    let api = &model.api;
    let requests: [(&str, Reading); 4] = [
        ("bytes", read::<request::BytesRequest>),
        ("recursion", read::<request::RecursionRequest>),
        ("times", read::<request::TimesRequest>),
        ("numbers", read::<request::NumbersRequest>),
    ];
    for (name, reading) in requests {
        none_is_lost(api, flagship::operation(api, name).request, reading, false);
    }
    let answers: [(&str, Reading); 2] = [
        ("recursion", read::<response::RecursionResponse>),
        ("times", read::<response::TimesResponse>),
    ];
    for (name, reading) in answers {
        none_is_lost(api, answer_of(api, name), reading, true);
    }
}

fn spec(folder: &str) -> Model {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let loaded = stipula_generator::load(&folder);
    loaded.model.expect("the spec loads")
}

#[test]
fn documented_requests_are_read_as_they_are_written() {
    fn written<T: Slot + Serialize>(json: &str) -> Value {
        let read = read::request::<T>(json.as_bytes()).expect("a good request");
        to_value(&read).expect("JSON")
    }
    let api = flagship::model();
    let mut count = 0;
    for (name, reading) in [
        (
            "createTemplate",
            written::<request::CreateTemplateRequest> as fn(&str) -> _,
        ),
        ("queryTemplate", written::<request::QueryTemplateRequest>),
        ("createPass", written::<request::CreatePassRequest>),
        ("movieTicket", written::<request::MovieTicketRequest>),
        ("updatePass", written::<request::UpdatePassRequest>),
        ("switchStatus", written::<request::SwitchStatusRequest>),
        ("orderSync", written::<request::OrderSyncRequest>),
    ] {
        let operation = flagship::operation(&api, name);
        for example in operation
            .examples
            .iter()
            .filter(|it| it.body == Body::Request)
        {
            let canonical = canonical(&api, operation.request, &example.json);
            assert!(
                equal(&reading(&example.json.to_string()), &canonical),
                "{}",
                example.name
            );
            count += 1;
        }
    }
    assert!(count >= 15, "only {count} examples");
}

#[test]
fn both_names_of_the_result_are_read_by_the_first() {
    let result = r#"{"resultCode":"SUCCESS","resultStatus":"S"}"#;
    let json = format!(r#"{{"result":{result},"resultInfo":{result},"templateCode":"82"}}"#);
    let answer: response::CreateTemplateResponse = from_str(&json).expect("an answer");
    let read = answer.result_info.expect("a result");
    assert_eq!(read.code.as_deref(), Some("SUCCESS"));
    assert_eq!(answer.template_code.as_deref(), Some("82"));
    assert_eq!(answer.extra.len(), 1);
    let json = r#"{"resultInfo":{"resultMessage":"a","resultMsg":"b"}}"#;
    let answer: response::CreateTemplateResponse = from_str(json).expect("an answer");
    let read = answer.result_info.expect("a result");
    assert_eq!(read.message.as_deref(), Some("a"));
    assert_eq!(read.extra["resultMsg"], "b");
}

#[test]
fn digits_are_kept() {
    let json = r#"{"templateCode":82022031100135000000000000626075,"startDate":1712478362838.0,
        "stock":"30.0","availableStock":1e3,"discount":10.00}"#;
    let answer: response::QueryTemplateResponse = from_str(json).expect("an answer");
    assert_eq!(
        answer.template_code.as_deref(),
        Some("82022031100135000000000000626075")
    );
    assert_eq!(answer.start_date.map(i64::from), Some(1_712_478_362_838));
    assert_eq!(
        (answer.stock, answer.available_stock),
        (Some(30), Some(1000))
    );
    assert_eq!(answer.discount.as_deref(), Some("10.00"));
}

#[test]
fn long_numbers_without_a_type_are_told() {
    let json = r#"{"currentAmount":{"value":123456789012345678901},"new":1}"#;
    let read = read::answer::<response::QueryTemplateResponse>(json.as_bytes()).expect("an answer");
    let misfit = read.misfits.at("/currentAmount/value").expect("a misfit");
    assert_eq!(
        (misfit.kind(), misfit.raw()),
        (MisfitKind::Rounded, "123456789012345678901")
    );
    assert_eq!(read.value.extra["new"], json!(1));
}

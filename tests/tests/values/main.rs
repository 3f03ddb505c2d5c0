//! Values of every kind that the language has: random bodies are judged alike by the generated
//! client, by the evaluator and by the emitted schema.

#[path = "../agreement/schema.rs"]
#[allow(dead_code, reason = "the other test asks it more")]
mod schema;

use std::path::Path;

use serde_json::Value;
use stipula_contract::{Api, Operation};
use stipula_generator::{Model, Target, emit, load, unsayable};
use stipula_tests::{
    Told,
    agreement::{Sorts, differing, evaluator_and},
    bodies::{Case, Maker},
    client::{check, told},
};

stipula_tests::generated!(generated, "/values");

use generated::{enums::Kind, request::*};

/// Bodies of each operation.
const BODIES: u64 = 3_000;

fn model() -> Model {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("values");
    load(&folder).model.expect("the spec loads")
}

fn verdict(operation: &str, body: &Value, _: &[(String, String)]) -> serde_json::Result<Vec<Told>> {
    let violations = match operation {
        "recursion" => check::<RecursionRequest>(body),
        "times" => check::<TimesRequest>(body),
        "texts" => check::<TextsRequest>(body),
        "levels" => check::<LevelsRequest>(body),
        "durations" => check::<DurationsRequest>(body),
        "numbers" => check::<NumbersRequest>(body),
        "formats" => check::<FormatsRequest>(body),
        "patch" => check::<PatchRequest>(body),
        "lists" => check::<ListsRequest>(body),
        "groups" => check::<GroupsRequest>(body),
        "closed" => check::<ClosedRequest>(body),
        "keys" => check::<KeysRequest>(body),
        "constants" => check::<ConstantsRequest>(body),
        "tags" => check::<TagsRequest>(body),
        "shapes" => check::<ShapesRequest>(body),
        "bytes" => check::<BytesRequest>(body),
        other => panic!("no judge for `{other}`"),
    };
    violations.map(|it| told(&it))
}

/// Asks two judges of each operation.
fn each<'a, D>(api: &'a Api, judges: impl Fn(&'a Operation) -> D) -> String
where
    D: Fn(&Case) -> Option<String>,
{
    let wrong = api.operations.iter().filter_map(|operation| {
        let (maker, differs) = (Maker::new(api, operation), judges(operation));
        differing(&maker, BODIES, differs)
    });
    wrong.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_client_and_the_evaluator_agree() {
    let api = model();
    let wrong = each(&api, |operation| {
        |case: &Case| evaluator_and(&verdict, &api, operation, case)
    });
    assert_eq!(wrong, "");
}

#[test]
fn the_evaluator_and_the_schema_agree() {
    let api = model();
    let files = emit(&api, Target::OpenApi);
    let text = files.get("schema/openapi.json").expect("a document");
    let document = serde_json::from_str(text).expect("JSON");
    let wrong = each(&api, |operation| {
        let judge = schema::Judge::new(&api, operation, &document);
        move |case: &Case| judge.differs(case)
    });
    assert_eq!(wrong, "");
}

/// Numbers as text are numbers in Rust, and keep their digits on the way.
#[test]
fn numbers_travel_as_text() {
    use generated::response::TextsResponse;
    use stipula::Decimal;

    let price: Decimal = "12.50".parse().expect("a number");
    let request = TextsRequest::new()
        .price(price)
        .count(5)
        .at(7)
        .seconds(8)
        .all(["1.0".parse::<Decimal>().expect("a number")]);
    let json = serde_json::to_string(&request).expect("JSON");
    let expected =
        r#"{"price":"12.50","count":"5","at":"7","seconds":"8","two":"-2","all":["1.0"]}"#;
    assert_eq!(json, expected);
    let body = br#"{"price":12.5,"count":"05","id":7}"#;
    let error = stipula::read::request::<TextsRequest>(body).expect_err("a number is none");
    assert_eq!(
        error.to_string(),
        "`/price`: expected a number, as text, found a number; \
         `/count`: expected a whole number of 64 bits, as text, found another text"
    );
    let body = br#"{"price":"12.50","at":5,"all":["1",2]}"#;
    let read = stipula::read::answer::<TextsResponse>(body).expect("an answer");
    let json = serde_json::to_string(&read.value).expect("JSON");
    assert_eq!(json, r#"{"price":"12.50","at":"5","all":["1","2"]}"#);
}

/// Enums of whole numbers travel as numbers. A request holds documented ones, an answer any.
#[test]
fn integer_enums_are_numbers() {
    use generated::enums::{Grade, Level};
    use generated::response::LevelsResponse;

    let request = LevelsRequest::new()
        .level(Level::ValueMinus1)
        .open(7.into());
    let json = serde_json::to_string(&request).expect("JSON");
    assert_eq!(json, r#"{"level":-1,"open":7,"fixed":-1}"#);
    let refused = request.level(9.into()).build().expect_err("9 is none");
    assert_eq!(
        refused.to_string(),
        "`/level` must be one of the documented values: `0`, `1`, `2` or `-1` (LevelsRequest.level.known)"
    );
    let read = |json: &str| stipula::read::answer::<LevelsResponse>(json.as_bytes());
    let read = read(r#"{"level":9,"open":"5.0"}"#)
        .expect("an answer")
        .value;
    assert_eq!(
        (read.level, read.open),
        (Some(Level::from(9)), Grade::Value5)
    );
    assert_eq!(read.level.map(Level::number), Some(9));
}

/// A member that was cleared is told apart from one that is not there, on both sides.
#[test]
fn cleared_is_not_absent() {
    use generated::{request::PatchRequest, response::PatchResponse};
    use stipula::Clearable;

    let request = PatchRequest::new().clear_name().kind(Kind::Note);
    let json = serde_json::to_string(&request).expect("JSON");
    assert_eq!(json, r#"{"name":null,"kind":"NOTE"}"#);
    let read = |json: &str| serde_json::from_str::<PatchResponse>(json).expect("an answer");
    assert_eq!(read(r#"{"name":null}"#).name, Clearable::Cleared);
    assert_eq!(read("{}").name, Clearable::Absent);
    assert_eq!(read(r#"{"name":"a"}"#).name, "a".to_owned().into());
    assert_eq!(read(r#"{"name":{}}"#).name, Clearable::Absent);
}

/// Bodies that are all good, or all unreadable, would prove nothing.
#[test]
fn bodies_are_of_every_sort() {
    let api = model();
    for operation in &api.operations {
        let Sorts {
            good,
            broken,
            unreadable,
            ..
        } = Sorts::of(&api, operation, BODIES);
        let name = &operation.name;
        assert!(good > 20, "{name}: {good} good bodies");
        assert!(
            broken > 20 || name == "bytes",
            "{name}: {broken} broken bodies"
        );
        assert!(unreadable > 20, "{name}: {unreadable} unreadable bodies");
    }
}

fn shapes(body: &str) -> (generated::response::ShapesResponse, String) {
    let read = stipula::read::answer(body.as_bytes()).expect("an answer is read");
    (read.value, read.misfits.to_string())
}

/// An answer keeps what nobody documented, and what does not fit its shape.
#[test]
fn answers_keep_other_cases_and_shapes_raw() {
    use generated::response::{ChatId, Member, Reply, TagsResponse};

    let raw = |text: &str| serde_json::from_str::<Value>(text).expect("JSON");
    let (read, odd) = shapes(r#"{"chat":5,"reply":{"keys":["a"],"then":{"remove":true}}}"#);
    assert_eq!((read.chat, odd.as_str()), (Some(ChatId::Integer(5)), ""));
    let Some(Reply::Keyboard(keys)) = read.reply else {
        panic!("the members tell the shape");
    };
    assert!(matches!(keys.then.as_deref(), Some(Reply::Remove(it)) if it.remove));

    for (chat, reply) in [
        ("[1]", r#"{"keys":5}"#),
        ("true", r#"{"newer":1}"#),
        ("1.5", r#"{"type":8}"#),
        ("{}", "[]"),
        (
            "12345678901234567890",
            r#"{"keys":[],"then":{"keys":{}},"remove":0}"#,
        ),
    ] {
        let (read, odd) = shapes(&format!(r#"{{"chat":{chat},"reply":{reply}}}"#));
        assert_eq!(
            (read.chat, odd.as_str()),
            (Some(ChatId::Other(raw(chat))), "")
        );
        let kept = serde_json::to_value(&read.reply).expect("it can be written");
        assert_eq!(kept, raw(reply), "{reply}");
    }

    let body = br#"{"member":{"status":"newer","until":{}}}"#;
    let read = stipula::read::answer::<TagsResponse>(body).expect("an answer is read");
    assert!(matches!(read.value.member, Some(Member::Other(it)) if it.len() == 2));
    let body = br#"{"member":{"until":"often","status":"plain"}}"#;
    let read = stipula::read::answer::<TagsResponse>(body).expect("an answer is read");
    let Some(Member::Plain(plain)) = read.value.member else {
        panic!("the member tells the case");
    };
    assert_eq!(
        (plain.until, plain.status),
        (None, Some(generated::enums::Status::Plain))
    );
    let odd =
        "`/member/until`: expected a whole number of 64 bits, found a text that is not a number";
    assert_eq!(read.misfits.to_string(), odd);
}

/// Constants are there from the beginning, and a request of no case is refused with what was wanted.
#[test]
fn requests_choose_their_cases() {
    let tags = TagsRequest::new()
        .member(Owner::new().title("X").inner(Left::new()))
        .build()
        .expect("it keeps the rules");
    let text = serde_json::to_string(&tags).expect("it can be written");
    let expected = r#"{"member":{"status":"owner","title":"X","inner":{"status":"left"}}}"#;
    assert_eq!(text, expected);

    let shapes = ShapesRequest::new().chat("@name").reply(Keyboard::new());
    let refused = shapes.build().expect_err("keys are required").to_string();
    assert_eq!(
        refused,
        "`/reply/keys` is required (Keyboard.keys.required)"
    );

    for (body, why) in [
        (
            r#"{"member":{"status":"newer"}}"#,
            "`/member`: expected an object whose `status` is `owner`, `plain` or `left`, found another object",
        ),
        (
            r#"{"member":7}"#,
            "`/member`: expected an object whose `status` is `owner`, `plain` or `left`, found a number",
        ),
    ] {
        let error = stipula::read::request::<TagsRequest>(body.as_bytes()).expect_err(body);
        assert_eq!(error.to_string(), why);
    }
    let body = br#"{"chat":[],"reply":{"a":1}}"#;
    let error = stipula::read::request::<ShapesRequest>(body).expect_err("no shape fits");
    assert_eq!(
        error.to_string(),
        "`/chat`: expected a number or a text, found a list; `/reply`: expected `Keyboard`, `Remove`, `Typed` or `Member`, found another object"
    );
}

/// A violation of a key stands at its entry, and says that it is the key.
#[test]
fn keys_are_told_as_such() {
    let body = br#"{"metadata":{"Bad key":"long"}}"#;
    let read = stipula::read::request::<KeysRequest>(body).expect("it can be read");
    let found = stipula::Validate::check(&read).to_string();
    assert_eq!(
        found,
        "the key of `/metadata/Bad key` must have at most 5 characters, not 7 (KeysRequest.metadata.keys.max_chars)\n\
         the key of `/metadata/Bad key` must match the pattern `^[a-z_]+$` (KeysRequest.metadata.keys.pattern)\n\
         `/metadata/Bad key` must have at most 2 characters, not 4 (KeysRequest.metadata.values.max_chars)"
    );
}

/// A request says which member was meant; an answer keeps what comes.
#[test]
fn closed_objects_take_no_other_members() {
    use generated::response::ClosedResponse;

    let body = br#"{"kind":"NOTE","inner":{"nmae":1,"zzz":null},"kinds":1,"frees":[],"map":{"a":{"x":{}}}}"#;
    let error = stipula::read::request::<ClosedRequest>(body).expect_err("it is closed");
    assert_eq!(
        error.to_string(),
        "`/inner/nmae`: expected the name of a documented member, found another name; did you mean `name`?; \
         `/kinds`: expected the name of a documented member, found another name; \
         `/frees`: expected the name of a documented member, found another name; did you mean `free`?; \
         `/map/a/x`: expected the name of a documented member, found another name"
    );
    let body = br#"{"inner":{"nmae":1},"more":2}"#;
    let read = stipula::read::answer::<ClosedResponse>(body).expect("an answer is read");
    assert_eq!(read.misfits.to_string(), "");
    let kept = serde_json::to_string(&read.value).expect("it can be written");
    assert_eq!(kept, r#"{"inner":{"nmae":1},"more":2}"#);
}

#[test]
fn what_no_schema_can_say_is_listed() {
    let expected = [
        "TimesRequest.moments.unique",
        "TimesRequest.in-order",
        "TimesRequest.end-after-start",
        "TimesRequest.since-before-until",
        // JSON Schema counts no texts.
        "TextsRequest.price.range",
        "TextsRequest.count.range",
        "TextsRequest.count.multiple_of",
        "TextsRequest.all.unique",
        "TextsRequest.all.items.range",
        "TextsRequest.why.required_if",
        "TextsRequest.balance.range",
        "TextsRequest.balance.decimal_places",
        "TextsRequest.steps.items.decimal_places",
        "TextsRequest.dear",
        "TextsRequest.few",
        // `required` of JSON Schema takes `null` for given.
        "LevelsRequest.other.required_if",
        "LevelsRequest.same",
        // JSON Schema compares numbers alone.
        "DurationsRequest.wait.range",
        "DurationsRequest.most.range",
        // Nor does it know that an hour is sixty minutes.
        "DurationsRequest.all.unique",
        "DurationsRequest.all.items.range",
        "DurationsRequest.in-order",
        "DurationsRequest.short",
        // A multiple of 0.01 is none to validators that divide doubles.
        "NumbersRequest.amount.decimal_places",
        "NumbersRequest.shares.values.decimal_places",
        "NumbersRequest.below",
        "FormatsRequest.short.min_bytes",
        "FormatsRequest.short.max_bytes",
        "PatchRequest.note.required_if",
        "PatchRequest.other.required_if",
        "PatchRequest.one-of",
        "ListsRequest.spans.unique",
        "KeysRequest.lists.items.keys.max_bytes",
    ];
    assert_eq!(unsayable(&model()), expected);
}

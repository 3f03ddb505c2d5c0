//! One page each for what pages do now and then.

use serde_json::{Value, json};
use stipula_facts::{Confidence, Fact, Kind};
use stipula_pages::text::digest;

use crate::captures::facts;

/// Values of the facts of a kind at a place.
fn values(facts: &[Fact], at: &str, kind: Kind) -> Vec<Value> {
    let found = facts.iter().filter(|it| it.at == at && it.kind == kind);
    found.map(|it| it.value.clone()).collect()
}

fn has_words(facts: &[Fact], at: &str, words: &str) -> bool {
    let prose = |it: &&Fact| it.at == at && it.kind == Kind::Paragraph;
    facts
        .iter()
        .filter(prose)
        .any(|it| it.digest == digest(words))
}

fn gaps(facts: &[Fact]) -> Vec<(&str, &str)> {
    let gaps = facts.iter().filter(|it| it.kind == Kind::Gap);
    gaps.map(|it| (it.at.as_str(), it.value.as_str().unwrap_or_default()))
        .collect()
}

fn dump(member: &str, rest: &str) -> Vec<Fact> {
    facts(&format!(
        r#"{{"content":{{"request":[{{"name":"boxCode","type":"string"{member}}}]{rest}}}}}"#
    ))
}

#[test]
fn twins_are_read_where_they_differ() {
    let same = dump(
        r#","description":"Code of the box.","descriptionLake":" Code of  the box. ""#,
        "",
    );
    assert_eq!(values(&same, "request/boxCode", Kind::Paragraph).len(), 1);
    let differs = dump(
        r#","description":"Code of the box.","descriptionLake":"Code on the door.""#,
        "",
    );
    assert!(has_words(&differs, "request/boxCode", "Code of the box."));
    assert!(has_words(&differs, "request/boxCode", "Code on the door."));
    let empty = dump(
        r#","description":"Code of the box.","descriptionLake":"""#,
        "",
    );
    assert!(!has_words(&empty, "request/boxCode", ""));
    assert_eq!(values(&empty, "request/boxCode", Kind::Paragraph).len(), 1);
    let page = dump(
        "",
        r#","description":"A box.","descriptionLake":"Some box.""#,
    );
    assert!(has_words(&page, "page", "Some box."));
}

#[test]
fn a_twin_of_a_warning_has_no_badge() {
    let warned = |twin: &str| {
        dump(
            &format!(
                r#","warning":"REQUIRED when size is LARGE.","warningLake":"{twin}"}},{{"name":"size""#
            ),
            "",
        )
    };
    let same = warned("when size is LARGE.");
    assert!(values(&same, "request/boxCode", Kind::Paragraph).is_empty());
    assert_eq!(
        values(&same, "request/boxCode", Kind::RequiredWhen),
        [json!("size == LARGE")]
    );
    let other = warned("when size is SMALL.");
    assert!(has_words(&other, "request/boxCode", "when size is SMALL."));
}

#[test]
fn what_a_dump_has_besides_is_prose() {
    let edited = dump(r#","editType":"number""#, "");
    assert!(has_words(
        &edited,
        "request/boxCode",
        r#"editType: "number""#
    ));
    let same = dump(r#","editType":"String""#, "");
    assert!(values(&same, "request/boxCode", Kind::Paragraph).is_empty());
    let list =
        facts(r#"{"content":{"request":[{"name":"tags","type":"Array","editType":"string"}]}}"#);
    assert_eq!(
        values(&list, "request/tags", Kind::Type),
        [json!("list<string>")]
    );
    assert!(values(&list, "request/tags", Kind::Paragraph).is_empty());
    let more = dump(
        r#","unit":"mm""#,
        r#","moreCodes":[{"code":"GONE","value":"F","message":"It is gone.","retry":"never"}],"tags":["a"],"empty":[]"#,
    );
    assert!(has_words(&more, "request/boxCode", r#"unit: "mm""#));
    assert!(has_words(&more, "codes/GONE", r#"retry: "never""#));
    assert!(has_words(&more, "operation", r#"tags: ["a"]"#));
    assert_eq!(values(&more, "operation", Kind::Paragraph).len(), 1);
    let odd = dump(
        r#","required":"perhaps""#,
        r#","moreCodes":"see the other page""#,
    );
    assert!(has_words(&odd, "request/boxCode", r#"required: "perhaps""#));
    assert!(has_words(
        &odd,
        "operation",
        r#"moreCodes: "see the other page""#
    ));
}

const TABLE: &str = "Request\nName | Type |\nboxCode | String |\n";

#[test]
fn an_endpoint_without_a_method_is_its_path() {
    for line in [
        "/v2/boxes/open",
        "Endpoint: /v2/boxes/open",
        "API Path\n/v2/boxes/open",
    ] {
        let facts = facts(&format!("Open Box\n{line}\n{TABLE}"));
        assert_eq!(
            values(&facts, "operation", Kind::Endpoint),
            [json!("/v2/boxes/open")],
            "{line}"
        );
        assert!(has_words(&facts, "page", "Open Box"));
        assert_eq!(values(&facts, "page", Kind::Paragraph).len(), 1, "{line}");
    }
    let announced = facts(&format!("Open Box\nAPI Path\n/open\n{TABLE}"));
    assert_eq!(
        values(&announced, "operation", Kind::Endpoint),
        [json!("/open")]
    );
    for line in ["/open", "and/or", "See: /v2/boxes/open", "// v2/boxes"] {
        let facts = facts(&format!("Open Box\n{line}\n{TABLE}"));
        assert!(
            values(&facts, "operation", Kind::Endpoint).is_empty(),
            "{line}"
        );
    }
}

#[test]
fn headings_with_a_slip_are_known() {
    for need in ["Requred", "Mandtory", "Requierd"] {
        let facts = facts(&format!(
            "Request\nParametr | Tpye | {need} | Descrption |\nboxCode | String | M | Code of the box |\n"
        ));
        assert_eq!(
            values(&facts, "request/boxCode", Kind::Type),
            [json!("string")]
        );
        assert_eq!(
            values(&facts, "request/boxCode", Kind::Need),
            [json!("required")],
            "{need}"
        );
        assert!(gaps(&facts).is_empty());
    }
}

#[test]
fn a_heading_that_nobody_knows_is_a_gap_and_its_cells_are_prose() {
    let facts = facts(
        "Request\nName | Type | Retired | Tier |\nboxCode | String | never | gold |\nsize | String | soon | |\n",
    );
    assert_eq!(gaps(&facts), [("request", "column")]);
    assert!(has_words(&facts, "request/boxCode", "never"));
    assert!(has_words(&facts, "request/boxCode", "gold"));
    assert!(has_words(&facts, "request/size", "soon"));
}

#[test]
fn a_column_that_comes_twice_is_read_twice() {
    let facts = facts(
        "Request\nName | Type | Description | Remarks |\nboxCode | String | Code | of the box |\n",
    );
    assert!(has_words(&facts, "request/boxCode", "of the box"));
}

#[test]
fn two_limits_of_one_row_are_two_facts() {
    let facts = facts(
        "Request\nName | Type | Length | Description |\nboxCode | String | 32 | Code. Maximum length: 64 characters |\n",
    );
    assert_eq!(
        values(&facts, "request/boxCode", Kind::MaxChars),
        [json!(32), json!(64)]
    );
    let of = |most: u64| facts.iter().find(|it| it.value == most).unwrap();
    assert_eq!(of(32).digest, digest("32"));
    assert_eq!(of(64).digest, digest("Code. Maximum length: 64 characters"));
}

#[test]
fn one_of_several_is_no_lost_condition() {
    for words in [
        "At least one of userId and cardNo needs to be passed.",
        "Number of the user, At least send one ID. userId or cardNo",
        "Number of the user. At least send one ID. userId or cardNo",
        "either cardNo or userId is required",
        "Number of the user, either cardNo or userId must be given.",
    ] {
        let facts = facts(&format!(
            "Request\nName | Type | Required | Description |\nuserId | String | C | {words} |\ncardNo | String | C | {words} |\n"
        ));
        let both = json!(["cardNo", "userId"]);
        assert_eq!(
            values(&facts, "request/userId", Kind::AtLeastOne),
            [both],
            "{words}"
        );
        assert_eq!(
            values(&facts, "request/userId", Kind::Need),
            [json!("conditional")]
        );
        assert!(gaps(&facts).is_empty(), "{words}");
    }
    let facts = facts(
        "Request\nName | Type | Required | Description |\npin | String | M | Has at least one of letters and digits in it |\n",
    );
    assert!(values(&facts, "request/pin", Kind::AtLeastOne).is_empty());
}

#[test]
fn a_mark_that_nobody_knows_is_a_gap() {
    let facts = facts(
        "Request\nName | Description | Type | Required | Sample |\nboxCode | Code | String | ME | B-1 |\nsize | Size | String | X | |\n",
    );
    assert_eq!(
        gaps(&facts),
        [("request/boxCode", "mark"), ("request/size", "mark")]
    );
    assert!(has_words(&facts, "request/boxCode", "ME"));
    assert!(values(&facts, "request/boxCode", Kind::Need).is_empty());
    assert_eq!(
        values(&facts, "request/boxCode", Kind::Sample),
        [json!("B-1")]
    );
}

#[test]
fn a_body_without_a_direction_is_held_against_the_table_that_it_fits() {
    let page = |body: &str| {
        facts(&format!(
            "Request\nName | Type | Required |\nboxCode | String | Y |\nResponse\nName | Type |\ndoor | String |\nSome body\n{body}\n"
        ))
    };
    let what = |facts: &[Fact]| values(facts, "examples/Some body", Kind::Example);
    let broken = |facts: &[Fact]| values(facts, "examples/Some body", Kind::Contradiction);
    let request = page(r#"{"boxCode": "B", "lid": 1}"#);
    assert_eq!(what(&request), [json!("request")]);
    assert_eq!(broken(&request), [json!("`lid` is in no table")]);
    let response = page(r#"{"door": 4}"#);
    assert_eq!(what(&response), [json!("response")]);
    assert_eq!(
        broken(&response),
        [json!("`door` is a number, the table says string")]
    );
    let other = page(r#"{"errorText": "no"}"#);
    assert_eq!(what(&other), [json!("other")]);
    assert!(broken(&other).is_empty());
}

#[test]
fn facts_of_cells_have_the_digest_of_their_words() {
    let none = digest("");
    for (name, text) in crate::captures::ALL {
        for fact in facts(text) {
            assert_ne!(fact.digest, none, "{name}: {fact:?}");
        }
    }
}

#[test]
fn numbered_rows_need_a_name_below_their_number() {
    let page = "Label\nRequest parameters\nNo\nName\nType\nLength\nSample\n1\nboxCode\nString\n12\nB-1\n2\nsize\nString\n3\nLARGE\n5\nlid\nString\n6\nopen\n";
    let facts = facts(page);
    let limits = |at: &str| values(&facts, at, Kind::MaxChars);
    assert_eq!(limits("request/boxCode"), [json!(12)]);
    assert_eq!(limits("request/size"), [json!(3)]);
    assert_eq!(limits("request/lid"), [json!(6)]);
    assert_eq!(
        values(&facts, "request/size", Kind::Sample),
        [json!("LARGE")]
    );
}

#[test]
fn a_condition_in_the_cell_of_the_need_is_no_lost_cell() {
    let page = |need: &str| {
        facts(&format!(
            "Request\nParameter | Type | Required | Description |\n\
             door | String | Y | Side FRONT - front BACK - back |\n\
             pinCode | String | {need} | Digits. |\n"
        ))
    };
    for need in [
        "\u{5f53} door \u{4e3a} BACK \u{65f6}\u{5fc5}\u{586b}",
        "if door = BACK",
        "required if door = BACK",
        "when `door` is `BACK`",
    ] {
        let facts = page(need);
        let at = "request/pinCode";
        assert_eq!(
            values(&facts, at, Kind::RequiredWhen),
            [json!("door == BACK")],
            "{need}"
        );
        assert_eq!(gaps(&facts), [], "{need}");
    }
    // A mark that nobody knows is another matter, and so is a row that is short of a cell.
    assert_eq!(gaps(&page("XQ")), [("request/pinCode", "mark")]);
}

#[test]
fn code_spans_are_what_is_inside() {
    let facts = facts(
        "# Move a box\n\n`PUT /v1/boxes/{boxId}/place`\n\n## Request\n\n\
         | Field | Required | Type | Max length | Default | Description |\n|---|---|---|---|---|---|\n\
         | `boxId` | yes | `string` | 20 | | Box \\| parcel. |\n\
         | `door` | no | enum | | `FRONT` | One of `FRONT`, `BACK`, `TOP`. |\n\
         | `pin` | if `door` is `back` | string | 4 | | |\n\
         | `items[].sku` | yes | string | 8 | | Default: `NONE`. |\n\n\
         ## Errors\n\n| Code | Status | Message |\n|---|---|---|\n| `GONE` | `F` | Gone |\n",
    );
    assert_eq!(
        values(&facts, "operation", Kind::Endpoint),
        [json!("PUT /v1/boxes/{boxId}/place")]
    );
    assert_eq!(values(&facts, "request/boxId", Kind::Type), ["string"]);
    assert_eq!(values(&facts, "request/boxId", Kind::MaxChars), [20]);
    assert!(has_words(&facts, "request/boxId", "Box | parcel."));
    assert_eq!(
        values(&facts, "request/door", Kind::Value),
        ["BACK", "FRONT", "TOP"]
    );
    assert_eq!(values(&facts, "request/door", Kind::Default), ["FRONT"]);
    assert_eq!(
        values(&facts, "request/pin", Kind::RequiredWhen),
        ["door == back"]
    );
    assert_eq!(
        values(&facts, "request/items[].sku", Kind::Default),
        ["NONE"]
    );
    assert_eq!(values(&facts, "codes/GONE", Kind::Class), ["F"]);
    assert_eq!(gaps(&facts), []);
}

/// A page that folds the members of `fee` away, and then lists some; and a sample of its request.
fn folded(listed: &str, sample: &str) -> Vec<Fact> {
    facts(&format!(
        "Give a box back\n\nPOST /v1/boxes/back\n\nRequest parameters\n\n\
         boxCode string  REQUIRED\n\nCode of the box.\n\n\
         fee object  \n\nThe fee.\n\nShow child parameters\n\n{listed}\n\n\
         Samples\n\nRequest\n\n{sample}\n"
    ))
}

fn places(facts: &[Fact]) -> Vec<(&str, Confidence)> {
    let fields = facts.iter().filter(|it| it.kind == Kind::Field);
    fields.map(|it| (it.at.as_str(), it.confidence)).collect()
}

fn contradictions(facts: &[Fact]) -> Vec<&Value> {
    let found = facts.iter().filter(|it| it.kind == Kind::Contradiction);
    found.map(|it| &it.value).collect()
}

const IN_FEE: &str = "amount number  REQUIRED\n\nCents.\n\nREQUIRED for COIN.\n\n\
                      rate object  \n\nShow child parameters\n\nbase string  REQUIRED\n\nOf what.\n\n\
                      currency string  REQUIRED\n\nISO 4217 code.\n\nnote string  \n\nWords.";

#[test]
fn a_sample_tells_what_is_inside_of_a_fold() {
    let sample = r#"{ "boxCode": "B", "fee": { "rate": { "base": "DAY" }, "currency": "EUR" }, "note": "" }"#;
    let found = folded(IN_FEE, sample);
    assert_eq!(
        places(&found),
        [
            ("request/boxCode", Confidence::Exact),
            ("request/fee", Confidence::Exact),
            ("request/fee/amount", Confidence::Exact),
            ("request/fee/currency", Confidence::Exact),
            ("request/fee/rate", Confidence::Exact),
            ("request/fee/rate/base", Confidence::Exact),
            ("request/note", Confidence::Exact),
        ]
    );
    assert_eq!(
        values(&found, "request/fee/amount", Kind::Need),
        ["conditional"]
    );
    assert_eq!(
        values(&found, "request/fee/amount", Kind::RequiredWhen),
        ["COIN"]
    );
    assert_eq!(gaps(&found), []);
    assert!(contradictions(&found).is_empty());
    let beside = r#"{ "boxCode": "B", "amount": 1, "base": "DAY", "currency": "EUR" }"#;
    let found = folded(IN_FEE, beside);
    let all_exact = places(&found)
        .iter()
        .take(4)
        .all(|it| it.1 == Confidence::Exact);
    assert!(all_exact, "{:?}", places(&found));
    assert!(places(&found).contains(&("request/amount", Confidence::Exact)));
}

#[test]
fn what_nothing_tells_stays_and_contradicts_nothing() {
    let found = folded(IN_FEE, r#"{ "boxCode": "B" }"#);
    assert!(
        contradictions(&found).is_empty(),
        "{:?}",
        contradictions(&found)
    );
    assert!(gaps(&found).contains(&("request/fee", "children")));
    for name in ["amount", "base", "currency", "note"] {
        let at = format!("request/{name}");
        assert!(
            places(&found).contains(&(&at, Confidence::Inferred)),
            "{at}"
        );
    }
    // A member before the fold is missed as ever.
    let found = folded(IN_FEE, "{ }");
    assert_eq!(
        contradictions(&found),
        ["`boxCode` is required and missing"]
    );
}

#[test]
fn a_name_given_once_more_is_inside_of_the_fold() {
    let found = folded(
        "boxCode string  \n\nOf the new box.",
        r#"{ "boxCode": "B" }"#,
    );
    assert!(places(&found).contains(&("request/fee/boxCode", Confidence::Exact)));
    assert!(places(&found).contains(&("request/boxCode", Confidence::Exact)));
    assert_eq!(gaps(&found), []);
}

#[test]
fn a_cell_of_an_unknown_kind_is_no_lost_cell() {
    let found = facts(
        "Request\nName | Type | Required | Description |\nday | string (date) | Y | A day. |\n",
    );
    assert_eq!(gaps(&found), []);
}

#[test]
fn a_requirement_in_words_of_a_copied_table() {
    let copied = "send\n\nPOST /v1/send\n\nRequest parameters\n\nid\tString\tYes\tThe id\n\nname\tString\tOptional\tThe name\n";
    let found = facts(copied);
    for (at, need) in [("request/id", "required"), ("request/name", "optional")] {
        assert_eq!(values(&found, at, Kind::Need), [json!(need)], "{at}");
        assert_eq!(values(&found, at, Kind::Type), [json!("string")], "{at}");
    }
}

#[test]
fn a_list_of_several_types_and_one_of_several_lists() {
    for (cell, expected) in [
        ("Array of Kite", "list<Kite>"),
        ("Array of Array of Kite", "list<list<Kite>>"),
        ("Array of Kite and Rope", "list<Kite | Rope>"),
        ("Array of Kite or Array of Rope", "list<Kite> | list<Rope>"),
        (
            "Array of Kite, Array of Rope or String",
            "list<Kite> | list<Rope> | string",
        ),
    ] {
        let page = format!("Request\nName | Type | Description |\nsail | {cell} | Of the boat |\n");
        let facts = facts(&page);
        assert_eq!(
            values(&facts, "request/sail", Kind::Type),
            [json!(expected)],
            "{cell}"
        );
    }
}

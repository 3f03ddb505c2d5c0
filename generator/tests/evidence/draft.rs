//! `stipula draft`: from captures to a spec that lints with nothing but its own TODOs.

use crate::shop::Shop;
use insta::assert_snapshot;

/// Every finding of `lint` on a draft, by code.
fn codes(lint: &str) -> Vec<&str> {
    let found = lint.lines().filter_map(|line| {
        let line = line
            .strip_prefix("warning[")
            .or(line.strip_prefix("error["))?;
        line.split(']').next()
    });
    found.collect()
}

#[test]
fn a_draft_says_what_the_page_says_and_leaves_the_rest_to_people() {
    let shop = Shop::checked();
    let ran = shop.run("draft captures/send.txt --out drafts/corner-shop");
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    assert_snapshot!(ran.err);
    for file in [
        "api.yaml",
        "operations/send.yaml",
        "types.yaml",
        "sources.yaml",
    ] {
        let name = file.replace('/', "-");
        assert_snapshot!(name, shop.read(&format!("drafts/corner-shop/{file}")));
    }
    let lint = shop.run("lint drafts/corner-shop");
    let codes = codes(&lint.err);
    assert!(!codes.is_empty(), "{lint:#?}");
    // The page names a header; what sends it is for people to say.
    let left = codes.iter().copied().filter(|it| *it != "W0705");
    assert_eq!(left.collect::<Vec<_>>(), ["W0707"], "{lint:#?}");
}

/// The first check of a draft: whatever its page says is confirmed.
#[test]
fn a_draft_agrees_with_its_page() {
    let shop = Shop::checked();
    shop.run("draft captures/send.txt --out drafts/corner-shop");
    let ran = shop.run("docs-check drafts/corner-shop --captures captures --accept");
    assert!(!ran.err.contains("differs"), "{ran:#?}");
    assert_snapshot!(ran.err);
}

#[test]
fn what_the_language_does_not_take_becomes_prose() {
    let shop = Shop::checked();
    shop.page_changes(
        "REQUIRED when kind is MEAL.",
        "REQUIRED when colour is RED.",
    );
    shop.run("draft captures/send.txt --out drafts/corner-shop");
    let text = shop.read("drafts/corner-shop/operations/send.yaml");
    assert!(text.contains("required when colour is RED"), "{text}");
    let lint = shop.run("lint drafts/corner-shop");
    assert!(
        codes(&lint.err)
            .iter()
            .all(|it| ["W0705", "W0707"].contains(it)),
        "{lint:#?}"
    );
}

#[test]
fn nothing_is_overwritten_and_nothing_is_made_of_nothing() {
    let shop = Shop::checked();
    let ran = shop.run("draft captures/send.txt --out spec");
    assert_eq!(ran.code, Some(2), "{ran:#?}");
    assert!(ran.err.contains("name a new folder"), "{ran:#?}");
    shop.capture("Dear customer,\n\nall is well.\n");
    let ran = shop.run("draft captures/send.txt captures/none.txt --out drafts/corner-shop");
    assert_eq!(ran.code, Some(4), "{ran:#?}");
    assert!(ran.err.contains("none.txt: no such file"), "{ran:#?}");
    assert!(!shop.0.path().join("drafts").exists());
}

#[test]
fn the_day_of_a_capture_is_a_day() {
    let shop = Shop::checked();
    shop.run("draft captures/send.txt --out drafts/corner-shop");
    let file = "drafts/corner-shop/sources.yaml";
    let text = shop.read(file);
    for (day, is_one) in [
        ("2026-12-31", true),
        ("2026-01-01", true),
        ("2026-13-45", false),
        ("2026-13-01", false),
        ("2026-12-32", false),
        ("2026-00-01", false),
        ("2026-01-00", false),
    ] {
        let dated = text.replace("captured: unknown", &format!("captured: {day}"));
        std::fs::write(shop.0.path().join(file), dated).unwrap();
        let lint = shop.run("lint drafts/corner-shop");
        let refused = lint.err.contains(&format!("`{day}` is not a day"));
        assert_eq!(refused, !is_one, "{day}: {lint:#?}");
    }
}

/// A page whose member has one shape or another, and states of something that is no member.
const PARCELS: &str = "Parcels\n\nPOST /v1/parcels/book\n\nRequest\n\
    Parameter | Type | Length | Required | Description |\n\
    size | String | 8 | M | One of XL, S, M |\n\
    email | String | 64 | O | Either email or phoneNo is required. |\n\
    phoneNo | String | 32 | O | Either email or phoneNo is required. |\n\
    labels | List<String> | 12 | O | Words. |\n\
    share | Number | / | O | Value range: 1 - 100 |\n\
    extra | Extra | / | M | More. |\n\
    doorCode | String | 6 | C | Required when phase == STORED |\n\
    extra: XL - Large\nParameter | Type | Length | Required | Description |\n\
    lifts | Integer | / | M | How many. |\n\
    extra: S - Small\nParameter | Type | Length | Required | Description |\n\
    letter | Boolean | / | M | Whether it is one. |\n\
    Phases\nPhase status | Description |\nSTORED | It lies there. |\nGONE | It does not. |\n\
    Codes\nCode | Description |\nDONE | Done. |\nNO_BOX | No box. |\n";

fn drafted(page: &str) -> Shop {
    let shop = Shop::checked();
    shop.capture(page);
    shop.run("draft captures/send.txt --out drafts/corner-shop");
    shop
}

/// Whatever the page says of its members is confirmed, also where no name leads to them. What an
/// enum implies is not written twice, so that the length of `size` is left.
#[test]
fn a_draft_of_a_page_with_variants_agrees_with_it() {
    let shop = drafted(PARCELS);
    let ran = shop.run("docs-check drafts/corner-shop --captures captures --accept");
    let found = ran.err.lines().filter(|it| {
        ["spec-only:", "capture-only:", "differs:"]
            .iter()
            .any(|topic| it.starts_with(topic))
    });
    let found: Vec<_> = found.collect();
    let codes = |it: &&str| it.contains("codes/");
    let left: Vec<_> = found.into_iter().filter(|it| !codes(it)).collect();
    assert_eq!(
        left,
        ["capture-only: book.request.size, max_chars"],
        "{ran:#?}"
    );
    let lint = shop.run("lint drafts/corner-shop");
    assert!(codes_of_lint_are_todos(&lint.err), "{lint:#?}");
}

fn codes_of_lint_are_todos(lint: &str) -> bool {
    let codes = codes(lint);
    !codes.is_empty() && codes.iter().all(|it| *it == "W0705")
}

#[test]
fn a_draft_says_all_that_the_language_takes() {
    let shop = drafted(PARCELS);
    let text = shop.read("drafts/corner-shop/operations/book.yaml");
    for line in [
        "context: { phase: Phase }",
        "required: \"ctx.phase == STORED\"",
        "at_least_one: [email, phoneNo]",
        "type: { list: { type: string, max_chars: 12 } }",
        "range: [1,100]",
        "TODO: result codes without a class: DONE, NO_BOX",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    let types = shop.read("drafts/corner-shop/types.yaml");
    let place = |word: &str| types.find(word).unwrap();
    assert!(
        place("\n      XL: TODO") < place("\n      S: TODO"),
        "{types}"
    );
    assert!(
        types.contains("  Size:\n    doc: \"TODO: say what it tells, and whether the list is complete\"\n    source: send\n"),
        "{types}"
    );
    let sources = shop.read("drafts/corner-shop/sources.yaml");
    assert!(sources.contains("title: Parcels\n"), "{sources}");
}

/// Groups, bytes, items and words, each as the language has it.
const SENTENCES: &str = "Poll\n\nPOST /v1/polls/open\n\nRequest\n\
    Parameter | Type | Required | Description |\n\
    kind | String | M | One of “QUIZ”, “VOTE” |\n\
    answers | List<String> | M | A list of 2-12 answers |\n\
    payload | String | O | 1-128 bytes |\n\
    closesAt | Integer | O | Can't be used together with openFor. |\n\
    openFor | Integer | O | Seconds; 5-600 |\n\
    userId | String | O | userId和groupId二选一 |\n\
    groupId | String | O | userId和groupId二选一 |\n\
    right | Integer | O | Only valid when kind is QUIZ. |\n\
    hint | String | O | Required if the right one is hard; for public polls only |\n\
    title | String | M | Can be specified instead of hint. |\n";

#[test]
fn a_draft_has_what_sentences_say() {
    let shop = drafted(SENTENCES);
    let text = shop.read("drafts/corner-shop/operations/open.yaml");
    for line in [
        "min_items: 2",
        "max_items: 12",
        "min_bytes: 1",
        "max_bytes: 128",
        "at_most_one: [closesAt, openFor]",
        "exactly_one: [groupId, userId]",
        "effective: \"kind == QUIZ\"",
        "required when the right one is hard; has an effect when public polls",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    let lint = shop.run("lint drafts/corner-shop");
    assert!(codes_of_lint_are_todos(&lint.err), "{lint:#?}");
    let ran = shop.run("docs-check drafts/corner-shop --captures captures --accept");
    let topics = ["spec-only:", "capture-only:", "differs:"];
    let found = ran
        .err
        .lines()
        .filter(|it| topics.iter().any(|topic| it.starts_with(topic)));
    let found: Vec<&str> = found.collect();
    // A condition in words is for people.
    assert_eq!(found, ["differs: open.request.hint, need"], "{ran:#?}");
}

#[test]
fn a_code_without_a_class_gets_the_one_of_failures() {
    let shop = drafted(&PARCELS.replace(
        "Code | Description |\nDONE | Done. |\nNO_BOX | No box. |\n",
        "Code | Status | Message |\nDONE | S | Done. |\nLATE | F | Late. |\nNO_BOX | | No box. |\n",
    ));
    let text = shop.read("drafts/corner-shop/operations/book.yaml");
    let line = "NO_BOX: { class: F, doc: \"TODO: the page gives no class\" }";
    assert!(text.contains(line), "{text}");
}

/// One page has the header in requests, the other in both directions.
#[test]
fn a_header_goes_every_way_that_some_page_has_it() {
    let shop = Shop::checked();
    let other = PARCELS.replacen(
        "Request\n",
        "General Headers\nName | Type | Required |\nShop-Id | String | M |\nRequest\n",
        1,
    );
    shop.0.write("captures/book.txt", &other);
    shop.run("draft captures/send.txt captures/book.txt --out drafts/corner-shop");
    let text = shop.read("drafts/corner-shop/api.yaml");
    assert!(text.contains("Shop-Id:\n    in: both\n"), "{text}");
    let ran = shop.run("docs-check drafts/corner-shop --captures captures");
    assert!(!ran.err.contains("at headers/Shop-Id\n"), "{ran:#?}");
}

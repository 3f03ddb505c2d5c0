//! A page that changed in every way, told as a list of work; and what a person accepts of it.

use std::fmt::Write as _;

use crate::shop::{Ran, Shop};
use insta::assert_snapshot;

const BEFORE: &str = include_str!("worklist/before.html");
const AFTER: &str = include_str!("worklist/after.html");
const SPEC: &str = include_str!("worklist/api.yaml");

const SOURCES: &str = "
sources:
  page: { title: Library API, url: https://library.example/api, file: page.html, shape: html, captured: unknown, sha256: 0000000000000000000000000000000000000000000000000000000000000000 }
";

const CHECK: &str = "docs-check --captures captures";

/// A library whose spec says what its page said.
fn library() -> Shop {
    let shop = Shop::of(SPEC, SOURCES, BEFORE);
    let kept = shop.run("docs-check --captures captures --accept");
    assert_eq!(kept.code, Some(0), "{kept:#?}");
    shop
}

/// The same after the page changed.
fn changed() -> Shop {
    let shop = library();
    shop.0.write("captures/page.html", AFTER);
    shop
}

fn heading(ran: &Ran) -> &str {
    ran.err.lines().next().unwrap_or_default()
}

#[test]
fn what_changed_comes_first_with_the_edit_to_make() {
    let shop = changed();
    // What is ours comes after it.
    shop.edit(
        "spec/api.yaml",
        "coupon: { type: Coupon",
        "gift: { type: boolean, doc: Wrapped. }\n      coupon: { type: Coupon",
    );
    let ran = shop.run(CHECK);
    assert_eq!(ran.code, Some(1));
    assert_snapshot!(ran.err);
    let table = shop.run(&format!("{CHECK} --format markdown"));
    assert_snapshot!("markdown", table.out);
    let sarif = shop.json(&format!("{CHECK} --format sarif"));
    assert_snapshot!("sarif", format!("{:#}", sarif["runs"][0]["results"]));
    let json = shop.json(&format!("{CHECK} --format json"));
    let findings = json["findings"].as_array().unwrap();
    let told = findings.iter().map(|it| {
        serde_json::json!([
            it["change"],
            it["group"],
            it["edit"],
            it["topic"],
            it["at"],
            it["facts"]
        ])
        .to_string()
    });
    let told: Vec<String> = told.collect();
    assert_snapshot!("json", format!("{}\n{}", json["changes"], told.join("\n")));
}

/// The spec after somebody made the edits.
fn edited(shop: &Shop) {
    for (from, to) in [
        ("comic: A comic. }", "comic: A comic., map: A map. }"),
        ("shelf: {", "rack: {"),
        ("pages: { type: string", "pages: { type: integer"),
        ("max_chars: 64", "max_chars: 32"),
        ("not present(street)", "not present(note)"),
        (
            "        doc: Whether.\n        required: true\n",
            "        doc: Whether.\n",
        ),
        ("      coupon: { type: Coupon, doc: One. }\n", ""),
        (
            "  Coupon: { doc: A coupon., enum: { PAPER: Of paper., PLASTIC: Of plastic. } }\n",
            "",
        ),
        (
            "      street:",
            "      language: { type: string, required: true, min_chars: 2, max_chars: 8, doc: Which. }\n      street:",
        ),
        (
            "  anyBook:",
            "  returnBook: { summary: Return, post: /returnBook, source: page, request: { book_id: { type: integer, required: true, doc: Which. }, stamps: { type: { list: integer }, doc: On it. } }, response: Book }\n  anyBook:",
        ),
    ] {
        shop.edit("spec/api.yaml", from, to);
    }
}

#[test]
fn after_the_edits_only_words_are_left_to_read_and_to_accept() {
    let shop = changed();
    edited(&shop);
    let ran = shop.run(CHECK);
    assert_eq!(ran.code, Some(1), "{ran:#?}");
    assert_snapshot!(ran.err);
    let ran = shop.run("docs-check --captures captures --accept");
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    assert_eq!(shop.run(CHECK).code, Some(0));
    assert_eq!(shop.run("docs-check").code, Some(0));
}

#[test]
fn what_differs_stays_a_finding_after_it_was_accepted() {
    let shop = changed();
    let ran = shop.run("docs-check --captures captures --accept");
    assert_eq!(ran.code, Some(1), "{ran:#?}");
    assert!(ran.err.contains("\nours: "), "{ran:#?}");
    assert!(
        ran.err
            .contains("\ndiffers: lendBook.request.reader, max_chars"),
        "{ran:#?}"
    );
    assert!(!ran.err.contains("changed upstream"), "{ran:#?}");
}

/// What is accepted is off the list, and everything else stays on it, run after run.
#[test]
fn a_place_is_accepted_by_itself() {
    for (place, left) in [
        ("Book", "2 added, 1 removed, 5 changed"),
        ("lendBook", "2 added, 1 renamed, 1 changed"),
        ("returnBook", "2 added, 1 removed, 1 renamed, 6 changed"),
        ("types/Book/rack", "3 added, 1 removed, 6 changed"),
        ("types/Book/shelf", "3 added, 1 removed, 6 changed"),
        (
            "operations/lendBook/request/note",
            "3 added, 1 removed, 1 renamed, 5 changed",
        ),
        (
            "page:operations/lendBook/request/reader",
            "3 added, 1 removed, 1 renamed, 5 changed",
        ),
        (
            "lendBook.request.branch",
            "3 added, 1 removed, 1 renamed, 5 changed",
        ),
        ("Kind", "2 added, 1 removed, 1 renamed, 6 changed"),
        ("lendBook --accept Book", "1 added"),
    ] {
        let shop = changed();
        let ran = shop.run(&format!("{CHECK} --accept {place}"));
        assert_eq!(ran.code, Some(1), "{place}: {ran:#?}");
        assert!(
            ran.err.contains(&format!("changed upstream: {left}\n")),
            "{place}: {ran:#?}"
        );
        let again = shop.run(CHECK);
        assert_eq!(
            heading(&again),
            format!("changed upstream: {left}"),
            "{place}"
        );
    }
}

#[test]
fn accepted_place_by_place_it_is_the_same_as_accepted_at_once() {
    let (one, other) = (changed(), changed());
    for shop in [&one, &other] {
        edited(shop);
    }
    assert_eq!(
        one.run("docs-check --captures captures --accept").code,
        Some(0)
    );
    for place in ["Book", "lendBook"] {
        let ran = other.run(&format!("{CHECK} --accept {place}"));
        assert_eq!(ran.code, Some(1), "{ran:#?}");
    }
    let ran = other.run(&format!("{CHECK} --accept returnBook"));
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    for file in [
        "facts/page.jsonl",
        "ledger.jsonl",
        "verdicts.jsonl",
        "ratchet.json",
        "sources.yaml",
    ] {
        let path = format!("spec/{file}");
        assert_eq!(one.read(&path), other.read(&path), "{file}");
    }
}

#[test]
fn a_place_that_is_nowhere_is_refused_and_nothing_is_kept() {
    let shop = changed();
    let before = shop.read("spec/facts/page.jsonl");
    let ran = shop.run(&format!("{CHECK} --accept Bok"));
    assert_eq!(ran.code, Some(2), "{ran:#?}");
    assert_snapshot!(ran.err);
    assert_eq!(shop.read("spec/facts/page.jsonl"), before);
}

/// `request/orderId` stands on two pages.
#[test]
fn a_place_of_two_pages_has_to_say_which() {
    let shop = Shop::checked();
    let source = "sources:\n  older: { title: Older, file: older.txt, sha256: \"0000000000000000000000000000000000000000000000000000000000000000\", captured: unknown, shape: pipe-tables, about: send }\n";
    shop.edit("spec/sources.yaml", "sources:\n", source);
    shop.0.write("captures/older.txt", crate::shop::PAGE);
    assert_eq!(shop.run(&format!("{CHECK} --accept")).code, Some(0));
    let ran = shop.run(&format!("{CHECK} --accept request/orderId"));
    assert_eq!(ran.code, Some(2), "{ran:#?}");
    assert_snapshot!(ran.err);
    let ran = shop.run(&format!("{CHECK} --accept older:request/orderId"));
    assert_eq!(ran.code, Some(0), "{ran:#?}");
}

/// A sample is nobody's claim.
#[test]
fn what_concerns_nobody_is_told_shortly() {
    let shop = Shop::checked();
    shop.page_changes("for each one | A-1 |", "for each one | A-2 |");
    let ran = shop.check();
    assert_eq!(ran.code, Some(1));
    assert_snapshot!(ran.err);
}

/// Lines are of the capture, and are not kept.
#[test]
fn a_line_above_everything_changes_no_kept_fact() {
    let shop = library();
    let before = shop.read("spec/facts/page.jsonl");
    assert!(!before.contains("\"line\""), "{before}");
    shop.0.write(
        "captures/page.html",
        format!("<!-- saved twice -->\n\n{BEFORE}"),
    );
    let ran = shop.run(CHECK);
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    let ran = shop.run(&format!("{CHECK} --accept"));
    assert!(!ran.err.contains("facts/page.jsonl"), "{ran:#?}");
    assert_eq!(shop.read("spec/facts/page.jsonl"), before);
    // A capture has lines to tell, a kept fact its place alone.
    shop.edit("spec/api.yaml", "max_chars: 64", "max_chars: 63");
    let ran = shop.run(CHECK);
    let told = "  page  64  page.html:23 at operations/lendBook/request/reader\n";
    assert!(ran.err.contains(told), "{ran:#?}");
    let ran = shop.run("docs-check");
    let told = "  page  64  page.html at operations/lendBook/request/reader\n";
    assert!(ran.err.contains(told), "{ran:#?}");
    assert_eq!(
        shop.json("docs-check --format json")["findings"][0]["pages"][0]["line"],
        serde_json::Value::Null
    );
}

/// One change of a page at a time, each with the edit that it asks for.
#[test]
fn every_kind_of_change_has_its_edit() {
    let mut told = String::new();
    for (from, to) in [
        ("POST /v1/orders/send", "PUT /v2/orders/send"),
        ("api.shop.example", "api.shop.test"),
        ("Shop-Id | String | M", "Shop-Id | String | O"),
        (
            "2.1 Body",
            "Shop-Day | String | M | Which day | 1 |\n2.1 Body",
        ),
        ("orderId | String | 32 |", "orderId | String | / |"),
        ("kind | String | 16 | Y |", "kind | String | 16 | O |"),
        (
            "amount | Integer | 1~5000 | O |",
            "amount | Integer | 1~9000 | Y |",
        ),
        (
            "C REQUIRED when kind is MEAL.",
            "C REQUIRED when kind is BOOK.",
        ),
        (
            "C REQUIRED when kind is MEAL.",
            "C REQUIRED when the moon is full.",
        ),
        ("C REQUIRED when kind is MEAL.", "M"),
        ("BOOK - a book MEAL - a meal", "BOOK - a book"),
        (
            "orderNo | String | 20 | Number of the shop | N-1 |",
            "orderNo | String | 20 | Number of the shop | N-1 |\nboxes | Integer | / | How many boxes | 1 |",
        ),
        ("DONE | S | done |", "DONE | S | done |\nLATE | F | later |"),
        ("TOO_LATE | F |", "TOO_LATE | U |"),
        ("TOO_LATE | F | the kitchen is closed |\n", ""),
        ("\"amount\": 100", "\"amount\": \"100\""),
        (
            "3. Request Sample",
            "2.4 Hints\nEat well.\n3. Request Sample",
        ),
    ] {
        let shop = Shop::checked();
        shop.page_changes(from, to);
        let ran = shop.check();
        let _ = writeln!(told, "== {from} -> {to}\n{}", ran.err);
    }
    assert_snapshot!(told);
}

/// A claim of another operation that names the page as its source is part of the same work.
#[test]
fn what_rests_on_the_page_elsewhere_changes_with_it() {
    let shop = Shop::checked();
    shop.edit("spec/api.yaml", "[send.yaml", "[cancel.yaml, send.yaml");
    let operation = "operation: cancel\nsummary: Cancel\npost: /v1/orders/cancel\nsource: other\nrequest:\n  orderId: { type: string, max_chars: 32, required: true, source: send, doc: Which. }\n";
    shop.0.write("spec/cancel.yaml", operation);
    let source = "sources:\n  other: { title: Cancel, url: https://shop.example/docs/cancel }\n";
    shop.edit("spec/sources.yaml", "sources:\n", source);
    // One more claim that nobody can verify.
    std::fs::remove_file(shop.0.path().join("spec/ratchet.json")).unwrap();
    let kept = shop.run("docs-check --accept");
    assert_eq!(kept.code, Some(0), "{kept:#?}");
    shop.page_changes("orderId | String | 32", "orderId | String | 64");
    let ran = shop.check();
    assert_eq!(heading(&ran), "changed upstream: 1 changed");
    let told =
        "do the same for `cancel.request.orderId`, spec/cancel.yaml:6:39, which rests on this page";
    assert!(ran.err.contains(told), "{ran:#?}");
    assert!(!ran.err.contains("ours:"), "{ran:#?}");
}

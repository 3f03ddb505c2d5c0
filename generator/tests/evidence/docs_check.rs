//! `stipula docs-check`: what it notices, says, keeps and exits with.

use crate::shop::{PAGE, Shop};
use insta::assert_snapshot;

const QUIRK: &str = "\
quirks:
  Q-1:
    at: send.orderId
    page: 64 characters
    spec: 32 characters
    why: the shop refuses longer ones
    source: send
    waives:
      - { at: request/orderId, max_chars: 64 }
";

#[test]
fn a_checked_spec_is_clean_with_and_without_captures() {
    let shop = Shop::checked();
    let kept = shop.run("docs-check");
    assert_eq!(kept.code, Some(0), "{kept:#?}");
    assert_snapshot!(kept.err);
    assert_eq!(shop.check().code, Some(0));
}

/// The page raises a limit; the maintainer follows.
#[test]
fn a_raised_limit_is_one_edit_and_a_few_files() {
    let shop = Shop::checked();
    assert_eq!(shop.run("generate").code, Some(0));
    shop.page_changes("orderId | String | 32", "orderId | String | 64");

    let drift = shop.check();
    assert_eq!(drift.code, Some(1));
    assert_snapshot!(drift.err);

    shop.edit("spec/send.yaml", "max_chars: 32", "max_chars: 64");
    let kept = shop.run("docs-check --captures captures --accept");
    assert_eq!(kept.code, Some(0), "{kept:#?}");
    assert_snapshot!(kept.err);
    let generated = shop.run("generate");
    assert_eq!(generated.code, Some(0));
    assert_snapshot!(generated.err);
    assert_eq!(shop.check().code, Some(0));
    assert_eq!(shop.run("docs-check").code, Some(0));
}

#[test]
fn a_waiver_explains_one_value_and_goes_stale_on_both_sides() {
    let shop = Shop::checked();
    shop.page_changes("orderId | String | 32", "orderId | String | 64");
    assert_eq!(shop.check().code, Some(1));

    shop.0.write("spec/quirks.yaml", QUIRK);
    let waived = shop.run("docs-check --captures captures --accept");
    assert_eq!(waived.code, Some(0), "{waived:#?}");
    assert!(waived.err.contains("waived 1"), "{waived:#?}");

    shop.capture(PAGE);
    let fixed = shop.run("docs-check --captures captures --accept");
    assert_eq!(fixed.code, Some(5), "{fixed:#?}");
    assert_snapshot!(fixed.err);

    shop.page_changes("orderId | String | 32", "orderId | String | 48");
    let again = shop.check();
    assert_eq!(again.code, Some(1), "{again:#?}");
    assert!(again.err.contains("to `max_chars: 48`"), "{again:#?}");
    assert!(again.err.contains("stale-waiver: Q-1"), "{again:#?}");

    shop.page_changes("orderId | String | 32", "orderId | String | 64");
    shop.edit("spec/send.yaml", "max_chars: 32", "max_chars: 64");
    let same = shop.run("docs-check --captures captures --accept");
    assert_eq!(same.code, Some(5), "{same:#?}");
    assert!(same.err.contains("the spec now says the same"), "{same:#?}");
}

#[test]
fn a_waiver_needs_a_reason_a_place_and_one_value() {
    for (from, to, told) in [
        (
            "    why: the shop refuses longer ones\n",
            "",
            "lacks the key `why`",
        ),
        ("the shop refuses longer ones", "\"\"", "without a reason"),
        (
            "max_chars: 64",
            "max_chars: 64, type: string",
            "bound to one value",
        ),
        (", max_chars: 64", "", "bound to one value"),
        (
            "at: request/orderId",
            "spec: a, at: request/orderId",
            "names one place",
        ),
        ("max_chars: 64", "max_char: 64", "did you mean `max_chars`"),
    ] {
        let shop = Shop::checked();
        assert!(QUIRK.contains(from), "{from}");
        shop.0
            .write("spec/quirks.yaml", QUIRK.replacen(from, to, 1));
        let refused = shop.run("docs-check");
        assert_eq!(refused.code, Some(1), "{refused:#?}");
        assert!(refused.err.contains(told), "{told}: {refused:#?}");
    }
}

#[test]
fn a_capture_of_an_unknown_shape_is_never_a_clean_page() {
    let shop = Shop::checked();
    for text in [
        "",
        "\n\n",
        "<html><body>Send Order</body></html>",
        "Dear customer,\n\nall is well.\n",
    ] {
        shop.capture(text);
        let ran = shop.check();
        assert_eq!(ran.code, Some(4), "{text}: {ran:#?}");
        let ran = shop.run("facts captures/send.txt");
        assert_eq!(ran.code, Some(4), "{text}: {ran:#?}");
        assert_eq!(ran.out, "");
    }
}

#[test]
fn what_cannot_be_read_is_told_with_its_place() {
    let shop = Shop::checked();
    shop.edit(
        "spec/facts/send.jsonl",
        "\"confidence\":\"exact\"}",
        "\"confidence\":\"sure\"}",
    );
    shop.0.write("spec/ratchet.json", "{");
    let ran = shop.run("docs-check");
    assert_eq!(ran.code, Some(3));
    assert_snapshot!(ran.err);

    let shop = Shop::checked();
    let ran = shop.run("docs-check --captures nowhere");
    assert_eq!(ran.code, Some(3));
    assert_snapshot!(ran.err);
}

#[test]
fn every_word_that_changes_has_to_be_read() {
    let shop = Shop::checked();
    shop.page_changes("unique for each one", "unique for each day");
    let ran = shop.check();
    assert_eq!(ran.code, Some(1));
    assert_snapshot!(ran.err);
    assert_eq!(
        shop.run("docs-check").code,
        Some(0),
        "what is kept was read"
    );
    let read = shop.run("docs-check --captures captures --accept");
    assert_eq!(read.code, Some(0));
    assert_eq!(shop.run("docs-check").code, Some(0));
}

#[test]
fn fields_that_only_one_side_has() {
    let shop = Shop::checked();
    shop.page_changes(
        "amount | Integer",
        "coupon | String | 12 | O | A coupon | |\namount | Integer",
    );
    shop.edit(
        "spec/send.yaml",
        "response:",
        "  gift:\n    type: boolean\n    doc: Wrapped.\nresponse:",
    );
    let ran = shop.check();
    assert_eq!(ran.code, Some(1));
    assert_snapshot!(ran.err);
}

#[test]
fn an_example_that_breaks_its_own_page_needs_a_quirk() {
    let shop = Shop::checked();
    shop.page_changes("\"amount\": 100", "\"amount\": \"100\"");
    let ran = shop.check();
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.err
            .contains("`amount` is a text, the table says integer"),
        "{ran:#?}"
    );
}

#[test]
fn figures_once_reached_are_kept() {
    let shop = Shop::checked();
    shop.edit(
        "spec/send.yaml",
        "    range: [1, 5000]\n",
        "    quirk: Q-1\n",
    );
    let quirk = QUIRK.replace(
        "request/orderId, max_chars: 64",
        "request/amount, range: [1, 5000]",
    );
    shop.0.write("spec/quirks.yaml", quirk);
    let ran = shop.run("docs-check");
    assert_eq!(ran.code, Some(1));
    assert_snapshot!(ran.err);
}

#[test]
fn reports_for_machines_and_for_a_pull_request() {
    let shop = Shop::checked();
    shop.page_changes("orderId | String | 32", "orderId | String | 64");
    let json = shop.run("docs-check --captures captures --format json");
    let json: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert_snapshot!(format!("{:#}", json["findings"]));
    let sarif = shop.run("docs-check --captures captures --format sarif");
    let sarif: serde_json::Value = serde_json::from_str(&sarif.out).unwrap();
    assert_snapshot!(format!("{:#}", sarif["runs"][0]["results"]));
    let table = shop.run("docs-check --captures captures --format markdown");
    assert_snapshot!(table.out);
}

/// What a date says is for people; nothing is made from it.
#[test]
fn the_date_of_a_capture_changes_no_generated_byte() {
    let shop = Shop::checked();
    assert_eq!(shop.run("generate").code, Some(0));
    shop.edit("spec/sources.yaml", "2026-01-31", "2026-02-28");
    assert_eq!(shop.run("generate --check").code, Some(0));
    assert_eq!(shop.run("docs-check").code, Some(0));
}

/// Nor does a capture with other line ends and the same words, though its digest is another.
#[test]
fn a_noisy_capture_changes_no_generated_byte() {
    let shop = Shop::checked();
    assert_eq!(shop.run("generate").code, Some(0));
    shop.capture(&PAGE.replace('\n', " \r\n"));
    let check = shop.check();
    assert_eq!(check.code, Some(0), "{check:#?}");
    let kept = shop.run("docs-check --captures captures --accept");
    assert_eq!(kept.code, Some(0));
    assert_eq!(shop.run("generate --check").code, Some(0));
}

#[test]
fn pages_that_disagree_are_told_by_authority() {
    let shop = Shop::checked();
    shop.edit(
        "spec/sources.yaml",
        "sources:\n",
        "sources:\n  older:\n    title: Send Order, older\n    file: older.txt\n    sha256: \"0000000000000000000000000000000000000000000000000000000000000000\"\n    captured: unknown\n    shape: pipe-tables\n    authority: 5\n    about: send\n",
    );
    shop.edit(
        "spec/sources.yaml",
        "captured: 2026",
        "authority: 10\n    captured: 2026",
    );
    let older = PAGE.replacen("orderId | String | 32", "orderId | String | 24", 1);
    shop.0.write("captures/older.txt", older);
    shop.edit("spec/send.yaml", "source: send\n", "source: older\n");
    let ran = shop.check();
    assert_eq!(ran.code, Some(1));
    assert_snapshot!(ran.err);
}

#[test]
fn what_the_pages_make_of_a_member_stands_beside_it() {
    let shop = Shop::checked();
    shop.page_changes("orderId | String | 32", "orderId | String | 64");
    shop.0.write("spec/quirks.yaml", QUIRK);
    shop.run("docs-check --captures captures --accept");
    shop.edit("spec/send.yaml", "    range: [1, 5000]\n", "");
    shop.run("docs-check --accept");
    assert_eq!(shop.run("generate").code, Some(0));
    let page = shop.read("generated-client/docs/operations/send.md");
    let told: Vec<&str> = page.lines().filter(|it| it.contains("onfirmed")).collect();
    assert_snapshot!(told.join("\n"));
    let code = shop.read("generated-client/src/generated/request/send_request.rs");
    let told = "Confirmed by one page; length departs from the page (Q-1).";
    assert!(code.contains(told), "{code}");
}

#[test]
fn broken_verdicts_stop_the_generator_at_their_line() {
    let shop = Shop::checked();
    shop.edit("spec/verdicts.jsonl", "\"confirmed\"", "\"confirmd\"");
    let ran = shop.run("generate");
    assert_eq!(ran.code, Some(1));
    assert_snapshot!(ran.err);
    std::fs::remove_file(shop.0.path().join("spec/verdicts.jsonl")).unwrap();
    assert_eq!(shop.run("docs-check --accept").code, Some(0));
}

#[test]
fn a_page_that_was_never_read_is_no_clean_page() {
    let shop = Shop::checked();
    std::fs::remove_file(shop.0.path().join("spec/facts/send.jsonl")).unwrap();
    let ran = shop.run("docs-check");
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.err.contains("no facts of this page are kept"),
        "{ran:#?}"
    );
}

#[test]
fn a_claim_has_to_stand_on_the_page_it_names() {
    let shop = Shop::checked();
    shop.edit(
        "spec/sources.yaml",
        "sources:\n",
        "sources:\n  gifts:\n    title: Gifts\n    file: gifts.txt\n    sha256: \"0000000000000000000000000000000000000000000000000000000000000000\"\n    captured: unknown\n    shape: pipe-tables\n    about: send\n",
    );
    let gifts = PAGE.replacen("orderId | String | 32 |", "giftId | String | 8 |", 1);
    shop.0.write("captures/gifts.txt", gifts);
    shop.edit(
        "spec/send.yaml",
        "    max_chars: 32\n",
        "    max_chars: 32\n    source: gifts\n",
    );
    let ran = shop.check();
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.err
            .contains("`source` is `gifts`, which does not say it; send does"),
        "{ran:#?}"
    );
}

#[test]
fn a_header_goes_where_the_page_says() {
    let shop = Shop::checked();
    shop.edit("spec/api.yaml", "in: request", "in: response");
    let ran = shop.run("docs-check");
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("spec-only: headers.Shop-Id"), "{ran:#?}");
    assert!(
        ran.err.contains("capture-only: request-headers/Shop-Id"),
        "{ran:#?}"
    );
}

/// Words that only look like what the page says confirm nothing.
#[test]
fn prose_confirms_with_whole_words_only() {
    for (doc, code) in [
        ("The price in cents.", 0),
        ("Cents, not euros.", 0),
        ("It smells; percents.", 1),
        ("The price.", 1),
    ] {
        let shop = Shop::checked();
        shop.edit("spec/send.yaml", "The price in cents.", doc);
        let ran = shop.run("docs-check");
        assert_eq!(ran.code, Some(code), "{doc}: {ran:#?}");
    }
}

#[test]
fn a_list_of_one_is_that_one() {
    let shop = Shop::checked();
    shop.edit(
        "spec/send.yaml",
        "required: kind == MEAL",
        "required: \"kind in [MEAL]\"",
    );
    shop.run("docs-check --accept");
    assert_eq!(shop.run("docs-check").code, Some(0));
}

/// A fact that is edited by hand, a page of another name, another shape: nothing passes as checked.
#[test]
fn what_was_not_checked_is_told() {
    let shop = Shop::checked();
    shop.edit("spec/facts/send.jsonl", "\"exact\"", "\"inferred\"");
    let ran = shop.check();
    assert_eq!(ran.code, Some(1), "{ran:#?}");
    assert!(
        ran.err.contains("out-of-date: facts/send.jsonl"),
        "{ran:#?}"
    );

    let shop = Shop::checked();
    shop.edit(
        "spec/facts/send.jsonl",
        "\"source\":\"send\"",
        "\"source\":\"nobody\"",
    );
    let ran = shop.run("docs-check");
    assert_eq!(ran.code, Some(3));
    assert!(
        ran.err.contains("line 1: a fact of another page"),
        "{ran:#?}"
    );

    let shop = Shop::checked();
    shop.0.write("captures/sent.txt", PAGE);
    let ran = shop.check();
    assert!(
        ran.err
            .contains("`sent.txt` in captures is the capture of no source")
    );
    std::fs::remove_file(shop.0.path().join("captures/send.txt")).unwrap();
    let ran = shop.check();
    assert_eq!(ran.code, Some(3));
    assert!(
        ran.err.contains("captures holds none of the captures"),
        "{ran:#?}"
    );

    let shop = Shop::checked();
    shop.edit("spec/sources.yaml", "pipe-tables", "paragraphs");
    let ran = shop.check();
    assert_eq!(ran.code, Some(3));
    assert!(ran.err.contains("its shape is pipe-tables"), "{ran:#?}");

    let shop = Shop::checked();
    shop.edit(
        "spec/sources.yaml",
        "about: send",
        "about: send\n    parts: { states: Kind }",
    );
    let ran = shop.run("docs-check");
    assert_eq!(ran.code, Some(5));
    assert!(ran.err.contains("the page has no such part"), "{ran:#?}");
}

#[test]
fn a_second_waiver_of_one_difference_is_told_as_such() {
    let shop = Shop::checked();
    shop.page_changes("orderId | String | 32", "orderId | String | 64");
    let line = "      - { at: request/orderId, max_chars: 64 }\n";
    let twice = format!("{line}      - {{ source: send, at: request/orderId, max_chars: 64 }}\n");
    shop.0
        .write("spec/quirks.yaml", QUIRK.replacen(line, &twice, 1));
    let ran = shop.run("docs-check --captures captures --accept");
    assert_eq!(ran.code, Some(5), "{ran:#?}");
    assert!(ran.err.contains("Q-1 waives the same"), "{ran:#?}");
}

/// A file that is there and cannot be read is not a file that is not there: it would be lost.
#[test]
fn what_cannot_be_read_is_not_taken_for_missing() {
    for (file, told) in [
        (
            "facts/send.jsonl",
            "facts/send.jsonl: it is not text in UTF-8",
        ),
        ("ledger.jsonl", "ledger.jsonl: it is not text in UTF-8"),
        ("ratchet.json", "ratchet.json: it is not text in UTF-8"),
        ("verdicts.jsonl", "verdicts.jsonl: it is not text in UTF-8"),
    ] {
        let shop = Shop::checked();
        shop.0.write(&format!("spec/{file}"), b"\xff\xfe");
        let ran = shop.run("docs-check --captures captures --accept");
        assert_eq!(ran.code, Some(3), "{file}: {ran:#?}");
        assert!(ran.err.contains(told), "{file}: {ran:#?}");
        let kept = std::fs::read(shop.0.path().join("spec").join(file)).unwrap();
        assert_eq!(kept, b"\xff\xfe", "{file}");
    }
}

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
    assert!(codes.iter().all(|it| *it == "W0705"), "{lint:#?}");
}

/// The first check of a draft: whatever its page says is confirmed.
#[test]
fn a_draft_agrees_with_its_page() {
    let shop = Shop::checked();
    shop.run("draft captures/send.txt --out drafts/corner-shop");
    let ran = shop.run("docs-check drafts/corner-shop --captures captures --write --mark-read");
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
    assert!(text.contains("required colour == RED"), "{text}");
    let lint = shop.run("lint drafts/corner-shop");
    assert!(
        codes(&lint.err).iter().all(|it| *it == "W0705"),
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

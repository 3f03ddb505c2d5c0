//! `stipula draft --add`: what a newer page has besides goes into files of its own.

use crate::{
    draft_reference::{PAGE, others},
    shop::Shop,
};

/// What people wrote: an order, a form and comments of their own.
const API: &str = "# ours\napi: harbour\ntitle:   Harbour   # short\ndoc: Ships.\ninclude:\n  - calls.yaml   # the calls\n  - sources.yaml\n\n# to be sorted\nenvironments:\n  live: { url: https://harbour.example, doc: Live. }\n";

const CALLS: &str = "operations:
  hail:   # our name for it
    summary: Call a ship
    post: /callShip
    source: page
    request: { ship_id: { type: Key, required: true, doc: Which. } }
    response: Ship
types:
  Key: { doc: A number or a name., any: [string, integer] }
  Ship: { doc: A ship., source: page, fields: { ship_id: { type: integer, doc: Which. } } }
";

const SOURCES: &str = "sources:\n  # saved by hand\n  page:\n    title: Harbour\n    url: https://harbour.example/api\n    file: page.html\n    sha256: 0000000000000000000000000000000000000000000000000000000000000000   # of the page\n    captured: 2026-01-31\n    shape: html\n";

fn harbour() -> Shop {
    let shop = Shop::of(API, SOURCES, PAGE);
    shop.0.write("spec/calls.yaml", CALLS);
    shop
}

/// Every file of the spec with its text.
fn all(shop: &Shop) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let root = shop.0.path().join("spec");
    let mut open = vec![root.clone()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
                continue;
            }
            let below = path.strip_prefix(&root).unwrap().to_string_lossy();
            found.push((
                below.replace('\\', "/"),
                std::fs::read_to_string(&path).unwrap(),
            ));
        }
    }
    found.sort();
    found
}

#[test]
fn what_is_new_is_added_beside_what_people_wrote() {
    let shop = harbour();
    let ran = shop.run("draft captures/page.html --add spec");
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    insta::assert_snapshot!(ran.err);
    assert_eq!(shop.read("spec/calls.yaml"), CALLS);
    insta::assert_snapshot!("added-api", shop.read("spec/api.yaml"));
    insta::assert_snapshot!("added-sources", shop.read("spec/sources.yaml"));
    insta::assert_snapshot!(
        "added-operations",
        shop.read("spec/operations/listShips-to-loadShip.yaml")
    );
    insta::assert_snapshot!(
        "added-types",
        shop.read("spec/types/Cargo-to-ShipOrBoolean.yaml")
    );
    let lint = shop.run("lint spec");
    assert_eq!(others(&lint.err), [""; 0], "{lint:#?}");
    let made = shop.run("generate spec --out client");
    assert_eq!(made.code, Some(0), "{made:#?}");
}

#[test]
fn a_second_run_adds_nothing() {
    let shop = harbour();
    shop.run("draft captures/page.html --add spec");
    let before = all(&shop);
    let ran = shop.run("draft captures/page.html --add spec");
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    insta::assert_snapshot!(ran.err);
    assert_eq!(all(&shop), before);
}

#[test]
fn the_capture_of_another_page_is_a_source_of_its_own() {
    let shop = harbour();
    shop.0.write("captures/newer.html", PAGE);
    shop.run("draft captures/newer.html --add spec");
    let text = shop.read("spec/sources.yaml");
    assert!(text.starts_with(SOURCES), "{text}");
    assert!(
        text.contains("\n  newer:\n    title: Harbour API\n"),
        "{text}"
    );
}

/// A page of one operation is found by its method and path, whatever the spec calls it.
#[test]
fn a_page_of_one_operation_is_known_by_its_endpoint() {
    let shop = Shop::checked();
    let ran = shop.run("draft captures/send.txt --add spec");
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    assert!(ran.err.contains("nothing was added"), "{ran:#?}");
    let other = crate::shop::PAGE.replace("/v1/orders/send", "/v2/orders/send");
    shop.0.write("captures/later.txt", &other);
    let ran = shop.run("draft captures/later.txt --add spec");
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    assert!(ran.err.contains("added: 1 operation: send2\n"), "{ran:#?}");
    let text = shop.read("spec/operations/send2.yaml");
    assert!(text.contains("post: /v2/orders/send\n"), "{text}");
}

#[test]
fn a_file_that_is_there_is_left_alone() {
    let shop = harbour();
    let path = "spec/operations/listShips-to-loadShip.yaml";
    shop.0.write(path, "# a note\n");
    let ran = shop.run("draft captures/page.html --add spec");
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    assert_eq!(shop.read(path), "# a note\n");
    assert!(
        ran.err.contains("operations/listShips-to-loadShip-2.yaml"),
        "{ran:#?}"
    );
}

#[test]
fn where_a_line_cannot_be_added_nothing_is_written() {
    let shop = harbour();
    let api =
        "{ api: harbour, title: Harbour, doc: Ships., \"include\": [calls.yaml, sources.yaml] }\n";
    shop.0.write("spec/api.yaml", api);
    let ran = shop.run("draft captures/page.html --add spec");
    assert_eq!(
        ran.code,
        Some(0),
        "a list in brackets can be added to: {ran:#?}"
    );
    let text = shop.read("spec/api.yaml");
    assert!(text.starts_with("{ api: harbour, title: Harbour, doc: Ships., \"include\": [calls.yaml, sources.yaml, operations/"), "{text}");

    let shop = harbour();
    let whole = format!("{{ api: harbour, title: Harbour, doc: Ships., {FLOW} }}\n");
    shop.0.write("spec/api.yaml", &whole);
    let before = all(&shop);
    let ran = shop.run("draft captures/page.html --add spec");
    assert_eq!(ran.code, Some(1), "{ran:#?}");
    assert_eq!(all(&shop), before);
    insta::assert_snapshot!(ran.err);
    assert!(ran.out.starts_with("# new file operations/"), "{ran:#?}");
    assert!(
        ran.out.contains("\n# to add to api.yaml\ninclude: ["),
        "{ran:#?}"
    );
}

/// A spec in one file, as JSON is written, without a list to add to.
const FLOW: &str =
    "operations: { hail: { summary: Call a ship, post: /callShip, request: {}, response: {} } }";

#[test]
fn a_spec_with_errors_is_left_alone() {
    let shop = harbour();
    shop.edit("spec/calls.yaml", "type: Key", "type: Kay");
    let before = all(&shop);
    let ran = shop.run("draft captures/page.html --add spec");
    assert_eq!(ran.code, Some(1), "{ran:#?}");
    assert!(ran.err.contains("mend the spec first"), "{ran:#?}");
    assert_eq!(all(&shop), before);
    let ran = shop.run("draft captures/page.html --add spec --out other");
    assert_eq!(ran.code, Some(2), "{ran:#?}");
}

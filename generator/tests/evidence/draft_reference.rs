//! `stipula draft` of a page that describes many operations and types.

use std::fmt::Write as _;

use crate::shop::Shop;

pub(crate) const PAGE: &str = include_str!("harbour/page.html");

/// Every finding of `lint` but what is left to be done.
pub(crate) fn others(lint: &str) -> Vec<&str> {
    let found = lint
        .lines()
        .filter(|it| it.starts_with("warning[") || it.starts_with("error["));
    found
        .filter(|it| !it.starts_with("warning[W0705]"))
        .collect()
}

fn drafted(page: &str) -> Shop {
    let shop = Shop::of("", "", page);
    let ran = shop.run("draft captures/page.html --out harbour");
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    shop
}

#[test]
fn a_reference_becomes_operations_that_share_their_types() {
    let shop = drafted(PAGE);
    for file in [
        "api.yaml",
        "operations/callShip-to-loadShip.yaml",
        "types/Ship-to-ShipOrBoolean.yaml",
        "sources.yaml",
    ] {
        let name = format!("harbour-{}", file.replace('/', "-"));
        insta::assert_snapshot!(name, shop.read(&format!("harbour/{file}")));
    }
    let lint = shop.run("lint harbour");
    assert_eq!(others(&lint.err), [""; 0], "{lint:#?}");
    let made = shop.run("generate harbour --out client");
    assert_eq!(made.code, Some(0), "{made:#?}");
}

/// What the draft says is confirmed. What it leaves to people is what differs: a condition in words, and
/// types that nothing leads to.
#[test]
fn the_draft_of_a_reference_agrees_with_it() {
    let shop = drafted(PAGE);
    let ran = shop.run("docs-check harbour --captures captures --accept");
    let topics = ["spec-only:", "capture-only:", "differs:", "wrong-source:"];
    let found = ran
        .err
        .lines()
        .filter(|it| topics.iter().any(|topic| it.starts_with(topic)));
    let found: Vec<&str> = found.collect();
    insta::assert_snapshot!(found.join("\n"));
}

/// Names of headings that are no names, addresses with members that nobody describes, and members of one
/// name in two places.
const MOORINGS: &str = "# Moorings\n\n## Moor a boat\n\n`POST /v1/moorings/{harbour}/boats/{id}`\n\n\
    ### Path parameters\n\n| Name | Type | Required | Description |\n|---|---|---|---|\n\
    | id | string | yes | Of the boat |\n\n\
    ### Request body\n\n| Name | Type | Required | Description |\n|---|---|---|---|\n\
    | id | string | no | Of the rope |\n| knot | string | yes | One of `bowline`, `hitch` |\n\n\
    ## Untie a boat\n\n`DELETE /v1/moorings/{harbour}/boats/{id}`\n\n\
    ### Path parameters\n\n| Name | Type | Required | Description |\n|---|---|---|---|\n\
    | id | string | yes | Of the boat |\n\n\
    ## Light a lamp\n\n`POST /v1/lamps`\n\n\
    ### Request body\n\n| Name | Type | Required | Description |\n|---|---|---|---|\n\
    | colour | string | yes | Its colour |\n\n\
    ## Douse a lamp\n\n`DELETE /v1/lamps`\n\n\
    ### Query parameters\n\n| Name | Type | Required | Description |\n|---|---|---|---|\n\
    | colour | string | yes | Its colour |\n";

#[test]
fn operations_stand_together_by_their_paths() {
    let shop = drafted(MOORINGS);
    insta::assert_snapshot!(shop.read("harbour/operations/moorings.yaml"));
    let lamps = shop.read("harbour/operations/lamps.yaml");
    assert!(lamps.contains("  lightALamp:\n"), "{lamps}");
    let sources = shop.read("harbour/sources.yaml");
    assert!(
        sources.contains("operations/Douse a lamp/query: douseALamp.request\n"),
        "{sources}"
    );
    let lint = shop.run("lint harbour");
    assert_eq!(others(&lint.err), [""; 0], "{lint:#?}");
    let made = shop.run("generate harbour --out client");
    assert_eq!(made.code, Some(0), "{made:#?}");
    let ran = shop.run("docs-check harbour --captures captures");
    assert!(!ran.err.contains("spec-only: douseALamp"), "{ran:#?}");
}

/// Members of a path in other marks than braces, of which a page says nothing more.
#[test]
fn a_path_is_written_with_braces() {
    for path in [
        "/v1/moorings/<HARBOUR>/boats/:id",
        "/v1/moorings/:harbour/boats/<id>",
    ] {
        let page = MOORINGS.replace("/v1/moorings/{harbour}/boats/{id}", path);
        let shop = drafted(&page);
        let lint = shop.run("lint harbour");
        assert_eq!(others(&lint.err), [""; 0], "{path}: {lint:#?}");
        let text = shop.read("harbour/operations/moorings.yaml");
        assert!(text.contains("/boats/{id}\"\n"), "{path}: {text}");
    }
}

/// A page with many types is several files, and takes few rounds: each leaves out all that is refused.
#[test]
fn a_long_reference_is_divided() {
    let mut page = PAGE.to_owned();
    for number in 0..120 {
        let _ = write!(
            page,
            "<h4>Crane{number}</h4><p>This object represents a crane.</p>\
             <table><tr><th>Field</th><th>Type</th><th>Description</th></tr>\
             <tr><td>tons</td><td>Integer</td><td>What it lifts</td></tr></table>\
             <h4>useCrane{number}</h4><p>Returns <em>Crane{number}</em>.</p>\
             <table><tr><th>Parameter</th><th>Type</th><th>Required</th><th>Description</th></tr>\
             <tr><td>ship_id</td><td>Integer</td><td>Yes</td><td>For which</td></tr>\
             <tr><td>night</td><td>Boolean</td><td>Optional</td><td>Required if colour is RED</td></tr></table>"
        );
    }
    let shop = drafted(&page);
    for folder in ["operations", "types"] {
        let path = shop.0.path().join("harbour").join(folder);
        let files = std::fs::read_dir(path).unwrap();
        let mut count = 0;
        for file in files {
            let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
            assert!(text.lines().count() <= 601, "{text}");
            count += 1;
        }
        assert!(count > 1, "{folder}");
    }
    let lint = shop.run("lint harbour");
    assert_eq!(others(&lint.err), [""; 0], "{lint:#?}");
}

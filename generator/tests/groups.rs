//! `group` of an operation, and what is told of an API: what is refused, and what is shown.

mod linted;

use linted::findings;
use stipula_generator::{Build, Model, Target, emit, load_str};

fn of_group(name: &str) -> String {
    findings(&format!(
        "api: demo\noperations: {{ one: {{ get: /one, group: {name} }} }}"
    ))
    .join("\n")
}

fn of_api(line: &str) -> String {
    findings(&format!(
        "api: demo\n{line}\noperations: {{ one: {{ get: /one }} }}"
    ))
    .join("\n")
}

#[test]
fn a_group_is_a_feature() {
    assert_eq!(of_group("users"), "");
    insta::assert_snapshot!(of_group("fake"), @"api.yaml:2:40: error[E0312]: `fake` is a feature of every client, so it cannot name a group; name it after what the operations are about");
    insta::assert_snapshot!(of_group("My users"), @"api.yaml:2:40: error[E0312]: `My users` cannot name a group, which is a feature of the client; use `a-z`, `0-9`, `-` and `_`, with a letter at the start");
}

#[test]
fn a_date_and_an_address_are_ones() {
    assert_eq!(of_api("date: 2026-01-31"), "");
    insta::assert_snapshot!(of_api("date: 2026-02-30"), @"api.yaml:2:7: error[E0205]: `date` is `2026-02-30`, which is no date; write year, month and day: `2026-01-31`");
    insta::assert_snapshot!(of_api("repository: here"), @"api.yaml:2:13: error[E0602]: `here` is no address of a repository; write `https://host`, with a path where all operations share one");
}

const SPEC: &str = "
api: demo
title: Demo
version: \"2026-11\"
date: 2026-11-01
contact: help@demo.example
repository: https://demo.example/spec
operations:
  ping: { get: /ping }
  pay: { post: /pay, group: money }
  add: { post: /add, group: people }
  refund: { post: /refund, group: money }
";

fn model() -> Model {
    load_str(&[("api.yaml", SPEC)]).model.expect("a model")
}

#[test]
fn documents_are_by_group_and_tell_of_the_api() {
    let files = emit(&model(), Target::Docs);
    insta::assert_snapshot!("docs", files.get("docs/README.md").expect("a page"));
    let files = emit(&model(), Target::OpenApi);
    let text = files.get("schema/openapi.json").expect("a document");
    let document: serde_json::Value = serde_json::from_str(text).expect("JSON");
    let tags = serde_json::json!({
        "info": document["info"],
        "tags": document["tags"],
        "of pay": document["paths"]["/pay"]["post"]["tags"],
    });
    insta::assert_snapshot!("openapi", format!("{tags:#}"));
    let files = emit(&model(), Target::Site);
    let page = files.get("docs/site/index.html").expect("a page");
    for part in [
        "<dt>Version</dt><dd>2026-11</dd>",
        "<a href=\"https://demo.example/spec\"",
        "<h3>money</h3>",
        "<h3>people</h3>",
    ] {
        assert!(page.contains(part), "no {part}: {page}");
    }
    let menu = files.get("docs/site/assets/operations.js").expect("a menu");
    insta::assert_snapshot!(menu);
}

#[test]
fn a_group_that_is_not_there_fails_the_build() {
    let folder = std::env::temp_dir().join(format!("stipula-groups-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("the folder is ours");
    std::fs::write(folder.join("api.yaml"), SPEC).expect("the folder is ours");
    let build = |group: &str| {
        Build::from_spec(&folder)
            .out_dir(&folder)
            .groups([group])
            .run()
    };
    let told = build("mony").expect_err("no such group").to_string();
    build("money").expect("a client");
    let text = std::fs::read_to_string(folder.join("root.rs")).expect("a client");
    let _ = std::fs::remove_dir_all(&folder);
    assert_eq!(
        told,
        "there is no group `mony`; there are `money`, `people`"
    );
    assert!(
        text.contains("pub fn refund<") && !text.contains("pub fn add<"),
        "{text}"
    );
}

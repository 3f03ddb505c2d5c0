use std::collections::{BTreeMap, BTreeSet};

use super::{Pages, index, links::Links, pages, text};
use crate::Model;
use crate::output::FileSet;
use crate::view::{
    names::Names,
    overview::{Carried, Proof, overview},
};

const SPEC: &str = r"
api: demo
title: Demo
sources: { page: { title: A | page, covers: all } }
quirks: { Q-1: { at: create.kind, page: one thing, spec: another, why: it works, source: page } }
types:
  Kind: { source: page, enum: { A: The first., B: The | second. } }
  Status: { enum: { OPEN: Open., SHUT: Shut. }, moves: { OPEN: [SHUT], SHUT: [] } }
  Thing: { fields: { name: { type: string, max_chars: 3 } } }
operations:
  create:
    summary: Create a thing
    post: /create
    source: page
    context: { status: Status }
    request:
      kind: { type: Kind, required: true, quirk: Q-1, doc: 'a | b' }
      thing: { type: Thing, required: kind == A }
      things: { type: { map: string, of: { list: Thing } } }
    response:
      thing: { type: Thing }
    scenarios:
      first: { doc: The first., when: kind == A }
      second: { when: kind == B }
  createMore:
    overlay: create
    request: { more: { type: Thing, effective: ctx.status == OPEN } }
    context: { status: Status }
    summary: Create more
errors:
  BUSY: { class: U, doc: 'Busy | closed.' }
outcome: { object: [result], code: [code], status: [status], message: [message], success: [S], failed: [F], unknown: [U], transient: [BUSY] }
";

fn api() -> Model {
    Model::of_texts(&[("api.yaml", SPEC)])
}

fn page(path: &str) -> String {
    pages(&api())
        .get(path)
        .unwrap_or_else(|| panic!("no page `{path}`"))
        .to_owned()
}

#[test]
fn keyword_as_a_name_has_a_plain_path() {
    let spec = SPEC.replace("  createMore:", "  return:");
    let files = pages(&Model::of_texts(&[("api.yaml", &spec)]));
    assert!(files.get("docs/operations/return.md").is_some());
    let index = files.get("docs/README.md").expect("an index");
    assert!(
        index.contains("[`return`](operations/return.md)"),
        "{index}"
    );
    assert!(
        files
            .iter()
            .all(|(path, text)| !path.contains('#') && !text.contains("r#return.md"))
    );
}

#[test]
fn signature_is_told_step_by_step() {
    let spec = format!(
        "{SPEC}signing:\n  scheme: signature\n  client_header: Client\n  request_time_header: Time\n  response_time_header: Back\n  signature_header: Sign\n  content_type: application/json\n  string_to_sign: \"{{method}} {{path}} {{client_id}} {{time}} {{body}}\"\n  algorithm: RS\n"
    );
    let api = Model::of_texts(&[("api.yaml", &spec)]);
    let files = pages(&api);
    let index = files.get("docs/README.md").expect("an index");
    for part in [
        "RSASSA-PKCS1-v1_5 with SHA-256",
        "base64",
        "percent-encoding",
        "algorithm=RS,keyVersion=",
    ] {
        assert!(index.contains(part), "no {part}: {index}");
    }
}

#[test]
fn what_a_request_carries_is_listed() {
    let api = api();
    let links = Links::new(&api, Names::of(&api));
    let mut overview = overview(&api);
    overview.carried.push(Carried {
        name: "main",
        proofs: vec![Proof {
            part: "header",
            name: "Shop-Key",
            value: "$KEY".to_owned(),
            how: "It is that of the shop.".to_owned(),
        }],
        answers: String::new(),
        marks: Vec::new(),
    });
    let page = index::page(&api, &overview, &links.at(""));
    let page = Pages::new(&api).render("index", &page);
    assert!(
        page.contains("\n- the header `Shop-Key`: `$KEY`. It is that of the shop.\n"),
        "{page}"
    );
}

#[test]
fn every_link_leads_to_a_page_and_an_anchor() {
    let files = pages(&api());
    let anchors: BTreeMap<&str, BTreeSet<String>> = files
        .iter()
        .map(|(path, text)| (path, anchors(text)))
        .collect();
    let mut count = 0;
    for (path, target) in links(&files) {
        let (file, anchor) = target.split_once('#').unwrap_or((&target, ""));
        let file = joined(path, file);
        let known = anchors
            .get(file.as_str())
            .unwrap_or_else(|| panic!("{path}: no page `{target}`"));
        assert!(
            anchor.is_empty() || known.contains(anchor),
            "{path}: no anchor `{target}`"
        );
        count += 1;
    }
    assert!(count > 20, "only {count} links were seen");
}

/// Relative links of every page.
fn links(files: &FileSet) -> Vec<(&str, String)> {
    let in_page = |text: &str| -> Vec<String> {
        let targets = text
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split(')').next());
        targets
            .filter(|target| !target.contains("://"))
            .map(str::to_owned)
            .collect()
    };
    files
        .iter()
        .flat_map(|(path, text)| in_page(text).into_iter().map(move |it| (path, it)))
        .collect()
}

/// Explicit anchors, and those that a code host makes of headings.
fn anchors(text: &str) -> BTreeSet<String> {
    let explicit = text
        .split("<a id=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next());
    let slug = |heading: &str| -> String {
        let kept = heading
            .chars()
            .filter(|it| it.is_alphanumeric() || matches!(it, ' ' | '-' | '_'));
        kept.collect::<String>().to_lowercase().replace(' ', "-")
    };
    let headings = text.lines().filter(|line| line.starts_with('#'));
    explicit
        .map(str::to_owned)
        .chain(headings.map(|line| slug(line.trim_start_matches('#').trim())))
        .collect()
}

fn joined(from: &str, to: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in to.split('/') {
        if part == ".." {
            parts.pop();
        } else {
            parts.push(part);
        }
    }
    parts.join("/")
}

#[test]
fn every_row_has_the_cells_of_its_head() {
    for (path, text) in pages(&api()).iter() {
        let mut cells = 0;
        for line in text.lines() {
            let count = line.replace("\\|", "").matches('|').count();
            if !line.starts_with('|') {
                cells = 0;
            } else if cells == 0 {
                cells = count;
            } else {
                assert_eq!(count, cells, "{path}: {line}");
            }
        }
    }
}

#[test]
fn page_of_an_operation_tells_needs_rules_and_cases() {
    let page = page("docs/operations/create.md");
    assert!(
        page.starts_with("<!-- @generated by stipula from the spec of demo."),
        "{page}"
    );
    assert!(
        page.contains("| `thing` | [`Thing`](../types/Thing.md#in-requests) | conditional |"),
        "{page}"
    );
    assert!(page.contains("Required when `kind` is `A`."), "{page}");
    assert!(
        page.contains("| `thing` | **required** | optional |"),
        "{page}"
    );
    assert!(page.contains("| `OPEN` | `SHUT` |"), "{page}");
}

#[test]
fn page_of_an_overlay_names_its_base() {
    let page = page("docs/operations/create_more.md");
    assert!(
        page.contains("An overlay of [`create`](../operations/create.md)"),
        "{page}"
    );
}

#[test]
fn both_directions_share_a_page() {
    let page = page("docs/types/Thing.md");
    assert!(
        page.contains("## In requests") && page.contains("## In responses"),
        "{page}"
    );
}

#[test]
fn code_survives_backticks() {
    assert_eq!(text::code("plain"), "`plain`");
    assert_eq!(text::code("a`b``c"), "``` a`b``c ```");
}

#[test]
fn cells_stay_on_one_line() {
    assert_eq!(text::cell("a | b\nc\n\nd"), "a \\| b c<br>d");
    assert_eq!(text::cell("see:\n- one\n- two"), "see:<br>• one<br>• two");
    assert_eq!(text::cell("kept \\| so"), "kept \\| so");
}

#[test]
fn at_most_one_blank_line_outside_of_fences() {
    let page = "a\n\n\n\nb  \n```json\nx\n\n\ny\n```\n\n";
    assert_eq!(text::tidy(page), "a\n\nb\n```json\nx\n\n\ny\n```");
}

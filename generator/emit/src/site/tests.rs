use std::collections::BTreeSet;

use super::{examples, html, machine, pages, place::token};
use crate::{Model, output::FileSet};
use stipula_contract::TypeKind;

const SPEC: &str = r#"
api: demo
title: Demo
doc: A demo.
sources: { page: { title: A page, url: "https://example.com/page", covers: all } }
quirks: { Q-1: { at: create.kind, page: one thing, spec: another, why: it works, source: page } }
types:
  Kind: { source: page, enum: { A: The first., B: The second. } }
  Status: { enum: { OPEN: Open., HELD: Held., SHUT: Shut. }, moves: { OPEN: [HELD, SHUT], HELD: [OPEN], SHUT: [] } }
  Thing: { fields: { name: { type: string, max_chars: 3 }, things: { type: { list: Thing } } } }
  Other: { fields: { size: { type: integer, required: true } } }
  Language: { enum: { en: English., zh: Chinese. } }
operations:
  create:
    summary: Create a thing
    post: /create
    source: page
    context: { status: Status }
    request:
      kind: { type: Kind, required: true, quirk: Q-1, alias: sort, sample: A }
      thing: { type: Thing, required: kind == A, allowed: kind == A, inferred: true }
      texts: { type: { map: Language, of: { type: string, max_chars: { en: 4, zh: 2 } } } }
      ext: { type: { by: kind, cases: { A: Thing, B: Other } } }
      note: { type: string, required: [{ when: ctx.status == OPEN, severity: warning, id: say-why }], lenient: true }
    response:
      thing: { type: Thing }
    scenarios:
      first: { doc: The first., when: kind == A }
      second: { when: kind == B }
    examples:
      one: { doc: One thing., body: one.json }
errors:
  BUSY: { class: U, doc: Busy. }
outcome: { object: [result], code: [code], status: [status], message: [message], success: [S], failed: [F], unknown: [U], transient: [BUSY] }
"#;

fn api(spec: &str) -> Model {
    Model::of_texts(&[
        ("api.yaml", spec),
        ("one.json", r#"{ "kind": "A", "thing": { "name": "abc" } }"#),
        (
            "hostile.json",
            r#"{ "kind": "A", "long": "\"</script></code></pre><script>" }"#,
        ),
    ])
}

fn site(spec: &str) -> FileSet {
    pages(&api(spec))
}

fn page(path: &str) -> String {
    let files = site(SPEC);
    let text = files.get(&format!("docs/site/{path}"));
    text.unwrap_or_else(|| panic!("no page `{path}`"))
        .to_owned()
}

/// The element with this id, up to the next element of the same kind.
fn field<'p>(page: &'p str, id: &str) -> &'p str {
    let start = format!("<div class=\"field\" id=\"{id}\"");
    let at = page.find(&start).unwrap_or_else(|| panic!("no `{id}`"));
    let rest = &page[at + start.len()..];
    rest.split("<div class=\"field\"").next().unwrap_or(rest)
}

#[test]
fn page_of_an_operation() {
    let page = page("operations/create.html");
    let (_, body) = page.split_once("<main").expect("a main part");
    let (body, _) = body.split_once("<footer").expect("a footer");
    insta::assert_snapshot!(body);
}

#[test]
fn member_has_its_need_in_every_case() {
    let page = page("operations/create.html");
    assert!(field(&page, "request.kind").contains(">required</span>"));
    assert!(field(&page, "request.thing").starts_with(" data-needs=\"rn\">"));
    assert!(field(&page, "request.ext-A.name").starts_with(" data-needs=\"on\">"));
    assert!(field(&page, "request.ext-B.size").starts_with(" data-needs=\"nr\">"));
}

#[test]
fn undecided_warning_is_told_as_such() {
    let page = page("operations/create.html");
    let note = field(&page, "request.note");
    assert!(note.starts_with(" data-needs=\"ss\">"), "{note}");
    assert!(note.contains("<span class=\"badge sometimes expected\">sometimes expected</span>"));
    assert!(page.contains("<td class=\"s\">sometimes expected</td>"));
}

#[test]
fn documented_example_is_the_first_and_no_label_repeats_itself() {
    let page = page("operations/create.html");
    let names: Vec<&str> = page
        .split("<h4>")
        .skip(1)
        .filter_map(|it| it.split("</h4>").next())
        .collect();
    assert_eq!(names, ["one", "first, minimal", "second, minimal"]);
    let spec = SPEC
        .replace("    scenarios:\n      first: { doc: The first., when: kind == A }\n      second: { when: kind == B }\n", "")
        .replace("    examples:\n      one: { doc: One thing., body: one.json }\n", "");
    let files = site(&spec);
    let plain = files
        .get("docs/site/operations/create.html")
        .expect("a page");
    assert!(plain.contains("<h4>minimal</h4>"));
}

#[test]
fn call_goes_where_it_does_no_harm() {
    let host = |environments: &str| {
        let spec = format!("{SPEC}environments: {{ {environments} }}\n");
        let api = api(&spec);
        examples::curl(&api, &api.operations[0]).after
    };
    let live = "live: { url: \"https://live.example\" }";
    let sandbox = "Sandbox: { url: \"https://sandbox.example\" }";
    let other = "other: { url: \"https://other.example\" }";
    let told = host(&format!("{live}, {sandbox}, {other}"));
    assert!(told.contains("'https://sandbox.example/create'"), "{told}");
    assert!(told.contains("# The environment is `Sandbox`."), "{told}");
    assert!(host(&format!("{live}, {other}")).contains("https://other.example/"));
}

#[test]
fn recursion_stops_where_the_type_is_told() {
    let page = page("operations/create.html");
    let inner = field(&page, "request.thing.things");
    assert!(
        inner.contains("Members as in <a href=\"#request.thing\">Thing</a>"),
        "{inner}"
    );
    assert!(!page.contains("request.thing.things.*"));
}

#[test]
fn every_anchor_of_a_link_is_there() {
    let files = site(SPEC);
    let ids = |path: &str| -> BTreeSet<String> {
        let text = files
            .get(path)
            .unwrap_or_else(|| panic!("no page `{path}`"));
        let ids = text.split(" id=\"").skip(1);
        ids.filter_map(|rest| rest.split('"').next())
            .map(str::to_owned)
            .collect()
    };
    let mut count = 0;
    for (path, text) in files.iter().filter(|it| !it.0.contains("/assets/")) {
        let links = text.split(" href=\"").skip(1);
        for link in links.filter_map(|rest| rest.split('"').next()) {
            let Some((file, anchor)) = link.split_once('#').filter(|it| !it.0.contains(':')) else {
                continue;
            };
            let file = match (file, file.strip_prefix("../")) {
                ("", _) => path.to_owned(),
                (file, below) => format!("docs/site/{}", below.unwrap_or(file)),
            };
            assert!(ids(&file).contains(anchor), "{path}: no anchor `{link}`");
            count += 1;
        }
    }
    assert!(count > 30, "only {count} links were seen");
}

/// Texts that want to be markup, in every place that a spec has for texts.
const HOSTILE: &str = r#"
api: demo
title: 'T </title><script>alert(1)</script>'
doc: 'D <img src=x onerror=alert(1)> [x](javascript:alert(1)) `a</code><script>` **<b>**'
quirks: { 'Q-1': { at: 'create."><script>', page: '</script><!--', spec: "a'b\"c", why: 'عربي مرحبا' } }
types:
  Kind: { doc: '<script>', enum: { A: '</dd><script>', '"><script>': { doc: x, rust: Odd } } }
operations:
  create:
    summary: '</p><script>'
    post: '/create/<script>'
    request:
      kind: { type: Kind, required: true, doc: '</div><script>alert(2)</script>', sample: A, quirk: Q-1 }
      'b"c': { type: string, rust: b_c, doc: '``` <script>', sample: '</code><script>' }
      long: { type: string, doc: AVeryLongWordAVeryLongWordAVeryLongWordAVeryLongWordAVeryLongWordAVeryLongWord, default: '"><script>', prefix: '"' }
    response: { id: { type: string } }
    examples:
      one: { doc: '<script>', body: hostile.json }
errors:
  BUSY: { class: U, doc: '<script>' }
outcome: { object: [result], code: [code], status: [status], message: [message], success: [S], failed: [F], unknown: [U], transient: [BUSY] }
"#;

#[test]
fn texts_never_become_markup() {
    let own = |text: &str| text.matches("<script").count();
    let (plain, hostile) = (site(SPEC), site(HOSTILE));
    for path in [
        "index.html",
        "codes.html",
        "quirks.html",
        "operations/create.html",
    ] {
        let path = format!("docs/site/{path}");
        let text = hostile.get(&path).expect("a page");
        let usual = plain.get(&path).expect("a page");
        assert_eq!(own(text), own(usual), "{path}");
        assert_eq!(
            text.matches("</script").count(),
            usual.matches("</script").count(),
            "{path}"
        );
        for bad in ["<img", "href=\"javascript", "<!--<", "<b>*"] {
            assert!(!text.contains(bad), "{path}: {bad}");
        }
    }
    let index = hostile.get("docs/site/assets/search-index.js");
    assert!(!index.expect("an index").contains('<'));
}

#[test]
fn data_of_the_page_is_json() {
    for spec in [SPEC, HOSTILE] {
        let files = site(spec);
        let page = files
            .get("docs/site/operations/create.html")
            .expect("a page");
        let (_, data) = page.split_once("id=\"data\">").expect("data");
        let (data, _) = data.split_once("</script>").expect("an end");
        let value: serde_json::Value = serde_json::from_str(data).expect("JSON");
        assert!(value["schema"]["components"]["schemas"].is_object());
    }
}

#[test]
fn data_says_what_cannot_be_judged_and_what_is_a_warning() {
    let page = page("operations/create.html");
    let (_, data) = page.split_once("id=\"data\">").expect("data");
    let (data, _) = data.split_once("</script>").expect("an end");
    let value: serde_json::Value = serde_json::from_str(data).expect("JSON");
    assert_eq!(
        value["warnings"],
        serde_json::json!(["CreateRequest.say-why"])
    );
    assert_eq!(value["unsaid"], serde_json::json!([]));
    let schema = value["schema"].to_string();
    assert!(
        schema.contains("CreateRequest.say-why"),
        "a warning is judged, and the context"
    );
}

#[test]
fn search_index_has_names_rules_values_codes_and_quirks() {
    let files = site(SPEC);
    let script = files
        .get("docs/site/assets/search-index.js")
        .expect("an index");
    let json = script
        .trim_end()
        .strip_prefix("stipulaIndex(")
        .and_then(|it| it.strip_suffix(");"))
        .expect("a call");
    let pages: serde_json::Value = serde_json::from_str(json).expect("JSON");
    let entries: Vec<&serde_json::Value> = pages
        .as_array()
        .expect("pages")
        .iter()
        .flat_map(|page| page[2].as_array().expect("entries"))
        .collect();
    let words = |title: &str| {
        let entry = entries.iter().find(|it| it[2] == title);
        let entry = entry.unwrap_or_else(|| panic!("no `{title}` in {entries:?}"));
        entry[3].as_str().expect("a text").to_owned()
    };
    assert!(words("thing").contains("Required when kind is A."));
    assert!(words("kind").contains("Kind A B"));
    assert_eq!(words("BUSY"), "Busy.");
    assert!(words("Q-1: create.kind").contains("it works"));
    assert_eq!(words("ext(B).size"), "");
    assert!(words("create").contains("Create a thing"));
    assert!(words("Outcome").contains("send again"));
    assert!(
        words("status").contains("OPEN Open."),
        "a value beside the body"
    );
    assert!(words("page").contains("A page all"), "a source");
}

fn drawing(spec: &str) -> Option<String> {
    let api = api(spec);
    let mut enums = api.types.iter().filter_map(|ty| match &ty.kind {
        TypeKind::Enum(it) if it.moves.is_some() => Some((it, &ty.name)),
        _ => None,
    });
    let (it, name) = enums.next()?;
    machine::svg(it, name, "drawing")
}

#[test]
fn status_machine_is_drawn_and_told() {
    let drawing = drawing(SPEC).expect("a drawing");
    assert_eq!(
        drawing.matches("<rect").count(),
        4,
        "a final status has two frames"
    );
    assert_eq!(drawing.matches("class=\"move\"").count(), 3);
    assert!(drawing.contains("From OPEN to HELD or SHUT. From HELD to OPEN. SHUT is final."));
    insta::assert_snapshot!(drawing.replace("><", ">\n<"));
}

#[test]
fn anchors_of_two_names_differ() {
    let names = ["a b", "a-b", "a~b", "a\"b", "ab", "a/b", "ä"];
    let tokens: BTreeSet<String> = names.iter().map(|it| token(it)).collect();
    assert_eq!(tokens.len(), names.len());
    let is_plain = |it: char| it.is_ascii_alphanumeric() || "-_.*~".contains(it);
    assert!(tokens.iter().all(|it| it.chars().all(is_plain)));
}

#[test]
fn markdown_of_a_spec() {
    assert_eq!(
        html::inline("a `b<c>` & d"),
        "a <code>b&lt;c&gt;</code> &amp; d"
    );
    assert_eq!(html::inline("`` a`b ``"), "<code>a`b</code>");
    assert_eq!(
        html::inline("an open ` and * and ["),
        "an open ` and * and ["
    );
    assert_eq!(
        html::inline("**bold `x`**"),
        "<strong>bold <code>x</code></strong>"
    );
    assert_eq!(
        html::inline("[a](https://b.c/?d=\"e\")"),
        "<a href=\"https://b.c/?d=&quot;e&quot;\" rel=\"noopener noreferrer\">a</a>"
    );
    assert_eq!(html::inline("[a](javascript:b)"), "[a](javascript:b)");
    assert_eq!(
        html::blocks("one\ntwo\n\n- a\n  b\n- c"),
        "<p>one two</p><ul><li>a b</li><li>c</li></ul>"
    );
}

#[test]
fn json_in_a_script_cannot_leave_it() {
    let json = html::script_json(r#"{"a":"</script><!-- & \u2028"}"#);
    assert!(!json.contains(['<', '>', '&']));
    let value: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(value["a"], "</script><!-- & \u{2028}");
}

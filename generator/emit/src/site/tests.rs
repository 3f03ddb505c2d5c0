use std::collections::BTreeSet;

use super::{html, machine, page::token};
use crate::{
    Target, emit,
    fixtures::{SPEC, api},
    output::FileSet,
    view::{curl, names::Names, operation::operation, prose::Prose},
};

fn site(spec: &str) -> FileSet {
    emit(&api(spec), Target::Site)
}

fn page(path: &str) -> String {
    let files = site(SPEC);
    let text = files.get(&format!("docs/site/{path}"));
    text.unwrap_or_else(|| panic!("no page `{path}`"))
        .to_owned()
}

#[test]
fn page_of_an_operation() {
    let page = page("operations/create.html");
    let (_, body) = page.split_once("<main").expect("a main part");
    let (body, _) = body.split_once("<footer").expect("a footer");
    insta::assert_snapshot!(body);
}

#[test]
fn call_goes_where_it_does_no_harm() {
    let host = |environments: &str| {
        let spec = format!("{SPEC}environments: {{ {environments} }}\n");
        let api = api(&spec);
        curl::around(&api, &api.operations[0])
            .expect("a JSON body")
            .after
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
    let rules = value["rules"].as_array().expect("rules");
    let is_it = |it: &serde_json::Value| it[0].as_str().is_some_and(|it| it.ends_with("say-why"));
    let number = rules.iter().position(is_it).expect("the rule");
    assert_eq!(rules[number][2], 1, "it warns");
    assert_eq!(value["unsaid"], serde_json::json!([]));
    assert_eq!(value["mild"], serde_json::json!([]));
    let schema = value["schema"].to_string();
    assert!(
        schema.contains(&format!("\"$comment\":{number},")),
        "a warning is judged, and the context: {schema}"
    );
}

#[test]
fn status_machine_is_drawn_and_told() {
    let api = api(SPEC);
    let told = operation(&api, Names::of(&api), &api.operations[0]);
    let values = told.context[0].values.as_ref().expect("an enum");
    let machine = values.machine.as_ref().expect("transitions");
    let drawing = machine::svg(machine, "Status", "drawing");
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
fn prose_becomes_a_few_elements() {
    let inline = |text| html::inline(Prose::new(text));
    assert_eq!(inline("a `b<c>` & d"), "a <code>b&lt;c&gt;</code> &amp; d");
    assert_eq!(
        inline("**bold `x`**"),
        "<strong>bold <code>x</code></strong>"
    );
    assert_eq!(
        inline("[a](https://b.c/?d=\"e\")"),
        "<a href=\"https://b.c/?d=&quot;e&quot;\" rel=\"noopener noreferrer\">a</a>"
    );
    assert_eq!(
        html::blocks(Prose::new("one\ntwo\n\n- a\n  b\n- c")),
        "<p>one two</p><ul><li>a b</li><li>c</li></ul>"
    );
}

#[test]
fn guides_are_those_that_the_api_has() {
    let there =
        |spec: &str, name: &str| site(spec).get(&format!("docs/site/{name}.html")).is_some();
    for (name, is_there) in [
        ("quickstart", true),
        ("authentication", false),
        ("errors", true),
        ("idempotency", false),
        ("environments", false),
        ("download", true),
    ] {
        assert_eq!(there(SPEC, name), is_there, "{name}");
    }
    let more = format!(
        "{SPEC}environments: {{ live: {{ url: \"https://live.example/v1\" }} }}\ncredentials: {{ secret: {{ doc: Known to both., sample: s1 }}, user: {{ public: true }} }}\nauthentication: {{ main: {{ signature: {{ algorithm: hmac_sha256, key: secret, encoding: hex, request: {{ text: \"{{method}}%{{path}}\\n{{time}}{{body_digest}}\", headers: {{ X-Proof: \"u={{user}},t={{time}},s={{signature}}\" }} }} }} }} }}\n"
    );
    assert!(there(&more, "authentication") && there(&more, "environments"));
    let files = site(&more);
    let quickstart = files.get("docs/site/quickstart.html").expect("a page");
    for line in [
        "export USER='your value'",
        "export SECRET='your value'",
        "TIME=$(date -u +%Y-%m-%dT%H:%M:%SZ)",
        "SIGNATURE=$(printf 'POST%%%s\\n%s%s' '/v1/create' \"$TIME\" \"$BODY_DIGEST\" |",
        "  openssl dgst -sha256 -binary -hmac \"$SECRET\" |",
        "  od -An -v -tx1 | tr -d ' \\n')",
        "-H \"X-Proof: u=$USER,t=$TIME,s=$SIGNATURE\"",
    ] {
        assert!(quickstart.contains(line), "{line}\n{quickstart}");
    }
    assert!(!quickstart.contains("private.pem"));
}

#[test]
fn other_tools_find_their_files() {
    let files = site(SPEC);
    for name in [
        "download/openapi.json",
        "download/schemas/CreateRequest.json",
        "download/README.md",
        "download/operations/create.md",
    ] {
        assert!(files.get(&format!("docs/site/{name}")).is_some(), "{name}");
    }
    let list = files.get("docs/site/llms.txt").expect("a list");
    assert!(list.starts_with("# Demo\n\n> A demo.\n"), "{list}");
    let line = "- [create](download/operations/create.md): Create a thing\n";
    assert!(list.contains(line), "{list}");
}

#[test]
fn a_code_names_the_members_that_it_is_about_and_an_advice_stands_once() {
    let rules = "rules: [{ id: open-a, at: kind, when: ctx.status == OPEN, expect: kind == A, code: WRONG }]";
    let errors = "errors: { WRONG: { class: F, doc: Wrong. }, GONE: { class: F, doc: Gone. } }";
    let more = format!("    {rules}\n    {errors}\n    scenarios:\n");
    let spec = SPEC.replace("    scenarios:\n", &more);
    let files = site(&spec);
    let page = files
        .get("docs/site/operations/create.html")
        .expect("a page");
    let from = "Wrong. Comes from <a href=\"#request.kind--open-a\"><code>kind</code></a>.";
    assert!(page.contains(from), "{page}");
    assert_eq!(page.matches("the same request fails again").count(), 1);
}

#[test]
fn search_index_is_one_call() {
    let files = site(SPEC);
    let script = files.get("docs/site/assets/search-index.js");
    let json = script
        .and_then(|it| it.trim_end().strip_prefix("stipulaIndex("))
        .and_then(|it| it.strip_suffix(");"))
        .expect("a call");
    let pages: serde_json::Value = serde_json::from_str(json).expect("JSON");
    let first = &pages[0];
    assert_eq!(first[0], "operations/create.html");
    assert_eq!(first[1], "create");
    assert_eq!(
        first[2][1],
        serde_json::json!(["x", "context", "status", "OPEN Open. HELD Held. SHUT Shut."])
    );
}

#[test]
fn json_in_a_script_cannot_leave_it() {
    let json = html::script_json(r#"{"a":"</script><!-- & \u2028"}"#);
    assert!(!json.contains(['<', '>', '&']));
    let value: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(value["a"], "</script><!-- & \u{2028}");
}

//! `stipula validate` and `stipula example`: what they print, and what they exit with.

mod scratch;

use std::{
    io::Write,
    process::{Command, Output, Stdio},
};

use scratch::Scratch;
use serde_json::Value;

const SPEC: &str = "\
api: demo
types:
  Kind: { enum: { CARD: A card., TICKET: A ticket. } }
  Status: { enum: { OPEN: Begun., DONE: Over. } }
  Line: { fields: { unit: { type: string, max_chars: 2 }, note: { type: string, required: root.kind == CARD } } }
operations:
  send:
    post: /send
    request:
      kind: { type: Kind, required: true }
      stock: { type: integer, range: [1, 9], required: kind == CARD, effective: kind == CARD, lenient: true }
      link: { type: url, prefix: 'app://', alias: lnk, required: kind == TICKET }
      lines: { type: { list: Line } }
    scenarios:
      card: { when: kind == CARD }
      ticket: { when: kind == TICKET }
  close:
    post: /close
    context: { status: Status }
    request:
      at: { type: timestamp_millis, required: ctx.status == DONE }
";

/// What the command did.
#[derive(Debug)]
struct Ran {
    code: Option<i32>,
    out: String,
    err: String,
}

fn project() -> Scratch {
    let folder = Scratch::new();
    folder.write("spec/demo/api.yaml", SPEC);
    folder
}

fn run(folder: &Scratch, arguments: &[&str], input: &str) -> Ran {
    let mut child = Command::new(env!("CARGO_BIN_EXE_stipula"))
        .args(arguments)
        .current_dir(folder.path())
        .env("NO_COLOR", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that needs no input may be gone before it is written.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let Output {
        status,
        stdout,
        stderr,
    } = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Ran {
        code: status.code(),
        out: text(stdout),
        err: text(stderr),
    }
}

/// A body with a fault of each sort, laid out so that places can be read off.
const BODY: &str = r#"{
  "kind": "CARD",
  "stock": "12",
  "lnk": "web://x",
  "lines": [
    { "unit": "戲票!", "nota": 1 },
    { "unit": 5, "note": "" }
  ],
  "color": null
}
"#;

#[test]
fn shows_every_finding_where_it_stands() {
    let folder = project();
    folder.write("body.json", BODY);
    let ran = run(&folder, &["validate", "send", "body.json"], "");
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert_eq!(ran.out, "");
    insta::assert_snapshot!(ran.err);
}

#[test]
fn json_holds_what_a_program_needs() {
    let folder = project();
    folder.write("body.json", BODY);
    let ran = run(
        &folder,
        &["validate", "send", "body.json", "--format", "json"],
        "",
    );
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""));
    insta::assert_snapshot!(ran.out);
    let found: Value = serde_json::from_str(&ran.out).unwrap();
    let stock = found.as_array().unwrap().iter();
    let mut stock = stock.filter(|it| it["path"] == "/stock");
    let stock = stock.find(|it| it["rule"] == "SendRequest.stock.range");
    let keys: Vec<&String> = stock.unwrap().as_object().unwrap().keys().collect();
    assert_eq!(
        keys,
        [
            "severity", "path", "rule", "message", "line", "column", "actual", "expected"
        ]
    );
}

/// Whoever prints what is found in a body of somebody else is not attacked by it.
#[test]
fn what_is_printed_moves_no_cursor() {
    let folder = project();
    let body =
        "{\"kind\":\"\u{9b}2J\u{202e}\u{7f}\",\"\u{9b}1A\":\"\u{e0001}\",\"stock\":\"\u{85}\"}";
    for format in ["text", "json", "sarif"] {
        let ran = run(
            &folder,
            &["validate", "send", "-", "--format", format],
            body,
        );
        assert_eq!(ran.code, Some(1), "{ran:?}");
        let told = ran.out.clone() + &ran.err;
        let is_unseen = |c: char| c != '\n' && (c.is_control() || "\u{202e}\u{e0001}".contains(c));
        assert!(!told.contains(is_unseen), "{format}: {told:?}");
        if format == "json" {
            let found: Value = serde_json::from_str(&ran.out).unwrap();
            let mut all = found.as_array().unwrap().iter();
            assert!(all.any(|it| it["path"] == "/\u{9b}1A"), "{found}");
        }
    }
}

#[test]
fn sarif_names_the_rule_and_the_region() {
    let folder = project();
    folder.write("body.json", BODY);
    let ran = run(
        &folder,
        &["validate", "send", "body.json", "--format", "sarif"],
        "",
    );
    let log: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let results = log["runs"][0]["results"].as_array().unwrap();
    let stock = results
        .iter()
        .find(|it| it["ruleId"] == "SendRequest.stock.range")
        .unwrap();
    assert_eq!(stock["level"], "error");
    let place = &stock["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "body.json");
    assert_eq!(
        place["region"],
        serde_json::json!({ "startLine": 3, "startColumn": 12 })
    );
}

#[test]
fn a_good_body_is_told_so() {
    let folder = project();
    let body = r#"{"kind":"TICKET","link":"app://x"}"#;
    let ran = run(&folder, &["validate", "send", "-"], body);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(ran.err, "standard input: a good body for send\n");
    let ran = run(
        &folder,
        &["validate", "send", "-", "--scenario", "card"],
        body,
    );
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(
        ran.err
            .contains("this is no body of the scenario `card`, in which `kind` is `CARD`")
    );
}

#[test]
fn warnings_do_not_stop_a_body() {
    let folder = project();
    let body = r#"{"kind":"TICKET","link":"app://x","stock":"5"}"#;
    let ran = run(&folder, &["validate", "send", "-"], body);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.err.contains("0 errors, 2 warnings for send"), "{ran:?}");
}

#[test]
fn what_is_no_body_is_told_with_its_place() {
    let folder = project();
    for (body, place, message) in [
        (
            "{\n  \"kind\": \"CARD\",\n}",
            "3:1",
            "this is not JSON: trailing comma",
        ),
        (
            "{ \"kind\": 1",
            "1:11",
            "this is not JSON: EOF while parsing an object",
        ),
        ("", "1:1", "this is not JSON: EOF while parsing a value"),
        (
            "{\n \"lines\": [{ \"unit\": \"a\", \"unit\": \"b\" }] }",
            "2:27",
            "this member stands twice in one object",
        ),
        ("[]", "1:1", "expected an object, found a list"),
        ("{ \"kind\": \"\\ud800\" }", "1:18", "this is not JSON"),
    ] {
        let ran = run(&folder, &["validate", "send", "-"], body);
        assert_eq!(ran.code, Some(1), "{body}: {ran:?}");
        assert!(ran.err.contains(message), "{body}: {ran:?}");
        assert!(
            ran.err.contains(&format!("--> standard input:{place}\n")),
            "{body}: {ran:?}"
        );
    }
    let deep = "[".repeat(100_000);
    let ran = run(&folder, &["validate", "send", "-"], &deep);
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.err.contains("recursion limit exceeded"),
        "{}",
        &ran.err[..200]
    );
}

#[test]
fn arguments_that_name_nothing_say_what_there_is() {
    let folder = project();
    for (arguments, message) in [
        (
            &["validate", "sned", "-"][..],
            "there is no operation `sned`; did you mean `send`?\n",
        ),
        (
            &["validate", "send", "-", "--scenario", "x"],
            "there is no scenario `x`; there is `card`, `ticket`\n",
        ),
        (
            &["validate", "close", "-"],
            "rules of `close` read `status`, which is not in the body; add `--context status=VALUE` with one of `OPEN`, `DONE`\n",
        ),
        (
            &["validate", "close", "-", "--context", "status=DON"],
            "`status` has no value `DON`; did you mean `DONE`?\n",
        ),
        (
            &["validate", "send", "-", "--context", "status=DONE"],
            "there is no context value `status`; there is none at all\n",
        ),
        (
            &["example", "send", "--breaking", "stok.range"],
            "the operation has no such rule; did you mean `stock.range`?\n",
        ),
    ] {
        let ran = run(&folder, arguments, "{}");
        assert_eq!(
            (ran.code, ran.err.as_str()),
            (Some(2), message),
            "{arguments:?}"
        );
    }
    let ran = run(&folder, &["validate", "send", "nowhere.json"], "");
    assert_eq!(
        (ran.code, ran.err.as_str()),
        (Some(3), "cannot read nowhere.json: no such file\n")
    );
}

#[test]
fn context_decides() {
    let folder = project();
    let with = |status: &str| {
        let status = format!("status={status}");
        run(
            &folder,
            &["validate", "close", "-", "--context", &status],
            "{}",
        )
        .code
    };
    assert_eq!((with("OPEN"), with("DONE")), (Some(0), Some(1)));
}

#[test]
fn examples_are_what_validate_says_they_are() {
    let folder = project();
    let minimal = run(&folder, &["example", "send"], "");
    assert_eq!((minimal.code, minimal.err.as_str()), (Some(0), ""));
    let judged = run(
        &folder,
        &["validate", "send", "-", "--format", "json"],
        &minimal.out,
    );
    assert_eq!((judged.code, judged.out.as_str()), (Some(0), "[]\n"));

    let ran = run(&folder, &["example", "send", "--scenario", "card"], "");
    insta::assert_snapshot!(ran.out, @r#"
    {
      "kind": "CARD",
      "stock": 1
    }
    "#);

    let broken = run(
        &folder,
        &["example", "send", "--breaking", "note.required_if"],
        "",
    );
    let judged = run(
        &folder,
        &["validate", "send", "-", "--format", "json"],
        &broken.out,
    );
    let found: Value = serde_json::from_str(&judged.out).unwrap();
    assert_eq!(found.as_array().unwrap().len(), 1, "{found}");
    assert_eq!(found[0]["rule"], "Line.note.required_if");

    let ran = run(
        &folder,
        &["example", "close", "--breaking", "at.required_if"],
        "",
    );
    assert_eq!(
        (ran.out.as_str(), ran.err.as_str()),
        ("{}\n", "with `--context status=DONE`\n")
    );
}

#[test]
fn all_writes_every_body_with_its_verdict() {
    let folder = project();
    let ran = run(&folder, &["example", "send", "--all", "bodies"], "");
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let read = |path: &str| {
        let text = std::fs::read_to_string(folder.path().join("bodies").join(path)).unwrap();
        serde_json::from_str::<Value>(&text).unwrap()
    };
    let index = read("index.json");
    let names: Vec<&str> = index["witnesses"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["name"].as_str().unwrap())
        .collect();
    insta::assert_snapshot!(names.join("\n"));
    for it in index["witnesses"].as_array().unwrap() {
        read(it["file"].as_str().unwrap());
    }
    // A file that somebody edited is no longer ours.
    folder.write("bodies/minimal.json", "{}");
    let again = run(&folder, &["example", "send", "--all", "bodies"], "");
    assert_eq!(again.code, Some(3), "{again:?}");
    assert!(
        again.err.contains("minimal.json was edited by hand"),
        "{again:?}"
    );
}

#[test]
fn a_spec_may_be_the_folder_itself() {
    let folder = Scratch::new();
    folder.write("spec/api.yaml", SPEC);
    let ran = run(&folder, &["example", "send", "--scenario", "ticket"], "");
    assert_eq!(ran.code, Some(0), "{ran:?}");
}

/// A comparison with something of the wrong type would tell a second, false thing.
#[test]
fn of_two_members_that_are_compared_both_have_to_be_of_their_type() {
    let folder = Scratch::new();
    folder.write(
        "spec/demo/api.yaml",
        "api: demo\noperations:\n  send:\n    post: /send\n    request:\n      low: { type: integer }\n      high: { type: integer }\n    rules:\n      - { id: order, at: high, expect: high >= low }\n",
    );
    for (body, told) in [
        (r#"{ "low": "9", "high": 8 }"#, vec!["type"]),
        (r#"{ "low": 9, "high": 8 }"#, vec!["order"]),
        (r#"{ "low": 9, "high": true }"#, vec!["type"]),
        (r#"{ "low": 9, "high": 9 }"#, vec![]),
    ] {
        folder.write("body.json", body);
        let ran = Command::new(env!("CARGO_BIN_EXE_stipula"))
            .args(["validate", "send", "body.json", "--format", "json"])
            .current_dir(folder.path())
            .output()
            .unwrap();
        let found: Value = serde_json::from_slice(&ran.stdout).unwrap();
        let rules = found.as_array().unwrap().iter();
        let rules: Vec<&str> = rules.filter_map(|it| it["rule"].as_str()).collect();
        let ends: Vec<&str> = rules
            .iter()
            .filter_map(|it| it.split('.').next_back())
            .collect();
        assert_eq!(ends, told, "{body}");
    }
}

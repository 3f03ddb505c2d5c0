//! `stipula validate --request` and `stipula example` of operations whose members travel in places.

mod scratch;

use std::process::Command;

use scratch::Scratch;

const SPEC: &str = "\
api: demo
types: { Row: { fields: { city: { type: string, required: true, max_chars: 3 } } } }
operations:
  change:
    patch: /things/{id}
    request:
      thing: { type: string, in: path, name: id, required: true }
      limit: { type: integer, in: query, range: [1, 100], required: present(email) }
      version: { type: integer, in: header, name: X-Version, required: true }
      email: { type: string, required: version == 2 }
  put:
    put: /rows
    request:
      dry: { type: boolean, in: query }
      rows: { type: { list: Row }, in: payload, required: true }
  store:
    post: /rows
    request: { rows: { type: { list: Row }, in: payload, required: true } }
  form:
    post: /form
    body: form
    request: { count: { type: integer, required: true }, name: { type: string } }
";

/// Exit code, standard output and standard error.
fn run(arguments: &[&str], file: &str) -> (Option<i32>, String, String) {
    let folder = Scratch::new();
    folder.write("spec/demo/api.yaml", SPEC);
    folder.write("request.json", file);
    let output = Command::new(env!("CARGO_BIN_EXE_stipula"))
        .args(arguments)
        .current_dir(folder.path())
        .env("NO_COLOR", "1")
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (
        output.status.code(),
        text(output.stdout),
        text(output.stderr),
    )
}

const REQUEST: &str = r#"{
  "path": { "id": "t_1" },
  "query": {
    "limit": "0"
  },
  "headers": { "x-version": "2" },
  "body": { "email": 5, "limit": 3 }
}
"#;

#[test]
fn every_finding_stands_at_its_place() {
    let (code, out, err) = run(
        &["validate", "change", "--request", "request.json"],
        REQUEST,
    );
    assert_eq!((code, out.as_str()), (Some(1), ""));
    insta::assert_snapshot!(err);
}

#[test]
fn programs_are_told_the_place() {
    let arguments = [
        "validate",
        "change",
        "--request",
        "request.json",
        "--format",
    ];
    let (_, out, _) = run(&[&arguments[..], &["json"]].concat(), REQUEST);
    insta::assert_snapshot!(out);
    let (_, out, _) = run(&[&arguments[..], &["sarif"]].concat(), REQUEST);
    let log: serde_json::Value = serde_json::from_str(&out).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    let place = |it: &serde_json::Value| {
        let location = &it["locations"][0];
        let name = location["logicalLocations"][0]["fullyQualifiedName"].as_str();
        let line = &location["physicalLocation"]["region"]["startLine"];
        format!("{line} {}", name.unwrap())
    };
    let places: Vec<_> = results.iter().map(place).collect();
    assert_eq!(places, ["4 query /limit", "7 /email", "7 /limit"]);
}

#[test]
fn a_body_alone_is_refused_where_it_is_not_all() {
    let (code, _, err) = run(&["validate", "change", "request.json"], "{}");
    assert_eq!(code, Some(2));
    insta::assert_snapshot!(err);
    let (code, _, err) = run(&["validate", "change"], "{}");
    assert_eq!(code, Some(2), "{err}");
}

#[test]
fn a_body_is_enough_where_everything_travels_in_it() {
    let (code, _, err) = run(
        &["validate", "store", "request.json"],
        r#"[{"city":"Rome"}]"#,
    );
    assert_eq!(code, Some(1));
    assert!(
        err.starts_with("error[Row.city.max_chars]: /0/city: "),
        "{err}"
    );
    let (code, _, err) = run(&["validate", "store", "request.json"], r#"[{"city":"Oy"}]"#);
    assert_eq!(
        (code, err.as_str()),
        (Some(0), "request.json: a good body for store\n")
    );
    let (code, _, err) = run(
        &["validate", "store", "--request", "request.json"],
        r#"{"body":[{"city":"Oy"}]}"#,
    );
    assert_eq!(
        (code, err.as_str()),
        (Some(0), "request.json: a good request for store\n")
    );
    // A form is text.
    let (code, _, err) = run(&["validate", "form", "request.json"], r#"{"count":"3"}"#);
    assert_eq!(
        (code, err.as_str()),
        (Some(0), "request.json: a good body for form\n")
    );
}

#[test]
fn an_example_is_what_validate_reads() {
    let mut all = String::new();
    for operation in ["change", "put", "store", "form"] {
        let (code, example, err) = run(&["example", operation], "");
        assert_eq!(code, Some(0), "{err}");
        let is_whole = ["change", "put"].contains(&operation);
        let arguments: &[&str] = if is_whole {
            &["validate", operation, "--request", "request.json"]
        } else {
            &["validate", operation, "request.json"]
        };
        let (code, _, err) = run(arguments, &example);
        assert_eq!(code, Some(0), "{err}");
        all += &example;
    }
    insta::assert_snapshot!(all);
    let (_, example, _) = run(&["example", "change", "--breaking", "limit.range"], "");
    let (_, _, err) = run(
        &["validate", "change", "--request", "request.json"],
        &example,
    );
    let first = err.lines().next().unwrap_or_default();
    insta::assert_snapshot!(first);
}

//! `stipula validate` and the canonical form read every vector of `tests/readers/vectors.json` as
//! the table says.

#[path = "../../tests/readers/vectors.rs"]
mod vectors;

use std::{
    collections::BTreeMap,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use serde_json::Value;
use stipula_generator::{contract::Api, judge::canonical, load};

use vectors::{Reading, Vector};

/// Where the table is.
const FOLDER: &str = "../tests/readers";
/// What reading finds; other findings are of rules.
const OF_READING: [&str; 6] = ["json", "absent", "alias", "converted", "type", "unknown"];

fn folder(spec: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(FOLDER);
    folder.join(spec)
}

/// Severity and rule of what the command finds.
fn found(vector: &Vector) -> Vec<(String, String)> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_stipula"))
        .args(["validate", "read", "-", "--format", "json", "--spec"])
        .arg(folder(&vector.spec))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    input.write_all(vector.body.as_bytes()).unwrap();
    drop(input);
    let output = child.wait_with_output().unwrap();
    let told: Value = serde_json::from_slice(&output.stdout).expect("findings as JSON");
    let told = told.as_array().expect("a list").iter();
    told.map(|it| {
        let is_twice = it["message"] == "this member stands twice in one object";
        let rule = if is_twice {
            "twice"
        } else {
            it["rule"].as_str().unwrap()
        };
        (it["severity"].as_str().unwrap().to_owned(), rule.to_owned())
    })
    .collect()
}

fn read(api: &Api, vector: &Vector) -> Reading {
    let found = found(vector);
    let is_of_reading = |rule: &str| rule == "twice" || OF_READING.contains(&rule);
    let refused = found
        .iter()
        .find(|(severity, rule)| severity == "error" && is_of_reading(rule));
    if let Some((_, why)) = refused {
        return Reading::refused(why);
    }
    let of = |wanted: bool| {
        let all = found
            .iter()
            .filter(|(_, rule)| is_of_reading(rule) == wanted);
        let mut all: Vec<String> = all
            .map(|(_, rule)| rule.rsplit('.').next().unwrap_or_default().to_owned())
            .collect();
        all.sort();
        all
    };
    let body = serde_json::from_str(&vector.body).expect("the command could read it");
    let request = api.operations[0].request;
    Reading {
        body: Ok(canonical(api, request, &body)),
        breaks: of(false),
        warns: Some(of(true)),
    }
}

#[test]
fn the_command_reads_as_the_table_says() {
    let apis: BTreeMap<&str, Api> = ["absent", "value"]
        .into_iter()
        .map(|spec| (spec, load(&folder(spec)).model.expect("the spec loads").api))
        .collect();
    let wrong = vectors::differences("command", |it| read(&apis[it.spec.as_str()], it));
    assert!(
        wrong.is_empty(),
        "{} differ:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

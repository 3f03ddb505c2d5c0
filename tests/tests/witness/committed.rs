//! The corpus in `witnesses/` is what the solver gives, and every judge gives its verdicts.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use serde_json::{Map, Value, json};
use stipula_logic::judge::judge;
use stipula_logic::witness;
use stipula_tests::{Told, client, flagship};

fn folder(operation: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("witnesses")
        .join(operation)
}

fn read(operation: &str, file: &str) -> Value {
    let path = folder(operation).join(file);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{file}: {error}"));
    serde_json::from_str(&text).expect("JSON")
}

/// What `index.json` lists.
fn index(operation: &str) -> Vec<Value> {
    let index = read(operation, "index.json");
    index["witnesses"].as_array().expect("a list").clone()
}

fn context(entry: &Value) -> Vec<(String, String)> {
    let values = entry["context"].as_object().expect("an object").iter();
    let pair = |(name, value): (&String, &Value)| {
        (name.clone(), value.as_str().expect("a text").to_owned())
    };
    values.map(pair).collect()
}

/// The JSON files of an operation, without the index.
fn files(operation: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for below in ["", "scenario", "breaking"] {
        let Ok(entries) = fs::read_dir(folder(operation).join(below)) else {
            continue;
        };
        for entry in entries {
            let name = entry.expect("a readable folder").file_name();
            let path = Path::new(below).join(name);
            if path.extension().is_some_and(|it| it == "json") {
                found.insert(path.to_str().expect("a plain name").to_owned());
            }
        }
    }
    found.remove("index.json");
    found
}

#[test]
fn corpus_is_up_to_date() {
    let api = flagship::model();
    for operation in &api.operations {
        let name = &operation.name;
        let refresh =
            format!("run `cargo run --release -- example {name} --all tests/witnesses/{name}`");
        let (entries, _) = witness::corpus(&api, operation);
        let mut solved = Vec::new();
        for entry in &entries {
            let file = format!("{}.json", entry.name);
            assert_eq!(read(name, &file), entry.witness.body, "{file}; {refresh}");
            let context: Map<String, Value> = entry
                .witness
                .context
                .iter()
                .map(|(name, value)| (name.clone(), json!(value)))
                .collect();
            solved.push((file, Value::Object(context), Told::all(&entry.verdict)));
        }
        let listed: Vec<_> = index(name)
            .iter()
            .map(|it| {
                let file = it["file"].as_str().expect("a text").to_owned();
                (file, it["context"].clone(), Told::written(&it["verdict"]))
            })
            .collect();
        assert_eq!(listed, solved, "{name}; {refresh}");
        let names = listed.into_iter().map(|(file, ..)| file).collect();
        assert_eq!(files(name), names, "{name}; {refresh}");
    }
}

#[test]
fn client_and_evaluator_give_the_committed_verdicts() {
    let api = flagship::model();
    let mut count = 0;
    for operation in &api.operations {
        for entry in index(&operation.name) {
            let file = entry["file"].as_str().expect("a text");
            let (body, context) = (read(&operation.name, file), context(&entry));
            let expected = Told::written(&entry["verdict"]);
            let by_client = client::verdict(&operation.name, &body, &context);
            assert_eq!(by_client.expect("read"), expected, "client, {file}");
            let found = judge(&api, operation, &body, &context);
            assert_eq!(Told::all(&found), expected, "evaluator, {file}");
            count += 1;
        }
    }
    assert!(count > 150, "{count} bodies are few");
}

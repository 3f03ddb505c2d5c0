//! A crate that uses the whole client of the base, compiled with the client of each pair: it compiles where
//! the row says so, and fails at what changed where the row says that.
//!
//! One crate and one run of cargo: what has to compile are modules of its library, what has to fail are
//! programs of their own.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs,
    path::Path,
    process::Command,
};

use serde_json::Value;
use stipula_emit::Manifest;
use stipula_generator::{
    Model, Target,
    change::{
        Known, compare,
        rows::{Row, Rust},
    },
    emit,
};
use stipula_tests::compiled;

#[allow(dead_code, reason = "the other test asks it more")]
#[path = "../../../generator/tests/changes/pairs.rs"]
mod pairs;

pub(super) const BASE: &str = include_str!("../../../generator/tests/changes/base.yaml");
const CONSUMER: &str = include_str!("consumer.rs");

/// Rows whose code is another one than that of the table says, since more than the change decides: that a
/// feature is another one shows in crates with features only.
const ELSEWHERE: &[&str] = &["E6"];

pub(super) struct Case {
    /// A name for a module: `f2_3`.
    pub(super) name: String,
    pub(super) rows: Vec<Row>,
    pub(super) client: String,
    pub(super) breaks: bool,
    /// Parts of the paths of items that the changes touch.
    items: Vec<String>,
}

/// The client of the base, and a case for each row.
pub(super) fn cases() -> (String, Vec<Case>) {
    let known = |text: &str| Known::of_texts("", &[("api.yaml", text)]);
    let client = |model: &Model| {
        emit(model, Target::RustRoot)
            .get("root.rs")
            .expect("a client")
            .to_owned()
    };
    let base = known(BASE);
    let mut cases = Vec::new();
    let mut known_rows = BTreeSet::new();
    for (at, pair) in pairs::PAIRS.iter().enumerate() {
        // One pair of each row is enough, and takes half the time.
        if pair.rows.iter().any(|it| ELSEWHERE.contains(it)) || !known_rows.insert(pair.rows[0]) {
            continue;
        }
        let text = pair.edits.iter().fold(BASE.to_owned(), |text, (from, to)| {
            text.replacen(from, to, 1)
        });
        let new = known(&text);
        let found = compare(&base, &new);
        let items = found
            .changes
            .iter()
            .filter(|it| it.rust() == Rust::Breaks)
            .flat_map(|it| &it.items);
        let parts = items.flat_map(|it| it.split("::").skip(1));
        let parts = parts.map(|it| it.trim_start_matches("r#").to_owned());
        cases.push(Case {
            name: format!("{}_{at}", pair.rows[0].to_lowercase()),
            rows: found.changes.iter().map(|it| it.row).collect(),
            client: client(new.model().expect("a spec without errors")),
            breaks: found.changes.iter().any(|it| it.rust() == Rust::Breaks),
            items: parts.collect(),
        });
    }
    (client(base.model().expect("a spec without errors")), cases)
}

fn write(folder: &Path, base: &str, cases: &[Case]) {
    let _ = fs::remove_dir_all(folder);
    let put = |path: &str, text: &str| compiled::put(folder, path, text);
    let model = Known::of_texts("", &[("api.yaml", BASE)]);
    let manifest = Manifest::new("consumers", &compiled::runtime())
        .client(model.model().expect("a spec without errors"))
        .dependency("serde_json", "\"1\"");
    compiled::alone(folder, &manifest);
    put("src/consumer.rs", CONSUMER);
    let mut library = "#![allow(warnings)]\n".to_owned();
    let fine = cases
        .iter()
        .filter(|it| !it.breaks)
        .map(|it| (it.name.as_str(), it.client.as_str()));
    for (name, client) in fine.chain([("base", base)]) {
        put(&format!("src/{name}/client.rs"), client);
        put(
            &format!("src/{name}/mod.rs"),
            "pub mod client;\n#[path = \"../consumer.rs\"]\npub mod consumer;\n",
        );
        writeln!(library, "pub mod {name};").expect("a text takes all");
    }
    put("src/lib.rs", &library);
    for it in cases.iter().filter(|it| it.breaks) {
        put(&format!("clients/{}.rs", it.name), &it.client);
        let main = format!(
            "#![allow(warnings)]\n#[path = \"../../clients/{}.rs\"]\nmod client;\n#[path = \"../consumer.rs\"]\nmod consumer;\nfn main() {{}}\n",
            it.name
        );
        put(&format!("src/bin/{}.rs", it.name), &main);
    }
}

/// The errors of each target, as the compiler shows them.
fn errors(folder: &Path) -> BTreeMap<String, Vec<String>> {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("compiled-consumers");
    let output = Command::new(env!("CARGO"))
        .args([
            "check",
            "--offline",
            "--keep-going",
            "--message-format=json",
            "--no-default-features",
        ])
        .args(["--features", "client", "--lib", "--bins", "--target-dir"])
        .arg(&target)
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .current_dir(folder)
        .output()
        .expect("cargo runs");
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let text = String::from_utf8_lossy(&output.stdout);
    for message in text
        .lines()
        .filter_map(|it| serde_json::from_str::<Value>(it).ok())
    {
        if message["reason"] != "compiler-message" || message["message"]["level"] != "error" {
            continue;
        }
        let target = message["target"]["name"]
            .as_str()
            .unwrap_or_default()
            .to_owned();
        let shown = message["message"]["rendered"]
            .as_str()
            .unwrap_or_default()
            .to_owned();
        found.entry(target).or_default().push(shown);
    }
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(found.len() > 1, "cargo says: {told}");
    found
}

#[test]
fn a_consumer_compiles_or_fails_as_its_row_says() {
    let (base, cases) = cases();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("consumers");
    write(&folder, &base, &cases);
    let errors = errors(&folder);
    let mut wrong = Vec::new();
    for text in errors.get("consumers").into_iter().flatten() {
        wrong.push(format!("the library:\n{text}"));
    }
    for it in cases.iter().filter(|it| it.breaks) {
        let own = errors
            .get(&it.name)
            .map(|it| it.concat())
            .unwrap_or_default();
        let is_at_consumer = own.contains("consumer.rs:");
        let is_gone = own.contains("scenario") && it.items.iter().any(|it| it == "First");
        let is_at_item =
            it.items.is_empty() || it.items.iter().any(|item| own.contains(item.as_str()));
        let is_at_item = is_at_item || is_gone;
        if !is_at_consumer || !is_at_item {
            wrong.push(format!(
                "{} compiles, or fails elsewhere than at {:?}:\n{own}",
                it.name, it.items
            ));
        }
    }
    let rows = |breaks: bool| {
        let all = cases
            .iter()
            .filter(|it| it.breaks == breaks)
            .flat_map(|it| &it.rows);
        all.collect::<BTreeSet<_>>().len()
    };
    let (fine, broken) = (rows(false), rows(true));
    println!("{fine} rows compile, {broken} fail");
    assert!(fine + broken >= 40);
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

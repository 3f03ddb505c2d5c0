//! A workspace of crates, each with the clients of many specs as modules, and one program.

use std::{fmt::Write, fs, path::Path};

use stipula_contract::Named;
use stipula_emit::{Manifest, Runtime};
use stipula_generator::{Model, Target, emit};

use super::Spec;

/// Clients in one crate.
const PACKED: usize = 25;

const CHECK: &str = r#"#![allow(warnings)]
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use stipula::{Severity, Validate};

fn check<T: DeserializeOwned + Validate<Context = ()>>(body: &Value) -> Value {
    match serde_json::from_value::<T>(body.clone()) {
        Err(why) => why.to_string().into(),
        Ok(it) => it.check().iter().map(|it| {
            let severity = if it.severity() == Severity::Error { "error" } else { "warning" };
            json!({ "path": it.pointer(), "rule": it.rule(), "severity": severity })
        }).collect(),
    }
}

"#;

/// Writes the manifest of a crate that stands alone, with the versions of this workspace.
///
/// # Panics
///
/// When the disk fails.
pub fn alone(folder: &Path, manifest: &Manifest) {
    put(folder, "Cargo.toml", &format!("{manifest}\n[workspace]\n"));
    lock(folder);
}

fn lock(folder: &Path) {
    let lock = repository().join("Cargo.lock");
    let lock = fs::read_to_string(lock).expect("the workspace has a lock file");
    put(folder, "Cargo.lock", &lock);
}

/// Writes all of it.
pub(super) fn write(folder: &Path, specs: &[Spec]) {
    let _ = fs::remove_dir_all(folder);
    let mut members = vec!["judge".to_owned()];
    for (at, packed) in specs.chunks(PACKED).enumerate() {
        let name = format!("clients{at}");
        library(folder, &name, packed);
        members.push(name);
    }
    program(folder, &members[1..]);
    let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = {members:?}\n");
    put(folder, "Cargo.toml", &manifest);
    lock(folder);
}

fn library(folder: &Path, name: &str, specs: &[Spec]) {
    let folder = folder.join(name);
    let manifest = specs
        .iter()
        .fold(manifest(name), |it, spec| it.client(&spec.model));
    put(&folder, "Cargo.toml", &manifest.to_string());
    let (mut modules, mut arms) = (String::new(), String::new());
    for Spec { name, model, text } in specs {
        let text = text.clone().unwrap_or_else(|| client(model));
        put(&folder, &format!("src/{name}.rs"), &text);
        writeln!(modules, "mod {name};").expect("a text takes all");
        for operation in &model.operations {
            let request = request(model, &text, &operation.name);
            let asked = (name, &operation.name);
            writeln!(
                arms,
                "        {asked:?} => check::<{name}::request::{request}>(body),"
            )
            .expect("a text takes all");
        }
    }
    let root = format!(
        "{CHECK}{modules}\npub fn verdict(client: &str, operation: &str, body: &Value) -> Option<Value> {{\n    \
         Some(match (client, operation) {{\n{arms}        _ => return None,\n    }})\n}}\n"
    );
    put(&folder, "src/lib.rs", &root);
}

fn program(folder: &Path, libraries: &[String]) {
    let folder = folder.join("judge");
    let mut manifest = manifest("judge");
    let mut asks = String::new();
    for name in libraries {
        manifest = manifest.dependency(
            name,
            &format!("{{ path = \"../{name}\", default-features = false }}"),
        );
        writeln!(
            asks,
            "            .or_else(|| {name}::verdict(&client, &operation, &body))"
        )
        .expect("a text takes all");
    }
    put(&folder, "Cargo.toml", &manifest.to_string());
    let main = format!(
        "fn main() {{\n    for line in std::io::stdin().lines() {{\n        \
         let line = line.expect(\"a line\");\n        \
         let (client, operation, body): (String, String, serde_json::Value) =\n            \
         serde_json::from_str(&line).expect(\"a question\");\n        \
         let told = None\n{asks}            .expect(\"a known client\");\n        \
         println!(\"{{told}}\");\n    }}\n}}\n"
    );
    put(&folder, "src/main.rs", &main);
}

/// The text of a client.
///
/// # Panics
///
/// When there is none.
pub(super) fn client(model: &Model) -> String {
    let files = emit(model, Target::RustRoot);
    files.get("root.rs").expect("a client").to_owned()
}

/// What the client calls the request of an operation.
fn request<'a>(model: &Model, text: &'a str, operation: &str) -> &'a str {
    let mut operations = model.operations.iter();
    let found = operations.find(|it| it.name == operation);
    let id = found.expect("an operation of the model").request;
    let structs = text.lines().filter_map(|it| {
        let name = it.trim_start().strip_prefix("pub struct ")?;
        name.split([' ', ';', '(', '<']).next()
    });
    let mut named = structs.filter(|it| model.names.is_called(Named::Type(id), it));
    named.next().expect("a request has a type")
}

/// Of a crate that compares JSON as well.
fn manifest(name: &str) -> Manifest {
    let json = "{ version = \"1\", features = [\"preserve_order\"] }";
    Manifest::new(name, &runtime()).dependency("serde_json", json)
}

/// The runtime of this workspace.
#[must_use]
pub fn runtime() -> Runtime {
    let folder = repository().join("runtime").display().to_string();
    Runtime::Folder(folder.replace('\\', "/"))
}

fn repository() -> &'static Path {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    folder.expect("the tests are in a folder")
}

/// Writes a file, and the folders above it.
///
/// # Panics
///
/// When the disk fails.
pub fn put(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    let parent = path.parent().expect("a file is in a folder");
    fs::create_dir_all(parent).expect("the folder is ours");
    fs::write(path, text).expect("the folder is ours");
}

//! A new crate compiles at once, and its tests pass: of an API of one operation, and of one that has
//! members in every place.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use stipula_emit::{FileSet, package};
use stipula_generator::{Model, Target, emit, load, load_str};
use stipula_tests::compiled::runtime;

fn tests() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn model(loaded: stipula_generator::Loaded) -> Model {
    let found = loaded.diagnostics;
    loaded.model.unwrap_or_else(|| panic!("{found:?}"))
}

fn tiny() -> Model {
    let spec = "api: tiny\ntitle: The \"tiny\" one\noperations: { ping: { get: /ping } }";
    model(load_str(&[("api.yaml", spec)]))
}

/// Everything that `stipula generate` writes into a new folder, as far as it is compiled.
fn files(model: &Model) -> FileSet {
    let mut files = package(model, &runtime());
    files.extend(emit(model, Target::Rust));
    files
}

/// Writes the crate and runs its tests; the client of its own workspace.
#[track_caller]
fn passes(model: &Model) {
    let folder = write(model);
    let (said, told) = cargo(&folder, &["test", "--features=blocking,fake"]);
    let example = format!("Doc-tests {}", model.api.name);
    assert!(told.contains(&example), "{told}");
    assert!(said.contains("1 passed"), "{said}");
}

/// What cargo says on its output and beside it; neither an error nor a warning.
#[track_caller]
fn cargo(folder: &Path, arguments: &[&str]) -> (String, String) {
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .args(["--offline", "--color=never", "--target-dir"])
        .arg(Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("downstream"))
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .current_dir(folder)
        .output()
        .expect("cargo runs");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{said}\n{told}");
    assert!(!told.contains("warning"), "{told}");
    (said, told)
}

fn write(model: &Model) -> PathBuf {
    let temporary = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let folder = temporary.join("new").join(&model.api.name);
    let _ = fs::remove_dir_all(&folder);
    for (path, text) in files(model).iter() {
        let to = folder.join(path);
        let parent = to.parent().expect("a file is in a folder");
        fs::create_dir_all(parent).expect("the folder is ours");
        // Our own folder is below a workspace, a user's is not.
        let alone = if path == "Cargo.toml" {
            "\n[workspace]\n"
        } else {
            ""
        };
        fs::write(to, format!("{text}{alone}")).expect("the folder is ours");
    }
    let lock = fs::read(tests().join("../Cargo.lock")).expect("the workspace has a lock file");
    fs::write(folder.join("Cargo.lock"), lock).expect("the folder is ours");
    folder
}

#[test]
fn a_new_crate_of_one_operation_passes_its_tests() {
    passes(&tiny());
}

#[test]
fn a_new_crate_of_many_places_passes_its_tests() {
    passes(&model(load(&tests().join("rest"))));
}

#[test]
fn a_manifest_has_what_the_client_asks_for_and_no_more() {
    let manifest = |model: &Model| {
        let released = package(model, &stipula_emit::Runtime::Released);
        let text = released.get("Cargo.toml").expect("a manifest").to_owned();
        text.split("[dependencies]\n")
            .nth(1)
            .expect("a table")
            .to_owned()
    };
    let serde = "serde = { version = \"1\", features = [\"derive\"] }\n";
    let version = env!("CARGO_PKG_VERSION");
    let spec = "api: a\noperations: { b: { post: /b, request: {}, response: nothing } }";
    assert_eq!(
        manifest(&model(load_str(&[("api.yaml", spec)]))),
        format!("{serde}stipula = {{ version = \"{version}\" }}\n")
    );
    let spec = "api: a\noperations:\n  b: { post: /b, request: { c: { type: { list: { type: string, pattern: x } } }, \
                d: { type: date } }, response: { list: bytes } }";
    assert_eq!(
        manifest(&model(load_str(&[("api.yaml", spec)]))),
        format!(
            "{serde}stipula = {{ version = \"{version}\", features = [\"bytes\", \"pattern\", \"time\"] }}\n"
        )
    );
}

#[test]
fn the_readme_of_a_new_crate_shows_a_call() {
    let files = package(&tiny(), &runtime());
    insta::assert_snapshot!(files.get("README.md").expect("a page"));
}

const GROUPED: &str = r#"
api: grouped
outcome: { by: http, code: [code] }
errors: { GONE: { http: 410, doc: It is gone. } }
types:
  Kind: { enum: { A: One., B: Two. } }
  Shared: { fields: { kind: { type: Kind }, link: { type: string, required: "root.name == \"x\"" } } }
  Price: { fields: { amount: { type: decimal, doc: How much. } } }
operations:
  ping: { get: /ping, response: text }
  pay:
    post: /pay
    group: payments
    request: { name: { type: string }, shared: { type: Shared }, price: { type: Price } }
    response: Price
    scenarios: { named: { when: present(name) } }
  refund:
    post: /refund
    group: payments
    request: { price: { type: Price, required: true } }
  listUsers:
    get: /users
    group: users
    request: { page: { type: integer }, kind: { type: Kind } }
    response: { list: Shared }
    pages: { number: { into: page } }
  addUser:
    post: /users/add
    group: users
    request: { name: { type: string }, shared: { type: Shared } }
    response: { status: { 200: Shared, 202: nothing } }
"#;

#[test]
fn every_choice_of_groups_compiles() {
    let model = model(load_str(&[("api.yaml", GROUPED)]));
    let folder = write(&model);
    let manifest = fs::read_to_string(folder.join("Cargo.toml")).expect("a manifest");
    let usual = "default = [\"hyper\", \"payments\", \"users\"]";
    assert!(manifest.contains(usual), "{manifest}");
    for features in ["", "payments", "users", "payments,users"] {
        let features = format!("--features=blocking,client,fake,{features}");
        cargo(&folder, &["check", "--no-default-features", &features]);
    }
    cargo(
        &folder,
        &["check", "--no-default-features", "--features=users"],
    );
    cargo(&folder, &["check"]);
}

#[test]
fn a_build_script_chooses_groups() {
    let model = model(load_str(&[("api.yaml", GROUPED)]));
    let text = |groups: &[&str]| {
        let groups = groups.iter().map(ToString::to_string).collect();
        let files = stipula_emit::emit_groups(&model, &groups);
        files.get("root.rs").expect("a client").to_owned()
    };
    let users = text(&["users"]);
    assert!(users.contains("pub fn list_users"), "{users}");
    assert!(users.contains("pub fn ping"), "{users}");
    // `Shared` is of both, and its rule looks at both requests.
    assert!(!users.contains("pub fn pay<"), "{users}");
    assert!(!users.contains("RefundRequest"), "{users}");
    assert!(!users.contains("feature = \"users\""), "{users}");
    assert!(!text(&[]).contains("struct Shared"));
}

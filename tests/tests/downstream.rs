//! Crates outside of the workspace that use stipula as anybody would, with locked versions.

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use serde_json::Value;

/// The folder of the workspace.
fn repository() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    folder.expect("the tests are in a folder").to_owned()
}

/// One of the crates in `tests/downstream`.
fn downstream(name: &str) -> PathBuf {
    repository().join("tests/downstream").join(name)
}

/// A folder beside what the workspace builds.
fn in_target(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name(name)
}

/// Runs cargo in the folder of a crate. All of them share one target folder.
fn cargo(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO"))
        .args(arguments)
        .args(["--offline", "--locked", "--color=never", "--target-dir"])
        .arg(in_target("downstream"))
        .current_dir(folder)
        .output()
        .expect("cargo runs")
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[track_caller]
fn assert_success(output: &Output) {
    assert!(
        output.status.success(),
        "{}\n{}",
        String::from_utf8_lossy(&output.stdout),
        stderr(output)
    );
}

#[test]
fn a_crate_that_generates_in_its_build_script_passes_its_tests() {
    let folder = downstream("build-script");
    let output = cargo(&folder, &["test"]);
    assert_success(&output);
    let told = stderr(&output);
    let warned = told.contains("warning: `probe-client`");
    assert!(!warned, "generated code has a warning: {told}");
}

#[test]
fn a_crate_that_only_derives_passes_its_tests() {
    assert_success(&cargo(&downstream("by-hand"), &["test"]));
}

#[test]
fn a_shop_that_is_made_of_a_spec_alone_passes_its_tests() {
    let output = cargo(&downstream("wechat-shop"), &["test"]);
    assert_success(&output);
    let told = stderr(&output);
    let warned = told.contains("warning: `wechat-shop`");
    assert!(!warned, "generated code has a warning: {told}");
}

#[test]
fn a_bot_that_is_made_of_groups_of_a_spec_passes_its_tests() {
    let output = cargo(&downstream("telegram-bot"), &["test"]);
    assert_success(&output);
    let told = stderr(&output);
    let warned = told.contains("warning: `telegram-bot`");
    assert!(!warned, "generated code has a warning: {told}");
}

#[test]
fn a_service_that_sells_tickets_passes_its_tests() {
    assert_success(&cargo(&downstream("ticket-office"), &["test"]));
}

#[test]
fn cargo_is_told_exactly_the_files_that_were_read() {
    let folder = downstream("build-script");
    let built = cargo(&folder, &["build", "--message-format=json"]);
    assert_success(&built);
    let said = fs::read_to_string(output_of_build_script(&built)).expect("what the script said");
    let told: BTreeSet<PathBuf> = said
        .lines()
        .filter_map(|line| line.strip_prefix("cargo::rerun-if-changed="))
        .map(PathBuf::from)
        .collect();
    let mut files = BTreeSet::new();
    list(&folder, Path::new("spec"), &mut files).expect("a readable folder");
    assert_eq!(told, files);
}

/// The file in which cargo keeps what the build script of the crate itself has printed.
fn output_of_build_script(built: &Output) -> PathBuf {
    let messages = String::from_utf8_lossy(&built.stdout);
    let out_dir = messages
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter(|message| message["reason"] == "build-script-executed")
        .filter_map(|message| message["out_dir"].as_str().map(PathBuf::from))
        .find(|folder| folder.join("root.rs").exists());
    out_dir.expect("`root.rs` is made").with_file_name("output")
}

/// Files below `folder`, relative to `root`.
fn list(root: &Path, folder: &Path, files: &mut BTreeSet<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(root.join(folder))? {
        let entry = entry?;
        let path = folder.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            list(root, &path, files)?;
        } else {
            files.insert(path);
        }
    }
    Ok(())
}

#[test]
fn a_mistake_fails_the_build_and_is_shown_at_its_place() {
    let folder = copy_elsewhere();
    assert_success(&cargo(&folder, &["build"]));

    // Made after a good build: cargo has to notice, too, that the file has changed.
    let spec = folder.join("spec/api.yaml");
    let text = fs::read_to_string(&spec).expect("a readable spec");
    let mistaken = text.replace(
        "valid_from: { type: string }",
        "valid_from: { type: string, requried: true }",
    );
    fs::write(&spec, &mistaken).expect("a writable copy");
    let (line, column) = place(&mistaken, "requried");

    let output = cargo(&folder, &["build"]);
    let told = stderr(&output);
    assert!(!output.status.success(), "{told}");
    let wanted = format!("spec/api.yaml:{line}:{column}");
    assert!(told.contains(&wanted), "no `{wanted}` in: {told}");
    assert_eq!(told.matches("error[E0201]").count(), 1, "told once: {told}");
}

/// Copies the crate to where no relative path leads to the workspace, under a name of its own:
/// in a shared target folder two crates of one name take turns with one place.
fn copy_elsewhere() -> PathBuf {
    let (from, to) = (downstream("build-script"), in_target("downstream-bad"));
    if to.exists() {
        fs::remove_dir_all(&to).expect("the last copy goes away");
    }
    let mut files = BTreeSet::new();
    list(&from, Path::new(""), &mut files).expect("a readable crate");
    let root = format!("{}/", repository().display()).replace('\\', "/");
    for file in files.iter().filter(|it| !it.starts_with("target")) {
        let text = fs::read_to_string(from.join(file)).expect("a readable file");
        let text = text
            .replace("\"../../../", &format!("\"{root}"))
            .replace("\"probe-client\"", "\"probe-bad\"");
        let to = to.join(file);
        fs::create_dir_all(to.parent().expect("a file is in a folder")).expect("a new folder");
        fs::write(to, text).expect("a new file");
    }
    to
}

/// Line and column of the only place that holds `word`, both from 1.
fn place(text: &str, word: &str) -> (usize, usize) {
    let mut places = text.lines().enumerate().filter_map(|(line, text)| {
        let column = text.find(word)?;
        Some((line + 1, text[..column].chars().count() + 1))
    });
    let place = places.next().expect("the mistake is in the spec");
    assert_eq!(places.next(), None);
    place
}

#[test]
fn locked_versions_are_those_of_the_workspace() {
    let ours = locked(&repository());
    for name in [
        "build-script",
        "by-hand",
        "telegram-bot",
        "ticket-office",
        "wechat-shop",
    ] {
        let strange: Vec<_> = locked(&downstream(name))
            .difference(&ours)
            .cloned()
            .collect();
        assert!(
            strange.is_empty(),
            "the lock of `{name}` is old: copy `Cargo.lock` of the workspace over it and run \
             `cargo metadata --offline` there; it also holds {strange:#?}"
        );
    }
}

/// Name, version, source and checksum of each package from a registry.
fn locked(folder: &Path) -> BTreeSet<String> {
    let lock = fs::read_to_string(folder.join("Cargo.lock")).expect("a lock file is committed");
    let packages: BTreeSet<String> = lock
        .replace('\r', "")
        .split("[[package]]\n")
        .filter(|package| package.contains("\nsource = "))
        .map(|package| {
            let parts = package.split("dependencies = [").next();
            parts.unwrap_or_default().trim().to_owned()
        })
        .collect();
    assert!(!packages.is_empty());
    packages
}

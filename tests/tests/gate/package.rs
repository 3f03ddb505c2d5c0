//! A workspace of crates, each with the clients of many specs as modules.

use std::{
    fmt::Write,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use stipula_emit::Manifest;
use stipula_generator::Model;
use stipula_tests::compiled::runtime;

/// Clients in one crate.
const PACKED: usize = 50;

/// A seed, the model of its spec, and the client.
pub(crate) type Client = (u64, Model, String);

/// What the compiler says of the clients; empty when all is well.
pub(crate) fn check(clients: &[Client]) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("gate");
    let _ = fs::remove_dir_all(&folder);
    let mut members = Vec::new();
    for (at, packed) in clients.chunks(PACKED).enumerate() {
        let name = format!("gate-{at}");
        write(&folder, &name, packed);
        members.push(name);
    }
    let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = {members:?}\n");
    fs::write(folder.join("Cargo.toml"), manifest).expect("the folder is ours");
    let lock = fs::read(repository().join("Cargo.lock")).expect("the workspace has a lock file");
    fs::write(folder.join("Cargo.lock"), lock).expect("the folder is ours");
    let output = Command::new(env!("CARGO"))
        .args([
            "check",
            "--workspace",
            "--offline",
            "--color=never",
            "--no-default-features",
            "--features=blocking,client,fake",
            "--target-dir",
        ])
        .arg(Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("downstream"))
        .current_dir(&folder)
        .output()
        .expect("cargo runs");
    if output.status.success() {
        return String::new();
    }
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn repository() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    folder.expect("the tests are in a folder").to_owned()
}

fn write(folder: &Path, name: &str, clients: &[Client]) {
    let source = folder.join(name).join("src");
    fs::create_dir_all(&source).expect("the folder is ours");
    let manifest = clients
        .iter()
        .fold(Manifest::new(name, &runtime()), |it, (_, model, _)| {
            it.client(model)
        });
    fs::write(folder.join(name).join("Cargo.toml"), manifest.to_string())
        .expect("the folder is ours");
    let mut root = "#![deny(warnings)]\n".to_owned();
    for (seed, _, client) in clients {
        fs::write(source.join(format!("seed_{seed}.rs")), client).expect("the folder is ours");
        writeln!(root, "pub mod seed_{seed};").expect("a text takes all");
    }
    fs::write(source.join("lib.rs"), root).expect("the folder is ours");
}

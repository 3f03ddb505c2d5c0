//! The client of the last minor version, which the runtime compiles in its tests.
//!
//! Until 1.0 a commit may break it. Such a commit says so in the changelog, and remakes it:
//!
//! ```text
//! cargo test -p stipula-tests --test previous -- --ignored
//! ```
//!
//! After a minor version is released, it is remade as well.

use std::fs;
use std::path::{Path, PathBuf};

use stipula_generator::{Target, emit, load};
use stipula_spec::diag::Level;

/// Where the runtime keeps it.
fn previous() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtime/tests/previous")
}

#[test]
fn its_spec_is_still_one() {
    let loaded = load(&previous().join("spec"));
    assert_eq!(loaded.count(Level::Error) + loaded.count(Level::Warning), 0);
}

#[test]
#[ignore = "writes `runtime/tests/previous/generated.rs`"]
fn remake() {
    let loaded = load(&previous().join("spec"));
    let model = loaded.model.as_ref().expect("the spec loads");
    let files = emit(model, Target::RustRoot);
    let (_, text) = files.iter().next().expect("one file");
    fs::write(previous().join("generated.rs"), text).expect("a writable file");
}

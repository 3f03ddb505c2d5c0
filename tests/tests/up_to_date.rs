//! The committed client is what the spec gives.

use std::{fs, path::Path};

use stipula_emit::output;
use stipula_generator::{FileSet, Target, emit, load};
use stipula_spec::diag::Level;

#[test]
fn committed_output_is_what_the_spec_gives() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let loaded = load(&root.join("spec/alipayhk-ipass"));
    let api = loaded.model.as_ref().expect("the flagship spec loads");
    assert_eq!(
        loaded.count(Level::Error) + loaded.count(Level::Warning),
        0,
        "the flagship spec has no finding"
    );
    let mut files = FileSet::of_api(&api.api.name);
    for target in [Target::Rust, Target::Docs, Target::OpenApi, Target::Site] {
        files.extend(emit(api, target));
    }
    let plan =
        output::plan(&files, &root.join("generated-client")).expect("the client is readable");
    let changed: Vec<&str> = plan.changes.iter().map(|it| it.path.as_str()).collect();
    let edited: Vec<&str> = plan.refused.iter().map(|it| it.path.as_str()).collect();
    assert!(
        plan.is_clean(),
        "run `cargo run --release -- generate`; changed: {changed:?}, edited by hand: {edited:?}"
    );
}

#[test]
fn no_spec_has_a_finding() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec");
    let entries = fs::read_dir(folder).expect("a readable folder");
    let specs: Vec<_> = entries
        .map(|entry| entry.expect("a readable entry").path())
        .filter(|path| path.join("api.yaml").exists())
        .collect();
    assert!(specs.len() > 1, "{specs:?}");
    for spec in specs {
        let loaded = load(&spec);
        let found = loaded.count(Level::Error) + loaded.count(Level::Warning);
        assert_eq!(found, 0, "run `stipula lint {}`", spec.display());
    }
}

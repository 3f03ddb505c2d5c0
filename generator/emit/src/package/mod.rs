//! A crate around the client: its manifest, its root and its README.
//!
//! They are written once, for a folder that has none, and belong to its user from then on. So they
//! are no output: nothing compares them with the spec.

mod manifest;
mod needs;
mod readme;

pub use manifest::Manifest;

use crate::{Model, output::FileSet};

/// Where a crate takes the runtime from.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Runtime {
    /// From the registry, in the version of this generator.
    Released,
    /// From a folder; as a manifest writes it, with `/` between segments.
    Folder(String),
}

const ROOT: &str = "\
#![cfg_attr(feature = \"hyper\", doc = include_str!(\"../README.md\"))]

#[rustfmt::skip]
mod generated;

#[cfg(feature = \"client\")]
pub use generated::client::Client;
pub use generated::*;
pub use stipula;
";

/// What a crate needs beside the generated files: `Cargo.toml`, `src/lib.rs` and `README.md`.
pub fn package(model: &Model, runtime: &Runtime) -> FileSet {
    let name = model
        .names
        .crate_()
        .trim_start_matches("r#")
        .replace('_', "-");
    let manifest = Manifest::new(&name, runtime).client(model).described(model);
    let mut files = FileSet::new();
    files.add("Cargo.toml", manifest.to_string());
    files.add("src/lib.rs", ROOT);
    files.add("README.md", readme::text(model, &name));
    files
}

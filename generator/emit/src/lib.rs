//! From the model to files: pure, infallible, deterministic.
//!
//! One module per output. An emitter reads the model, makes no name, asks no question about
//! correctness and never touches the disk.

#[cfg(test)]
mod fixtures;
mod markdown;
mod openapi;
pub mod output;
mod rust;
mod site;
mod templates;
mod view;
mod words;

pub use markdown::{cell, code};

pub use output::FileSet;
use stipula_contract::Api;

/// Ids of the rules that the OpenAPI document cannot say; it lists them under `x-stipula-rules`.
pub fn unsayable(api: &Api) -> Vec<String> {
    openapi::unsayable(api)
}

/// One kind of output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Target {
    /// The Rust client as a tree of modules below `src/generated`.
    Rust,
    /// The Rust client as one file, `root.rs`, that a build script's crate includes.
    RustRoot,
    /// Markdown below `docs`.
    Docs,
    /// `schema/openapi.json`.
    OpenApi,
    /// A site of plain HTML below `docs/site`.
    Site,
}

/// Emits one output. The same model gives the same bytes on every machine.
pub fn emit(api: &Api, target: Target) -> FileSet {
    match target {
        Target::Rust => rust::tree(api),
        Target::RustRoot => rust::root(api),
        Target::Docs => markdown::pages(api),
        Target::OpenApi => openapi::document(api),
        Target::Site => site::pages(api),
    }
}

//! From the model to files: pure, infallible, deterministic.
//!
//! One module per output. An emitter reads the model, makes no name, asks no question about
//! correctness and never touches the disk.
//!
//! Without features there is the Rust client alone, which is all that a build script asks for;
//! `openapi`, `markdown` and `site` add the other outputs, `package` the files around a new client.

#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod names;
pub mod provenance;

mod fences;
mod history;
mod large;
mod model;
mod notes;

#[cfg(all(test, feature = "site"))]
mod fixtures;
#[cfg(feature = "markdown")]
mod markdown;
#[cfg(feature = "openapi")]
// What judges beyond the document is there for the site.
#[cfg_attr(not(feature = "site"), allow(dead_code))]
mod openapi;
pub mod output;
#[cfg(feature = "package")]
mod package;
// What snippets are made with is there for pages.
#[cfg_attr(
    not(any(feature = "markdown", feature = "site")),
    allow(unused_imports)
)]
mod rust;
#[cfg(feature = "site")]
mod site;
#[cfg(any(feature = "markdown", feature = "site"))]
mod snippet;
#[cfg(any(feature = "markdown", feature = "site"))]
mod templates;
#[cfg(any(feature = "markdown", feature = "site"))]
// One of the two outputs alone does not ask everything.
#[cfg_attr(not(all(feature = "markdown", feature = "site")), allow(dead_code))]
mod view;
#[cfg_attr(
    not(any(feature = "markdown", feature = "site")),
    allow(dead_code, reason = "the client alone names types only")
)]
mod words;

#[cfg(feature = "markdown")]
pub use markdown::{cell, code};

pub use history::History;
pub use model::Model;
pub use notes::{heading, release_notes};
pub use output::FileSet;
#[cfg(feature = "package")]
pub use package::{Manifest, Runtime, package};

#[cfg(feature = "openapi")]
use stipula_contract::{Api, TypeId};

/// Ids of the rules that the OpenAPI document cannot say; it lists them under `x-stipula-rules`.
#[cfg(feature = "openapi")]
pub fn unsayable(api: &Api) -> Vec<String> {
    openapi::unsayable(api)
}

/// What the OpenAPI document calls a type, among its schemas.
#[cfg(feature = "openapi")]
pub fn component(api: &Api, id: TypeId) -> String {
    openapi::component(api, id)
}

/// The Rust client as one file, `root.rs`, with the operations of these groups and those of none.
pub fn emit_groups(model: &Model, groups: &std::collections::BTreeSet<String>) -> FileSet {
    rust::root(model, Some(groups))
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
    #[cfg(feature = "markdown")]
    Docs,
    /// `schema/openapi.json`.
    #[cfg(feature = "openapi")]
    OpenApi,
    /// A site of plain HTML below `docs/site`.
    #[cfg(feature = "site")]
    Site,
}

/// Emits one output. The same model gives the same bytes on every machine.
pub fn emit(model: &Model, target: Target) -> FileSet {
    match target {
        Target::Rust => rust::tree(model),
        Target::RustRoot => rust::root(model, None),
        #[cfg(feature = "markdown")]
        Target::Docs => markdown::pages(model),
        #[cfg(feature = "openapi")]
        Target::OpenApi => openapi::document(&model.api),
        #[cfg(feature = "site")]
        Target::Site => {
            let mut others = markdown::pages(model);
            others.extend(openapi::document(&model.api));
            let mut files = site::pages(model);
            files.extend(site::downloads(&model.api, &others));
            files
        }
    }
}

/// Emits the client as modules and all that goes with it, each output once.
#[cfg(feature = "site")]
pub fn emit_all(model: &Model) -> FileSet {
    let outputs: [fn(&Model) -> FileSet; 4] = [
        rust::tree,
        markdown::pages,
        |model| openapi::document(&model.api),
        site::pages,
    ];
    let mut files = FileSet::of_api(&model.api.name);
    // Each has a thread. The set sorts by path: the order of ends is no matter.
    std::thread::scope(|scope| {
        let running = outputs.map(|output| scope.spawn(move || output(model)));
        for one in running {
            match one.join() {
                Ok(one) => files.extend(one),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
    });
    let downloads = site::downloads(&model.api, &files);
    files.extend(downloads);
    files
}

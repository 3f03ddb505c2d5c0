//! From a YAML description of an API to a typed, validated, documented Rust client.
//!
//! The stages, in order: [`source`] reads files, `yaml` keeps every place, [`raw`] knows every
//! key, [`resolve`] links names and checks conditions, [`model`] is correct by construction,
//! [`judge`] and the decision procedure ask it questions, [`emit()`] turns it into a [`FileSet`], and [`output`] meets the disk.

pub mod source;
mod yaml;

pub mod diag;
pub mod evidence;
pub mod raw;
pub mod resolve;

pub mod model;

mod cases;
mod facts;
pub mod judge;
pub mod witness;

mod emit;
pub mod output;

mod load;

#[cfg(feature = "cli")]
pub mod draft;
#[cfg(feature = "cli")]
pub mod pages;

mod build;
#[cfg(feature = "cli")]
pub mod cli;
#[cfg(feature = "cli")]
pub mod reference;

pub use build::{Build, BuildError};
pub use emit::{Target, emit, unsayable};
pub use load::{Loaded, load, load_str};
pub use output::FileSet;
#[doc(hidden)]
pub use yaml::tree as yaml_tree;

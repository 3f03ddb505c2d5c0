//! From a YAML description of an API to a typed, validated, documented Rust client.
//!
//! The stages, in order: [`source`] reads files, `yaml` keeps every place, [`raw`] knows every
//! key, [`resolve`] links names and checks conditions, [`model`] is correct by construction,
//! [`judge`] and the decision procedure ask it questions, [`emit()`] turns it into a [`FileSet`], and [`output`] meets the disk.

mod load;

mod build;
#[cfg(feature = "cli")]
pub mod cli;
#[cfg(feature = "cli")]
pub mod reference;

pub use build::{Build, BuildError};
pub use load::{Loaded, load, load_str};
pub use stipula_contract as model;
#[cfg(feature = "cli")]
pub use stipula_emit::unsayable;
pub use stipula_emit::{FileSet, Model, Target, emit, output};
#[cfg(feature = "cli")]
pub use stipula_evidence as evidence;
#[cfg(feature = "cli")]
pub use stipula_evidence::draft;
pub use stipula_logic::{judge, witness};
#[cfg(feature = "cli")]
pub use stipula_pages as pages;
#[doc(hidden)]
pub use stipula_spec::yaml::tree as yaml_tree;
pub use stipula_spec::{diag, raw, resolve, source};

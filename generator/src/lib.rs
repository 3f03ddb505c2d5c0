//! From a YAML description of an API to a typed, validated, documented Rust client.
//!
//! A build script needs [`Build`] and nothing else. Tools load a spec with [`load()`], [`emit()`] its
//! outputs, [`judge`] bodies and ask for a [`witness`] of a rule. What they are told of a spec is its
//! [`contract`] and its [findings](diag).
//!
//! The stages are crates of their own; this one puts them together.
//!
//! ```
//! use stipula_generator::{Target, emit, load_str};
//!
//! let spec = "api: demo\noperations: { ping: { get: /ping, request: {}, response: {} } }";
//! let loaded = load_str(&[("api.yaml", spec)]);
//! let files = emit(&loaded.model.unwrap(), Target::RustRoot);
//! assert!(files.get("root.rs").unwrap().contains("pub struct PingRequest"));
//! ```

#![cfg_attr(docsrs, feature(doc_cfg))]

mod load;

mod build;
#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod change;
#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod cli;
#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod reference;

pub use build::{Build, BuildError, Mistakes};
pub use load::{Loaded, load, load_str};
pub use stipula_contract as contract;
#[cfg(feature = "cli")]
pub use stipula_emit::unsayable;
pub use stipula_emit::{FileSet, Model, Target, emit};
pub use stipula_logic::{judge, witness};
pub use stipula_spec::diag;

//! From YAML to the contract of an API, with a finding for every mistake.
//!
//! The stages, in order: [`source`] reads files, [`yaml`] keeps every place, [`raw`] knows every key,
//! [`resolve`] links names and checks conditions, and the contract is correct by construction.

#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod edit;
pub mod source;
pub mod yaml;

pub mod diag;
pub mod raw;

pub mod link;
pub mod resolve;

mod load;

pub use load::{Loaded, api_name, load, load_str, load_str_written, load_written};

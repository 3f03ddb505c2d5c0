//! What differs between two contracts, classified: what it does to deployed clients, to code that calls
//! the client, and which release it needs.
//!
//! [`diff`] compares meanings, not texts: a condition that is said otherwise and holds in the same cases
//! is no change. Every member of the contract is looked at, which the compiler holds: the subjects take
//! each struct apart by all of its members.
//!
//! It knows no YAML, no disk and no language: what something is called in Rust it is [told](Items), and
//! so where [pages](Side::moved) say something else than before.

#![cfg_attr(docsrs, feature(doc_cfg))]

mod change;
mod compare;
mod cx;
mod meaning;
mod merge;
mod merged;
mod pairing;
mod places;
mod row;
mod shape;
mod side;
mod subject;
mod types;
mod words;

pub use change::{Change, Origin, Release, release};
pub use compare::diff;
pub use row::{Bump, Direction, Facts, Row, Rust, Urgency, Wire};
pub use side::{Items, Side};

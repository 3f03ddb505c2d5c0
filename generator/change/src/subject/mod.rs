//! What is compared, a file each. Each takes its structs apart by all of their members, so that one that
//! is new does not compile until somebody says what its change is.

pub(crate) mod access;
pub(crate) mod codes;
mod docs;
mod enums;
mod fields;
pub(crate) mod hosts;
mod kinds;
mod limits;
pub(crate) mod notifications;
pub(crate) mod operations;
pub(crate) mod outcome;
mod presence;
mod rules;
mod scenarios;
pub(crate) mod sources;
pub(crate) mod types;
mod unions;

//! The spec beside its pages: `stipula docs-check` and `stipula draft`, on a small shop.

#[path = "../scratch/mod.rs"]
mod scratch;
mod shop;

mod docs_check;
mod draft;

//! The spec beside its pages: `stipula docs-check` and `stipula draft`, on a small shop.

mod places;
mod reference;
#[path = "../scratch/mod.rs"]
mod scratch;
mod shop;

mod docs_check;
mod draft;
mod draft_add;
mod draft_reference;
mod worklist;

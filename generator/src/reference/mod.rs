//! The reference of the tool itself, made from the tables that the tool uses.

mod changes;
mod diagnostics;
mod keys;
mod schema;

pub(crate) use changes::explained;
pub use diagnostics::{diagnostics, load_example};

use stipula_emit::FileSet;

/// The keys of the language: `keys.md` for people, `schema.json` for editors; and the kinds of changes of
/// a spec, `changes.md`.
pub fn language() -> FileSet {
    let mut files = FileSet::new();
    files.add("changes.md", changes::page());
    files.add("keys.md", keys::table());
    files.add("schema.json", schema::text());
    files
}

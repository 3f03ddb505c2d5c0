//! Pages as HTML: what "save page as" and a crawler give.
//!
//! A kept parser builds the tree, so that broken markup is read as a browser reads it. Tables, lists,
//! definition lists, headings and code come with their structure; nothing is guessed from white space.
//! Members that stand in boxes are told by what the boxes begin with, and never by whose site it is.

mod address;
mod blocks;
mod flow;
mod furniture;
mod guard;
mod head;
mod index;
mod inline;
mod members;
mod rows;
mod runs;
mod says;
mod table;
mod tabs;
mod terms;
mod texts;
mod titles;
mod tree;

use crate::account::Unit;
use index::Index;

pub(crate) use flow::Part;
pub(crate) use guard::Refused;
pub(crate) use rows::{Row, Table};

/// Whether a capture is HTML: it begins with markup, or with a comment and then markup.
pub(crate) fn looks_like(text: &str) -> bool {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    let start = start.as_bytes();
    let head = start.get(..512.min(start.len())).unwrap_or_default();
    let head = String::from_utf8_lossy(head).to_lowercase();
    ["<!doctype html", "<html", "<!--", "<head", "<body", "<?xml"]
        .iter()
        .any(|it| head.starts_with(it))
        || (head.starts_with('<') && is_markup(text))
}

/// Whether a fragment has tables or headings of HTML.
fn is_markup(text: &str) -> bool {
    let lower = text.to_lowercase();
    [
        "<table", "<h1", "<h2", "<h3", "<h4", "<dl", "<section", "<article",
    ]
    .iter()
    .any(|it| lower.contains(it))
}

/// A document that was read.
pub(crate) struct Document {
    /// The parts that flow one after the other; their lines are places of the tree.
    pub(crate) parts: Vec<Part>,
    /// Every text of it.
    pub(crate) texts: Vec<Unit>,
    /// The line of each place.
    pub(crate) lines: Vec<usize>,
}

/// Reads a document.
pub(crate) fn read(text: &str) -> Result<Document, Refused> {
    let tree = guard::parse(text)?;
    let index = Index::of(&tree);
    Ok(Document {
        parts: flow::parts(&tree, &index),
        texts: texts::texts(&tree, &index),
        lines: tree.lines(),
    })
}

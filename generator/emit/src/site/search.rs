//! The search index: one script, so that a page from the disk can load it.

use serde_json::{Value as Any, json};

use crate::view::search::{Entry, Kind};

use super::{html, page::anchor};

/// Entries by page. An entry is `[kind, anchor, title, words]`; the kind is one letter.
#[derive(Default)]
pub(super) struct Index {
    lines: Vec<String>,
}

impl Index {
    /// The entries of a page.
    pub(super) fn page<'a>(
        &mut self,
        path: &str,
        title: &str,
        entries: impl IntoIterator<Item = Entry<'a>>,
    ) {
        let entries: Vec<Any> = entries.into_iter().map(|it| entry(&it)).collect();
        let page = json!([path, title, entries]).to_string();
        self.lines.push(html::script_json(&page));
    }

    /// The script.
    pub(super) fn script(&self) -> String {
        format!("stipulaIndex([\n{}\n]);\n", self.lines.join(",\n"))
    }
}

fn entry(it: &Entry<'_>) -> Any {
    json!([letter(it.kind), anchor(&it.at), it.title, it.words])
}

/// The letter that the script turns into a word again.
const fn letter(kind: Kind) -> &'static str {
    match kind {
        Kind::Operation => "o",
        Kind::Section => "p",
        Kind::Environment => "e",
        Kind::Header => "h",
        Kind::Request => "f",
        Kind::Response => "a",
        Kind::Context => "x",
        Kind::Code => "c",
        Kind::Quirk => "q",
        Kind::Source => "s",
    }
}

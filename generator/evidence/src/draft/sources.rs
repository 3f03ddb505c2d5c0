//! Entries of pages among the sources of a spec.

use std::collections::BTreeMap;

use stipula_pages::text::sha256;

use super::{
    page::Read,
    yaml::{Lines, quoted},
};

/// The entry of one page among the sources.
#[derive(Debug)]
pub(super) struct Source {
    pub(super) about: Option<String>,
    pub(super) parts: BTreeMap<String, String>,
}

/// The entry of a page among the sources.
pub(super) fn entry(page: &Read<'_>, source: &Source, depth: usize, lines: &mut Lines) {
    let from = page.from;
    lines.add(depth, &format!("{}:", quoted(&from.id)));
    let title = from.page.title.as_deref();
    let title = quoted(title.unwrap_or("TODO: the title of the page"));
    let depth = depth + 1;
    lines.add(depth, &format!("title: {title}"));
    lines.add(depth, "url: \"TODO: its address\"");
    lines.add(depth, &format!("file: {}", quoted(&from.file)));
    let digest = sha256(from.text.as_bytes());
    lines.add(depth, &format!("sha256: {}", quoted(&digest)));
    lines.add(depth, "captured: unknown");
    lines.add(depth, &format!("shape: {}", from.page.shape.name()));
    if let Some(about) = &source.about {
        lines.add(depth, &format!("about: {about}"));
    }
    if !source.parts.is_empty() {
        lines.add(depth, "parts:");
    }
    for (part, ty) in &source.parts {
        lines.add(depth + 1, &format!("{}: {ty}", quoted(part)));
    }
    lines.add(depth, "covers: \"TODO: what rests on it\"");
}

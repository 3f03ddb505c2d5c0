//! From the facts of pages to a draft of a spec: everything a page says, in the language of the
//! spec, with `TODO` wherever a person has to decide.
//!
//! What the language does not take, such as a condition on a member that the page does not list,
//! goes into the prose of its field. So the draft lints with nothing but its own TODOs.

pub(crate) mod added;
mod fields;
mod operation;
mod rules;
mod tree;
mod types;
mod yaml;

use std::collections::{BTreeMap, BTreeSet};

use stipula_pages::{Page, text::sha256};
use stipula_spec::{diag::Level, load_str};

use types::Types;
use yaml::{Lines, Tag, quoted};

/// How often a draft is mended: each round leaves out at least one line.
const ROUNDS: usize = 200;

/// A page to draft from.
#[derive(Debug)]
#[non_exhaustive]
pub struct Draftable<'a> {
    /// Id of the source.
    pub id: String,
    /// Name of the capture.
    pub file: String,
    /// Text of the capture, for its digest.
    pub text: &'a str,
    /// What was read from it.
    pub page: Page,
}

impl<'a> Draftable<'a> {
    /// A page with the capture it was read from.
    pub fn new(id: impl Into<String>, file: impl Into<String>, text: &'a str, page: Page) -> Self {
        Self {
            id: id.into(),
            file: file.into(),
            text,
            page,
        }
    }
}

/// The files of a draft, by their paths below the folder of the spec.
pub fn draft(api: &str, pages: &[Draftable<'_>]) -> BTreeMap<String, String> {
    let mut refused: BTreeSet<Tag> = BTreeSet::new();
    for _ in 0..ROUNDS {
        let (files, lines) = files(api, pages, &refused);
        let texts: Vec<(&str, &str)> = files
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str()))
            .collect();
        let loaded = load_str(&texts);
        let before = refused.len();
        for found in &loaded.diagnostics {
            let Some(at) = found.at.filter(|_| found.code.level() == Level::Error) else {
                continue;
            };
            let path = loaded.sources.below(at.file);
            let (line, _) = loaded.sources.line_column(at.file, at.start);
            refused.extend(lines.get(path).and_then(|it| it.tag(line)).cloned());
        }
        if refused.len() == before {
            return files;
        }
    }
    files(api, pages, &refused).0
}

type Tagged = BTreeMap<String, Lines>;

fn files(
    api: &str,
    pages: &[Draftable<'_>],
    refused: &BTreeSet<Tag>,
) -> (BTreeMap<String, String>, Tagged) {
    let mut tagged = Tagged::new();
    let mut types = Types::without(refused);
    let mut names = BTreeSet::new();
    let mut includes = Vec::new();
    let mut abouts = Vec::new();
    let failing = operation::failing(pages);
    for page in pages {
        let name = operation::name(&page.page.facts, &page.id, &mut names);
        let path = format!("operations/{name}.yaml");
        let lines = operation::lines(&mut types, page, &name, failing);
        tagged.insert(path.clone(), lines);
        includes.push(path);
        abouts.push((name, std::mem::take(&mut types.parts)));
    }
    let mut lines = Lines::default();
    if !types.done.is_empty() {
        lines.add(0, "types:");
        includes.push("types.yaml".to_owned());
    }
    for ty in types.done {
        lines.append(ty);
    }
    if includes.last().is_some_and(|it| it == "types.yaml") {
        tagged.insert("types.yaml".to_owned(), lines);
    }
    includes.push("sources.yaml".to_owned());
    tagged.insert("sources.yaml".to_owned(), sources(pages, &abouts));
    tagged.insert("api.yaml".to_owned(), operation::api(api, pages, &includes));
    let files = tagged
        .iter()
        .map(|(path, lines)| (path.clone(), lines.text().to_owned()))
        .collect();
    (files, tagged)
}

fn sources(pages: &[Draftable<'_>], abouts: &[(String, BTreeMap<String, String>)]) -> Lines {
    let mut lines = Lines::default();
    lines.add(0, "sources:");
    for (page, (about, parts)) in pages.iter().zip(abouts) {
        lines.add(1, &format!("{}:", quoted(&page.id)));
        let title = page.page.title.as_deref();
        let title = quoted(title.unwrap_or("TODO: the title of the page"));
        lines.add(2, &format!("title: {title}"));
        lines.add(2, "url: \"TODO: its address\"");
        lines.add(2, &format!("file: {}", quoted(&page.file)));
        lines.add(
            2,
            &format!("sha256: {}", quoted(&sha256(page.text.as_bytes()))),
        );
        lines.add(2, "captured: unknown");
        lines.add(2, &format!("shape: {}", page.page.shape.name()));
        lines.add(2, &format!("about: {about}"));
        if !parts.is_empty() {
            lines.add(2, "parts:");
        }
        for (part, ty) in parts {
            lines.add(3, &format!("{}: {ty}", quoted(part)));
        }
        lines.add(2, "covers: \"TODO: what rests on it\"");
    }
    lines
}

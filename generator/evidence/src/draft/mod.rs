//! From the facts of pages to a draft of a spec: everything a page says, in the language of the
//! spec, with `TODO` wherever a person has to decide.
//!
//! What the language does not take, such as a condition on a member that the page does not list,
//! goes into the prose of its field. So the draft lints with nothing but its own TODOs.

mod add;
pub(crate) mod added;
mod api;
mod choices;
mod fields;
mod files;
mod known;
mod operation;
mod page;
mod places;
mod plan;
mod present;
mod rules;
mod sources;
mod tree;
mod types;
mod words;
mod yaml;

use std::collections::{BTreeMap, BTreeSet};

use stipula_pages::Page;
use stipula_spec::{
    diag::{Code, Diagnostic},
    source::SourceMap,
};

pub use add::{Addition, Spec, add};

use files::File;
use page::Read;
use plan::{Made, Plan};
use present::Present;
use types::RUST;
use yaml::{Lines, Tag};

/// How often a draft is mended: each round leaves out every line that is refused.
const ROUNDS: usize = 50;

/// What is wrong with the texts of a spec, as `lint` tells it.
pub type Judge<'a> = &'a dyn Fn(&[(&str, &str)]) -> (Vec<Diagnostic>, SourceMap);

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
pub fn draft(api: &str, pages: &[Draftable<'_>], judge: Judge<'_>) -> BTreeMap<String, String> {
    let plan = Plan::new(pages.iter().map(Read::new).collect(), Present::default());
    mended(judge, |refused| whole(api, &plan, refused)).texts
}

type Tagged = BTreeMap<String, Lines>;

/// Texts without the lines that are refused.
struct Mended {
    texts: BTreeMap<String, String>,
    refused: BTreeSet<Tag>,
    /// What is found in them.
    found: Vec<Diagnostic>,
    sources: SourceMap,
}

/// Leaves out every line that is refused, in rounds. Whatever else is wrong stays.
fn mended(judge: Judge<'_>, make: impl Fn(&BTreeSet<Tag>) -> Tagged) -> Mended {
    let mut refused: BTreeSet<Tag> = BTreeSet::new();
    let mut round = 0;
    loop {
        let files = make(&refused);
        let texts: Vec<(&str, &str)> = files
            .iter()
            .map(|(path, lines)| (path.as_str(), lines.text()))
            .collect();
        let (found, sources) = judge(&texts);
        let before = refused.len();
        refused.extend(found.iter().filter_map(|it| blamed(it, &sources, &files)));
        round += 1;
        if refused.len() == before || round == ROUNDS {
            let texts = files.into_iter();
            return Mended {
                texts: texts
                    .map(|(path, it)| (path, it.text().to_owned()))
                    .collect(),
                refused,
                found,
                sources,
            };
        }
    }
}

/// The line that a finding is about, if it may be left out or written otherwise.
fn blamed(found: &Diagnostic, sources: &SourceMap, files: &Tagged) -> Option<Tag> {
    let at = found.at.filter(|_| found.code != Code::Todo)?;
    let lines = files.get(sources.below(at.file))?;
    let (line, _) = sources.line_column(at.file, at.start);
    let (at, key) = lines.tag(line)?.clone();
    let key = match found.code {
        Code::RustNameTaken | Code::BadRustName => RUST.to_owned(),
        // A member that no answer has after all, as a choice on the way to it was left out.
        Code::Ineffective if key == "field" => "presence".to_owned(),
        _ => key,
    };
    Some((at, key))
}

/// A whole spec.
fn whole(api: &str, plan: &Plan<'_>, refused: &BTreeSet<Tag>) -> Tagged {
    let mut made = plan.made(api, refused);
    let mut files = Tagged::new();
    let mut includes = placed(&mut made, &mut files, &|_| false);
    includes.push("sources.yaml".to_owned());
    let mut lines = Lines::default();
    lines.add(0, "sources:");
    for (page, source) in plan.pages.iter().zip(&made.sources) {
        sources::entry(page, source, 1, &mut lines);
    }
    files.insert("sources.yaml".to_owned(), lines);
    files.insert("api.yaml".to_owned(), api::including(made.api, &includes));
    files
}

/// Puts files of operations and types in their places; the paths in order.
fn placed(made: &mut Made, files: &mut Tagged, is_taken: &dyn Fn(&str) -> bool) -> Vec<String> {
    let mut paths = Vec::new();
    let operations = std::mem::take(&mut made.operations).into_iter();
    let operations = operations.map(|it| ("operations/", it));
    let types = std::mem::take(&mut made.types).into_iter();
    let types = types.map(|it| ("types/", it));
    for (folder, File { name, things }) in operations.chain(types) {
        let is_taken = |it: &str| is_taken(it) || files.contains_key(it);
        let path = match name.as_str() {
            "" => files::path("", "types", &is_taken),
            name => files::path(folder, name, &is_taken),
        };
        let mut lines = Lines::default();
        for thing in things {
            lines.append(thing);
        }
        files.insert(path.clone(), lines);
        paths.push(path);
    }
    paths
}

//! Captures in a folder: read into facts, and held against the facts that are kept.

use std::{collections::BTreeMap, fs, io, path::Path};
use stipula_facts::Fact;
use stipula_pages::{Account, Page};

use stipula_spec::{
    Loaded,
    raw::{RawSource, RawSpec},
    source::plain,
};

use super::{CheckError, digests, kept::Kept};

/// What is known of the pages, and what is new about it.
#[derive(Debug, Default)]
pub(super) struct Captures {
    /// Facts by page: with lines where a capture was read, as they are kept otherwise.
    pub(super) facts: BTreeMap<String, Vec<Fact>>,
    /// Captures that were read, by page.
    pub(super) read: BTreeMap<String, Capture>,
    /// What a person should know who believes that every page was read.
    pub(super) notes: Vec<String>,
}

/// A capture that was read.
#[derive(Debug)]
pub(super) struct Capture {
    /// Its text.
    pub(super) text: String,
    /// Its shape and title; its facts stand elsewhere, and nobody asks for its account.
    pub(super) page: Page,
    /// How people are told of it.
    shown: String,
    digest: String,
}

impl Captures {
    /// The kept facts, as they are.
    pub(super) fn kept(kept: &Kept) -> Self {
        Self {
            facts: kept.facts.clone(),
            ..Self::default()
        }
    }

    /// The captures in a folder. A page whose capture is not there keeps its facts.
    pub(super) fn read(spec: &RawSpec, folder: &Path, kept: &Kept) -> Result<Self, CheckError> {
        let files = names(folder).map_err(|error| CheckError::Unreadable(vec![error]))?;
        let mut captures = Self::kept(kept);
        let mut unreadable = Vec::new();
        let captured = spec.sources.iter().filter(|it| it.shape.is_some());
        let named: Vec<(&RawSource, &str)> = captured
            .filter_map(|it| Some((it, it.file.as_ref()?.value.as_str())))
            .collect();
        for (source, file) in &named {
            if !files.iter().any(|it| it == file) {
                let id = &source.id.value;
                captures.notes.push(format!(
                    "`{id}` was not read again: {} holds no `{file}`",
                    folder.display()
                ));
                continue;
            }
            if let Err(error) = captures.page(source, &folder.join(file))? {
                unreadable.push(error);
            }
        }
        for file in files
            .iter()
            .filter(|file| !named.iter().any(|(_, it)| it == file))
        {
            captures.notes.push(format!(
                "`{file}` in {} is the capture of no source",
                folder.display()
            ));
        }
        if captures.read.is_empty() && unreadable.is_empty() {
            unreadable.push(format!(
                "{} holds none of the captures that `sources` names in `file`",
                folder.display()
            ));
        }
        if unreadable.is_empty() {
            Ok(captures)
        } else {
            Err(CheckError::Unreadable(unreadable))
        }
    }

    /// Reads one capture. What is wrong with its file is told with that of the others.
    fn page(&mut self, source: &RawSource, path: &Path) -> Result<Result<(), String>, CheckError> {
        let shown = path.display().to_string();
        let text = match fs::read_to_string(path).map_err(plain) {
            Ok(text) => text,
            Err(error) => return Ok(Err(format!("{shown}: {error}"))),
        };
        let id = &source.id.value;
        let mut page = stipula_pages::read(id, &text).map_err(|error| CheckError::Shape {
            file: shown.clone(),
            error,
        })?;
        let told = source.shape.as_ref().map_or("", |it| it.value.as_str());
        if page.shape.name() != told {
            let is = page.shape.name();
            return Ok(Err(format!(
                "{shown}: its shape is {is}, and `shape` of `{id}` says {told}"
            )));
        }
        // Facts as they are kept, but with their lines.
        let facts = std::mem::take(&mut page.facts).into_iter();
        page.account = Account::default();
        let mut facts: Vec<Fact> = facts.map(Fact::without_sentences).collect();
        stipula_facts::sort(&mut facts);
        self.facts.insert(id.clone(), facts);
        let capture = Capture {
            digest: stipula_pages::text::sha256(text.as_bytes()),
            text,
            page,
            shown,
        };
        self.read.insert(id.clone(), capture);
        Ok(Ok(()))
    }

    /// The facts of a page as they are kept.
    pub(super) fn for_record(&self, source: &str) -> Vec<Fact> {
        let facts = self.facts.get(source).into_iter().flatten();
        facts.cloned().map(Fact::for_record).collect()
    }

    /// Captures with another digest than their source has, which say what is kept.
    pub(super) fn other_digests(&self, spec: &RawSpec, kept: &Kept) -> Vec<String> {
        let same = spec.sources.iter().filter_map(|source| {
            let id = &source.id.value;
            let capture = self.read.get(id)?;
            let old = source.sha256.as_ref()?;
            let is_kept = kept.facts.get(id) == Some(&self.for_record(id));
            (is_kept && old.value != capture.digest).then(|| {
                format!(
                    "{} has another digest than `sha256` of `{id}`, and the same facts",
                    capture.shown
                )
            })
        });
        same.collect()
    }

    /// Files of sources with the digests of new captures put in their places, where everything that a
    /// capture says is kept.
    pub(super) fn digests_in_place(
        &self,
        spec: &RawSpec,
        kept: &Kept,
        loaded: &Loaded,
    ) -> BTreeMap<String, String> {
        digests::in_place(spec, &loaded.sources, |source| {
            let id = &source.id.value;
            let is_kept = kept.facts.get(id) == Some(&self.for_record(id));
            let capture = self.read.get(id).filter(|_| is_kept)?;
            Some(capture.digest.clone())
        })
    }
}

/// Names of the files in a folder, sorted, without hidden ones.
fn names(folder: &Path) -> Result<Vec<String>, String> {
    let told = |error: io::Error| {
        let error = match error.kind() {
            io::ErrorKind::NotFound => "no such folder".to_owned(),
            io::ErrorKind::NotADirectory => "it is no folder".to_owned(),
            _ => plain(error).to_string(),
        };
        format!("{}: {error}", folder.display())
    };
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(told)? {
        let entry = entry.map_err(told)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_file() && !name.starts_with('.') {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

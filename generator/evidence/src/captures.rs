//! Captures in a folder: read into facts, and held against the facts that are kept.

use std::{collections::BTreeMap, fs, io, path::Path};
use stipula_facts::Fact;

use stipula_spec::{
    Loaded,
    raw::{RawSource, RawSpec},
    source::plain,
};

use super::{CheckError, Finding, drift, kept::Kept};

/// What is known of the pages, and what is new about it.
#[derive(Debug, Default)]
pub(super) struct Captures {
    /// Facts by page.
    pub(super) facts: BTreeMap<String, Vec<Fact>>,
    /// What changed since the facts were kept.
    pub(super) drifted: Vec<Finding>,
    /// Digests of the captures that were read, by page.
    digests: BTreeMap<String, String>,
    /// What a person should know who believes that every page was read.
    pub(super) notes: Vec<String>,
}

impl Captures {
    /// The kept facts, as they are.
    pub(super) fn kept(spec: &RawSpec, kept: &Kept) -> Self {
        let mut captures = Self {
            facts: kept.facts.clone(),
            ..Self::default()
        };
        captures.never_read(spec);
        captures
    }

    /// The captures in a folder. A page whose capture is not there keeps its facts.
    pub(super) fn read(spec: &RawSpec, folder: &Path, kept: &Kept) -> Result<Self, CheckError> {
        let files = names(folder).map_err(|error| CheckError::Unreadable(vec![error]))?;
        // A page that is read for the first time has facts afterwards, which nobody has kept yet.
        let mut captures = Self::kept(spec, kept);
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
            if let Err(error) = captures.page(spec, source, &folder.join(file))? {
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
        if captures.digests.is_empty() && unreadable.is_empty() {
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
    fn page(
        &mut self,
        spec: &RawSpec,
        source: &RawSource,
        path: &Path,
    ) -> Result<Result<(), String>, CheckError> {
        let shown = path.display().to_string();
        let text = match fs::read_to_string(path).map_err(plain) {
            Ok(text) => text,
            Err(error) => return Ok(Err(format!("{shown}: {error}"))),
        };
        let id = &source.id.value;
        let page = stipula_pages::read(id, &text).map_err(|error| CheckError::Shape {
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
        // Facts as they are kept: without the sentences of the page.
        let mut new: Vec<Fact> = page.facts.into_iter().map(Fact::for_record).collect();
        stipula_facts::sort(&mut new);
        let digest = stipula_pages::text::sha256(text.as_bytes());
        if let Some(old) = self.facts.get(id) {
            let changes = drift::changes(spec, old, &new);
            if changes.is_empty() {
                self.drifted.extend(drift::edited(id, old, &new));
                if source.sha256.as_ref().is_some_and(|it| it.value != digest) {
                    self.notes.push(format!(
                        "{shown} has another digest than `sha256` of `{id}`, and the same facts"
                    ));
                }
            }
            self.drifted.extend(changes);
        }
        self.facts.insert(id.clone(), new);
        self.digests.insert(id.clone(), digest);
        Ok(Ok(()))
    }

    /// Pages with a capture of which nothing is kept: it would look as if they said nothing.
    fn never_read(&mut self, spec: &RawSpec) {
        let captured = spec.sources.iter().filter(|it| it.shape.is_some());
        let unread = captured.filter(|it| !self.facts.contains_key(&it.id.value));
        self.drifted
            .extend(unread.map(|it| drift::first_time(&it.id.value)));
    }

    /// Files of sources with the digests of new captures put in their places.
    pub(super) fn digests_in_place(
        &self,
        spec: &RawSpec,
        loaded: &Loaded,
    ) -> BTreeMap<String, String> {
        let mut files: BTreeMap<String, String> = BTreeMap::new();
        // From the end of each file to its start, so that places stay right.
        for source in spec.sources.iter().rev() {
            let (Some(digest), Some(old)) = (self.digests.get(&source.id.value), &source.sha256)
            else {
                continue;
            };
            if *digest == old.value {
                continue;
            }
            let path = loaded.sources.below(old.span.file).to_owned();
            let text = files
                .entry(path)
                .or_insert_with(|| loaded.sources.text(old.span.file).to_owned());
            text.replace_range(old.span.start..old.span.end, digest);
        }
        files
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

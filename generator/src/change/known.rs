//! One side of a comparison: a spec with all that is known of it.

use std::path::Path;

use stipula_contract::Named;
use stipula_emit::Model;
use stipula_evidence::kept_facts;
use stipula_facts::Fact;
use stipula_spec::{load_str_written, load_written, raw::RawSpec};

use super::{Written, written};
use crate::{Loaded, load::finished};

/// A spec with what is written in it, and the kept facts of its pages.
#[derive(Debug)]
pub struct Known {
    /// What was loaded, with its findings.
    pub loaded: Loaded,
    pub(super) raw: RawSpec,
    pub(super) facts: Vec<Fact>,
    /// What stands before the paths of its files, such as `HEAD~3:`.
    label: String,
    build: Option<String>,
}

impl Known {
    /// From a folder that holds `api.yaml`.
    pub fn of_folder(folder: &Path) -> Self {
        Self::of(load_written(folder), String::new())
    }

    /// From texts by their paths below the folder of the spec; `label` stands before them when they are
    /// shown.
    pub fn of_texts(label: &str, files: &[(&str, &str)]) -> Self {
        Self::of(load_str_written(files), label.to_owned())
    }

    fn of((mut read, raw): (stipula_spec::Loaded, RawSpec), label: String) -> Self {
        // Facts that cannot be read are a matter of `docs-check`: without them no page moved.
        let facts = kept_facts(&raw, &mut read.sources).unwrap_or_default();
        Self {
            loaded: finished(read),
            raw,
            facts,
            label,
            build: None,
        }
    }

    /// The same, with outputs that this build of the generator made.
    #[must_use]
    pub fn made_by(mut self, build: Option<String>) -> Self {
        self.build = build;
        self
    }

    /// The same, with facts that were read of captures just now.
    #[must_use]
    pub fn with_facts(mut self, facts: Vec<Fact>) -> Self {
        self.facts = facts;
        self
    }

    /// Its sources: ids, and the names of their captures.
    pub fn captures(&self) -> impl Iterator<Item = (&str, &str)> {
        let all = self.raw.sources.iter();
        all.filter_map(|it| Some((it.id.value.as_str(), it.file.as_ref()?.value.as_str())))
    }

    /// The model; none of a spec with an error.
    pub const fn model(&self) -> Option<&Model> {
        self.loaded.model.as_ref()
    }

    pub(super) fn build(&self) -> Option<&str> {
        self.build.as_deref()
    }

    /// Where something is written: by what it is, or by the place that it is called by.
    pub(super) fn line(&self, it: Option<Named>, place: &str) -> Option<Written> {
        let named = it.filter(|it| *it != Named::Api);
        let span = named.and_then(|it| self.loaded.origins.of(it));
        let span = span.or_else(|| written::span(&self.raw, place))?;
        let sources = &self.loaded.sources;
        let (line, column) = sources.line_column(span.file, span.start);
        Some(Written {
            file: format!("{}{}", self.label, sources.shown(span.file)),
            line,
            column,
        })
    }
}

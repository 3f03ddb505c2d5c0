//! Captures that are read by themselves.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anstream::eprintln;

use super::exit::Exit;
use crate::load_str;
use stipula_evidence::draft::Draftable;
use stipula_pages::{self, Page};
use stipula_spec::{
    diag::Diagnostic,
    source::{SourceMap, plain},
};

/// A capture with what was read of it.
pub(super) struct Capture {
    pub(super) id: String,
    pub(super) file: String,
    pub(super) text: String,
    pub(super) page: Page,
}

impl Capture {
    pub(super) fn draftable(&self) -> Draftable<'_> {
        Draftable::new(&self.id, &self.file, &self.text, self.page.clone())
    }
}

/// What `lint` says of texts.
pub(super) fn judged(texts: &[(&str, &str)]) -> (Vec<Diagnostic>, SourceMap) {
    let loaded = load_str(texts);
    (loaded.diagnostics, loaded.sources)
}

/// Reads captures; each has the id of its source, or that of its own name.
#[allow(clippy::print_stderr)] // this is the command
pub(super) fn read(
    captures: &[PathBuf],
    source: &dyn Fn(&str) -> Option<String>,
) -> Result<Vec<Capture>, Exit> {
    let mut found = Vec::new();
    let mut code = Exit::Clean;
    for path in captures {
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        let id = source(&file).unwrap_or_else(|| stem(path));
        match one(path, &id) {
            Ok((text, page)) => found.push(Capture {
                id,
                file: file.into_owned(),
                text,
                page,
            }),
            Err((message, failure)) => {
                eprintln!("{}: {message}", path.display());
                code = code.max(failure);
            }
        }
    }
    if code == Exit::Clean {
        Ok(found)
    } else {
        Err(code)
    }
}

/// Reads a capture; what is wrong with it, and the exit code that says so.
pub(super) fn one(path: &Path, id: &str) -> Result<(String, Page), (String, Exit)> {
    let text = fs::read_to_string(path)
        .map_err(plain)
        .map_err(|error| (error.to_string(), Exit::Failed))?;
    match stipula_pages::read(id, &text) {
        Ok(page) => Ok((text, page)),
        Err(error) => Err((error.to_string(), Exit::UnknownShape)),
    }
}

/// The name of a capture without its ending: the id of its source, where nobody gives another.
pub(super) fn stem(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or(path.as_os_str());
    stem.to_string_lossy().into_owned()
}

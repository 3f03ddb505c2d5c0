//! From a folder to the model: the contract, its Rust names, and what pages make of its claims.

use std::path::Path;

use serde::de::DeserializeOwned;
use stipula_contract::Api;
use stipula_emit::{
    History, Model,
    names::{Finding, Names, Problem, names},
    provenance::Provenance,
};
use stipula_facts::{HISTORY, Record, Release, VERDICTS, from_lines};
use stipula_spec::{
    Loaded as Read,
    diag::{Code, Diagnostic, Level, count, sorted},
    resolve::Origins,
    source::{SourceMap, Span},
};

/// What to do about a file of verdicts that cannot be read.
const ANEW: &str = "remove it; `stipula docs-check --accept` then makes it anew";

/// What to do about a history that cannot be read.
const BACK: &str =
    "take the line back as it was committed; `stipula changelog --release` adds lines";

/// What came of a spec: the model unless there was an error, and every finding.
#[derive(Debug)]
pub struct Loaded {
    /// The contract with the tables beside it.
    pub model: Option<Model>,
    /// Findings, by file and place.
    pub diagnostics: Vec<Diagnostic>,
    /// The files that were read.
    pub sources: SourceMap,
    /// Where the names of the contract were written.
    #[cfg(feature = "cli")]
    pub(crate) origins: Origins,
}

impl Loaded {
    /// How many findings are of a level.
    pub fn count(&self, level: Level) -> usize {
        count(&self.diagnostics, level)
    }
}

/// Loads a spec from a folder that holds `api.yaml`.
pub fn load(folder: &Path) -> Loaded {
    finished(stipula_spec::load(folder))
}

/// Loads a spec from texts: pairs of a path, such as `api.yaml`, and a text.
///
/// ```
/// let spec = "api: demo\noperations: { ping: { get: /ping, request: {}, response: {} } }";
/// let loaded = stipula_generator::load_str(&[("api.yaml", spec)]);
/// assert!(loaded.model.is_some());
/// ```
pub fn load_str(files: &[(&str, &str)]) -> Loaded {
    finished(stipula_spec::load_str(files))
}

pub(crate) fn finished(read: Read) -> Loaded {
    let Read {
        api,
        understood,
        origins,
        mut diagnostics,
        mut sources,
    } = read;
    // Names are asked for in a spec with errors too, so that all findings are told at once.
    let mut model = None;
    if let Some(known) = api.as_ref().or(understood.as_ref()) {
        let told = |found: Vec<Finding>| found.iter().map(|it| finding(it, &origins)).collect();
        let made = keep(names(known).map_err(told), &mut diagnostics);
        let records = keep(kept((VERDICTS, ANEW), &mut sources), &mut diagnostics);
        let releases = keep(kept((HISTORY, BACK), &mut sources), &mut diagnostics);
        model = self::model(api, made, records, releases);
    }
    Loaded {
        model,
        diagnostics: sorted(diagnostics),
        sources,
        #[cfg(feature = "cli")]
        origins,
    }
}

fn model(
    api: Option<Api>,
    names: Option<Names>,
    records: Option<Vec<Record>>,
    releases: Option<Vec<Release>>,
) -> Option<Model> {
    let api = api?;
    let provenance = Provenance::new(&api, &records?);
    let history = History::new(&api, releases?);
    Some(Model::new(api, names?, provenance).with_history(history))
}

/// The good side; findings join the others.
fn keep<T>(made: Result<T, Vec<Diagnostic>>, found: &mut Vec<Diagnostic>) -> Option<T> {
    made.map_err(|mut own| found.append(&mut own)).ok()
}

/// A name that cannot be made, at the line that is to blame.
fn finding(it: &Finding, origins: &Origins) -> Diagnostic {
    let (code, at) = match it.problem {
        Problem::Taken => (Code::RustNameTaken, origins.of(it.at)),
        Problem::NotAnIdentifier => {
            let given = origins.of_override(it.at);
            (Code::BadRustName, given.or_else(|| origins.of(it.at)))
        }
    };
    let mut diagnostic = Diagnostic::nowhere(code, it.message.clone()).help(it.help);
    diagnostic.at = at;
    if let Some(first) = it.other.and_then(|other| origins.of(other)) {
        diagnostic = diagnostic.also(first, "the first");
    }
    diagnostic
}

/// A file of lines that is kept beside the spec; nothing when there is no such file.
fn kept<T: DeserializeOwned>(
    (name, help): (&str, &'static str),
    sources: &mut SourceMap,
) -> Result<Vec<T>, Vec<Diagnostic>> {
    let unreadable = |error: &dyn std::fmt::Display| {
        let message = format!("`{name}` cannot be read: {error}");
        Diagnostic::nowhere(Code::Kept, message).help(help)
    };
    let file = match sources.read_if_there(name) {
        Ok(Some(file)) => file,
        Ok(None) => return Ok(Vec::new()),
        Err(error) => return Err(vec![unreadable(&error)]),
    };
    let text = sources.text(file);
    from_lines(text).map_err(|(line, error)| {
        let lines = text.split_inclusive('\n').take(line - 1);
        let start: usize = lines.map(str::len).sum();
        let end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let mut diagnostic = unreadable(&error);
        diagnostic.at = Some(Span { file, start, end });
        vec![diagnostic]
    })
}

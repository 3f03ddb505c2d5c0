//! From a folder to the model: read, follow includes, resolve.

use std::path::Path;

use crate::{
    diag::{Code, Diagnostic, Sink},
    raw::{self, RawSpec},
    resolve::{self, Origins, Resolved},
    source::{FileId, SourceMap, Span},
    yaml::{self, Text},
};
use stipula_contract::Api;

/// Most files that lead to one another.
const INCLUDE_DEPTH_LIMIT: usize = 32;

/// Most files that one spec may include.
const FILE_COUNT_LIMIT: usize = 4096;

/// What came of a spec: the model unless there was an error, and every finding.
#[derive(Debug)]
pub struct Loaded {
    /// The contract; none when there was an error.
    pub api: Option<Api>,
    /// What was understood of a spec with errors, for those who look for more of them.
    pub understood: Option<Api>,
    /// Where the names of the contract were written.
    pub origins: Origins,
    /// Findings, by file and place.
    pub diagnostics: Vec<Diagnostic>,
    /// The files that were read.
    pub sources: SourceMap,
}

/// Loads a spec from a folder that holds `api.yaml`.
pub fn load(folder: &Path) -> Loaded {
    let mut sink = Sink::default();
    if !folder.is_dir() {
        let message = format!("there is no spec folder `{}`", folder.display());
        sink.report(
            Diagnostic::nowhere(Code::Folder, message).help("name a folder that holds `api.yaml`"),
        );
        return Loaded {
            api: None,
            understood: None,
            origins: Origins::default(),
            diagnostics: sink.into_sorted(),
            sources: SourceMap::disk(folder),
        };
    }
    load_from(SourceMap::disk(folder))
}

/// What a spec calls its API; none when its `api.yaml` does not say.
pub fn api_name(folder: &Path) -> Option<String> {
    let mut sources = SourceMap::disk(folder);
    let file = sources.read("api.yaml").ok()?;
    let written = yaml::tree(sources.text(file))?;
    written.get("api")?.as_str().map(str::to_owned)
}

/// Loads a spec from a folder, with what is written in it.
pub fn load_written(folder: &Path) -> (Loaded, RawSpec) {
    if folder.is_dir() {
        both_from(SourceMap::disk(folder))
    } else {
        (load(folder), RawSpec::default())
    }
}

/// Loads a spec from texts: pairs of a path, such as `api.yaml`, and a text.
///
/// ```
/// let spec = "api: demo\noperations: { ping: { get: /ping, request: {}, response: {} } }";
/// let loaded = stipula_spec::load_str(&[("api.yaml", spec)]);
/// assert!(loaded.api.is_some());
/// ```
pub fn load_str(files: &[(&str, &str)]) -> Loaded {
    load_from(SourceMap::memory(files))
}

/// Loads a spec from texts, with what is written in them.
pub fn load_str_written(files: &[(&str, &str)]) -> (Loaded, RawSpec) {
    both_from(SourceMap::memory(files))
}

fn load_from(sources: SourceMap) -> Loaded {
    both_from(sources).0
}

fn both_from(sources: SourceMap) -> (Loaded, RawSpec) {
    let mut loader = Loader {
        sources,
        sink: Sink::default(),
        spec: RawSpec::default(),
        open: Vec::new(),
        done: Vec::new(),
    };
    match loader.sources.read("api.yaml") {
        Ok(file) => loader.file(file, None),
        Err(error) => {
            let message = format!("`api.yaml` cannot be read: {error}");
            loader.sink.report(
                Diagnostic::nowhere(Code::Folder, message)
                    .help("a spec folder holds `api.yaml`, which includes the other files"),
            );
        }
    }
    let Loader {
        mut sources,
        mut sink,
        mut spec,
        ..
    } = loader;
    raw::apply_tags(&mut spec, &mut sink);
    let readable = spec.api.is_some() || !sink.has_errors();
    let Resolved { api, origins, sink } = if readable {
        resolve::resolve(&spec, &mut sources, sink)
    } else {
        Resolved {
            api: None,
            origins: Origins::default(),
            sink,
        }
    };
    let (api, understood) = if sink.has_errors() {
        (None, api)
    } else {
        (api, None)
    };
    let loaded = Loaded {
        api,
        understood,
        origins,
        diagnostics: sink.into_sorted(),
        sources,
    };
    (loaded, spec)
}

struct Loader {
    sources: SourceMap,
    sink: Sink,
    spec: RawSpec,
    /// Files that are being read, outermost first, each with the include that led to it.
    open: Vec<(FileId, Option<Span>)>,
    done: Vec<FileId>,
}

impl Loader {
    fn file(&mut self, file: FileId, from: Option<Span>) {
        let text = self.sources.text(file).to_owned();
        let Some(node) = yaml::parse(file, &text, &mut self.sink) else {
            return;
        };
        self.open.push((file, from));
        raw::report_todos(&node, &mut self.sink);
        raw::read_file(&mut self.spec, &node, &mut self.sink);
        for include in raw::includes(&node, &mut self.sink) {
            self.include(file, &include);
        }
        self.open.pop();
        self.done.push(file);
    }

    fn include(&mut self, from: FileId, path: &Text) {
        let Some(below) = self.sources.join(from, &path.value) else {
            self.fail(
                path,
                format!("`{}` is outside the spec's folder", path.value),
            );
            return;
        };
        let file = match self.sources.read(&below) {
            Ok(file) => file,
            Err(error) => {
                self.fail(path, format!("`{below}` cannot be read: {error}"));
                return;
            }
        };
        if let Some((_, first)) = self.open.iter().find(|(open, _)| *open == file) {
            let mut diagnostic = Diagnostic::new(
                Code::IncludeCycle,
                path.span,
                format!("`{below}` includes itself"),
            )
            .help("remove this include");
            if let Some(first) = first {
                diagnostic = diagnostic.also(*first, "first included here");
            }
            self.sink.report(diagnostic);
        } else if self.done.contains(&file) {
            self.sink.report(
                Diagnostic::new(
                    Code::IncludedTwice,
                    path.span,
                    format!("`{below}` is included a second time"),
                )
                .help("one include is enough: every file sees every name"),
            );
        } else if self.done.len() + self.open.len() >= FILE_COUNT_LIMIT {
            self.fail(path, format!("more than {FILE_COUNT_LIMIT} files"));
        } else if self.open.len() >= INCLUDE_DEPTH_LIMIT {
            let message =
                format!("more than {INCLUDE_DEPTH_LIMIT} files include one another in a row");
            self.sink.report(
                Diagnostic::new(Code::Include, path.span, message)
                    .help("include the file from `api.yaml`"),
            );
        } else {
            self.file(file, Some(path.span));
        }
    }

    fn fail(&mut self, path: &Text, message: String) {
        self.sink
            .report(Diagnostic::new(Code::Include, path.span, message));
    }
}

//! The front door for build scripts: one call, one file to include.

mod error;
mod taken;

use std::{
    collections::BTreeSet,
    env,
    path::{Path, PathBuf},
};

use annotate_snippets::Renderer;

use crate::{Loaded, load};
use stipula_emit::{FileSet, Model, Target, emit, emit_groups, output};
use stipula_spec::diag::{Level, render, short};

pub use error::BuildError;

/// Generates a client from a build script.
///
/// ```no_run
/// // build.rs
/// fn main() -> Result<(), stipula_generator::BuildError> {
///     stipula_generator::Build::from_spec("spec").run()
/// }
/// ```
///
/// The crate then includes the client inside a module of its own:
///
/// ```text
/// mod shop {
///     include!(concat!(env!("OUT_DIR"), "/root.rs"));
/// }
/// ```
///
/// Of several specs, each has a [`folder`](Self::folder) of its own.
#[derive(Debug, Clone)]
#[must_use = "nothing is generated before `run`"]
pub struct Build {
    spec: PathBuf,
    out: Option<PathBuf>,
    folder: Option<String>,
    groups: Option<BTreeSet<String>>,
    mistakes: Mistakes,
}

/// Where mistakes of a spec are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Mistakes {
    /// By the build script, which fails.
    #[default]
    InBuild,
    /// By the compiler, where the client is included: editors show that place. The build script succeeds.
    AtInclude,
}

impl Build {
    /// Generates from this folder, which holds `api.yaml`.
    pub fn from_spec(folder: impl Into<PathBuf>) -> Self {
        Self {
            spec: folder.into(),
            out: None,
            folder: None,
            groups: None,
            mistakes: Mistakes::default(),
        }
    }

    /// Writes `root.rs` into this folder instead of `OUT_DIR`.
    pub fn out_dir(mut self, folder: impl Into<PathBuf>) -> Self {
        self.out = Some(folder.into());
        self
    }

    /// Writes `root.rs` into this folder below, so that several specs have one each:
    /// `include!(concat!(env!("OUT_DIR"), "/shop/root.rs"))`.
    pub fn folder(mut self, name: impl Into<String>) -> Self {
        self.folder = Some(name.into());
        self
    }

    /// Where mistakes of the spec are told.
    pub fn mistakes(mut self, told: Mistakes) -> Self {
        self.mistakes = told;
        self
    }

    /// Leaves out operations of other groups, and the types that only they need. Operations without a
    /// group are always there.
    pub fn groups<G: Into<String>>(mut self, groups: impl IntoIterator<Item = G>) -> Self {
        self.groups = Some(groups.into_iter().map(Into::into).collect());
        self
    }

    /// Generates, and tells cargo which files were read.
    ///
    /// # Errors
    /// When the spec has errors, all of them, or the output cannot be written. Returned from
    /// `main`, the error shows the lines of the YAML that are to blame.
    pub fn run(self) -> Result<(), BuildError> {
        let loaded = load(&self.spec);
        announce(&loaded, &self.spec);
        let files = match &loaded.model {
            Some(model) => self.emitted(model)?,
            None if self.mistakes == Mistakes::AtInclude => broken(&loaded),
            None => {
                let text = rendered(&loaded);
                let findings = loaded.diagnostics;
                return Err(BuildError::Spec { findings, text });
            }
        };
        let spec = self.spec.clone();
        let out = self.into_out()?;
        taken::take(&out, &spec)?;
        let plan = output::plan(&files, &out).map_err(BuildError::Write)?;
        output::write(&plan, &out).map_err(BuildError::Write)
    }
}

impl Build {
    fn emitted(&self, model: &Model) -> Result<FileSet, BuildError> {
        match &self.groups {
            Some(groups) => {
                known(model, groups)?;
                Ok(emit_groups(model, groups))
            }
            None => Ok(emit(model, Target::RustRoot)),
        }
    }

    fn into_out(self) -> Result<PathBuf, BuildError> {
        let out = match self.out {
            Some(out) => out,
            None => env::var_os("OUT_DIR")
                .map(PathBuf::from)
                .ok_or(BuildError::NoOutDir)?,
        };
        Ok(self.folder.map_or(out.clone(), |it| out.join(it)))
    }
}

/// The mistakes in place of the client, each where it is included.
fn broken(loaded: &Loaded) -> FileSet {
    let renderer = Renderer::plain();
    let errors = loaded.diagnostics.iter();
    let errors = errors.filter(|it| it.code.level() == Level::Error);
    let lines = errors.map(|it| {
        let text = render(it, &loaded.sources, &renderer);
        // As a literal of Rust.
        format!("compile_error!({text:?});\n")
    });
    let mut files = FileSet::new();
    files.add("root.rs", lines.collect::<String>());
    files
}

/// Refuses a group that no operation has.
fn known(model: &Model, groups: &BTreeSet<String>) -> Result<(), BuildError> {
    let known = model.api.groups();
    match groups.iter().find(|it| !known.contains(&it.as_str())) {
        Some(name) => Err(BuildError::Group {
            name: name.clone(),
            known: known.into_iter().map(str::to_owned).collect(),
        }),
        None => Ok(()),
    }
}

/// Features of the crate that generated code asks for.
const FEATURES: [&str; 3] = ["blocking", "client", "fake"];

/// Prints what cargo reads: the files, and a line for each warning of a client that is made. Of one that is
/// not, all findings are told together, once.
#[allow(clippy::print_stdout)] // how a build script talks to cargo
fn announce(loaded: &Loaded, spec: &Path) {
    // A crate that never sends leaves these features out, and no lint should mind.
    for feature in FEATURES {
        println!("cargo::rustc-check-cfg=cfg(feature, values(\"{feature}\"))");
    }
    let paths = loaded.sources.paths();
    if paths.is_empty() {
        println!(
            "cargo::rerun-if-changed={}",
            spec.join("api.yaml").display()
        );
    }
    for path in paths {
        println!("cargo::rerun-if-changed={}", path.display());
    }
    let all = loaded.model.iter().flat_map(|_| &loaded.diagnostics);
    for it in all.filter(|it| it.code.level() == Level::Warning) {
        let text = short(it, &loaded.sources).replace('\n', " ");
        println!("cargo::warning={text}");
    }
}

fn rendered(loaded: &Loaded) -> String {
    let renderer = Renderer::plain();
    let texts: Vec<String> = loaded
        .diagnostics
        .iter()
        .filter(|it| it.code.level() != Level::Note)
        .map(|it| render(it, &loaded.sources, &renderer))
        .collect();
    texts.join("\n\n")
}

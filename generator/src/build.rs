//! The front door for build scripts: one call, one file to include.

use std::{
    collections::BTreeSet,
    env, fmt, io,
    path::{Path, PathBuf},
};

use annotate_snippets::Renderer;

use crate::{Loaded, load};
use stipula_emit::{Model, Target, emit, emit_groups, output};
use stipula_spec::diag::{Diagnostic, Level, render, short};

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
/// mod generated {
///     include!(concat!(env!("OUT_DIR"), "/root.rs"));
/// }
/// ```
#[derive(Debug, Clone)]
#[must_use = "nothing is generated before `run`"]
pub struct Build {
    spec: PathBuf,
    out: Option<PathBuf>,
    groups: Option<BTreeSet<String>>,
}

impl Build {
    /// Generates from this folder, which holds `api.yaml`.
    pub fn from_spec(folder: impl Into<PathBuf>) -> Self {
        Self {
            spec: folder.into(),
            out: None,
            groups: None,
        }
    }

    /// Writes `root.rs` into this folder instead of `OUT_DIR`.
    pub fn out_dir(mut self, folder: impl Into<PathBuf>) -> Self {
        self.out = Some(folder.into());
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
        let Some(model) = &loaded.model else {
            let text = rendered(&loaded);
            let findings = loaded.diagnostics;
            return Err(BuildError::Spec { findings, text });
        };
        let out = match self.out {
            Some(out) => out,
            None => env::var_os("OUT_DIR")
                .map(PathBuf::from)
                .ok_or(BuildError::NoOutDir)?,
        };
        let files = match &self.groups {
            Some(groups) => {
                known(model, groups)?;
                emit_groups(model, groups)
            }
            None => emit(model, Target::RustRoot),
        };
        let plan = output::plan(&files, &out).map_err(BuildError::Write)?;
        output::write(&plan, &out).map_err(BuildError::Write)
    }
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

/// Prints what cargo reads: the files, and one line per finding.
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
    for it in &loaded.diagnostics {
        let kind = match it.code.level() {
            Level::Error => "error",
            Level::Warning => "warning",
            // Cargo has no word for it, and there is nothing to do.
            Level::Note => continue,
        };
        println!(
            "cargo::{kind}={}",
            short(it, &loaded.sources).replace('\n', " ")
        );
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

/// Why nothing was generated.
///
/// Returned from `main`, it shows the lines of the YAML that are to blame.
#[non_exhaustive]
pub enum BuildError {
    /// The spec has errors.
    Spec {
        /// Every finding, by file and place.
        findings: Vec<Diagnostic>,
        /// Errors and warnings with the lines that they are about.
        text: String,
    },
    /// `OUT_DIR` is not set, as cargo does for build scripts.
    NoOutDir,
    /// No operation is of a group that was asked for.
    Group {
        /// The group.
        name: String,
        /// The groups that there are.
        known: Vec<String>,
    },
    /// The client cannot be written.
    Write(io::Error),
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Spec { text, .. } => write!(f, "the spec has errors\n\n{text}"),
            Self::NoOutDir => {
                f.write_str("`OUT_DIR` is not set: run this from a build script, or call `out_dir`")
            }
            Self::Group { name, known } if known.is_empty() => {
                write!(f, "there is no group `{name}`: no operation has a `group`")
            }
            Self::Group { name, known } => {
                let known = known.join("`, `");
                write!(f, "there is no group `{name}`; there are `{known}`")
            }
            Self::Write(error) => write!(f, "the client cannot be written: {error}"),
        }
    }
}

/// The same text as `Display`, since this is what cargo shows of a build script's `main`.
impl fmt::Debug for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for BuildError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Write(error) => Some(error),
            Self::Spec { .. } | Self::NoOutDir | Self::Group { .. } => None,
        }
    }
}

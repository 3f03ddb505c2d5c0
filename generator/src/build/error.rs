//! Why a build script makes no client.

use std::{fmt, io, path::PathBuf};

use stipula_spec::diag::Diagnostic;

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
    /// Another spec has this folder.
    Taken {
        /// The folder.
        folder: PathBuf,
        /// That spec.
        by: PathBuf,
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
            Self::Taken { folder, by } => write!(
                f,
                "`{}` is the client of the spec in `{}`; give each spec a place of its own, by `folder`",
                folder.join("root.rs").display(),
                by.display()
            ),
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
            Self::Spec { .. } | Self::NoOutDir | Self::Group { .. } | Self::Taken { .. } => None,
        }
    }
}

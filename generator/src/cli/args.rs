//! Arguments.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

/// From a YAML description of an API to a typed, validated, documented Rust client.
#[derive(Debug, Parser)]
#[command(name = "stipula", version, about, after_help = EXIT_CODES)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Command,
}

const EXIT_CODES: &str = "Exit codes: 0 clean, 1 findings or output that is out of date, 2 usage, 3 input or output that cannot be read or written";

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Write the client, its documents and its schema
    Generate(GenerateArgs),
    /// Report what is wrong with a spec, and write nothing
    Lint(SpecArgs),
    /// Show the example of a code; without one, list the codes
    Explain {
        /// A code, such as E0402
        code: Option<String>,
    },
}

#[derive(Debug, clap::Args)]
pub(super) struct SpecArgs {
    /// Folder that holds `api.yaml`; by default the only such folder below `spec`
    pub(super) spec: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(super) struct GenerateArgs {
    #[command(flatten)]
    pub(super) spec: SpecArgs,
    /// Folder of the client crate
    #[arg(long, default_value = "generated-client")]
    pub(super) out: PathBuf,
    /// Write nothing; show the difference and exit with 1 when there is one
    #[arg(long)]
    pub(super) check: bool,
    /// Overwrite generated files that were edited by hand
    #[arg(long, conflicts_with = "check")]
    pub(super) overwrite: bool,
}

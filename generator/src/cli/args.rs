//! Arguments.

use std::path::PathBuf;

/// The folder of the client, unless another is given.
pub(super) const OUT: &str = "generated-client";

use clap::{Parser, Subcommand, ValueEnum};

/// From a YAML description of an API to a typed, validated, documented Rust client.
#[derive(Debug, Parser)]
#[command(name = "stipula", version, about, after_help = EXIT_CODES)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Command,
}

const EXIT_CODES: &str = "Exit codes: 0 clean, 1 findings or output that is out of date, 2 usage, 3 input or output that cannot be read or written; `docs-check` and `facts` have their own, see their help";

const CHECK_EXIT_CODES: &str = "Exit codes: 0 clean, 1 drift, 2 usage, or a spec, kept file or capture that cannot be read, 3 only waivers that explain nothing any more, 4 a capture of an unknown shape";

const FACTS_EXIT_CODES: &str = "Exit codes: 0 read, 2 usage, or a capture that cannot be read, 4 a capture of an unknown shape";

const DRAFT_EXIT_CODES: &str = "Exit codes: 0 drafted, or nothing to add; 1 something could not be added, 2 usage, or a spec or capture that cannot be read, 4 a capture of an unknown shape";

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Write the client, its documents and its schema
    Generate(GenerateArgs),
    /// Report what is wrong with a spec, and write nothing
    Lint(SpecArgs),
    /// Judge a request, or its body, by the rules of the spec
    Validate(ValidateArgs),
    /// Print a minimal request that keeps every rule, or one that breaks just one
    Example(ExampleArgs),
    /// Read captures of documentation pages; print their facts as JSON lines
    #[command(after_help = FACTS_EXIT_CODES)]
    Facts(FactsArgs),
    /// Hold the spec against the facts of its pages
    #[command(after_help = CHECK_EXIT_CODES)]
    DocsCheck(DocsCheckArgs),
    /// Write the draft of a spec from captures of documentation pages, or add to a spec
    #[command(after_help = DRAFT_EXIT_CODES)]
    Draft(DraftArgs),
    /// Show the example of a code; without one, list the codes
    Explain {
        /// A code, such as E0402
        code: Option<String>,
        /// Write a page for each code into a folder
        #[arg(long, value_name = "FOLDER", conflicts_with = "code")]
        markdown: Option<PathBuf>,
        /// Write the keys of the spec language into a folder, as a page and as a schema for editors
        #[arg(long, value_name = "FOLDER", conflicts_with_all = ["code", "markdown"])]
        language: Option<PathBuf>,
    },
}

#[derive(Debug, clap::Args)]
pub(super) struct SpecArgs {
    /// Folder that holds `api.yaml`; by default `spec`, or the only such folder below it
    pub(super) spec: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(super) struct GenerateArgs {
    #[command(flatten)]
    pub(super) spec: SpecArgs,
    /// Folder of the client crate; what makes a crate of a new one (`Cargo.toml`, `src/lib.rs`,
    /// `README.md`) is written once, and is yours
    #[arg(long, default_value = OUT)]
    pub(super) out: PathBuf,
    /// Write nothing; show the difference and exit with 1 when there is one
    #[arg(long)]
    pub(super) check: bool,
    /// Overwrite generated files that were edited by hand
    #[arg(long, conflicts_with = "check")]
    pub(super) overwrite: bool,
    /// Folder of the runtime that a new crate depends on, in place of its released version
    #[arg(long, value_name = "PATH", conflicts_with = "check")]
    pub(super) runtime: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(super) struct ValidateArgs {
    /// Operation, by its name or its Rust name
    pub(super) operation: String,
    /// File with the body, JSON; `-` reads from standard input
    #[arg(required_unless_present = "request")]
    pub(super) body: Option<PathBuf>,
    /// File with the whole request, `{ path, query, headers, body }`; `-` reads from standard input
    #[arg(long, value_name = "FILE", conflicts_with = "body")]
    pub(super) request: Option<PathBuf>,
    #[command(flatten)]
    pub(super) case: CaseArgs,
    /// How findings are told
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(super) format: Format,
}

#[derive(Debug, clap::Args)]
pub(super) struct ExampleArgs {
    /// Operation, by its name or its Rust name
    pub(super) operation: String,
    #[command(flatten)]
    pub(super) case: CaseArgs,
    /// A body that breaks this rule and no other; the id, or its end
    #[arg(long, value_name = "RULE", conflicts_with_all = ["scenario", "context"])]
    pub(super) breaking: Option<String>,
    /// Write every body into this folder: minimal, one for each scenario, one for each rule, with
    /// `index.json` that holds the verdicts
    #[arg(long, value_name = "FOLDER", conflicts_with_all = ["scenario", "context", "breaking"])]
    pub(super) all: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(super) struct FactsArgs {
    /// Captures: a portal's JSON dump, tables of pipes, or paragraphs
    #[arg(required = true, value_name = "CAPTURE")]
    pub(super) captures: Vec<PathBuf>,
    /// Id of the source, for the only capture; by default the name of the file
    #[arg(long, value_name = "ID")]
    pub(super) source: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(super) struct DraftArgs {
    /// Captures, of single operations or of whole references
    #[arg(required = true, value_name = "CAPTURE")]
    pub(super) captures: Vec<PathBuf>,
    /// New folder for the spec; its name becomes the name of the API
    #[arg(long, value_name = "FOLDER", required_unless_present = "add")]
    pub(super) out: Option<PathBuf>,
    /// Folder of a spec that gets the operations it does not have yet, and the types that they need, in
    /// new files; of its own files, `include` of `api.yaml` and `sources` get lines more
    #[arg(long, value_name = "FOLDER", conflicts_with = "out")]
    pub(super) add: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(super) struct DocsCheckArgs {
    #[command(flatten)]
    pub(super) spec: SpecArgs,
    /// Folder with captures, by the names in `sources`; without it the kept facts are used
    #[arg(long, value_name = "FOLDER")]
    pub(super) captures: Option<PathBuf>,
    /// Say that what is told has been read: keep facts, paragraphs, verdicts and figures as they are now;
    /// with PLACE, an operation, a type, a page or a place of a page (`request/address`,
    /// `PAGE:request/address`), only what is there, so that the rest stays open
    #[arg(long, value_name = "PLACE", num_args = 0..=1)]
    pub(super) accept: Option<Vec<String>>,
    /// How findings are told
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    pub(super) format: CheckFormat,
}

/// How the findings of a check are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum CheckFormat {
    /// For people, on standard error
    Text,
    /// An object with findings, verdicts and figures on standard output
    Json,
    /// SARIF 2.1.0 on standard output, for editors and CI
    Sarif,
    /// A table for a pull request on standard output
    Markdown,
}

/// Which spec, and what surrounds the body.
#[derive(Debug, clap::Args)]
pub(super) struct CaseArgs {
    /// Folder that holds `api.yaml`; by default `spec`, or the only such folder below it
    #[arg(long)]
    pub(super) spec: Option<PathBuf>,
    /// A value beside the body, such as `status=OPEN`
    #[arg(long, value_name = "NAME=VALUE", value_parser = pair)]
    pub(super) context: Vec<(String, String)>,
    /// The named case that the body has to belong to
    #[arg(long)]
    pub(super) scenario: Option<String>,
}

/// How findings are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people, on standard error
    Text,
    /// An array of `{severity, path, rule, message, line, column}` on standard output; of a whole
    /// request with `location`, where the path begins
    Json,
    /// SARIF 2.1.0 on standard output, for editors and CI
    Sarif,
}

fn pair(text: &str) -> Result<(String, String), String> {
    let (name, value) = text
        .split_once('=')
        .ok_or("a name, `=` and a value are expected")?;
    Ok((name.to_owned(), value.to_owned()))
}

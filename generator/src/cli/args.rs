//! Arguments.

use std::path::PathBuf;

/// The folder of the client, unless another is given.
pub(super) const OUT: &str = "generated-client";

use clap::{Parser, Subcommand, ValueEnum};

/// From a YAML description of an API to a typed, validated, documented Rust client.
#[derive(Debug, Parser)]
#[command(name = "stipula", version, about, after_help = super::exit::table())]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Command,
}

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
    Facts(FactsArgs),
    /// Hold the spec against the facts of its pages
    DocsCheck(DocsCheckArgs),
    /// Write the draft of a spec from captures of documentation pages, or add to a spec
    Draft(DraftArgs),
    /// Tell what differs between two specs, and the release that it needs; nothing where they mean the same
    Diff(DiffArgs),
    /// Print the notes of what changed since an older spec; with a version and a day, keep them beside the spec
    Changelog(ChangelogArgs),
    /// Show the example of a code; without one, list the codes
    Explain {
        /// A code of a finding, such as E0402, or the row of a change, such as F6
        code: Option<String>,
        /// Write a page for each code into a folder
        #[arg(long, value_name = "FOLDER", conflicts_with = "code")]
        markdown: Option<PathBuf>,
        /// Write the keys of the spec language into a folder, as a page and as a schema for editors, and the
        /// kinds of changes of a spec
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
    /// Write nothing; tell what changed in the spec since its last commit and what would change in the
    /// outputs, and exit with 1 when something would
    #[arg(long)]
    pub(super) check: bool,
    /// With `--check`: show the texts that would change
    #[arg(long, requires = "check")]
    pub(super) diff: bool,
    /// Overwrite generated files that were edited by hand; the edits are shown
    #[arg(long, alias = "overwrite", conflicts_with = "check")]
    pub(super) force: bool,
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
pub(super) struct DiffArgs {
    /// The old spec: a folder, a revision of git such as `HEAD~3`, or a `.crate` that packs its spec
    pub(super) old: String,
    /// The new spec, named likewise; by default the folder of the spec as it is
    pub(super) new: Option<String>,
    /// Folder of the spec, of which revisions are taken; by default `spec`, or the only such folder below it
    #[arg(long, value_name = "FOLDER")]
    pub(super) spec: Option<PathBuf>,
    /// How changes are told, on standard output
    #[arg(long, value_enum, default_value_t = DiffFormat::Text)]
    pub(super) format: DiffFormat,
    /// Exit with 1 when a change that nobody approved is such
    #[arg(long, value_enum, value_name = "WHAT")]
    pub(super) fail_on: Option<FailOn>,
    /// File with the fingerprints of changes that were looked at, a line each
    #[arg(long, value_name = "FILE")]
    pub(super) approvals: Option<PathBuf>,
    /// Add what is found to the file of approvals
    #[arg(long, requires = "approvals")]
    pub(super) approve: bool,
    /// Folder with captures, by the names in `sources`, which tell the lines of pages
    #[arg(long, value_name = "FOLDER")]
    pub(super) captures: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(super) struct ChangelogArgs {
    /// The old spec: a folder, a revision of git such as `v1.3.0`, or a `.crate` that packs its spec
    pub(super) old: String,
    /// Folder of the spec as it is; by default `spec`, or the only such folder below it
    #[arg(long, value_name = "FOLDER")]
    pub(super) spec: Option<PathBuf>,
    /// Version of the release: its notes are kept in `history.jsonl` beside the spec, from which the
    /// documents have them
    #[arg(long, value_name = "VERSION", requires = "date")]
    pub(super) release: Option<String>,
    /// Day of the release, such as `2026-01-31`
    #[arg(long, value_name = "DAY", requires = "release")]
    pub(super) date: Option<String>,
}

/// How changes are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum DiffFormat {
    /// For people
    Text,
    /// An object with the release and the changes
    Json,
    /// SARIF 2.1.0, for editors and CI
    Sarif,
    /// A table for a pull request
    Markdown,
}

/// What `diff` fails on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    /// Callers have to change
    Major,
    /// Deployed clients need it now
    Urgent,
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

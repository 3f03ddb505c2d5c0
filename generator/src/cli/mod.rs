//! The `stipula` command. Human text goes to stderr, data to stdout.

mod args;
mod body;
mod cache;
mod captures;
mod changelog;
mod diff;
mod docs_check;
mod draft;
mod draft_add;
mod example;
mod exit;
mod explain;
mod facts;
mod findings;
mod generate;
mod new_crate;
mod outputs;
mod placed;
mod report;
mod sarif;
mod since;
mod spec;
mod target;
mod validate;
mod version;

use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};
pub use exit::markdown as exit_codes;

/// Runs the command.
pub fn run() -> ExitCode {
    let code = match Args::parse().command {
        Command::Generate(args) => generate::run(&args),
        Command::Lint(args) => generate::lint(&args),
        Command::Example(args) => example::run(&args),
        Command::Validate(args) => validate::run(&args),
        Command::Facts(args) => facts::run(&args),
        Command::Draft(args) => draft::run(&args),
        Command::Diff(args) => diff::run(&args),
        Command::Changelog(args) => changelog::run(&args),
        Command::DocsCheck(args) => docs_check::run(&args),
        Command::Explain {
            markdown: Some(folder),
            ..
        } => explain::pages(&folder),
        Command::Explain {
            language: Some(folder),
            ..
        } => explain::language(&folder),
        Command::Explain { code, .. } => explain::run(code.as_deref()),
    };
    code.into()
}

//! The `stipula` command. Human text goes to stderr, data to stdout.

mod args;
mod body;
mod cache;
mod captures;
mod docs_check;
mod draft;
mod draft_add;
mod example;
mod explain;
mod facts;
mod findings;
mod generate;
mod new_crate;
mod placed;
mod report;
mod sarif;
mod spec;
mod target;
mod validate;

use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};

/// Everything is as it should be.
const CLEAN: u8 = 0;
/// There are findings, or output that is out of date.
const FINDINGS: u8 = 1;
/// The arguments name something that is not there.
const USAGE: u8 = 2;
/// The input cannot be read, or the output cannot be written.
const FAILED: u8 = 3;
/// Of `docs-check`: something that it reads cannot be read.
const BAD_INPUT: u8 = 2;
/// Of `docs-check`: only waivers that explain nothing any more.
const STALE: u8 = 3;
/// A capture of a shape that nobody taught us.
const UNKNOWN_SHAPE: u8 = 4;

/// Runs the command.
pub fn run() -> ExitCode {
    let code = match Args::parse().command {
        Command::Generate(args) => generate::run(&args),
        Command::Lint(args) => generate::lint(&args),
        Command::Example(args) => example::run(&args),
        Command::Validate(args) => validate::run(&args),
        Command::Facts(args) => facts::run(&args),
        Command::Draft(args) => draft::run(&args),
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
    ExitCode::from(code)
}

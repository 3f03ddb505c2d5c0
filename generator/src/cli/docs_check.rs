//! `stipula docs-check`.

use anstream::{eprintln, print, println};

use super::{
    args::{CheckFormat, DocsCheckArgs},
    exit::Exit,
    findings, report, spec,
};
use stipula_emit::output;
use stipula_evidence::{Accept, CheckError, Inspection, Options, inspect};
use stipula_spec::diag::Level;

/// Checks, tells, and writes what it was asked to.
#[allow(clippy::print_stderr)] // this is the command
pub(super) fn run(args: &DocsCheckArgs) -> Exit {
    let folder = match spec::folder(args.spec.spec.as_deref()) {
        Ok(folder) => folder,
        Err(message) => {
            eprintln!("{message}");
            return Exit::Failed;
        }
    };
    let mut options = Options::default();
    options.captures.clone_from(&args.captures);
    options.accept = args.accept.as_ref().map(|places| match places.as_slice() {
        [] => Accept::All,
        places => Accept::Places(places.to_vec()),
    });
    let found = match inspect(&folder, &options) {
        Ok(found) => found,
        Err(error) => return unable(&error),
    };
    for (path, text) in &found.files {
        if let Err(error) = output::replace(&folder.join(path), text) {
            eprintln!("cannot write: {error}");
            return Exit::Failed;
        }
        eprintln!("kept {}", folder.join(path).display());
    }
    tell(&found, args.format);
    let report = &found.report;
    match (report.findings.is_empty(), report.stale.is_empty()) {
        (false, _) => Exit::Findings,
        (true, false) => Exit::Stale,
        (true, true) => Exit::Clean,
    }
}

#[allow(clippy::print_stdout, clippy::print_stderr)] // this is the command
fn tell(found: &Inspection, format: CheckFormat) {
    match format {
        CheckFormat::Text => anstream::eprint!("{}", findings::text(found)),
        CheckFormat::Markdown => print!("{}", findings::markdown(found)),
        CheckFormat::Json => println!("{:#}", findings::json(found)),
        CheckFormat::Sarif => println!("{:#}", findings::sarif(found)),
    }
}

#[allow(clippy::print_stderr)] // this is the command
fn unable(error: &CheckError) -> Exit {
    match error {
        CheckError::Spec(loaded) => {
            report::findings(&loaded.diagnostics, &loaded.sources, Level::Error);
            spec::read_code(&loaded.diagnostics)
        }
        CheckError::Unreadable(lines) => told(lines, Exit::Failed),
        CheckError::Place(lines) => told(lines, Exit::Usage),
        CheckError::Shape { file, error } => {
            eprintln!("{file}: {error}");
            Exit::UnknownShape
        }
    }
}

#[allow(clippy::print_stderr)] // this is the command
fn told(lines: &[String], code: Exit) -> Exit {
    for line in lines {
        eprintln!("{line}");
    }
    code
}

//! `stipula docs-check`.

use anstream::{eprintln, print, println};

use super::{
    BAD_INPUT, CLEAN, FINDINGS, STALE, UNKNOWN_SHAPE,
    args::{CheckFormat, DocsCheckArgs},
    findings, report, spec,
};
use stipula_emit::output;
use stipula_evidence::{Accept, CheckError, Inspection, Options, inspect};
use stipula_spec::diag::Level;

/// Checks, tells, and writes what it was asked to.
#[allow(clippy::print_stderr)] // this is the command
pub(super) fn run(args: &DocsCheckArgs) -> u8 {
    let folder = match spec::folder(args.spec.spec.as_deref()) {
        Ok(folder) => folder,
        Err(message) => {
            eprintln!("{message}");
            return BAD_INPUT;
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
            return BAD_INPUT;
        }
        eprintln!("kept {}", folder.join(path).display());
    }
    tell(&found, args.format);
    let report = &found.report;
    match (report.findings.is_empty(), report.stale.is_empty()) {
        (false, _) => FINDINGS,
        (true, false) => STALE,
        (true, true) => CLEAN,
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
fn unable(error: &CheckError) -> u8 {
    match error {
        CheckError::Spec(loaded) => {
            report::findings(&loaded.diagnostics, &loaded.sources, Level::Error);
            BAD_INPUT
        }
        CheckError::Unreadable(lines) | CheckError::Place(lines) => {
            for line in lines {
                eprintln!("{line}");
            }
            BAD_INPUT
        }
        CheckError::Shape { file, error } => {
            eprintln!("{file}: {error}");
            UNKNOWN_SHAPE
        }
    }
}

//! `stipula draft`.

use std::path::{Path, PathBuf};

use anstream::eprintln;

use super::{
    args::DraftArgs,
    captures::{Capture, judged, read},
    draft_add,
    exit::Exit,
};
use crate::load;
use stipula_emit::output;
use stipula_evidence::draft::{Draftable, draft};
use stipula_spec::diag::Level;

/// Writes a draft into a new folder, or beside what a spec has.
pub(super) fn run(args: &DraftArgs) -> Exit {
    match (&args.out, &args.add) {
        (Some(out), _) => new(out, &args.captures),
        (None, Some(spec)) => draft_add::run(spec, &args.captures),
        (None, None) => Exit::Usage,
    }
}

#[allow(clippy::print_stderr)] // this is the command
fn new(out: &Path, captures: &[PathBuf]) -> Exit {
    if out.exists() {
        eprintln!("{} is there already; name a new folder", out.display());
        return Exit::Usage;
    }
    let captures = match read(captures, &|_| None) {
        Ok(it) => it,
        Err(code) => return code,
    };
    let pages: Vec<Draftable<'_>> = captures.iter().map(Capture::draftable).collect();
    for (path, text) in draft(&api_name(out), &pages, &judged) {
        if let Err(error) = output::replace(&out.join(path), &text) {
            eprintln!("cannot write: {error}");
            return Exit::Failed;
        }
    }
    let loaded = load(out);
    let todos = loaded.count(Level::Warning);
    let out = out.display();
    match loaded.count(Level::Error) {
        0 => eprintln!("drafted {out}: {todos} TODOs; `stipula lint {out}` lists them"),
        errors => eprintln!(
            "drafted {out}: {todos} TODOs, and {errors} errors that people have to mend; `stipula lint {out}` lists them"
        ),
    }
    Exit::Clean
}

/// The name of the folder with what a name may hold: `a-z`, `0-9` and `-`.
fn api_name(folder: &Path) -> String {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let kept: String = name
        .to_lowercase()
        .chars()
        .map(|it| if it.is_ascii_alphanumeric() { it } else { '-' })
        .collect();
    match kept.trim_matches('-') {
        "" => "api".to_owned(),
        kept => kept.to_owned(),
    }
}

//! `stipula draft --add`: what a spec does not have yet, in files of its own.

use std::path::{Path, PathBuf};

use anstream::{eprintln, print};

use super::{
    captures::{Capture, judged, read},
    exit::Exit,
    report, spec,
};
use crate::load;
use stipula_emit::output;
use stipula_evidence::draft::{Addition, Draftable, Spec, add};
use stipula_spec::{
    diag::{Level, count},
    load_written,
};

/// Adds to a spec what pages have besides.
#[allow(clippy::print_stderr)] // this is the command
pub(super) fn run(folder: &Path, captures: &[PathBuf]) -> Exit {
    let (loaded, written) = load_written(folder);
    if count(&loaded.diagnostics, Level::Error) > 0 {
        report::findings(&loaded.diagnostics, &loaded.sources, Level::Error);
        eprintln!("nothing was added: mend the spec first");
        return spec::read_code(&loaded.diagnostics);
    }
    let source = |file: &str| {
        let mut sources = written.sources.iter();
        let found = sources.find(|it| it.file.as_ref().is_some_and(|it| it.value == file));
        found.map(|it| it.id.value.clone())
    };
    let captures = match read(captures, &source) {
        Ok(it) => it,
        Err(code) => return code,
    };
    let pages: Vec<Draftable<'_>> = captures.iter().map(Capture::draftable).collect();
    let is_taken = |path: &str| folder.join(path).exists();
    let has = Spec::new(&written, &loaded.sources, &is_taken);
    let addition = add(has, &pages, &judged);
    if let Some((errors, sources)) = &addition.errors {
        report::findings(errors, sources, Level::Error);
        eprintln!(
            "nothing was added: beside this spec, the draft has these errors; draft with `--out` and \
             move what you need"
        );
        return Exit::Findings;
    }
    if !addition.by_hand.is_empty() {
        return by_hand(&addition);
    }
    if let Err(error) = write(folder, &addition) {
        eprintln!("cannot write: {error}");
        return Exit::Failed;
    }
    tell(folder, &addition);
    Exit::Clean
}

/// New files first, and the one that lists them last: what fails in between is seen by nobody.
fn write(folder: &Path, addition: &Addition) -> std::io::Result<()> {
    let (api, others): (Vec<_>, Vec<_>) = addition.edits.iter().partition(|it| *it.0 == "api.yaml");
    let files = addition.files.iter().chain(others).chain(api);
    for (path, text) in files {
        output::replace(&folder.join(path), text)?;
    }
    Ok(())
}

#[allow(clippy::print_stderr)] // this is the command
fn tell(folder: &Path, addition: &Addition) {
    let shown = folder.display();
    if addition.operations.is_empty() {
        eprintln!("{shown}: nothing was added");
    } else {
        listed("added", "operation", &addition.operations);
        listed("added", "type", &addition.types);
        let files: Vec<&str> = addition.files.keys().map(String::as_str).collect();
        eprintln!("new: {}", files.join(", "));
        let edits: Vec<&str> = addition.edits.keys().map(String::as_str).collect();
        eprintln!("lines added: {}", edits.join(", "));
    }
    let there = addition.operations_there.iter();
    let there: Vec<String> = there
        .map(|(page, spec)| {
            if page == spec {
                page.clone()
            } else {
                format!("{page} (as `{spec}`)")
            }
        })
        .collect();
    listed("there already", "operation", &there);
    listed("there already", "type", &addition.types_there);
    if !addition.operations.is_empty() {
        let todos = load(folder).count(Level::Warning);
        eprintln!("{shown}: {todos} TODOs and other warnings; `stipula lint {shown}` lists them");
    }
}

#[allow(clippy::print_stderr)] // this is the command
fn listed(what: &str, thing: &str, names: &[String]) {
    if !names.is_empty() {
        let many = if names.len() == 1 { "" } else { "s" };
        eprintln!(
            "{what}: {} {thing}{many}: {}",
            names.len(),
            names.join(", ")
        );
    }
}

/// Everything on standard output, for people to put in its place.
#[allow(clippy::print_stdout, clippy::print_stderr)] // this is the command
fn by_hand(addition: &Addition) -> Exit {
    for (path, text) in &addition.files {
        print!("# new file {path}\n{text}");
    }
    for (path, lines) in &addition.by_hand {
        print!("# to add to {path}\n{lines}");
    }
    let files: Vec<&str> = addition.by_hand.iter().map(|it| it.0.as_str()).collect();
    eprintln!(
        "nothing was written: how {} is written does not show where a line can be added; standard \
         output has the new files and the lines to add",
        files.join(" and ")
    );
    Exit::Findings
}

//! `stipula diff`.

mod approvals;
mod data;
mod git;
mod markdown;
mod open;
mod package;
mod text;
mod unopened;

use std::{mem::ManuallyDrop, path::Path};

use anstream::{eprintln, print, println};
use stipula_spec::diag::Level;

use super::{
    args::{DiffArgs, DiffFormat, FailOn},
    exit::Exit,
    report, spec,
};
use crate::change::{
    Comparison, Known, compare,
    rows::{Bump, Urgency},
};
use approvals::Approvals;

pub(super) use git::at_head;
pub(super) use open::side;
pub(super) use text::{headline, line, whole as text};

/// Tells what differs between two specs.
#[allow(clippy::print_stdout, clippy::print_stderr)] // this is the command
pub(super) fn run(args: &DiffArgs) -> Exit {
    // A process that ends need not give back its memory piece by piece.
    let sides = match sides(args) {
        Ok(sides) => ManuallyDrop::new(sides),
        Err(code) => return code,
    };
    let (old, new) = &*sides;
    let found = compare(old, new);
    let mut approvals = match Approvals::read(args.approvals.as_deref()) {
        Ok(approvals) => approvals,
        Err(error) => {
            eprintln!("{error}");
            return Exit::Failed;
        }
    };
    if args.approve {
        let Some(path) = &args.approvals else {
            eprintln!("`--approve` writes into a file: name it with `--approvals FILE`");
            return Exit::Usage;
        };
        if let Err(error) = approvals.approve(&found.changes, path) {
            eprintln!("cannot write: {error}");
            return Exit::Failed;
        }
    }
    match args.format {
        DiffFormat::Text => print!("{}", text(&found, &approvals)),
        DiffFormat::Markdown => print!("{}", markdown::whole(&found, &approvals)),
        DiffFormat::Json => println!("{:#}", data::json(&found, &approvals)),
        DiffFormat::Sarif => println!("{:#}", data::sarif(&found, &approvals)),
    }
    let stale = approvals.stale(&found.changes);
    for it in &stale {
        eprintln!("stale approval, which no change has: {it}");
    }
    match args.fail_on {
        Some(wanted) if fails(&found, &approvals, wanted) => Exit::Findings,
        Some(_) if !stale.is_empty() => Exit::Stale,
        _ => Exit::Clean,
    }
}

/// Whether a change that nobody approved is what is not wanted.
fn fails(found: &Comparison<'_>, approvals: &Approvals, wanted: FailOn) -> bool {
    let mut open = found.changes.iter().filter(|it| !approvals.has(it));
    open.any(|it| match wanted {
        FailOn::Major => it.bump() == Bump::Major,
        FailOn::Urgent => it.urgency() == Urgency::Now,
    })
}

/// Both sides, with captures read where that was asked for.
fn sides(args: &DiffArgs) -> Result<(Known, Known), Exit> {
    let folder = || spec::chosen(args.spec.as_deref());
    let new = match &args.new {
        Some(new) => good("new", side(new, args.spec.as_deref()))?,
        None => good("new", Ok(Known::of_folder(&folder()?)))?,
    };
    let old = good("old", side(&args.old, args.spec.as_deref()))?;
    let new = match &args.captures {
        Some(captures) => with_captures(new, captures)?,
        None => new,
    };
    Ok((old, new))
}

/// A side without errors.
#[allow(clippy::print_stderr)] // this is the command
pub(super) fn good(which: &str, side: Result<Known, unopened::Unopened>) -> Result<Known, Exit> {
    match side {
        Ok(side) if side.model().is_some() => Ok(side),
        Ok(side) => {
            eprintln!("the {which} spec has errors, so there is nothing to compare it with:\n");
            report::findings(&side.loaded.diagnostics, &side.loaded.sources, Level::Error);
            Err(spec::exit_code(&side.loaded))
        }
        Err(error) => {
            eprintln!("{}", error.message);
            Err(error.exit)
        }
    }
}

/// The facts of captures, which have lines that kept facts have not.
#[allow(clippy::print_stderr)] // this is the command
fn with_captures(side: Known, folder: &Path) -> Result<Known, Exit> {
    let mut facts = Vec::new();
    for (id, file) in side.captures() {
        let path = folder.join(file);
        match super::captures::one(&path, id) {
            Ok((_, page)) => facts.extend(page.facts),
            Err((message, code)) => {
                eprintln!("{}: {message}", path.display());
                return Err(code);
            }
        }
    }
    Ok(side.with_facts(facts))
}

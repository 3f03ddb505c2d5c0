//! `stipula changelog`: notes of a release, and the history that keeps them.

use std::path::Path;

use anstream::{eprintln, print};
use stipula_emit::{heading, output, release_notes};
use stipula_facts::{HISTORY, Release, to_lines};

use super::{
    args::ChangelogArgs,
    diff::{good, headline, side},
    exit::Exit,
    spec,
    version::{Version, is_day},
};
use crate::change::{Known, compare, release, rows};

/// Prints the notes of what changed; with a version and a day, keeps them beside the spec.
#[allow(clippy::print_stdout, clippy::print_stderr)] // this is the command
pub(super) fn run(args: &ChangelogArgs) -> Exit {
    let folder = match spec::chosen(args.spec.as_deref()) {
        Ok(folder) => folder,
        Err(code) => return code,
    };
    let sides = good("new", Ok(Known::of_folder(&folder)))
        .and_then(|new| Ok((good("old", side(&args.old, Some(&folder)))?, new)));
    let (old, new) = match sides {
        Ok(sides) => sides,
        Err(code) => return code,
    };
    let found = compare(&old, &new);
    let (Some(version), Some(date)) = (&args.release, &args.date) else {
        print!(
            "{}",
            release_notes("[Unreleased]", &release("", "", &found.changes))
        );
        return Exit::Clean;
    };
    let made = release(version, date, &found.changes);
    let known = new.model().map_or(&[][..], |it| &it.history.releases);
    if let Err((message, code)) = fits(&made, known, &found.changes) {
        eprintln!("{message}");
        return code;
    }
    if let Err(error) = keep(&folder, known, &made) {
        eprintln!("cannot write: {error}");
        return Exit::Failed;
    }
    print!("{}", release_notes(&heading(&made), &made));
    eprintln!(
        "kept in {}; `stipula generate` writes it into the documents",
        folder.join(HISTORY).display()
    );
    Exit::Clean
}

/// Whether a release may be the next one.
fn fits(made: &Release, known: &[Release], changes: &[rows::Change]) -> Result<(), (String, Exit)> {
    let usage = |text: String| (text, Exit::Usage);
    let version = Version::read(&made.version)
        .ok_or_else(|| usage(format!("`{}` is no version, such as `1.4.0`", made.version)))?;
    if !is_day(&made.date) {
        return Err(usage(format!(
            "`{}` is no day, such as `2026-01-31`",
            made.date
        )));
    }
    if made.changes.is_empty() {
        return Err(usage(
            "nothing changed that a release would tell".to_owned(),
        ));
    }
    let Some(last) = known.last() else {
        return Ok(());
    };
    let Some(before) = Version::read(&last.version) else {
        return Ok(());
    };
    if version <= before {
        return Err(usage(format!(
            "{} is not later than {}, the last release",
            made.version, last.version
        )));
    }
    let needed = rows::release(changes).bump;
    if version.bump_from(before) < needed {
        let text = format!(
            "{} after {} is too small a step: {}; the next is {}",
            made.version,
            last.version,
            headline(changes),
            before.after(needed)
        );
        return Err((text, Exit::Findings));
    }
    Ok(())
}

/// Writes the history with one release more.
fn keep(folder: &Path, known: &[Release], made: &Release) -> std::io::Result<()> {
    let text = to_lines(known.iter().chain([made]));
    output::replace(&folder.join(HISTORY), &text)
}

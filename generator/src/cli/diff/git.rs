//! A revision of git, as its own command packs it.

use std::{
    io,
    path::Path,
    process::{Command, Output},
};

use super::{package, unopened::Unopened};
use crate::change::Known;
use crate::cli::exit::Exit;

/// The spec as it is in a revision: the files below its folder, without a checkout.
pub(super) fn read(revision: &str, folder: &Path) -> Result<Known, Unopened> {
    let unknown = |why: String| Unopened {
        message: format!(
            "`{revision}` is no folder, no packed crate, and no revision of git that has `{}`: {why}",
            folder.display()
        ),
        exit: Exit::Usage,
    };
    if revision.starts_with('-') {
        return Err(unknown("a revision does not begin with `-`".to_owned()));
    }
    let packed = archive(revision, folder).map_err(|error| unknown(error.to_string()))?;
    let texts = package::texts(&packed[..], Path::new(""));
    let texts = texts.map_err(|error| unknown(error.to_string()))?;
    let files: Vec<(&str, &str)> = texts
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    Ok(Known::of_texts(&format!("{revision}:"), &files))
}

/// The spec as it was committed last; none where git does not know it, or where it had an error.
pub(in crate::cli) fn at_head(folder: &Path) -> Option<Known> {
    read("HEAD", folder).ok().filter(|it| it.model().is_some())
}

fn archive(revision: &str, folder: &Path) -> io::Result<Vec<u8>> {
    let Output {
        status,
        stdout,
        stderr,
    } = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(["archive", "--format=tar", revision])
        .output()?;
    if status.success() {
        return Ok(stdout);
    }
    let said = String::from_utf8_lossy(&stderr);
    let line = said.lines().next().unwrap_or("git says nothing");
    Err(io::Error::other(
        line.trim_start_matches("fatal: ").to_owned(),
    ))
}

//! Carries out a plan.

use std::{fs, io, path::Path};

use super::{
    Plan,
    manifest::MANIFEST,
    plan::{ChangeKind, named},
};

/// Writes what the plan says, each file at once or not at all. A plan that refuses a file writes
/// nothing.
///
/// # Errors
/// When a file is refused, or the disk fails; the message names the file.
pub fn write(plan: &Plan, root: &Path) -> io::Result<()> {
    if let Some(refused) = plan.refused.first() {
        let message = format!("{} was edited by hand", refused.path);
        return Err(io::Error::new(io::ErrorKind::AlreadyExists, message));
    }
    for change in &plan.changes {
        let path = root.join(&change.path);
        match change.kind {
            ChangeKind::Added | ChangeKind::Changed => replace(&path, &change.new)?,
            ChangeKind::Removed => remove(&path, root)?,
        }
    }
    match &plan.manifest {
        Some(text) => replace(&root.join(MANIFEST), text),
        None => Ok(()),
    }
}

/// Writes beside the file, then renames: a reader sees the old text or the new one.
pub fn replace(path: &Path, text: &str) -> io::Result<()> {
    let fail = |error: io::Error| named(&error, path);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(fail)?;
    }
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    fs::write(&beside, text).map_err(fail)?;
    fs::rename(&beside, path).map_err(|error| {
        // The first error is the one to report; the leftover is harmless.
        let _ = fs::remove_file(&beside);
        fail(error)
    })
}

/// Removes a file, and its folders as far as they are empty.
fn remove(path: &Path, root: &Path) -> io::Result<()> {
    fs::remove_file(path).map_err(|error| named(&error, path))?;
    let mut folder = path.parent();
    while let Some(it) = folder {
        if it == root || fs::remove_dir(it).is_err() {
            break;
        }
        folder = it.parent();
    }
    Ok(())
}

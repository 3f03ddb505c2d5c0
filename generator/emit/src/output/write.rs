//! Carries out a plan.

use std::{
    collections::BTreeSet,
    fs::{self, File},
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use super::{
    Plan,
    manifest::MANIFEST,
    plan::{ChangeKind, named},
};

/// The folder in which files wait until all of them are there. Only a run that was killed leaves it.
const WAITING: &str = "generated.waiting";

/// Writes what the plan says. A plan that refuses a file writes nothing.
///
/// All texts are on the disk before the first file is replaced: a disk that is full leaves every file as it
/// was. Each is replaced at once or not at all, and the manifest knows old and new texts until all are, so
/// that a run that was killed is mended by the next one, whatever that writes.
///
/// # Errors
/// When a file is refused, or the disk fails; the message names the file.
pub fn write(plan: &Plan, root: &Path) -> io::Result<()> {
    if let Some(refused) = plan.refused.first() {
        let message = format!("{} was edited by hand", refused.path);
        return Err(io::Error::new(io::ErrorKind::AlreadyExists, message));
    }
    let waiting = root.join(WAITING);
    remove_waiting(&waiting)?;
    let done = carry_out(plan, root, &waiting);
    // The first error is the one to report.
    let cleared = remove_waiting(&waiting);
    done.and(cleared)
}

fn carry_out(plan: &Plan, root: &Path, waiting: &Path) -> io::Result<()> {
    let manifest = root.join(MANIFEST);
    let changes: Vec<_> = plan
        .changes
        .iter()
        .enumerate()
        .map(|(at, it)| (waiting.join(at.to_string()), it))
        .collect();
    for (beside, change) in &changes {
        if change.kind != ChangeKind::Removed {
            put(beside, &root.join(&change.path), &change.new)?;
        }
    }
    if let Some(text) = &plan.between {
        replace(&manifest, text)?;
    }
    let mut folders = BTreeSet::new();
    for (beside, change) in &changes {
        let path = root.join(&change.path);
        match change.kind {
            ChangeKind::Added | ChangeKind::Changed => rename(beside, &path)?,
            ChangeKind::Removed => remove(&path, root)?,
        }
        folders.extend(path.parent().map(Path::to_owned));
    }
    for it in &folders {
        settle(it);
    }
    match &plan.manifest {
        Some(text) => replace(&manifest, text),
        None => Ok(()),
    }
}

/// Writes beside the file, then renames: a reader sees the old text or the new one.
pub fn replace(path: &Path, text: &str) -> io::Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    let beside = PathBuf::from(beside);
    let done = put(&beside, path, text).and_then(|()| rename(&beside, path));
    if done.is_err() {
        // The first error is the one to report; the leftover is harmless.
        let _ = fs::remove_file(&beside);
    }
    if let Some(folder) = path.parent() {
        settle(folder);
    }
    done
}

/// Writes a text that is to become a file, down to the disk; errors name the file.
fn put(beside: &Path, path: &Path, text: &str) -> io::Result<()> {
    let written = || {
        if let Some(folder) = beside.parent() {
            fs::create_dir_all(folder)?;
        }
        let mut file = File::create(beside)?;
        file.write_all(text.as_bytes())?;
        file.sync_data()
    };
    written().map_err(|error| named(&error, path))
}

fn rename(from: &Path, to: &Path) -> io::Result<()> {
    let renamed = || {
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::rename(from, to)
    };
    renamed().map_err(|error| named(&error, to))
}

/// Brings the names in a folder down to the disk, where the system can.
fn settle(folder: &Path) {
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    if let Ok(it) = File::open(folder) {
        let _ = it.sync_all();
    }
}

fn remove_waiting(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(named(&error, folder)),
        _ => Ok(()),
    }
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

//! What writing would do: compared first, so that nothing is written half.

use std::{fs, io, path::Path};

use super::{FileSet, manifest::Manifest};

/// What writing a set of files into a folder would do.
#[derive(Debug)]
pub struct Plan {
    /// Files that would be added, changed or removed, by path.
    pub changes: Vec<Change>,
    /// Files in the way; while there is one, nothing is written.
    pub refused: Vec<Refused>,
    /// Files that stay as they are.
    pub unchanged: usize,
    /// The manifest has to be written.
    pub(super) manifest: Option<String>,
}

/// One change.
#[derive(Debug)]
pub struct Change {
    /// Path below the folder.
    pub path: String,
    /// What happens.
    pub kind: ChangeKind,
    /// Text on disk, empty when there is none.
    pub old: String,
    /// Text to be, empty when it goes.
    pub new: String,
}

/// What happens to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    /// It is new.
    Added,
    /// Its text changes.
    Changed,
    /// It is no longer emitted.
    Removed,
}

/// A file that was not written by us as it stands.
#[derive(Debug)]
pub struct Refused {
    /// Path below the folder.
    pub path: String,
    /// Text on disk.
    pub old: String,
    /// Text to be.
    pub new: String,
}

impl Plan {
    /// Nothing would change.
    pub fn is_clean(&self) -> bool {
        self.changes.is_empty() && self.refused.is_empty() && self.manifest.is_none()
    }
}

/// Compares a set of files with a folder.
pub fn plan(files: &FileSet, root: &Path) -> io::Result<Plan> {
    let manifest = Manifest::read(root)?;
    let mut plan = Plan {
        changes: Vec::new(),
        refused: Vec::new(),
        unchanged: 0,
        manifest: None,
    };
    for (path, new) in files.iter() {
        match read(&root.join(path))? {
            None => plan.change(path, ChangeKind::Added, String::new(), new),
            Some(old) if old.replace("\r\n", "\n") == new => plan.unchanged += 1,
            Some(old) if manifest.wrote(path, &old) => {
                plan.change(path, ChangeKind::Changed, old, new);
            }
            Some(old) => plan.refuse(path, old, new),
        }
    }
    for path in manifest.paths().filter(|path| files.get(path).is_none()) {
        match read(&root.join(path))? {
            None => {}
            Some(old) if manifest.wrote(path, &old) => {
                plan.change(path, ChangeKind::Removed, old, "");
            }
            Some(old) => plan.refuse(path, old, ""),
        }
    }
    let next = Manifest::of(files);
    if next != manifest {
        plan.manifest = Some(next.text());
    }
    Ok(plan)
}

impl Plan {
    /// Turns what was refused into changes: the caller wants the edits gone.
    pub fn overwrite(&mut self) {
        for Refused { path, old, new } in self.refused.drain(..) {
            let kind = if new.is_empty() {
                ChangeKind::Removed
            } else {
                ChangeKind::Changed
            };
            self.changes.push(Change {
                path,
                kind,
                old,
                new,
            });
        }
    }

    fn change(&mut self, path: &str, kind: ChangeKind, old: String, new: &str) {
        self.changes.push(Change {
            path: path.to_owned(),
            kind,
            old,
            new: new.to_owned(),
        });
    }

    fn refuse(&mut self, path: &str, old: String, new: &str) {
        self.refused.push(Refused {
            path: path.to_owned(),
            old,
            new: new.to_owned(),
        });
    }
}

fn read(path: &Path) -> io::Result<Option<String>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(named(&error, path)),
    }
}

/// The error with the path it concerns.
pub(super) fn named(error: &io::Error, path: &Path) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

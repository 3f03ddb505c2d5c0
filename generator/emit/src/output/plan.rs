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
    /// The manifest while files are replaced: it knows the old texts and the new ones.
    pub(super) between: Option<String>,
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
        between: None,
    };
    for (path, new) in files.iter() {
        match read(&root.join(path))? {
            None => plan.change(path, ChangeKind::Added, String::new(), new),
            Some(old) if is_same(&old, new) => plan.unchanged += 1,
            Some(old) => plan.differs(&manifest, path, ChangeKind::Changed, text(old), new),
        }
    }
    for path in manifest.paths().filter(|path| files.get(path).is_none()) {
        match read(&root.join(path))? {
            None => {}
            Some(old) => plan.differs(&manifest, path, ChangeKind::Removed, text(old), ""),
        }
    }
    let next = Manifest::of(files);
    if next != manifest {
        plan.between = Some(next.with(&manifest).text());
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

    /// A file on disk that should be another, or should not be there: it is ours to change when it is
    /// as we wrote it.
    fn differs(
        &mut self,
        manifest: &Manifest,
        path: &str,
        kind: ChangeKind,
        old: String,
        new: &str,
    ) {
        if manifest.wrote(path, &old) {
            self.change(path, kind, old, new);
        } else {
            self.refuse(path, old, new);
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

/// Whether a file holds a text; how its lines end is up to the checkout.
fn is_same(old: &[u8], new: &str) -> bool {
    old == new.as_bytes()
        || (old.contains(&b'\r') && text(old.to_vec()).replace("\r\n", "\n") == new)
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes)
        .unwrap_or_else(|it| String::from_utf8_lossy(it.as_bytes()).into_owned())
}

fn read(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(named(&error, path)),
    }
}

/// The error with the path it concerns.
pub(super) fn named(error: &io::Error, path: &Path) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

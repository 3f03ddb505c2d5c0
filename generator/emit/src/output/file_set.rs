//! Paths and texts, in order, without a disk.

use std::collections::BTreeMap;

/// Emitted files by their path below the output folder, with `/` between segments.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FileSet {
    files: BTreeMap<String, String>,
    api: Option<String>,
}

impl FileSet {
    /// No file yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// No file yet, and the name of the API that they will be of.
    pub fn of_api(name: impl Into<String>) -> Self {
        Self {
            files: BTreeMap::new(),
            api: Some(name.into()),
        }
    }

    /// The name of the API that the files are of.
    pub fn api(&self) -> Option<&str> {
        self.api.as_deref()
    }

    /// Adds a file. Two emitters never write the same path; the later text would win.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<String>) {
        self.files.insert(path.into(), text.into());
    }

    /// Takes over every file of the other set.
    pub fn extend(&mut self, other: Self) {
        self.files.extend(other.files);
    }

    /// Paths and texts, sorted by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// The text of one file.
    pub fn get(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// Number of files.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is no file.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}

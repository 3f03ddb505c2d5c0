//! Checksums of the files as they were written last.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::Path,
};

use stipula_contract::checksum;

use super::FileSet;

/// Name of the manifest, beside the files it lists.
pub const MANIFEST: &str = "generated.manifest";

const HEAD: &str =
    "# Checksums of generated files, to notice hand edits. Made by `stipula generate`.\n";

/// What the line begins with that names the API.
const API: &str = "# API: ";

/// The name of the API whose client was written into a folder; none where none was.
///
/// # Errors
/// When the manifest is there and cannot be read.
pub fn made_from(root: &Path) -> io::Result<Option<String>> {
    Ok(Manifest::read(root)?.api)
}

/// Paths and checksums.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    api: Option<String>,
    /// More than one where a run did not end.
    sums: BTreeMap<String, BTreeSet<String>>,
}

impl Manifest {
    /// Reads the manifest of a folder; a folder without one has none of our files.
    pub(super) fn read(root: &Path) -> io::Result<Self> {
        let text = match fs::read_to_string(root.join(MANIFEST)) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(error),
        };
        let mut sums: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for line in text
            .lines()
            .filter(|line| !line.starts_with('#') && !line.is_empty())
        {
            let Some((sum, path)) = line.split_once("  ") else {
                let message = format!("{MANIFEST} holds a line that is no checksum: `{line}`");
                return Err(io::Error::new(io::ErrorKind::InvalidData, message));
            };
            let known = sums.entry(path.to_owned()).or_default();
            known.insert(sum.to_owned());
        }
        let named = text.lines().find_map(|line| line.strip_prefix(API));
        Ok(Self {
            api: named.map(str::to_owned),
            sums,
        })
    }

    /// The manifest of a set of files.
    pub(super) fn of(files: &FileSet) -> Self {
        let sums = files
            .iter()
            .map(|(path, text)| (path.to_owned(), BTreeSet::from([checksum(text)])))
            .collect();
        Self {
            api: files.api().map(str::to_owned),
            sums,
        }
    }

    /// Its text.
    pub(super) fn text(&self) -> String {
        let mut text = HEAD.to_owned();
        if let Some(api) = &self.api {
            text.extend([API, api, "\n"]);
        }
        for (path, sums) in &self.sums {
            for sum in sums {
                text.extend([sum, "  ", path, "\n"]);
            }
        }
        text
    }

    /// What both know.
    pub(super) fn with(&self, other: &Self) -> Self {
        let mut sums = self.sums.clone();
        for (path, known) in &other.sums {
            sums.entry(path.clone())
                .or_default()
                .extend(known.iter().cloned());
        }
        Self {
            api: self.api.clone(),
            sums,
        }
    }

    /// Whether this text is what was written under this path.
    pub(super) fn wrote(&self, path: &str, text: &str) -> bool {
        self.sums
            .get(path)
            .is_some_and(|known| known.contains(&checksum(text)))
    }

    /// The paths it lists.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.sums.keys().map(String::as_str)
    }
}

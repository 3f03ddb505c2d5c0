//! Changes that somebody has looked at, by their fingerprints.

use std::{collections::BTreeMap, fmt::Write as _, fs, io, path::Path};

use stipula_change::Change;
use stipula_emit::output;
use stipula_spec::source::plain;

const HEAD: &str = "# Changes that were looked at. `stipula diff … --approve` adds to this file.\n";

/// The lines of the file.
#[derive(Debug, Default)]
pub(in crate::cli) struct Approvals {
    /// Fingerprints, each with the words behind it.
    known: BTreeMap<String, String>,
}

impl Approvals {
    /// Reads the file; one that is not there has no line yet.
    pub(super) fn read(path: Option<&Path>) -> Result<Self, String> {
        let Some(path) = path else {
            return Ok(Self::default());
        };
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(format!("{}: {}", path.display(), plain(error))),
        };
        let mut known = BTreeMap::new();
        for (index, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let (id, words) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
            if id.len() != 12 || !id.bytes().all(|it| it.is_ascii_hexdigit()) {
                let (file, line) = (path.display(), index + 1);
                return Err(format!(
                    "{file}:{line}: `{id}` is no fingerprint of a change: 12 hexadecimal digits"
                ));
            }
            known.insert(id.to_owned(), words.trim().to_owned());
        }
        Ok(Self { known })
    }

    /// Whether a change was looked at.
    pub(super) fn has(&self, change: &Change) -> bool {
        self.known.contains_key(&change.fingerprint())
    }

    /// Lines that no change has.
    pub(super) fn stale(&self, changes: &[Change]) -> Vec<String> {
        let all: Vec<String> = changes.iter().map(Change::fingerprint).collect();
        let stale = self.known.iter().filter(|it| !all.contains(it.0));
        stale
            .map(|(id, words)| format!("{id} {words}").trim_end().to_owned())
            .collect()
    }

    /// Adds every change, and writes the file.
    pub(super) fn approve(&mut self, changes: &[Change], path: &Path) -> io::Result<()> {
        for it in changes {
            let words = || format!("{} {} {}", it.row.id(), it.place, it.what);
            self.known.entry(it.fingerprint()).or_insert_with(words);
        }
        let mut text = HEAD.to_owned();
        for (id, words) in &self.known {
            let _ = writeln!(text, "{}", format!("{id}  {words}").trim_end());
        }
        output::replace(path, &text)
    }
}

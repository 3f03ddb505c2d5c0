//! Lines of YAML, each with what it says, so that a line that is refused can be left out.

use std::fmt::Write as _;

use crate::yaml;

/// What a line says: the place and the key.
pub(super) type Tag = (String, String);

/// Lines in the making.
#[derive(Debug, Default)]
pub(super) struct Lines {
    text: String,
    tags: Vec<Option<Tag>>,
}

impl Lines {
    /// Lines that have to stay.
    pub(super) fn of(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            tags: text.lines().map(|_| None).collect(),
        }
    }

    /// A line that has to stay.
    pub(super) fn add(&mut self, depth: usize, text: &str) {
        let _ = writeln!(self.text, "{}{text}", "  ".repeat(depth));
        self.tags.push(None);
    }

    /// `key: value` that may be left out, when the language does not take what the page says.
    pub(super) fn claim(&mut self, depth: usize, at: &str, key: &str, value: &str) {
        let tag = (at.to_owned(), key.to_owned());
        self.tagged(depth, &format!("{key}: {value}"), tag);
    }

    /// A line that may be left out, and what it says.
    pub(super) fn tagged(&mut self, depth: usize, text: &str, tag: Tag) {
        self.add(depth, text);
        if let Some(last) = self.tags.last_mut() {
            *last = Some(tag);
        }
    }

    /// All lines of another.
    pub(super) fn append(&mut self, other: Self) {
        self.text.push_str(&other.text);
        self.tags.extend(other.tags);
    }

    /// With one line in the place of another.
    pub(super) fn replaced(self, line: &str, by: &str) -> Self {
        let all = self.text.lines();
        let text = all.map(|it| if it == line { by } else { it });
        Self {
            text: text.flat_map(|it| [it, "\n"]).collect(),
            tags: self.tags,
        }
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.tags.len()
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// What the line says, from 1.
    pub(super) fn tag(&self, line: usize) -> Option<&Tag> {
        self.tags.get(line.checked_sub(1)?)?.as_ref()
    }
}

/// Prose that is left to people, with the open questions.
pub(super) fn doc(left: &[String]) -> String {
    match left {
        [] => "TODO".to_owned(),
        left => quoted(&format!("TODO: {}", left.join("; "))),
    }
}

/// A text as YAML: bare when nothing could be made of it but that text.
pub(super) fn quoted(text: &str) -> String {
    let bare = text.starts_with(|it: char| it.is_ascii_alphabetic() || it == '/')
        && !text.ends_with([':', ' '])
        && text
            .chars()
            .all(|it| it.is_ascii_alphanumeric() || "_-./ ".contains(it));
    yaml::text(text, bare)
}

//! What is noted about broken rules, in a row and without a text.

use std::fmt;

use crate::path::{Step, write_escaped, write_index, write_name};
use crate::{Limit, Path, Rule};

/// One note. Every violation is a row of steps, perhaps a limit, and a rule at the end. The steps
/// go up to the root, as paths do.
///
/// It owns nothing, so that dropping and copying many of them is nothing.
#[derive(Clone, Copy)]
pub(super) enum Record {
    Field(&'static str),
    Index(usize),
    Key(Piece),
    /// A key goes on.
    MoreOfKey(Piece),
    /// The limit that applied, where it is not the one of the rule.
    Limit(Limit),
    /// How much there is of what the limit counts.
    Actual(u64),
    Broken {
        rule: &'static Rule,
        /// The last step, which most often is the only one.
        field: Option<&'static str>,
    },
}

/// A text in place: all of a usual key, a part of a long one.
#[derive(Clone, Copy)]
pub(super) struct Piece {
    length: u8,
    bytes: [u8; Piece::MOST],
}

/// Adds the steps of a path, the last one first.
#[inline]
pub(super) fn add_steps(path: &Path<'_>, records: &mut Vec<Record>) {
    let mut at = path;
    while let Some(before) = at.before {
        match at.step {
            Step::Root => {}
            Step::Field(name) => records.push(Record::Field(name)),
            Step::Index(index) => records.push(Record::Index(index)),
            Step::Key(key) => add_key(key, records),
        }
        at = before;
    }
}

#[inline(never)]
fn add_key(mut key: &str, records: &mut Vec<Record>) {
    while let Some(much) = key.len().checked_sub(Piece::MOST).filter(|much| *much > 0) {
        let (front, back) = key.split_at(key.ceil_char_boundary(much));
        records.push(Record::MoreOfKey(Piece::new(back)));
        key = front;
    }
    records.push(Record::Key(Piece::new(key)));
}

impl Record {
    /// Whether a violation ends here.
    pub(super) fn is_end(&self) -> bool {
        matches!(self, Self::Broken { .. })
    }

    /// Whether it adds to a JSON Pointer.
    pub(super) fn is_step(&self) -> bool {
        match self {
            Self::Field(_) | Self::Index(_) | Self::Key(_) | Self::MoreOfKey(_) => true,
            Self::Broken { field, .. } => field.is_some(),
            Self::Limit(_) | Self::Actual(_) => false,
        }
    }

    /// The member that it names, when the code knows its name.
    pub(super) fn field(&self) -> Option<&'static str> {
        match self {
            Self::Field(name) => Some(name),
            Self::Broken { field, .. } => *field,
            _ => None,
        }
    }

    /// Appends what it adds to a JSON Pointer.
    pub(super) fn write_to(&self, out: &mut impl fmt::Write) -> fmt::Result {
        match self {
            Self::Field(name) => write_name(out, name),
            Self::Index(index) => write_index(out, *index),
            Self::Key(key) => write_name(out, key.as_str()),
            Self::MoreOfKey(key) => write_escaped(out, key.as_str()),
            Self::Broken { field, .. } => field.map_or(Ok(()), |name| write_name(out, name)),
            Self::Limit(_) | Self::Actual(_) => Ok(()),
        }
    }
}

impl Piece {
    const MOST: usize = 22;

    fn new(text: &str) -> Self {
        let mut bytes = [0; Self::MOST];
        if let Some(bytes) = bytes.get_mut(..text.len()) {
            bytes.copy_from_slice(text.as_bytes());
        }
        let length = u8::try_from(text.len()).unwrap_or_default();
        Self { length, bytes }
    }

    fn as_str(&self) -> &str {
        let bytes = self.bytes.get(..usize::from(self.length));
        // It was cut between characters, so it is a text.
        std::str::from_utf8(bytes.unwrap_or_default()).unwrap_or_default()
    }
}

//! Misfits as they are collected.

use std::fmt;

use super::misfit::Misfit;

/// How many misfits of one body are kept; the rest is counted.
pub const MOST_MISFITS: usize = 1000;

/// How many are shown in one text.
const SHOWN: usize = 20;

/// What did not fit in a body that was read all the same, in the order of reading.
///
/// The first [`MOST_MISFITS`] are kept, the others are counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Misfits {
    kept: Vec<Misfit>,
    more: usize,
}

/// How far a collection had come.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark(usize, usize);

impl Misfits {
    pub(super) fn is_full(&self) -> bool {
        self.kept.len() >= MOST_MISFITS
    }

    /// Keeps a misfit, which is only made if there is room.
    pub(super) fn push(&mut self, misfit: impl FnOnce() -> Misfit) {
        if self.is_full() {
            self.more = self.more.saturating_add(1);
        } else {
            self.kept.push(misfit());
        }
    }

    /// Keeps a misfit.
    #[cfg(feature = "client")]
    pub(crate) fn add(&mut self, misfit: Misfit) {
        self.push(|| misfit);
    }

    /// Keeps these, too.
    pub(super) fn append(&mut self, others: Self) {
        for misfit in others.kept {
            self.push(|| misfit);
        }
        self.more = self.more.saturating_add(others.more);
    }

    pub(super) fn mark(&self) -> Mark {
        Mark(self.kept.len(), self.more)
    }

    /// Forgets what came after the mark.
    pub(super) fn back_to(&mut self, mark: Mark) {
        self.kept.truncate(mark.0);
        self.more = mark.1;
    }

    /// Whether everything fits.
    pub fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    /// How many there are, those that are only counted included.
    pub fn len(&self) -> usize {
        self.kept.len().saturating_add(self.more)
    }

    /// The misfits that are kept.
    pub fn iter(&self) -> std::slice::Iter<'_, Misfit> {
        self.kept.iter()
    }

    /// The first misfit at this JSON Pointer.
    pub fn at(&self, pointer: &str) -> Option<&Misfit> {
        self.iter().find(|it| it.pointer() == pointer)
    }
}

impl<'a> IntoIterator for &'a Misfits {
    type Item = &'a Misfit;
    type IntoIter = std::slice::Iter<'a, Misfit>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for Misfits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (nth, misfit) in self.iter().take(SHOWN).enumerate() {
            let before = if nth == 0 { "" } else { "; " };
            write!(f, "{before}{misfit}")?;
        }
        match self.len().saturating_sub(SHOWN) {
            0 => Ok(()),
            more => write!(f, "; and {more} more"),
        }
    }
}

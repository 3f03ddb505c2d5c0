//! What the entries of a map have broken, in the order of their keys.

use std::ops::Range;

use super::Violations;

/// Puts the violations of a map without an order into the order of the texts of its keys, so that a
/// body has the same ones whenever it is judged.
///
/// The map is gone through once and as it is: a map that breaks nothing is neither sorted nor copied.
#[derive(Debug)]
pub struct KeyOrder {
    /// How many records there were when the current entry began.
    begin: usize,
    /// The keys of entries that broke something, each with its records.
    broken: Vec<(String, Range<usize>)>,
}

impl KeyOrder {
    /// To be made before the first entry is judged.
    #[inline]
    pub const fn new(out: &Violations) -> Self {
        Self {
            begin: out.records.len(),
            broken: Vec::new(),
        }
    }

    /// To be called when an entry was judged.
    #[inline]
    pub fn end_entry(&mut self, key: &str, out: &Violations) {
        if out.records.len() != self.begin {
            self.note(key, out);
        }
    }

    #[cold]
    #[inline(never)]
    fn note(&mut self, key: &str, out: &Violations) {
        let end = out.records.len();
        self.broken.push((key.to_owned(), self.begin..end));
        self.begin = end;
    }

    /// To be called after the last entry.
    #[inline]
    pub fn settle(self, out: &mut Violations) {
        if self.broken.len() > 1 {
            self.sort(out);
        }
    }

    #[cold]
    #[inline(never)]
    fn sort(mut self, out: &mut Violations) {
        let Some(first) = self.broken.first().map(|(_, records)| records.start) else {
            return;
        };
        self.broken.sort_by(|a, b| a.0.cmp(&b.0));
        let mut sorted = Vec::with_capacity(out.records.len() - first);
        for (_, records) in self.broken {
            sorted.extend(out.records.get(records).into_iter().flatten());
        }
        out.records.truncate(first);
        out.records.append(&mut sorted);
    }
}

/// The same for a map that has an order of its own, which stays.
#[derive(Debug)]
pub(crate) struct AsFound;

#[allow(clippy::unused_self, reason = "stands in for `KeyOrder`")]
impl AsFound {
    #[inline]
    pub(crate) const fn new(_: &Violations) -> Self {
        Self
    }

    #[inline]
    pub(crate) const fn end_entry(&mut self, _: &str, _: &Violations) {}

    #[inline]
    pub(crate) fn settle(self, _: &mut Violations) {}
}

//! JSON Pointers, written when the first of them is asked for.

use super::record::Record;

/// The pointers of all violations in one text.
#[derive(Clone)]
pub(super) struct Pointers {
    text: String,
    ends: Vec<usize>,
}

impl Pointers {
    pub(super) fn of(records: &[Record]) -> Self {
        let (mut text, mut ends) = (String::new(), Vec::new());
        for one in records.split_inclusive(Record::is_end) {
            let Some((end, steps)) = one.split_last() else {
                continue;
            };
            for record in steps.iter().rev().chain([end]) {
                // Writing to a string does not fail.
                let _ = record.write_to(&mut text);
            }
            ends.push(text.len());
        }
        Self { text, ends }
    }

    pub(super) fn get(&self, nth: usize) -> &str {
        let end = |nth: usize| self.ends.get(nth).copied().unwrap_or_default();
        let start = nth.checked_sub(1).map_or(0, end);
        self.text.get(start..end(nth)).unwrap_or_default()
    }
}

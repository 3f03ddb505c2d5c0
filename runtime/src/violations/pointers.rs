//! JSON Pointers, written when the first of them is asked for.

use super::record::Record;
use crate::Location;
use crate::location::Placed;
use crate::path::write_name;

/// The pointers of all violations in one text.
#[derive(Clone)]
pub(super) struct Pointers {
    text: String,
    ends: Vec<(usize, Location)>,
}

impl Pointers {
    /// `places` says which members of the root do not stand in the body under their own name.
    pub(super) fn of(records: &[Record], places: &'static [Placed]) -> Self {
        let (mut text, mut ends) = (String::new(), Vec::new());
        for one in records.split_inclusive(Record::is_end) {
            let Some((end, steps)) = one.split_last() else {
                continue;
            };
            let mut steps = steps.iter().rev().chain([end]).filter(|it| it.is_step());
            let mut location = Location::Body;
            let first = steps.next();
            if let Some(member) = first.and_then(Record::field) {
                let (place, name) = Placed::find(places, member);
                location = place;
                // Writing to a string does not fail.
                let _ = name.map_or(Ok(()), |name| write_name(&mut text, name));
            } else if let Some(first) = first {
                let _ = first.write_to(&mut text);
            }
            for record in steps {
                let _ = record.write_to(&mut text);
            }
            ends.push((text.len(), location));
        }
        Self { text, ends }
    }

    pub(super) fn get(&self, nth: usize) -> &str {
        let end = |nth: usize| self.ends.get(nth).map_or(0, |it| it.0);
        let start = nth.checked_sub(1).map_or(0, end);
        self.text.get(start..end(nth)).unwrap_or_default()
    }

    pub(super) fn location(&self, nth: usize) -> Location {
        self.ends.get(nth).map(|it| it.1).unwrap_or_default()
    }
}

//! Two specs held against each other: contracts, what things are called in Rust, and what pages say.

mod known;
mod moved;
mod noted;
mod written;

use std::collections::BTreeMap;

use stipula_change::{Change, Items, Release, Side, diff};
use stipula_contract::{FieldId, Named};
use stipula_emit::Model;

pub use known::Known;
pub use moved::PageLine;
pub use noted::release;
pub use stipula_change as rows;

/// What differs between two specs, with both.
#[derive(Debug)]
pub struct Comparison<'a> {
    /// The old one.
    pub old: &'a Known,
    /// The new one.
    pub new: &'a Known,
    /// What differs.
    pub changes: Vec<Change>,
    /// Where pages speak of places, of the old and of the new side.
    pages: [BTreeMap<String, Vec<PageLine>>; 2],
}

/// Where something is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The file, as it is shown.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// From 1.
    pub column: usize,
}

struct Called<'a>(&'a Model);

impl Items for Called<'_> {
    fn path(&self, it: Named) -> String {
        self.0.names.path(&self.0.api, it)
    }

    fn name(&self, it: Named) -> String {
        self.0.names.own(it).to_owned()
    }

    fn is_boxed(&self, field: FieldId) -> bool {
        self.0.is_boxed(field)
    }
}

/// What differs between two specs; nothing where one of them has an error.
pub fn compare<'a>(old: &'a Known, new: &'a Known) -> Comparison<'a> {
    let changes = match (old.model(), new.model()) {
        (Some(was), Some(is)) => {
            let moved = moved::places(old, new);
            let items = (Called(was), Called(is));
            let side = |model: &'a Model| &model.api;
            let was = Side {
                api: side(was),
                items: &items.0,
                moved: &moved.0,
                build: old.build(),
            };
            let is = Side {
                api: side(is),
                items: &items.1,
                moved: &moved.1,
                build: new.build(),
            };
            diff(was, is)
        }
        _ => Vec::new(),
    };
    let pages = if changes.is_empty() {
        Default::default()
    } else {
        [moved::pages(old), moved::pages(new)]
    };
    Comparison {
        old,
        new,
        changes,
        pages,
    }
}

impl Comparison<'_> {
    /// What the changes need together.
    pub fn release(&self) -> Release {
        stipula_change::release(&self.changes)
    }

    /// Where a change is written in the old spec.
    pub fn old_line(&self, change: &Change) -> Option<Written> {
        let is_new = change.old_at.is_none() && change.new_at.is_some();
        (!is_new).then(|| self.old.line(change.old_at, &change.place))?
    }

    /// Where a change is written in the new spec.
    pub fn new_line(&self, change: &Change) -> Option<Written> {
        let is_gone = change.new_at.is_none() && change.old_at.is_some();
        (!is_gone).then(|| self.new.line(change.new_at, &change.place))?
    }

    /// Where pages speak of its place: on the new side, or on the old one when it is gone.
    pub fn pages(&self, change: &Change) -> &[PageLine] {
        let mut sides = self.pages.iter().rev();
        let found = sides.find_map(|it| it.get(&change.place));
        found.map_or(&[], |it| it)
    }
}

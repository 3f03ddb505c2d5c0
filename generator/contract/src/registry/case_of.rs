//! `case_of`: the case that the sibling chooses.

use super::{Entry, Keyword};

pub(super) const ENTRY: Entry = Entry::new("case_of", |_, _| Keyword::Case);

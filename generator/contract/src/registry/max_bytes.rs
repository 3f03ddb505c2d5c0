//! `max_bytes`: the greatest number of bytes of UTF-8.

use super::{Entry, Keyword, size};

pub(super) const ENTRY: Entry = Entry::new("max_bytes", |_, _| Keyword::Nowhere)
    .bad(|it, around| vec![around.padded(size(it).saturating_add(1))]);

//! `min_bytes`: the least number of bytes of UTF-8.

use super::{Entry, Good, Keyword, size};

pub(super) const ENTRY: Entry = Entry::new("min_bytes", |_, _| Keyword::Nowhere)
    .good(|it| Good::Chars(size(it)))
    .bad(|it, around| vec![around.padded(size(it).saturating_sub(1))]);

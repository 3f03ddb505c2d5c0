//! `min_chars`: the least number of characters.

use serde_json::json;

use super::{Entry, Good, bound, count, here, size};
use crate::Bounds;

pub(super) const ENTRY: Entry = Entry::new("min_chars", |it, _| here("minLength", count(it)))
    .bounds(|it| Bounds {
        min: bound(it),
        max: None,
    })
    .good(|it| Good::Chars(size(it)))
    .bad(|it, _| vec![json!("x".repeat(size(it).saturating_sub(1)))]);

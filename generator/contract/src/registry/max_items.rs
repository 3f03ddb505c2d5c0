//! `max_items`: the greatest number of items.

use super::{Entry, bound, count, here, of_items, size};
use crate::Bounds;

pub(super) const ENTRY: Entry = Entry::new("max_items", |it, ty| {
    here(of_items(ty, "maxItems", "maxProperties"), count(it))
})
.bounds(|it| Bounds {
    min: None,
    max: bound(it),
})
.bad(|it, around| {
    let more = (around.many)(size(it).saturating_add(1));
    more.into_iter().collect()
});

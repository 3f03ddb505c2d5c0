//! `min_items`: the least number of items.

use serde_json::{Map, Value as Any};

use super::{Entry, Good, bound, count, here, of_items, size};
use crate::Bounds;

pub(super) const ENTRY: Entry = Entry::new("min_items", |it, ty| {
    here(of_items(ty, "minItems", "minProperties"), count(it))
})
.bounds(|it| Bounds {
    min: bound(it),
    max: None,
})
.good(|it| Good::Items(size(it)))
.bad(|it, around| first(around.own, size(it).saturating_sub(1)));

/// What is there, with so many items only.
fn first(own: &Any, count: usize) -> Vec<Any> {
    match own {
        Any::Array(items) => vec![items.iter().take(count).cloned().collect()],
        Any::Object(entries) => {
            let kept = entries.iter().take(count);
            let kept: Map<String, Any> = kept.map(|(k, v)| (k.clone(), v.clone())).collect();
            vec![Any::Object(kept)]
        }
        _ => Vec::new(),
    }
}

//! `multiple_of`: a number that goes into the value without a rest.

use serde_json::json;

use super::{Entry, Good, Keyword, bound, count, here};

pub(super) const ENTRY: Entry = Entry::new("multiple_of", |it, ty| match ty.as_text() {
    // JSON Schema counts no texts.
    Some(_) => Keyword::Nowhere,
    None => here("multipleOf", count(it)),
})
.good(|it| {
    Good::Numbers(
        bound(it)
            .into_iter()
            .chain([0])
            .map(|it| json!(it))
            .collect(),
    )
})
.bad(|it, around| {
    let own = around.own.as_i64().unwrap_or_default();
    let near = [own.saturating_add(1), own.saturating_sub(1)];
    near.into_iter()
        .chain(bound(it).map(|it| it - 1))
        .map(|it| json!(it))
        .collect()
});

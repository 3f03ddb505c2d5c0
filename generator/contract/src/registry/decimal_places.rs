//! `decimal_places`: the most digits after the point.

use serde_json::json;

use super::{Entry, count, here, size};

pub(super) const ENTRY: Entry = Entry::new("decimal_places", |it, _| match count(it) {
    0 => here("pattern", "^[0-9]+$"),
    most => here("pattern", format!("^[0-9]+(\\.[0-9]{{1,{most}}})?$")),
})
.bad(|it, _| {
    let fraction = "1".repeat(size(it).saturating_add(1));
    vec![json!(format!("1.{fraction}")), json!("x")]
});

//! `pattern`: a regular expression that matches somewhere.

use serde_json::json;

use super::{Entry, here, text};
use crate::pattern::ecma;

pub(super) const ENTRY: Entry = Entry::new("pattern", |it, _| {
    // A spec has no pattern that a schema reads differently.
    let written = text(it);
    here(
        "pattern",
        ecma(written).unwrap_or_else(|_| written.to_owned()),
    )
})
.bad(|_, _| {
    vec![
        json!("x"),
        json!("1.234"),
        json!("not this one"),
        json!("1"),
        json!("-"),
    ]
});

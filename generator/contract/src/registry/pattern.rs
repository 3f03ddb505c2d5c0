//! `pattern`: a regular expression that matches somewhere.

use serde_json::json;

use super::{Entry, here, text};

pub(super) const ENTRY: Entry =
    Entry::new("pattern", |it, _| here("pattern", text(it))).bad(|_, _| {
        vec![
            json!("x"),
            json!("1.234"),
            json!("not this one"),
            json!("1"),
            json!("-"),
        ]
    });

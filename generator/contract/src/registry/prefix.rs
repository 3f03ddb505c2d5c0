//! `prefix`: how the text begins.

use serde_json::json;

use super::{Entry, Good, here, text};
use crate::pattern::starts_with;

pub(super) const ENTRY: Entry =
    Entry::new("prefix", |it, _| here("pattern", starts_with(text(it))))
        .good(|it| Good::Start(text(it).to_owned()))
        .bad(|_, _| vec![json!("other://x"), json!("x")]);

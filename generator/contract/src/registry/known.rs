//! `known`: one of the documented texts.

use serde_json::json;

use super::{Entry, Keyword};

pub(super) const ENTRY: Entry = Entry::new("known", |_, _| Keyword::Reference("enum"))
    .bad(|_, _| vec![json!("NOT_DOCUMENTED")]);

//! `segment`: a part of a path.

use serde_json::json;

use super::{Entry, here};

pub(super) const ENTRY: Entry = Entry::new("segment", |_, _| here("pattern", SEGMENT))
    .bad(|_, _| vec![json!("."), json!(".."), json!("")]);

/// Anything but nothing, one dot and two dots.
const SEGMENT: &str = r"^([^.]|\.[^.]|\.\.[\s\S])";

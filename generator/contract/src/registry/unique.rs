//! `unique`: no item twice.

use serde_json::{Value as Any, json};

use super::{Entry, here};

pub(super) const ENTRY: Entry =
    Entry::new("unique", |_, _| here("uniqueItems", true)).bad(|_, around| {
        let first = |list: &Any| list.as_array().and_then(|items| items.first()).cloned();
        let item = first(around.own).or_else(|| first(&(around.many)(1)?));
        item.into_iter().map(|it| json!([it, it])).collect()
    });

//! `known_keys`: documented keys only.

use serde_json::{Map, Value as Any};

use super::{Entry, Keyword};

pub(super) const ENTRY: Entry =
    Entry::new("known_keys", |_, _| Keyword::Reference("propertyNames"))
        .bad(|_, around| vec![renamed(around.own)]);

/// The first entry under a key that nobody documents.
fn renamed(own: &Any) -> Any {
    let first = own.as_object().into_iter().flatten().take(1);
    let renamed = first.map(|(_, value)| ("not_documented".to_owned(), value.clone()));
    Any::Object(renamed.collect::<Map<String, Any>>())
}

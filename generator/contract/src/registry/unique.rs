//! `unique`: no item twice.

use serde_json::{Value as Any, json};

use super::{Entry, Keyword, here};
use crate::{Item, Scalar, TypeRef};

pub(super) const ENTRY: Entry = Entry::new("unique", |_, ty| {
    // JSON Schema compares texts letter by letter.
    let has_synonyms = |of: &Item| match of.innermost().ty {
        TypeRef::Scalar(it) => it.has_synonyms(),
        TypeRef::AsText(it) => it == Scalar::Decimal,
        _ => false,
    };
    match ty {
        TypeRef::List(of) if has_synonyms(of) => Keyword::Nowhere,
        _ => here("uniqueItems", true),
    }
})
.bad(|_, around| {
    let first = |list: &Any| list.as_array().and_then(|items| items.first()).cloned();
    let item = first(around.own).or_else(|| first(&(around.many)(1)?));
    item.into_iter().map(|it| json!([it, it])).collect()
});

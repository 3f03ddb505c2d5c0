//! `const`: the one value that a member holds.

use serde_json::{Value as Any, json};

use super::{Entry, Good, here, text};
use crate::{Argument, TypeRef, Wire};

pub(super) const ENTRY: Entry = Entry::new("const", |it, ty| here("const", value(it, ty)))
    .good(|it| Good::Constant(text(it).to_owned()))
    .bad(|it, _| match text(it).parse::<i64>() {
        Ok(number) => vec![json!(number.wrapping_add(1)), json!(format!("{number}x"))],
        Err(_) => vec![json!(format!("{}x", text(it)))],
    });

/// The constant of a type as JSON.
pub(super) fn value(argument: &Argument, ty: &TypeRef) -> Any {
    let text = text(argument);
    match ty {
        TypeRef::IntegerEnum(_) => serde_json::from_str(text).unwrap_or_else(|_| json!(text)),
        TypeRef::Scalar(it) if matches!(it.wire(), Wire::Integer | Wire::Unsigned) => {
            serde_json::from_str(text).unwrap_or_else(|_| json!(text))
        }
        _ => json!(text),
    }
}

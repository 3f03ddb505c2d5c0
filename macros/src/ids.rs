//! The ids that are written out: no two rules of a struct have the same.

use syn::LitStr;

use crate::errors::Errors;
use crate::model::{Object, Values};

/// Reports every id that an earlier rule has.
pub(crate) fn check(object: &Object, errors: &mut Errors) {
    // As in the source: what stands on the struct comes before the fields.
    let mut ids: Vec<&LitStr> = object.ids.iter().collect();
    for field in &object.fields {
        ids.extend(field.presence.iter().flat_map(|rule| &rule.options.id));
        of_values(&field.values, &mut ids);
    }
    for (index, id) in ids.iter().enumerate() {
        let text = id.value();
        let taken = ids[..index].iter().any(|earlier| earlier.value() == text);
        // One that could not be read is empty, and has been reported.
        if taken && !text.is_empty() {
            let message = format!("another rule of this struct has the id `{text}`");
            errors.help(id.span(), &message, "give each rule its own id, or none");
        }
    }
}

fn of_values<'a>(values: &'a Values, ids: &mut Vec<&'a LitStr>) {
    ids.extend(values.rules.iter().flat_map(|rule| &rule.options.id));
    ids.extend(values.checks.iter().flat_map(|check| &check.options.id));
    for (_, inner) in values.items.iter().chain(&values.keys) {
        of_values(inner, ids);
    }
}

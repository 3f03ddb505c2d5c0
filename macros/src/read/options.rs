//! `severity`, `id`, `because`, `evidence`: what every rule takes.

use proc_macro2::{Span, TokenStream};
use syn::LitStr;

use crate::attr::{self, Form, Item};
use crate::errors::{Errors, unknown};
use crate::model::Options;
use crate::names::OPTIONS;

/// Reads options only; anything else is a mistake.
pub(super) fn options(pieces: &[TokenStream], errors: &mut Errors) -> Options {
    let mut options = Options::default();
    for piece in pieces {
        if let Some(item) = attr::item(piece.clone(), errors) {
            option(&mut options, &item, OPTIONS, errors);
        }
    }
    options
}

/// Reads one option; `known` is what to offer when it is none.
pub(super) fn option(options: &mut Options, item: &Item, known: &[&str], errors: &mut Errors) {
    let name = item.name.to_string();
    let value = match &item.form {
        Form::Value(value) => value,
        Form::Bare | Form::Args(_) if OPTIONS.contains(&name.as_str()) => {
            return errors.at(&item.name, format!("`{name}` takes a value: `{name} = ..`"));
        }
        Form::Bare | Form::Args(_) => return unknown(errors, "option", &item.name, known),
    };
    let taken = match name.as_str() {
        "severity" => options.warning.replace(severity(value, errors)).is_some(),
        "id" => {
            let id = attr::literal(value, errors);
            options.id.replace(id.unwrap_or_else(no_id)).is_some()
        }
        "because" => put(&mut options.because, value, errors),
        "evidence" => put(&mut options.evidence, value, errors),
        _ => return unknown(errors, "option", &item.name, known),
    };
    if taken {
        errors.at(&item.name, format!("`{name}` is given twice"));
    }
}

/// Stands for an id that could not be read.
fn no_id() -> LitStr {
    LitStr::new("", Span::call_site())
}

fn put(slot: &mut Option<String>, value: &TokenStream, errors: &mut Errors) -> bool {
    let text = attr::text(value, errors).unwrap_or_default();
    slot.replace(text).is_some()
}

/// Whether the severity is `warning`.
fn severity(value: &TokenStream, errors: &mut Errors) -> bool {
    match value.to_string().as_str() {
        "warning" => return true,
        "error" => {}
        other => {
            let message = format!("`{other}` is not a severity\nhelp: write `error` or `warning`");
            errors.at(value, message);
        }
    }
    false
}

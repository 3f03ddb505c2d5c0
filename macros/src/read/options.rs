//! `severity`, `id`, `because`, `evidence`: what every rule takes.

use proc_macro2::{Span, TokenStream};
use stipula_rules::Severity;
use syn::LitStr;

use crate::attr::{self, Form, Item};
use crate::errors::{Errors, unknown};
use crate::model::Options;
use crate::names::OptionWord;

/// Reads options only; anything else is a mistake.
pub(super) fn options(pieces: &[TokenStream], errors: &mut Errors) -> Options {
    let mut options = Options::default();
    for piece in pieces {
        if let Some(item) = attr::item(piece.clone(), errors) {
            option(&mut options, &item, OptionWord::TEXTS, errors);
        }
    }
    options
}

/// Reads one option; `known` is what to offer when it is none.
pub(super) fn option(options: &mut Options, item: &Item, known: &[&str], errors: &mut Errors) {
    let name = item.name.to_string();
    let Some(word) = OptionWord::named(&name) else {
        return unknown(errors, "option", &item.name, known);
    };
    let Form::Value(value) = &item.form else {
        return errors.at(&item.name, format!("`{name}` takes a value: `{name} = ..`"));
    };
    let taken = match word {
        OptionWord::Severity => options.severity.replace(severity(value, errors)).is_some(),
        OptionWord::Id => {
            let id = attr::literal(value, errors);
            options.id.replace(id.unwrap_or_else(no_id)).is_some()
        }
        OptionWord::Because => put(&mut options.because, value, errors),
        OptionWord::Evidence => put(&mut options.evidence, value, errors),
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

/// The severity; an error when it could not be read.
fn severity(value: &TokenStream, errors: &mut Errors) -> Severity {
    let text = value.to_string();
    Severity::named(&text).unwrap_or_else(|| {
        let message = format!("`{text}` is not a severity\nhelp: write `error` or `warning`");
        errors.at(value, message);
        Severity::Error
    })
}

//! Enums: a union has the rules of the case that it holds.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{DataEnum, Fields, Ident, Type, Variant};

use crate::container::{Container, parts};
use crate::errors::Errors;
use crate::output::Judge;
use crate::parts::plain;

/// Reads the variants.
pub(crate) fn read(ident: &Ident, data: &DataEnum, container: &Container, errors: &Errors) -> Judge {
    for rule in &container.rules {
        let message = format!("`{}` is for structs", rule.name);
        errors.with_help(rule.name.span(), message, "put the rule on the type that a variant holds");
    }
    let mut arms = TokenStream::new();
    let mut payloads = Vec::new();
    for variant in &data.variants {
        let name = &variant.ident;
        let Some(payload) = payload(variant, errors) else {
            arms.extend(quote!(Self::#name { .. } => {}));
            continue;
        };
        let krate = &container.krate;
        let judge = quote_spanned!(payload.span()=> #krate::Rules::judge);
        arms.extend(quote!(Self::#name(value) => #judge(value, scope, path, out),));
        payloads.push(payload.clone());
    }
    let body = if data.variants.is_empty() { quote!(match *self {}) } else { quote!(match self { #arms }) };
    // Whether a payload has rules inside the enum itself is known only when the enum says that it
    // is a body.
    let is_body = container.is_body(ident) && !container.roots.is_empty();
    Judge { body, payloads, is_body }
}

/// The payload that is judged.
fn payload<'v>(variant: &'v Variant, errors: &Errors) -> Option<&'v Type> {
    for part in variant.fields.iter().flat_map(|field| parts(&field.attrs, errors)) {
        errors.at(part.start(), "the payload of a variant carries no rules of its own");
    }
    let mut skipped = false;
    for part in parts(&variant.attrs, errors) {
        match part.word() {
            Some(word) if word == "skip" => skipped = true,
            Some(word) => errors.unknown(word.span(), "attribute", &plain(&word), &["skip"]),
            None => errors.at(part.start(), "a variant takes `skip` only"),
        }
    }
    match &variant.fields {
        Fields::Unit => None,
        _ if skipped => None,
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
            fields.unnamed.first().map(|field| &field.ty)
        }
        _ => {
            let message = format!("`{}` must hold one value of one type", variant.ident);
            let help = "move the fields into a struct, or write `#[validate(skip)]`";
            errors.with_help(variant.ident.span(), message, help);
            None
        }
    }
}

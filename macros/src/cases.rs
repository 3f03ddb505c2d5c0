//! Enums: each variant hands its payload on, in its own place.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{DataEnum, Fields, Type, Variant};

use crate::attr::{self, Form};
use crate::errors::{Errors, unknown};
use crate::expand::{rules_impls, validate_impl};
use crate::model::Frame;

pub(crate) fn expand(frame: &Frame, data: &DataEnum, errors: &mut Errors) -> TokenStream {
    let krate = &frame.krate;
    let mut arms = TokenStream::new();
    let mut payloads: Vec<&Type> = Vec::new();
    for variant in &data.variants {
        let name = &variant.ident;
        let skipped = is_skipped(variant, errors);
        match &variant.fields {
            Fields::Unit => arms.extend(quote!(Self::#name => {})),
            _ if skipped => arms.extend(quote!(Self::#name { .. } => {})),
            Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
                payloads.push(&fields.unnamed[0].ty);
                arms.extend(quote! {
                    Self::#name(payload) => #krate::Rules::judge(payload, scope, path, out),
                });
            }
            _ => errors.at(
                variant,
                "a variant needs exactly one value, `Name(Type)`\nhelp: or leave it out with `#[validate(skip)]`",
            ),
        }
    }
    if data.variants.is_empty() {
        errors.at(&frame.ident, "`Validate` needs an enum with variants");
    }
    let mut out = rules_impls(frame, &|_, _| quote!(match self { #arms }), &payloads);
    // Without a root the payloads decide where the enum has rules, and a bound on known types
    // that does not hold is an error. So an enum says itself that it is a body.
    if !frame.roots.is_empty() {
        out.extend(validate_impl(frame));
    }
    out
}

fn is_skipped(variant: &Variant, errors: &mut Errors) -> bool {
    let mut skipped = false;
    for item in attr::items(&variant.attrs, "validate", errors) {
        match item.form {
            Form::Bare if item.name == "skip" => skipped = true,
            _ => unknown(errors, "option", &item.name, &["skip"]),
        }
    }
    skipped
}

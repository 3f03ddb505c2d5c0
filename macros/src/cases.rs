//! Enums: each variant hands its payload on, in its own place.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{DataEnum, Fields, Type, Variant};

use crate::attr::{self, Form};
use crate::errors::{Errors, unknown};
use crate::expand::{Bodies, rules_impls, validate_impl};
use crate::model::Frame;

pub(crate) fn expand(frame: &Frame, data: &DataEnum, errors: &mut Errors) -> TokenStream {
    let krate = &frame.krate;
    let (mut quick, mut report) = (TokenStream::new(), TokenStream::new());
    let none = quote!(::core::option::Option::None);
    let mut payloads: Vec<&Type> = Vec::new();
    for variant in &data.variants {
        let name = &variant.ident;
        let skipped = is_skipped(variant, errors);
        match &variant.fields {
            fields if skipped || matches!(fields, Fields::Unit) => {
                quick.extend(quote!(Self::#name { .. } => #none,));
                report.extend(quote!(Self::#name { .. } => {}));
            }
            Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
                payloads.push(&fields.unnamed[0].ty);
                quick.extend(quote! {
                    Self::#name(payload) => #krate::Rules::first_broken(payload, scope),
                });
                report.extend(quote! {
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
    let bodies = |_: &Type, _: &Type| Bodies {
        quick: quote!(match self { #quick }),
        report: quote!(match self { #report }),
    };
    let mut out = rules_impls(frame, &bodies, &payloads);
    out.extend(crate::unjudged::has_rules(frame, &TokenStream::new()));
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

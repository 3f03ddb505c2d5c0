//! The impls of an enum: each variant is judged as a struct is, in its place.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Type;

use super::Written;
use super::bounds::bounds;
use super::frame::{Bodies, rules_impls, validate_impl};
use crate::errors::Errors;
use crate::model::{Case, Choice, Frame};
use crate::unjudged::{has_rules, members};

pub(crate) fn cases(frame: &Frame, choice: &Choice, errors: &mut Errors) -> TokenStream {
    let (own_report, own_quick, own_rules) = super::checks(frame, &choice.own, errors);
    let cases = &choice.cases;
    let (mut rules, mut questions) = (own_rules, TokenStream::new());
    let mut written = Vec::new();
    for case in cases {
        let object = case.object.as_ref().map(|object| {
            questions.extend(members(frame, object, errors));
            let written = Written::of(frame, object, errors);
            rules.extend(written.rules.clone());
            written
        });
        written.push((case, object));
    }
    let bodies = |root: &Type, context: &Type| {
        let (mut quick, mut report) = (TokenStream::new(), TokenStream::new());
        for (case, object) in &written {
            let bodies = object.as_ref().map(|it| it.bodies(root, context));
            arms(case, bodies, &mut quick, &mut report);
        }
        Bodies {
            quick: quote!(#own_quick match self { #quick }),
            // They come first, so that nothing is found before them.
            report: quote!(if from == 0 { #own_report } match self { #report }),
        }
    };
    let objects = cases.iter().filter_map(|case| case.object.as_ref());
    let bounds = bounds(frame, objects);
    let impls = rules_impls(frame, &bodies, &bounds);
    let validate = validate_impl(frame, &bounds, &TokenStream::new());
    let has_rules = has_rules(frame, &questions);
    let (krate, ident) = (&frame.krate, &frame.ident);
    let (impl_generics, own, clause) = frame.generics.split_for_impl();
    quote! {
        const _: () = {
            #rules
            #impls
            #validate
            #has_rules
            // So that a condition elsewhere may ask which variant it is.
            #[automatically_derived]
            impl #impl_generics #krate::cond::Presence for #ident #own #clause {}
        };
    }
}

/// The arms of one variant.
fn arms(case: &Case, bodies: Option<Bodies>, quick: &mut TokenStream, report: &mut TokenStream) {
    let name = &case.ident;
    let (
        Some(Bodies {
            quick: look,
            report: tell,
        }),
        Some(object),
    ) = (bodies, &case.object)
    else {
        quick.extend(quote!(Self::#name { .. } => ::core::option::Option::None,));
        report.extend(quote!(Self::#name { .. } => {}));
        return;
    };
    let fields = object
        .fields
        .iter()
        .filter_map(|field| field.access.pattern());
    let pattern = quote!(Self::#name { #(#fields),* });
    let inside = case
        .inside
        .as_ref()
        .map(|wire| quote!(let path = &path.field(#wire);));
    quick.extend(quote!(#pattern => { #look }));
    report.extend(quote!(#pattern => { #inside #tell }));
}

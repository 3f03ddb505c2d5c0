//! The impls of an enum: each variant is judged as a struct is, in its place.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Type;

use super::Written;
use super::bounds::bounds;
use super::frame::validate_impl;
use super::rules_impls;
use crate::errors::Errors;
use crate::model::{Case, Choice, Frame};
use crate::unjudged::{has_rules, members};

pub(crate) fn cases(frame: &Frame, choice: &Choice, errors: &mut Errors) -> TokenStream {
    let (own, own_rules) = super::checks(frame, &choice.own, errors);
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
    let judge = |root: &Type, context: &Type| {
        let arms = written.iter().map(|(case, object)| {
            let judge = object.as_ref().map(|it| it.judge(root, context));
            arm(case, judge)
        });
        quote!(#own match self { #(#arms)* })
    };
    let objects = cases.iter().filter_map(|case| case.object.as_ref());
    let bounds = bounds(frame, objects);
    let impls = rules_impls(frame, &judge, &bounds);
    let validate = validate_impl(frame, &bounds, &TokenStream::new());
    let has_rules = has_rules(frame, &questions);
    let (krate, ident) = (&frame.krate, &frame.ident);
    let (impl_generics, own_generics, clause) = frame.generics.split_for_impl();
    quote! {
        const _: () = {
            #rules
            #impls
            #validate
            #has_rules
            // So that a condition elsewhere may ask which variant it is.
            #[automatically_derived]
            impl #impl_generics #krate::cond::Presence for #ident #own_generics #clause {}
        };
    }
}

/// The arm of one variant.
fn arm(case: &Case, judge: Option<TokenStream>) -> TokenStream {
    let name = &case.ident;
    let (Some(judge), Some(object)) = (judge, &case.object) else {
        return quote!(Self::#name { .. } => {});
    };
    let fields = object.fields.iter();
    let fields = fields.filter_map(|field| field.access.pattern());
    let inside = case.inside.as_ref();
    let inside = inside.map(|wire| quote!(let path = &path.field(#wire);));
    quote!(Self::#name { #(#fields),* } => { #inside #judge })
}

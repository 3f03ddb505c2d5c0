//! The impl of a type that looks at nothing around it.
//!
//! Its rules are compiled once. Were they in the generic impl, every place that holds the type would
//! get a copy of them, and so would every place of what it holds.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Type, parse_quote};

use super::bounds::Bound;
use super::frame::method;
use crate::model::Frame;

/// Whether the rules of a type are the same wherever a value of it stands.
pub(super) fn is_the_same(frame: &Frame, bounds: &[Bound<'_>]) -> bool {
    let is_free = frame.roots.is_empty() && frame.parents.is_empty() && frame.context.is_none();
    is_free && bounds.is_empty()
}

/// `impl Rules<R, P, C>` for every root, parent and context, which hands on to one function.
pub(super) fn rules_impl(
    frame: &Frame,
    judge: &dyn Fn(&Type, &Type) -> TokenStream,
) -> TokenStream {
    let (krate, ident) = (&frame.krate, &frame.ident);
    // Their names are for the compiler, which shows them when a part has no rules for its place.
    let (root, context): (Type, Type) = (parse_quote!(AnyRoot), parse_quote!(AnyContext));
    let own_judge = judge(&root, &context);
    let [any_root, any_parent, any_context]: [Type; 3] = [
        parse_quote!(TheRoot),
        parse_quote!(TheParent),
        parse_quote!(TheContext),
    ];
    let hand_on = quote! {
        <Self as Anywhere>::judge(self, scope.key, path, out);
    };
    let hand_on = method(frame, [&any_root, &any_parent, &any_context], &hand_on);
    let (own_generics, own, clause) = frame.generics.split_for_impl();
    let mut generics = frame.generics.clone();
    for name in [&any_root, &any_parent, &any_context] {
        generics.params.push(parse_quote!(#name: ?Sized));
    }
    let (impl_generics, _, _) = generics.split_for_impl();
    quote! {
        struct AnyRoot;
        struct AnyParent;
        struct AnyContext;

        trait Anywhere {
            fn judge(
                &self,
                key: ::core::option::Option<&str>,
                path: &#krate::Path<'_>,
                out: &mut #krate::Violations,
            );
        }

        #[automatically_derived]
        #[allow(unused_variables, unused_qualifications, deprecated)]
        impl #own_generics Anywhere for #ident #own #clause {
            #[inline]
            fn judge(
                &self,
                key: ::core::option::Option<&str>,
                path: &#krate::Path<'_>,
                out: &mut #krate::Violations,
            ) {
                let (root, parent, context) = (&AnyRoot, &AnyParent, &AnyContext);
                let scope = #krate::Scope { root, parent, context, key };
                #own_judge
            }
        }

        #[automatically_derived]
        impl #impl_generics #krate::Rules<#any_root, #any_parent, #any_context>
            for #ident #own #clause
        {
            #[inline]
            #hand_on
        }
    }
}

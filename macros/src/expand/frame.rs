//! The heads of the impls: which roots, parents and contexts a type has rules for.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Ident, Type, parse_quote};

use super::bounds::{self, Bound};
use crate::model::Frame;

/// `impl Rules<R, P, C>` for every pair of a root and a parent.
///
/// `judge` writes the statements for a root and a context.
pub(super) fn rules_impls(
    frame: &Frame,
    judge: &dyn Fn(&Type, &Type) -> TokenStream,
    bounds: &[Bound<'_>],
) -> TokenStream {
    with_types(frame, |root, parent, context, generics| {
        let (krate, ident) = (&frame.krate, &frame.ident);
        let mut generics = generics.clone();
        let place = [root, parent, context].map(ToTokens::to_token_stream);
        bounds::add(frame, &mut generics, bounds, place.each_ref());
        let (_, own, _) = frame.generics.split_for_impl();
        let (impl_generics, _, clause) = generics.split_for_impl();
        let judge = method(frame, [root, parent, context], &judge(root, context));
        quote! {
            #[automatically_derived]
            #[allow(unused_variables, unused_qualifications, deprecated)]
            impl #impl_generics #krate::Rules<#root, #parent, #context> for #ident #own #clause {
                #judge
            }
        }
    })
}

/// The method of `Rules`, at this root, parent and context.
pub(super) fn method(
    frame: &Frame,
    [root, parent, context]: [&Type; 3],
    body: &TokenStream,
) -> TokenStream {
    let krate = &frame.krate;
    quote! {
        fn judge(
            &self,
            scope: #krate::Scope<'_, #root, #parent, #context>,
            path: &#krate::Path<'_>,
            out: &mut #krate::Violations,
        ) {
            #body
        }
    }
}

/// One item for each place of the type; what is not named is generic.
fn with_types(
    frame: &Frame,
    make: impl Fn(&Type, &Type, &Type, &syn::Generics) -> TokenStream,
) -> TokenStream {
    let free = |name: &str| -> Type {
        let name = Ident::new(name, proc_macro2::Span::call_site());
        parse_quote!(#name)
    };
    let (root, parent, context) = (free("AnyRoot"), free("AnyParent"), free("AnyContext"));
    let mut generics = frame.generics.clone();
    let mut choose = |types: &[Type], name: Type| {
        if types.is_empty() {
            generics.params.push(parse_quote!(#name: ?Sized));
            vec![name]
        } else {
            types.to_vec()
        }
    };
    let roots = choose(&frame.roots, root);
    let parents = choose(&frame.parents, parent);
    let contexts = choose(frame.context.as_slice(), context);
    let mut out = TokenStream::new();
    for root in &roots {
        for parent in &parents {
            for context in &contexts {
                out.extend(make(root, parent, context, &generics));
            }
        }
    }
    out
}

/// `impl Validate`, when the type can be a whole body.
///
/// Where the types of `bounds` have no rules, there is no impl. `places` is said to the violations.
pub(crate) fn validate_impl(
    frame: &Frame,
    bounds: &[Bound<'_>],
    places: &TokenStream,
) -> TokenStream {
    if !is_body(frame) {
        return TokenStream::new();
    }
    let (krate, ident) = (&frame.krate, &frame.ident);
    let context = context(frame);
    let (_, own, _) = frame.generics.split_for_impl();
    let mut generics = frame.generics.clone();
    let place = [quote!(Self), quote!(()), quote!(#context)];
    bounds::add(frame, &mut generics, bounds, place.each_ref());
    let (impl_generics, _, clause) = generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #impl_generics #krate::Validate for #ident #own #clause {
            type Context = #context;

            fn check_in(&self, context: &#context) -> #krate::Violations {
                let mut out = #krate::Violations::new();
                let scope = #krate::Scope {
                    root: self,
                    parent: &(),
                    context,
                    key: ::core::option::Option::None,
                };
                #krate::Rules::<Self, (), #context>::judge(self, scope, &#krate::Path::ROOT, &mut out);
                #places
                out
            }
        }
    }
}

/// Whether the type can stand alone: no parent, and no root but itself.
pub(crate) fn is_body(frame: &Frame) -> bool {
    let is_self = |ty: &Type| match ty {
        Type::Path(path) => path
            .path
            .segments
            .last()
            .is_some_and(|last| last.ident == frame.ident || last.ident == "Self"),
        _ => false,
    };
    frame.parents.is_empty() && (frame.roots.is_empty() || frame.roots.iter().any(is_self))
}

/// The context type of a whole body.
pub(crate) fn context(frame: &Frame) -> Type {
    frame.context.clone().unwrap_or_else(|| parse_quote!(()))
}

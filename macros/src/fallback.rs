//! What is written when something is wrong: the mistakes, and impls without rules, so that one
//! mistake does not draw a second error from every use of the type.

use proc_macro2::TokenStream;
use quote::quote;

use crate::expand::{context, is_body};
use crate::model::Frame;

pub(crate) fn expand(frame: &Frame, mistakes: Option<&TokenStream>) -> TokenStream {
    let (krate, ident) = (&frame.krate, &frame.ident);
    let (_, own, clause) = frame.generics.split_for_impl();
    let mut generics = frame.generics.clone();
    for name in ["AnyRoot", "AnyParent", "AnyContext"] {
        let name = quote::format_ident!("{name}");
        generics.params.push(syn::parse_quote!(#name: ?Sized));
    }
    let (impl_generics, _, _) = generics.split_for_impl();
    let validate = is_body(frame).then(|| {
        let context = context(frame);
        let (impl_generics, _, _) = frame.generics.split_for_impl();
        quote! {
            impl #impl_generics #krate::Validate for #ident #own #clause {
                type Context = #context;
                fn check_in(&self, _: &#context) -> #krate::Violations {
                    #krate::Violations::new()
                }
            }
        }
    });
    quote! {
        #mistakes
        const _: () = {
            impl #impl_generics #krate::Rules<AnyRoot, AnyParent, AnyContext> for #ident #own #clause {
                fn judge(
                    &self,
                    _: #krate::Scope<'_, AnyRoot, AnyParent, AnyContext>,
                    _: &#krate::Path<'_>,
                    _: &mut #krate::Violations,
                ) {
                }
            }
            #validate
        };
    }
}

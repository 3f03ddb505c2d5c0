//! Schemes of authentication as constant data. A file each.

mod carried;
mod credential;
mod oauth2;
mod signature;
mod signed;

pub(super) use credential::constant as credential;

use proc_macro2::TokenStream;
use quote::quote;

use super::{file::File, tokens::rust};
use stipula_contract::{Scheme, SchemeKind};

/// The constant of a scheme.
pub(super) fn scheme(file: &mut File<'_>, it: &Scheme) -> TokenStream {
    let type_ = file.foreign("stipula::client", "Scheme");
    let (constant, name) = (rust(file.names.scheme(it.id)), &it.name);
    let made = match &it.kind {
        SchemeKind::Bearer(it) => {
            let bearer = carried::bearer(file, it);
            quote!(bearer(#name, #bearer))
        }
        SchemeKind::Basic(it) => {
            let basic = carried::basic(file, it);
            quote!(basic(#name, #basic))
        }
        SchemeKind::ApiKey(it) => {
            let key = carried::api_key(file, it);
            quote!(api_key(#name, #key))
        }
        SchemeKind::OAuth2(it) => {
            let oauth2 = oauth2::made(file, it);
            quote!(oauth2(#name, #oauth2))
        }
        SchemeKind::Signature(it) => {
            let signature = signature::made(file, it);
            quote!(signature(#name, #signature))
        }
        SchemeKind::Signed(it) => {
            let signed = signed::made(file, it);
            quote!(signature(#name, #signed))
        }
    };
    quote! {
        /// How messages prove who sent them.
        pub static #constant: #type_ = #type_::#made;
    }
}

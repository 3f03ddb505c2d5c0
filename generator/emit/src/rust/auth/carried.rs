//! Tokens, passwords and keys as constant data.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::{file::File, tokens::rust};
use stipula_contract::{ApiKey, Basic, Bearer, CarriedIn, CredentialId};

/// A token.
pub(super) fn bearer(file: &mut File<'_>, it: &Bearer) -> TokenStream {
    let type_ = file.foreign("stipula::client", "Bearer");
    let token = constant(file, it.token);
    quote!(#type_::new(&#token))
}

/// A user and a password.
pub(super) fn basic(file: &mut File<'_>, it: &Basic) -> TokenStream {
    let type_ = file.foreign("stipula::client", "Basic");
    let user = constant(file, it.user);
    let password = it.password.map(|it| constant(file, it));
    let password = password.map(|it| quote!(.password(&#it)));
    quote!(#type_::new(&#user) #password)
}

/// A key.
pub(super) fn api_key(file: &mut File<'_>, it: &ApiKey) -> TokenStream {
    let type_ = file.foreign("stipula::client", "ApiKey");
    let (name, key) = (&it.name, constant(file, it.key));
    match it.part {
        CarriedIn::Header => quote!(#type_::in_header(#name, &#key)),
        CarriedIn::Query => quote!(#type_::in_query(#name, &#key)),
    }
}

fn constant(file: &File<'_>, id: CredentialId) -> TokenStream {
    rust(file.names.credential(id))
}

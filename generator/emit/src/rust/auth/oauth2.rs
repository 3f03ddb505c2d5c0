//! A token that the client fetches, as constant data.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::{
    file::File,
    tokens::{rust, setter},
};
use stipula_contract::{OAuth2, SecretPlace};

/// Where the token comes from, and for whom.
pub(super) fn made(file: &mut File<'_>, it: &OAuth2) -> TokenStream {
    let type_ = file.foreign("stipula::client", "OAuth2");
    let url = &it.token_url;
    let id = rust(file.names.credential(it.client_id));
    let secret = rust(file.names.credential(it.client_secret));
    let scopes = setter("scopes", &it.scopes);
    let pairs = it
        .parameters
        .iter()
        .map(|(name, value)| quote!((#name, #value)));
    let pairs = (!it.parameters.is_empty()).then(|| quote!(.parameters(&[#(#pairs),*])));
    let place = (it.place == SecretPlace::Body).then(|| quote!(.in_body()));
    quote!(#type_::new(#url, &#id, &#secret) #scopes #pairs #place)
}

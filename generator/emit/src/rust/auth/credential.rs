//! Credentials as constant data.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::{
    file::File,
    tokens::{doc, rust},
};
use stipula_contract::{Credential, Secrecy};

/// The constant of a credential.
pub(in super::super) fn constant(file: &mut File<'_>, it: &Credential) -> TokenStream {
    let type_ = file.foreign("stipula::client", "Credential");
    let (constant, name) = (rust(file.names.credential(it.id)), &it.name);
    let text = match it.doc.trim() {
        "" => format!("The credential `{name}`."),
        doc => doc.to_owned(),
    };
    let doc = doc(&text, 0);
    let made = match it.secrecy {
        Secrecy::Secret => quote!(secret(#name)),
        Secrecy::Public => quote!(public(#name)),
    };
    quote! {
        #doc
        pub static #constant: #type_ = #type_::#made;
    }
}

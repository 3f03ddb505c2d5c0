//! Encrypted fields as constant data.

use proc_macro2::TokenStream;
use quote::quote;

use super::{file::File, tokens::rust};
use stipula_contract::{Answer, Encrypted, Oaep, Operation, Sealed};

/// How members are sealed.
pub(super) fn setting(file: &mut File<'_>, it: &Sealed) -> TokenStream {
    let type_ = file.foreign("stipula::client", "Sealed");
    let key = rust(file.names.credential(it.key));
    let (text, nonce) = (&it.text, &it.nonce);
    let beside = it.beside.as_ref().map(|it| quote!(.beside(#it)));
    let algorithm = it.algorithm.as_ref();
    let algorithm = algorithm.map(|(member, name)| quote!(.algorithm(#member, #name)));
    quote!(.sealed(#type_::aes_256_gcm(&#key, #text, #nonce) #beside #algorithm))
}

/// The sealed members of a body below these ways; nothing where there are none.
pub(super) fn members(
    file: &mut File<'_>,
    body: &Answer,
    below: &[&[String]],
) -> Option<TokenStream> {
    let ways = file.api.sealed_in(body);
    if ways.is_empty() {
        return None;
    }
    let type_ = file.foreign("stipula::client", "SealedMember");
    let all = below.iter().flat_map(|before| {
        let type_ = &type_;
        ways.iter().map(move |way| {
            let steps = before.iter().chain(&way.steps);
            let make = rust(if way.is_text { "text" } else { "json" });
            quote!(#type_::#make(&[#(#steps),*]))
        })
    });
    Some(quote!(.sealed(&[#(#all),*])))
}

/// How members of requests are encrypted.
pub(super) fn encrypted(file: &mut File<'_>, it: &Encrypted) -> TokenStream {
    let [type_, oaep] = ["Encrypted", "Oaep"].map(|it| file.foreign("stipula::client", it));
    let padding = rust(match it.padding {
        Oaep::Sha1 => "Sha1",
        Oaep::Sha256 => "Sha256",
    });
    let header = &it.key_header;
    quote!(.encrypted(#type_::new(#oaep::#padding, #header)))
}

/// The encrypted members of a request; nothing where there are none.
pub(super) fn encrypted_of(file: &File<'_>, operation: &Operation) -> Option<TokenStream> {
    let ways = file.api.encrypted_in(operation.request);
    let all = ways.iter().map(|way| {
        let steps = &way.steps;
        quote!(&[#(#steps),*])
    });
    (!ways.is_empty()).then(|| quote!(.encrypted(&[#(#all),*])))
}

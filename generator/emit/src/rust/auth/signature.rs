//! A signature as constant data.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::super::{file::File, tokens::setter};
use super::signed::piece;
use stipula_contract::Signature;

/// The signature with its settings.
pub(super) fn made(file: &mut File<'_>, signature: &Signature) -> TokenStream {
    for name in ["Piece", "Signature"] {
        file.foreign("stipula::client", name);
    }
    let Signature {
        client_header,
        request_time_header,
        response_time_header,
        signature_header,
        algorithm,
        ..
    } = signature;
    let pieces = signature.string_to_sign.iter();
    let pieces: Vec<_> = pieces.map(|it| piece(file, it)).collect();
    let aliases = setter("algorithm_aliases", &signature.algorithm_aliases);
    let refused = signature
        .refused
        .iter()
        .map(|(name, reason)| quote!((#name, #reason)));
    let refused = (!signature.refused.is_empty()).then(|| quote!(.refused(&[#(#refused),*])));
    let key_version = Literal::u64_unsuffixed(signature.key_version.into());
    let accept_unsigned = setter("accept_unsigned", &signature.accept_unsigned);
    quote! {
        Signature::new(#algorithm, #signature_header)
            #aliases
            #refused
            .key_version(#key_version)
            .client_header(#client_header)
            .request_time_header(#request_time_header)
            .response_time_header(#response_time_header)
            .string_to_sign(&[#(#pieces),*])
            #accept_unsigned
    }
}

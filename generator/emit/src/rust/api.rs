//! The API as constant data: hosts, outcome of answers, authentication.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{
    file::{File, FileKind},
    tokens::rust,
};
use crate::Model;
use stipula_contract::{Encryption, EncryptionProfile, Environment, Outcome, Piece, Signing};

/// The text of module `api`.
pub(super) fn module(model: &Model, signing: &Signing) -> String {
    let api = &model.api;
    let mut file = File::new(model, FileKind::Top);
    let names = ["Encryption", "EncryptionProfile"];
    let used = api.encryption.iter().flat_map(|_| names);
    let always = [
        "Api",
        "Envelope",
        "Environment",
        "Piece",
        "Scheme",
        "Signature",
    ];
    for name in always.into_iter().chain(used) {
        file.foreign("stipula::client", name);
    }
    let name = &api.name;
    let environments = api.environments.iter().map(environment);
    let envelope = api.outcome.as_ref().map(envelope);
    let content_type = &signing.content_type;
    let trace_headers = setter("trace_headers", &signing.trace_headers);
    let encryption = api.encryption.as_ref().map(sealed);
    let signature = signature(signing);
    file.add(quote! {
        /// How messages prove who sent them.
        pub static MAIN: Scheme = Scheme::signature("main", #signature);

        /// Hosts, outcome of answers, authentication and encryption.
        pub static API: Api = Api::new(#name)
            .environments(&[#(#environments),*])
            #envelope
            .schemes(&[&MAIN])
            .content_type(#content_type)
            #trace_headers
            #encryption;
    });
    file.into_text()
}

/// A setter that takes texts; nothing where there are none.
fn setter(name: &str, texts: &[String]) -> Option<TokenStream> {
    let name = rust(name);
    (!texts.is_empty()).then(|| quote!(.#name(&[#(#texts),*])))
}

fn environment(environment: &Environment) -> TokenStream {
    let Environment { name, url, .. } = environment;
    quote!(Environment::new(#name, #url))
}

fn envelope(outcome: &Outcome) -> TokenStream {
    let setters = [
        setter("objects", &outcome.object),
        setter("code", &outcome.code),
        setter("status", &outcome.status),
        setter("message", &outcome.message),
        setter("success", &outcome.success),
        setter("failed", &outcome.failed),
        setter("unknown", &outcome.unknown),
    ];
    let setters = setters.into_iter().flatten();
    quote!(.envelope(Envelope::new() #(#setters)*))
}

fn signature(signing: &Signing) -> TokenStream {
    let Signing {
        client_header,
        request_time_header,
        response_time_header,
        signature_header,
        algorithm,
        ..
    } = signing;
    let pieces = signing.string_to_sign.iter().map(piece);
    let aliases = setter("algorithm_aliases", &signing.algorithm_aliases);
    let refused = signing
        .refused
        .iter()
        .map(|(name, reason)| quote!((#name, #reason)));
    let refused = (!signing.refused.is_empty()).then(|| quote!(.refused(&[#(#refused),*])));
    let key_version = Literal::u64_unsuffixed(signing.key_version.into());
    let accept_unsigned = setter("accept_unsigned", &signing.accept_unsigned);
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

fn sealed(encryption: &Encryption) -> TokenStream {
    let Encryption {
        header,
        algorithm,
        profile,
        key_version,
        content_type,
        ..
    } = encryption;
    let key_version = Literal::u64_unsuffixed((*key_version).into());
    let profile = match profile {
        EncryptionProfile::RsaAesEcbPkcs1 => quote!(EncryptionProfile::RsaAesEcbPkcs1),
    };
    quote! {
        .encryption(
            Encryption::new(#header, #algorithm, #profile)
                .key_version(#key_version)
                .content_type(#content_type)
        )
    }
}

fn piece(piece: &Piece) -> TokenStream {
    match piece {
        Piece::Method => quote!(Piece::Method),
        Piece::Path => quote!(Piece::Path),
        Piece::ClientId => quote!(Piece::ClientId),
        Piece::Time => quote!(Piece::Time),
        Piece::Body => quote!(Piece::Body),
        Piece::Text(text) => quote!(Piece::Text(#text)),
    }
}

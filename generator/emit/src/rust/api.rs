//! The API as constant data: hosts, outcome of answers, signing.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::file::{File, Place};
use crate::Model;
use stipula_contract::{Encryption, EncryptionProfile, Environment, Outcome, Piece, Signing};

/// The text of module `api`.
pub(super) fn module(model: &Model, signing: &Signing) -> String {
    let api = &model.api;
    let mut file = File::new(model, Place::Top);
    let names = ["Encryption", "EncryptionProfile"];
    let used = api.encryption.iter().flat_map(|_| names);
    let always = ["Api", "Environment", "Envelope", "Piece", "Signing"];
    for name in always.into_iter().chain(used) {
        file.foreign("stipula::client", name);
    }
    let name = &api.name;
    let environments = api.environments.iter().map(environment);
    let envelope = envelope(api.outcome.as_ref());
    let signing = profile(signing);
    let encryption = match &api.encryption {
        Some(encryption) => sealed(encryption),
        None => quote!(None),
    };
    file.add(quote! {
        /// Hosts, outcome of answers, signing and encryption.
        pub static API: Api = Api {
            name: #name,
            environments: &[#(#environments),*],
            envelope: #envelope,
            signing: #signing,
            encryption: #encryption,
        };
    });
    file.into_text()
}

fn environment(environment: &Environment) -> TokenStream {
    let Environment { name, url, .. } = environment;
    quote!(Environment { name: #name, base_url: #url })
}

fn envelope(outcome: Option<&Outcome>) -> TokenStream {
    let none = Vec::new();
    let texts = |pick: fn(&Outcome) -> &Vec<String>| {
        let texts = outcome.map_or(&none, pick);
        quote!(&[#(#texts),*])
    };
    let objects = texts(|it| &it.object);
    let code = texts(|it| &it.code);
    let status = texts(|it| &it.status);
    let message = texts(|it| &it.message);
    let success = texts(|it| &it.success);
    let failed = texts(|it| &it.failed);
    let unknown = texts(|it| &it.unknown);
    quote! {
        Envelope {
            objects: #objects,
            code: #code,
            status: #status,
            message: #message,
            success: #success,
            failed: #failed,
            unknown: #unknown,
        }
    }
}

fn profile(signing: &Signing) -> TokenStream {
    let Signing {
        client_header,
        request_time_header,
        response_time_header,
        signature_header,
        trace_headers,
        algorithm,
        algorithm_aliases,
        accept_unsigned,
        content_type,
        ..
    } = signing;
    let pieces = signing.string_to_sign.iter().map(piece);
    let refused = signing
        .refused
        .iter()
        .map(|(name, reason)| quote!((#name, #reason)));
    let key_version = Literal::u64_unsuffixed(signing.key_version.into());
    quote! {
        Signing {
            client_header: #client_header,
            request_time_header: #request_time_header,
            response_time_header: #response_time_header,
            signature_header: #signature_header,
            trace_headers: &[#(#trace_headers),*],
            string_to_sign: &[#(#pieces),*],
            algorithm: #algorithm,
            algorithm_aliases: &[#(#algorithm_aliases),*],
            refused: &[#(#refused),*],
            key_version: #key_version,
            accept_unsigned: &[#(#accept_unsigned),*],
            content_type: #content_type,
        }
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
        Some(Encryption {
            header: #header,
            algorithm: #algorithm,
            key_version: #key_version,
            content_type: #content_type,
            profile: #profile,
        })
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

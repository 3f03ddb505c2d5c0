//! A signature by templates as constant data.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::super::{
    file::File,
    tokens::{rust, setter},
};
use stipula_contract::{Piece, SignatureEncoding, Signed, SignedAnswer, SignedBy, TimeForm};

/// The signature with its settings.
pub(super) fn made(file: &mut File<'_>, it: &Signed) -> TokenStream {
    for name in ["Piece", "Signature", "SignatureAlgorithm"] {
        file.foreign("stipula::client", name);
    }
    let algorithm = algorithm(it.algorithm);
    let secret = it.key.map(|id| rust(file.names.credential(id)));
    let secret = secret.map(|it| quote!(.secret(&#it)));
    let time = time(file, it.time);
    let encoding = encoding(file, it.encoding);
    let request = request(file, it);
    let answer = it.answer.as_ref().map(|it| answer(file, it));
    let accept_unsigned = setter("accept_unsigned", &it.accept_unsigned);
    quote! {
        Signature::by(SignatureAlgorithm::#algorithm)
            #secret
            #time
            #encoding
            #request
            #answer
            #accept_unsigned
    }
}

/// Text and headers of a request; none where the scheme is there for notifications.
fn request(file: &mut File<'_>, it: &Signed) -> Option<TokenStream> {
    if it.headers.is_empty() {
        return None;
    }
    let type_ = file.foreign("stipula::client", "SignedHeader");
    let text = pieces(file, &it.text);
    let headers = it.headers.iter().map(|(name, it)| {
        let value = pieces(file, it);
        quote!(#type_::new(#name, #value))
    });
    let headers: Vec<_> = headers.collect();
    Some(quote!(.string_to_sign(#text).headers(&[#(#headers),*])))
}

fn algorithm(it: SignedBy) -> TokenStream {
    match it {
        SignedBy::RsaSha256 => quote!(RsaSha256),
        SignedBy::RsaPssSha256 => quote!(RsaPssSha256),
        SignedBy::HmacSha256 => quote!(HmacSha256),
        SignedBy::HmacSha512 => quote!(HmacSha512),
        SignedBy::Ed25519 => quote!(Ed25519),
        SignedBy::EcdsaP256Sha256 => quote!(EcdsaP256Sha256),
    }
}

/// None where it is what a signature has anyway.
fn time(file: &mut File<'_>, it: TimeForm) -> Option<TokenStream> {
    let form = match it {
        TimeForm::Rfc3339 => return None,
        TimeForm::UnixSeconds => quote!(UnixSeconds),
        TimeForm::UnixMillis => quote!(UnixMillis),
    };
    let type_ = file.foreign("stipula::client", "TimeForm");
    Some(quote!(.time(#type_::#form)))
}

/// None where it is what a signature has anyway.
fn encoding(file: &mut File<'_>, it: SignatureEncoding) -> Option<TokenStream> {
    let encoding = match it {
        SignatureEncoding::Base64 => return None,
        SignatureEncoding::Base64Url => quote!(Base64Url),
        SignatureEncoding::Hex => quote!(Hex),
    };
    let type_ = file.foreign("stipula::client", "SignatureEncoding");
    Some(quote!(.encoding(#type_::#encoding)))
}

fn answer(file: &mut File<'_>, it: &SignedAnswer) -> TokenStream {
    let type_ = file.foreign("stipula::client", "SignedAnswer");
    let (header, text) = (&it.signature_header, pieces(file, &it.text));
    let set = |name: &str, header: &Option<String>| {
        let name = rust(name);
        header.as_ref().map(|it| quote!(.#name(#it)))
    };
    let time = set("time", &it.time_header);
    let nonce = set("nonce", &it.nonce_header);
    let key = set("key", &it.key_header);
    let fresh = it.fresh.map(|seconds| {
        let seconds = Literal::u32_unsuffixed(seconds);
        quote!(.fresh(#seconds))
    });
    quote!(.answer(#type_::new(#header, #text) #time #nonce #key #fresh))
}

fn pieces(file: &File<'_>, all: &[Piece]) -> TokenStream {
    let all = all.iter().map(|it| piece(file, it));
    quote!(&[#(#all),*])
}

/// A piece of a text or of a header.
pub(super) fn piece(file: &File<'_>, piece: &Piece) -> TokenStream {
    match piece {
        Piece::Method => quote!(Piece::Method),
        Piece::PathAndQuery => quote!(Piece::Path),
        Piece::Path => quote!(Piece::PathAlone),
        Piece::Query => quote!(Piece::Query),
        Piece::SortedQuery => quote!(Piece::SortedQuery),
        Piece::ClientId => quote!(Piece::ClientId),
        Piece::Time => quote!(Piece::Time),
        Piece::Nonce => quote!(Piece::Nonce),
        Piece::Body => quote!(Piece::Body),
        Piece::BodyDigest => quote!(Piece::BodyDigest),
        Piece::BodyDigestBase64 => quote!(Piece::BodyDigestBase64),
        Piece::KeyId => quote!(Piece::KeyId),
        Piece::Signature => quote!(Piece::Signature),
        Piece::Credential(id) => {
            let constant = rust(file.names.credential(*id));
            quote!(Piece::Credential(&#constant))
        }
        Piece::Text(text) => quote!(Piece::Text(#text)),
    }
}

//! The API as constant data: hosts, outcome of answers, authentication.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{
    auth,
    file::{File, FileKind},
    sealed,
    tokens::{rust, setter},
};
use crate::Model;
use stipula_contract::{Encryption, EncryptionProfile, Environment, Outcome, OutcomeBy, Way};

/// The text of module `api`.
pub(super) fn module(model: &Model) -> String {
    let api = &model.api;
    let mut file = File::new(model, FileKind::Top);
    let used = [
        ("Api", true),
        ("Envelope", api.outcome.is_some()),
        ("Environment", !api.environments.is_empty()),
        ("Encryption", api.encryption.is_some()),
        ("EncryptionProfile", api.encryption.is_some()),
    ];
    for (name, _) in used.into_iter().filter(|it| it.1) {
        file.foreign("stipula::client", name);
    }
    let name = &api.name;
    let environments = api.environments.iter().map(environment);
    let envelope = api.outcome.as_ref().map(envelope);
    let credentials = api.credentials.iter();
    let credentials: Vec<_> = credentials
        .map(|it| auth::credential(&mut file, it))
        .collect();
    let given = api
        .credentials_of_client()
        .map(|it| rust(file.names.credential(it.id)));
    let given: Vec<_> = given.collect();
    let given = (!given.is_empty()).then(|| quote!(.credentials(&[#(&#given),*])));
    let schemes: Vec<_> = api
        .schemes
        .iter()
        .map(|it| auth::scheme(&mut file, it))
        .collect();
    let constants = api.schemes_of_requests();
    let constants = constants.map(|it| rust(file.names.scheme(it.id)));
    let constants: Vec<_> = constants.collect();
    let schemes_of = (!constants.is_empty()).then(|| quote!(.schemes(&[#(&#constants),*])));
    let content_type = &api.content_type;
    let headers = fixed("headers", api.fixed_headers());
    let query = fixed("query", api.fixed_queries());
    let trace_headers = setter("trace_headers", &api.trace_headers);
    let encryption = api.encryption.as_ref().map(encrypted);
    let members = api.sealed.as_ref();
    let members = members.map(|it| sealed::setting(&mut file, it));
    let sent = api.encrypted.as_ref();
    let sent = sent.map(|it| sealed::encrypted(&mut file, it));
    file.add(quote! {
        #(#credentials)*

        #(#schemes)*

        /// Hosts, outcome of answers, authentication and encryption.
        pub static API: Api = Api::new(#name)
            .environments(&[#(#environments),*])
            #envelope
            #given
            #schemes_of
            .content_type(#content_type)
            #headers
            #query
            #trace_headers
            #encryption
            #members
            #sent;
    });
    file.into_text()
}

/// What every request carries: names with their texts.
fn fixed<'a>(name: &str, all: impl Iterator<Item = (&'a str, &'a str)>) -> Option<TokenStream> {
    let name = rust(name);
    let pairs: Vec<_> = all.map(|(name, text)| quote!((#name, #text))).collect();
    (!pairs.is_empty()).then(|| quote!(.#name(&[#(#pairs),*])))
}

fn environment(environment: &Environment) -> TokenStream {
    let Environment { name, url, .. } = environment;
    quote!(Environment::new(#name, #url))
}

fn envelope(outcome: &Outcome) -> TokenStream {
    let is_by_member = outcome.by == OutcomeBy::Member;
    let statuses = |name, texts: &[String]| setter(name, texts).filter(|_| is_by_member);
    let setters = [
        setter("objects", &outcome.object),
        setter("code", &outcome.code),
        setter("status", &outcome.status),
        setter("message", &outcome.message),
        statuses("success", &outcome.success),
        statuses("failed", &outcome.failed),
        statuses("unknown", &outcome.unknown),
    ];
    let by = match outcome.by {
        OutcomeBy::Member => None,
        OutcomeBy::Http => Some(quote!(.by_http())),
    };
    let setters = setters.into_iter().flatten();
    let (data, wait) = (ways("data", &outcome.data), ways("wait", &outcome.wait));
    quote!(.envelope(Envelope::new() #by #(#setters)* #data #wait))
}

/// Ways of members, each a list of names.
fn ways(name: &str, ways: &[Way]) -> Option<TokenStream> {
    let name = rust(name);
    let lists = ways.iter().map(|Way(names)| quote!(&[#(#names),*]));
    (!ways.is_empty()).then(|| quote!(.#name(&[#(#lists),*])))
}

fn encrypted(encryption: &Encryption) -> TokenStream {
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

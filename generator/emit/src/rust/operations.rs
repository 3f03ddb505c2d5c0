//! Operations as constant data, and the bodies that belong to them.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    docs,
    file::{File, FileKind},
    groups::Groups,
    handed_keys, pages, places, sealed,
    tokens::{self, comment, rust},
    types,
};
use crate::Model;
use stipula_contract::{Answer, Api, Operation, Repeat};

/// The text of module `operations`.
pub(super) fn module(model: &Model, groups: &Groups) -> String {
    let mut file = File::new(model, FileKind::Top);
    let api = &model.api;
    let codes: Vec<_> = transient(api).collect();
    if !codes.is_empty() {
        let comment =
            comment(&["Result codes after which you may send the same request again later."]);
        file.add(quote! {
            #comment
            const TRANSIENT: &[&str] = &[#(#codes),*];
        });
    }
    for operation in api.operations.iter().filter(|it| groups.has(it)) {
        let only = groups.of(operation);
        constant(&mut file, operation, only.as_ref());
        request(&mut file, operation, only.as_ref());
        handed_keys::in_answer(&mut file, operation, groups);
        pages::paged(&mut file, operation, only.as_ref());
    }
    file.into_text()
}

fn transient(api: &Api) -> impl Iterator<Item = &String> {
    api.outcome.iter().flat_map(|outcome| &outcome.transient)
}

fn constant(file: &mut File<'_>, operation: &Operation, only: Option<&TokenStream>) {
    let type_ = file.foreign("stipula::client", "Operation");
    let api = file.sibling("api");
    let doc = tokens::doc(&doc(file.api, operation), 0);
    let constant = rust(file.names.constant(operation.id));
    let (name, path) = (&operation.name, &operation.path);
    let method = operation.method.as_str();
    let safe = operation.safe.then(|| quote!(.safe()));
    let repeat = match operation.idempotency.as_ref().map(|it| &it.repeat) {
        Some(Repeat::Done { code }) => {
            let repeat = file.foreign("stipula::client", "Repeat");
            Some(quote!(.repeat(#repeat::done(#code))))
        }
        Some(Repeat::Same) => {
            let repeat = file.foreign("stipula::client", "Repeat");
            Some(quote!(.repeat(#repeat::Same)))
        }
        Some(Repeat::Undocumented) | None => None,
    };
    let header = operation.idempotency_header();
    let header = header.map(|it| quote!(.idempotency_header(#it)));
    let transient = transient(file.api).next();
    let transient = transient.map(|_| quote!(.transient(TRANSIENT)));
    let scheme = operation
        .authentication
        .map(|id| rust(file.names.scheme(id)));
    let places = places::setters(file, operation);
    let authentication = scheme.map(|it| quote!(.authentication(&#api::#it)));
    let unsigned_answer = operation
        .unsigned_answer
        .then(|| quote!(.unsigned_answer()));
    let hosts = tokens::setter("hosts", &operation.hosts);
    let redirects = operation
        .follows_redirects
        .then(|| quote!(.follow_redirects()));
    let ways = file.api.outcome.as_ref().map_or(&[][..], |it| &it.data);
    let below: Vec<&[String]> = ways.iter().map(|it| it.0.as_slice()).collect();
    let below = if below.is_empty() {
        vec![&[][..]]
    } else {
        below
    };
    let encrypted = sealed::encrypted_of(file, operation);
    let sealed = sealed::members(file, &operation.answer, &below);
    let sensitive = tokens::setter("sensitive", &file.api.sensitive_in(operation));
    file.add(quote! {
        #doc
        #only
        pub static #constant: #type_ = #type_::new(&#api::API, #name)
            .endpoint(#method, #path)
            #hosts
            #places
            #authentication
            #unsigned_answer
            #redirects
            #encrypted
            #sealed
            #sensitive
            #safe
            #repeat
            #header
            #transient;
    });
}

fn request(file: &mut File<'_>, operation: &Operation, only: Option<&TokenStream>) {
    let type_ = file.foreign("stipula::client", "Operation");
    let trait_ = file.foreign("stipula::client", "Request");
    let request = rust(&file.type_name(operation.request));
    let response = answer(file, operation, &operation.answer);
    let constant = rust(file.names.constant(operation.id));
    file.add(quote! {
        #only
        impl #trait_ for #request {
            const OPERATION: &'static #type_ = &#constant;
            type Response = #response;
        }
    });
    if operation.idempotency_header().is_some() {
        let keyed = file.foreign("stipula::client", "Keyed");
        file.add(quote! {
            #only
            impl #keyed for #request {}
        });
    }
}

/// What an answer is read as.
pub(super) fn answer(file: &mut File<'_>, operation: &Operation, it: &Answer) -> TokenStream {
    match it {
        Answer::Own(id) => rust(&file.type_name(*id)),
        Answer::Json(item) => types::written(file, &item.ty),
        Answer::Text => file.foreign("stipula::client", "Text"),
        Answer::Bytes => file.foreign("stipula::client", "Raw"),
        Answer::Nothing => file.foreign("stipula::client", "Nothing"),
        Answer::ByStatus(_) => {
            let (answers, name) = (file.sibling("answers"), file.names.answer(operation.id));
            let name = rust(name);
            quote!(#answers::#name)
        }
    }
}

/// The summary and the doc.
pub(super) fn brief(operation: &Operation) -> String {
    let summary = docs::or(&operation.summary, || format!("`{}`", operation.name));
    docs::paragraphs([
        docs::period(&summary),
        operation.doc.clone(),
        repeats(operation),
        pages::told(operation),
    ])
}

/// How a repeat works.
fn repeats(operation: &Operation) -> String {
    let Some(it) = &operation.idempotency else {
        return String::new();
    };
    match it.header() {
        Some(_) => format!("{} `idempotency_key` of the call sets it.", it.text),
        None => it.text.clone(),
    }
}

/// The same, with where it was read.
fn doc(api: &Api, operation: &Operation) -> String {
    docs::paragraphs([
        brief(operation),
        docs::source(api, &operation.evidence),
        docs::quirks(api, &operation.evidence),
    ])
}

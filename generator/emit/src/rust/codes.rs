//! Result codes of each operation, with those every operation may answer with.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    docs, enums,
    groups::Groups,
    layout,
    tokens::{doc, rust},
};
use crate::Model;
use stipula_contract::{Api, EnumOf, Operation, ResultCode};

/// The text of module `codes`.
pub(super) fn module(model: &Model, groups: &Groups) -> String {
    let operations = model.api.operations.iter().filter(|it| groups.has(it));
    layout::joined(operations.map(|operation| {
        let codes = codes(&model.api, operation);
        if codes.is_empty() {
            String::new()
        } else {
            text(model, groups, operation, &codes)
        }
    }))
}

/// The operation's own codes first; one that is common too is not repeated.
pub(super) fn codes<'a>(api: &'a Api, operation: &'a Operation) -> Vec<&'a ResultCode> {
    let own = &operation.errors;
    let common = api
        .errors
        .iter()
        .filter(|common| own.iter().all(|code| code.code != common.code));
    own.iter().chain(common).collect()
}

fn text(model: &Model, groups: &Groups, operation: &Operation, codes: &[&ResultCode]) -> String {
    let doc_of_all = doc(&format!("Result codes of `{}`.", operation.name), 1);
    let name = rust(model.names.codes_type(operation.id));
    let values = codes.iter().map(|it| {
        let doc = doc(&docs::of_code(model, it), 2);
        let name = rust(model.names.code(it.id));
        let code = &it.code;
        quote!(#doc #name = #code)
    });
    let definition = enums::open_enum(
        groups.text_of(operation),
        EnumOf::Text,
        &quote! {
            #doc_of_all
            pub enum #name { #(#values),* }
        },
    );
    layout::joined([
        definition,
        meanings(model, groups.of(operation).as_ref(), &name, codes),
    ])
}

/// What the pages say about each code, for messages to people.
fn meanings(
    model: &Model,
    only: Option<&TokenStream>,
    name: &TokenStream,
    codes: &[&ResultCode],
) -> String {
    // Those that the pages only list are with the unknown.
    let told = codes.iter().filter(|it| !it.doc.is_empty());
    if told.clone().next().is_none() {
        return String::new();
    }
    let arms = told.map(|it| {
        let (code, meaning) = (rust(model.names.code(it.id)), &it.doc);
        quote!(Self::#code => #meaning)
    });
    layout::items(&quote! {
        #only
        impl #name {
            /// What the documentation says about the code, if it does.
            pub fn meaning(&self) -> Option<&'static str> {
                let meaning = match self {
                    #(#arms,)*
                    _ => return None,
                };
                Some(meaning)
            }
        }
    })
}

//! Open enums and status machines.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    docs,
    groups::Groups,
    layout,
    rules::literal,
    tokens::{doc, rust},
};
use crate::Model;
use stipula_contract::{Enum, EnumOf, Module, Type};

/// The text of module `enums`.
pub(super) fn module(model: &Model, groups: &Groups) -> String {
    let types = model
        .api
        .types
        .iter()
        .filter(|it| it.module == Module::Enums && groups.has_type(it.id));
    layout::joined(types.flat_map(|type_| match type_.enum_() {
        Some(it) => [
            definition(model, groups, type_, it),
            machine(model, groups, type_, it),
        ],
        None => Default::default(),
    }))
}

/// The macro around what looks like an enum with texts for values.
///
/// `prettyplease` leaves the inside of a macro on one line, so it lays out the enum alone.
pub(super) fn open_enum(only: Option<String>, of: EnumOf, definition: &TokenStream) -> String {
    let name = match of {
        EnumOf::Text => "stipula::open_enum!",
        EnumOf::Integer => "stipula::open_integer_enum!",
    };
    let only = only.map_or_else(String::new, |it| format!("{it}\n"));
    only + &layout::block(name, &layout::items(definition))
}

fn definition(model: &Model, groups: &Groups, type_: &Type, it: &Enum) -> String {
    let api = &model.api;
    let text = docs::paragraphs([
        docs::or(&type_.doc, || docs::fallback(api, type_)),
        docs::source(api, &type_.evidence),
        docs::quirks(api, &type_.evidence),
    ]);
    let doc_of_all = doc(&text, 1);
    let name = rust(model.names.type_(type_.id));
    let values = it.values.iter().enumerate().map(|(at, value)| {
        let text = docs::paragraphs([
            docs::or(&value.doc, || format!("`{}`.", value.wire)),
            docs::standing(model.provenance.value(type_.id, at)),
            docs::quirks(api, &value.evidence),
        ]);
        let doc = doc(&text, 2);
        let name = rust(model.names.variant(type_.id, at));
        let wire = match it.of {
            EnumOf::Text => literal(&value.wire),
            EnumOf::Integer => value.wire.clone(),
        };
        let wire = rust(&wire);
        quote!(#doc #name = #wire)
    });
    open_enum(
        groups.text_of_type(type_.id),
        it.of,
        &quote! {
            #doc_of_all
            pub enum #name { #(#values),* }
        },
    )
}

/// What may follow each status; empty when the enum is no machine.
fn machine(model: &Model, groups: &Groups, type_: &Type, it: &Enum) -> String {
    let Some(transitions) = &it.transitions else {
        return String::new();
    };
    let variant = |index: &usize| {
        let name = rust(model.names.variant(type_.id, *index));
        quote!(Self::#name)
    };
    let mut last = Vec::new();
    let mut arms = Vec::new();
    for (index, next) in transitions.iter().enumerate().take(it.values.len()) {
        let status = variant(&index);
        if next.is_empty() {
            last.push(status);
        } else {
            let next = next.iter().map(variant);
            arms.push(quote!(#status => &[#(#next),*],));
        }
    }
    last.push(quote!(Self::Unknown(_)));
    let name = rust(model.names.type_(type_.id));
    let doc_of_next = doc(
        "The statuses that may follow. None follows a final status, or one that is not documented.",
        1,
    );
    let only = groups.of_type(type_.id);
    layout::items(&quote! {
        #only
        impl #name {
            #doc_of_next
            pub fn next(&self) -> &'static [Self] {
                match self {
                    #(#arms)*
                    #(#last)|* => &[],
                }
            }

            /// Whether `next` may follow.
            pub fn can_become(&self, next: &Self) -> bool {
                self.next().contains(next)
            }
        }
    })
}

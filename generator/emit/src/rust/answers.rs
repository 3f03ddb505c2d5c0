//! What operations answer by HTTP status: an enum for each.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{
    file::{File, FileKind},
    groups::Groups,
    operations,
    tokens::{doc, rust},
};
use crate::{Model, names::Names};
use stipula_contract::{Answer, Operation, StatusAnswer};

/// The text of module `answers`; empty where no answer is told by its status.
pub(super) fn module(model: &Model, groups: &Groups) -> String {
    let mut file = File::new(model, FileKind::Top);
    let mut any = false;
    for operation in model.api.operations.iter().filter(|it| groups.has(it)) {
        let only = groups.of(operation);
        let all = operation.answer.by_status();
        if !all.is_empty() {
            any = true;
            definition(&mut file, operation, all, only.as_ref());
            reading(&mut file, operation, all, only.as_ref());
        }
    }
    if any { file.into_text() } else { String::new() }
}

fn definition(
    file: &mut File<'_>,
    operation: &Operation,
    all: &[StatusAnswer],
    only: Option<&TokenStream>,
) {
    let text = format!("Response to `{}`, by HTTP status.", operation.name);
    let doc_of_all = doc(&text, 0);
    let name = rust(file.names.answer(operation.id));
    let undocumented = file.foreign("stipula::client", "Undocumented");
    let mut variants = Vec::new();
    for it in all {
        let (doc, name) = (doc(&format!("HTTP {}.", it.text), 1), variant(it));
        let held = (it.answer != Answer::Nothing).then(|| {
            let held = operations::answer(file, operation, &it.answer);
            quote!((#held))
        });
        variants.push(quote!(#doc #name #held));
    }
    file.add(quote! {
        #doc_of_all
        #only
        #[derive(Debug, Clone, PartialEq)]
        #[allow(clippy::large_enum_variant, reason = "a call gives one of them")]
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
            /// Any other status, with the body as it came.
            Other(#undocumented),
        }
    });
}

fn reading(
    file: &mut File<'_>,
    operation: &Operation,
    all: &[StatusAnswer],
    only: Option<&TokenStream>,
) {
    let name = rust(file.names.answer(operation.id));
    let answered = file.foreign("stipula::client", "Answered");
    let [read, error] = ["Read", "ReadError"].map(|it| file.foreign("stipula::read", it));
    let mut arms = Vec::new();
    for it in all {
        let (status, variant) = (Literal::u16_unsuffixed(it.status), variant(it));
        arms.push(match it.answer {
            Answer::Nothing => {
                let nothing = file.foreign("stipula::client", "Nothing");
                quote!(#status => answer.read(|#nothing| Self::#variant))
            }
            _ => quote!(#status => answer.read(Self::#variant)),
        });
    }
    file.add(quote! {
        #only
        impl stipula::client::FromAnswer for #name {
            fn from_answer(answer: &#answered<'_>) -> Result<#read<Self>, #error> {
                match answer.status().as_u16() {
                    #(#arms,)*
                    _ => answer.read(Self::Other),
                }
            }
        }
    });
}

fn variant(it: &StatusAnswer) -> TokenStream {
    rust(&Names::status(it.status))
}

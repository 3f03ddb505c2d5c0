//! Values of one of several shapes, as enums.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    attributes, docs,
    file::{File, FileKind},
    reading,
    tokens::{doc, rust},
    types,
    unions::conversion,
};
use crate::{Model, words};
use stipula_contract::{AnyOf, Constant, Empty, Item, JsonKind, Module, Needed, Type, TypeRef};

/// What nobody documented, in an answer.
const JSON: &str = "serde_json::Value";

/// The file of a value of several shapes.
pub(super) fn file(model: &Model, type_: &Type, any: &AnyOf) -> String {
    let mut file = File::new(model, FileKind::Type(type_.id));
    definition(&mut file, type_, any);
    reading(&mut file, type_, any);
    conversions(&mut file, type_, any);
    file.into_text()
}

const fn is_judged(type_: &Type) -> bool {
    matches!(type_.module, Module::Request)
}

fn definition(file: &mut File<'_>, type_: &Type, any: &AnyOf) {
    let text = docs::paragraphs([
        docs::or(&type_.doc, || docs::fallback(file.api, type_)),
        docs::source(file.api, &type_.evidence),
        docs::quirks(file.api, &type_.evidence),
    ]);
    let doc_of_all = doc(&text, 0);
    let serialize = file.foreign("serde", "Serialize");
    let validate = is_judged(type_).then(|| file.foreign("stipula", "Validate"));
    let name = rust(file.names.type_(type_.id));
    let mut cases = Vec::new();
    for (at, shape) in any.shapes.iter().enumerate() {
        let named = |id| format!("`{}`", file.api.type_(id).name);
        let doc = doc(&sentence(&words::type_(&shape.item, &named)), 1);
        let rules = if is_judged(type_) {
            let rules = attributes::of_shape(file, type_, shape);
            file.rules.attribute(rules)
        } else {
            TokenStream::new()
        };
        let variant = rust(file.names.variant(type_.id, at));
        let payload = types::written(file, &shape.item.ty);
        let is_bare = is_judged(type_) && has_nothing(&shape.item);
        let skip = is_bare.then(|| quote!(#[validate(skip)]));
        cases.push(quote!(#doc #skip #variant(#rules #payload)));
    }
    if !is_judged(type_) {
        let (json, other) = (rust(JSON), rust(file.names.other(type_.id)));
        cases.push(quote! {
            /// Of no documented shape, as it came.
            #other(#json)
        });
    }
    file.add(quote! {
        #doc_of_all
        #[derive(Debug, Clone, PartialEq, #serialize, #validate)]
        #[serde(untagged)]
        #[allow(clippy::large_enum_variant, reason = "a body holds few of them")]
        #[non_exhaustive]
        pub enum #name {
            #(#cases,)*
        }
    });
}

/// Whether a value has no rules, outside or inside.
fn has_nothing(item: &Item) -> bool {
    item.object().is_none() && item.levels().all(|it| it.rules.is_empty())
}

/// "List of text."
fn sentence(words: &str) -> String {
    let mut chars = words.chars();
    let first = chars.next().map(char::to_uppercase);
    format!(
        "{}{}.",
        first.into_iter().flatten().collect::<String>(),
        chars.as_str()
    )
}

/// A request has to be of one of the shapes; an answer keeps what is of none.
fn reading(file: &mut File<'_>, type_: &Type, any: &AnyOf) {
    let kind = file.foreign("stipula::read", "Kind");
    let mut cases = Vec::new();
    for (at, shape) in any.shapes.iter().enumerate() {
        let variant = rust(file.names.variant(type_.id, at));
        let json = kind_of(shape.kind);
        let tests: Vec<_> = shape.needs.iter().map(|it| has(file, it)).collect();
        let test = (!tests.is_empty()).then(|| quote!(if #(#tests)||*));
        let read = if is_judged(type_) {
            quote!(Self::#variant(from.value()?))
        } else {
            quote!(from.fitting().map(Self::#variant))
        };
        cases.push(quote!(#kind::#json #test => #read,));
    }
    let slot = file.foreign("stipula::read", "Slot");
    let (vacant, body) = if is_judged(type_) {
        let first = rust(file.names.variant(type_.id, 0));
        let wanted = any.wanted();
        let body = quote! {
            *self = match from.kind() {
                #(#cases)*
                _ => return Err(from.no_case(#wanted)),
            };
            Ok(())
        };
        (quote!(Self::#first(#slot::vacant())), body)
    } else {
        let other = rust(file.names.other(type_.id));
        let body = quote! {
            let fitting = match from.kind() {
                #(#cases)*
                _ => None,
            };
            *self = match fitting {
                Some(value) => value,
                None => Self::#other(from.value()?),
            };
            Ok(())
        };
        (quote!(Self::#other(serde_json::Value::Null)), body)
    };
    reading::write(file, type_, &vacant, &body, None);
}

fn kind_of(kind: JsonKind) -> TokenStream {
    rust(match kind {
        JsonKind::Boolean => "Boolean",
        JsonKind::Number => "Number",
        JsonKind::Text => "Text",
        JsonKind::List => "List",
        JsonKind::Object => "Object",
    })
}

/// Whether the coming object has the members of a shape.
fn has(file: &mut File<'_>, needed: &[Needed]) -> TokenStream {
    let type_ = file.foreign("stipula::read", "Needed");
    let empty = (file.api.empty == Empty::Value).then(|| quote!(.empty_is_value()));
    let needed = needed.iter().map(|it| {
        let (name, aliases) = (&it.member, &it.aliases);
        let aliases = (!aliases.is_empty()).then(|| quote!(.aliases(&[#(#aliases),*])));
        let constant = it.constant.as_ref().map(|it| match it {
            Constant::Text(text) => quote!(.text(#text)),
            Constant::Number(digits) => {
                let number = rust(digits);
                quote!(.number(#number))
            }
        });
        quote!(#type_::new(#name) #aliases #constant #empty)
    });
    quote!(from.has(&[#(#needed),*]))
}

fn conversions(file: &mut File<'_>, type_: &Type, any: &AnyOf) {
    for (at, shape) in any.shapes.iter().enumerate() {
        let variant = rust(file.names.variant(type_.id, at));
        let payload = types::written(file, &shape.item.ty);
        conversion(file, type_, &payload, &variant);
        if matches!(&shape.item.ty, TypeRef::Scalar(_)) && payload.to_string() == "String" {
            let name = rust(file.names.type_(type_.id));
            file.add(quote! {
                impl From<&str> for #name {
                    fn from(value: &str) -> Self {
                        Self::#variant(value.to_owned())
                    }
                }
            });
        }
    }
}

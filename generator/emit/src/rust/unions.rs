//! Unions, whose case a member chooses, in the object around one or inside.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    docs,
    file::{File, FileKind},
    reading,
    tokens::{doc, rust},
    types,
};
use crate::Model;
use stipula_contract::{Case, Choice, Field, Module, Type, TypeId, Union};

/// What a union holds when no case is chosen.
const OBJECT: &str = "serde_json::Map<String, serde_json::Value>";

/// The file of a union.
pub(super) fn file(model: &Model, type_: &Type, union: &Union) -> String {
    let mut file = File::new(model, FileKind::Type(type_.id));
    definition(&mut file, type_, union);
    if type_.module == Module::Request
        && let Some(by_type) = union.sibling().map(|it| it.1)
    {
        fits(&mut file, type_, union, by_type);
    }
    reading(&mut file, type_, union);
    conversions(&mut file, type_, union);
    file.into_text()
}

fn definition(file: &mut File<'_>, type_: &Type, union: &Union) {
    let by = union.by();
    let chosen = match union.tag() {
        Some(_) => format!("Its field `{by}` chooses the variant."),
        None => {
            format!(
                "The field `{by}` beside it chooses the variant. Read on its own, it is `Other`."
            )
        }
    };
    let text = docs::paragraphs([
        docs::or(&type_.doc, || docs::fallback(file.api, type_)),
        chosen,
        docs::source(file.api, &type_.evidence),
        docs::quirks(file.api, &type_.evidence),
    ]);
    let doc_of_all = doc(&text, 0);
    let serialize = file.foreign("serde", "Serialize");
    let (validate, skip) = match type_.module {
        Module::Request => (
            file.foreign("stipula", "Validate"),
            quote!(#[validate(skip)]),
        ),
        Module::Response | Module::Enums => Default::default(),
    };
    let name = rust(file.names.type_(type_.id));
    let mut cases = Vec::new();
    for (at, case) in union.cases.iter().enumerate() {
        let doc = doc(&format!("When `{by}` is `{}`.", case.wire), 1);
        let name = variant(file, type_, union, at);
        let payload = rust(&file.type_name(case.of));
        cases.push(quote!(#doc #name(#payload)));
    }
    if has_other(type_, union) {
        let doc = doc(&format!("When `{by}` is anything else: any object."), 1);
        let (object, other) = (rust(OBJECT), other(file, type_, union));
        cases.push(quote!(#doc #skip #other(#object)));
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

/// Whether it keeps an object of no case: a tag that nobody documented is an error in requests.
const fn has_other(type_: &Type, union: &Union) -> bool {
    matches!(union.choice, Choice::Sibling { .. }) || matches!(type_.module, Module::Response)
}

/// The variant of any other object.
fn other(file: &File<'_>, type_: &Type, union: &Union) -> TokenStream {
    match union.sibling() {
        Some(_) => quote!(Other),
        None => rust(file.names.other(type_.id)),
    }
}

fn fits(file: &mut File<'_>, type_: &Type, union: &Union, by_type: TypeId) {
    let by = rust(&file.type_name(by_type));
    let doc = doc(
        &format!("Whether this is the variant that `{}` chooses.", union.by()),
        1,
    );
    let sibling = rust(sibling(file, type_, union));
    let cases = variants(file, type_, union);
    let name = rust(file.names.type_(type_.id));
    file.add(quote! {
        impl #name {
            #doc
            pub fn fits(&self, #sibling: &#by) -> bool {
                match self {
                    #(Self::#cases(_) => *#sibling == #by::#cases,)*
                    Self::Other(_) => !matches!(#sibling, #(#by::#cases)|*),
                }
            }
        }
    });
}

/// The field beside the union that chooses its case.
fn sibling<'a>(file: &File<'a>, type_: &Type, union: &Union) -> &'a str {
    let holds = |it: &&Field| types::union_in(&it.item.ty) == Some(type_.id);
    let objects = file.api.types.iter().filter_map(Type::object);
    let mut holders = objects.filter(|it| it.fields.iter().any(|field| holds(&field)));
    let field = holders.find_map(|it| it.field(union.by()));
    field.map_or("_", |it| file.names.field(it.id))
}

/// Every case, as the enum names it.
fn variants(file: &File<'_>, type_: &Type, union: &Union) -> Vec<TokenStream> {
    let cases = 0..union.cases.len();
    cases.map(|at| variant(file, type_, union, at)).collect()
}

/// A union by a sibling has the variants of its enum, any other has its own.
fn variant(file: &File<'_>, type_: &Type, union: &Union, at: usize) -> TokenStream {
    match union.sibling() {
        Some((_, by_type)) => rust(file.variant(by_type, &union.cases[at].wire)),
        None => rust(file.names.variant(type_.id, at)),
    }
}

/// How it is read, by the case that the object around it tells, or its tag.
fn reading(file: &mut File<'_>, type_: &Type, union: &Union) {
    let mut cases = Vec::new();
    for (at, case) in union.cases.iter().enumerate() {
        let (wire, name) = (&case.wire, variant(file, type_, union, at));
        cases.push(quote!(Some(#wire) => Self::#name(from.value()?),));
    }
    let chosen = match union.tag() {
        Some(tag) => quote!(from.tag(#tag).as_deref()),
        None => quote!(from.case()),
    };
    let (vacant, other) = if has_other(type_, union) {
        let other = other(file, type_, union);
        (
            quote!(Self::#other(serde_json::Map::new())),
            quote!(Self::#other(from.value()?)),
        )
    } else {
        let first = variants(file, type_, union).into_iter().next();
        let slot = file.foreign("stipula::read", "Slot");
        let wanted = union.wanted();
        (
            quote!(Self::#first(#slot::vacant())),
            quote!(return Err(from.no_case(#wanted))),
        )
    };
    let body = quote! {
        *self = match #chosen {
            #(#cases)*
            _ => #other,
        };
        Ok(())
    };
    reading::write(file, type_, &vacant, &body, None);
}

/// Whether the object of a case says which case is meant: no other case has the same.
pub(super) fn is_told_by_object(union: &Union, case: &Case) -> bool {
    let same = union.cases.iter().filter(|other| other.of == case.of);
    same.count() == 1
}

fn conversions(file: &mut File<'_>, type_: &Type, union: &Union) {
    for (at, case) in union.cases.iter().enumerate() {
        if is_told_by_object(union, case) {
            let payload = rust(&file.type_name(case.of));
            let variant = variant(file, type_, union, at);
            conversion(file, type_, &payload, &variant);
        }
    }
    if has_other(type_, union) {
        let other = other(file, type_, union);
        conversion(file, type_, &rust(OBJECT), &other);
    }
}

pub(super) fn conversion(
    file: &mut File<'_>,
    type_: &Type,
    payload: &TokenStream,
    variant: &TokenStream,
) {
    let name = rust(file.names.type_(type_.id));
    file.add(quote! {
        impl From<#payload> for #name {
            fn from(value: #payload) -> Self {
                Self::#variant(value)
            }
        }
    });
}

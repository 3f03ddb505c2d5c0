//! Unions, whose case the object around one chooses.

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
use stipula_contract::{Case, Field, Module, Type, Union};

/// What a union holds when no case is chosen.
const OBJECT: &str = "serde_json::Map<String, serde_json::Value>";

/// The file of a union.
pub(super) fn file(model: &Model, type_: &Type, union: &Union) -> String {
    let mut file = File::new(model, FileKind::Type(type_.id));
    definition(&mut file, type_, union);
    if type_.module == Module::Request {
        fits(&mut file, type_, union);
    }
    reading(&mut file, type_, union);
    conversions(&mut file, type_, union);
    file.into_text()
}

fn definition(file: &mut File<'_>, type_: &Type, union: &Union) {
    let by = &union.by;
    let text = docs::paragraphs([
        docs::or(&type_.doc, || docs::fallback(file.api, type_)),
        format!("The member `{by}` beside it chooses the case. Read on its own, it is `Other`."),
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
    let cases: Vec<_> = union
        .cases
        .iter()
        .map(|case| {
            let doc = doc(&format!("When `{by}` is `{}`.", case.wire), 1);
            let name = variant(file, union, case);
            let payload = rust(&file.type_name(case.of));
            quote!(#doc #name(#payload))
        })
        .collect();
    let doc_of_other = doc(&format!("When `{by}` is anything else: any object."), 1);
    let object = rust(OBJECT);
    file.add(quote! {
        #doc_of_all
        #[derive(Debug, Clone, PartialEq, #serialize, #validate)]
        #[serde(untagged)]
        #[allow(clippy::large_enum_variant, reason = "a body holds few of them")]
        #[non_exhaustive]
        pub enum #name {
            #(#cases,)*
            #doc_of_other
            #skip
            Other(#object),
        }
    });
}

fn fits(file: &mut File<'_>, type_: &Type, union: &Union) {
    let by = rust(&file.type_name(union.by_type));
    let doc = doc(
        &format!("Whether this is the case that `{}` chooses.", union.by),
        1,
    );
    let sibling = rust(sibling(file, type_, union));
    let cases = variants(file, union);
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
    let field = holders.find_map(|it| it.field(&union.by));
    field.map_or("_", |it| file.names.field(it.id))
}

/// Every case, as the enum names it.
fn variants(file: &File<'_>, union: &Union) -> Vec<TokenStream> {
    let cases = union.cases.iter();
    cases.map(|it| variant(file, union, it)).collect()
}

fn variant(file: &File<'_>, union: &Union, case: &Case) -> TokenStream {
    rust(file.variant(union.by_type, &case.wire))
}

/// How it is read, by the case that the object around it tells.
fn reading(file: &mut File<'_>, type_: &Type, union: &Union) {
    let cases: Vec<_> = union
        .cases
        .iter()
        .map(|case| {
            let (wire, name) = (&case.wire, variant(file, union, case));
            quote!(Some(#wire) => Self::#name(from.value()?),)
        })
        .collect();
    let body = quote! {
        *self = match from.case() {
            #(#cases)*
            _ => Self::Other(from.value()?),
        };
        Ok(())
    };
    reading::write(
        file,
        type_,
        &quote!(Self::Other(serde_json::Map::new())),
        &body,
    );
}

/// Whether the object of a case says which case is meant: no other case has the same.
pub(super) fn is_told_by_object(union: &Union, case: &Case) -> bool {
    let same = union.cases.iter().filter(|other| other.of == case.of);
    same.count() == 1
}

fn conversions(file: &mut File<'_>, type_: &Type, union: &Union) {
    for case in &union.cases {
        if is_told_by_object(union, case) {
            let payload = rust(&file.type_name(case.of));
            let variant = variant(file, union, case);
            conversion(file, type_, &payload, &variant);
        }
    }
    conversion(file, type_, &rust(OBJECT), &quote!(Other));
}

fn conversion(file: &mut File<'_>, type_: &Type, payload: &TokenStream, variant: &TokenStream) {
    let name = rust(file.names.type_(type_.id));
    file.add(quote! {
        impl From<#payload> for #name {
            fn from(value: #payload) -> Self {
                Self::#variant(value)
            }
        }
    });
}

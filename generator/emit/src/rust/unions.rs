//! Unions, and how the object around one chooses its case.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    docs,
    file::{File, FileKind},
    tokens::{comment, doc, rust},
    types::is_optional,
};
use crate::Model;
use stipula_contract::{Api, Case, Field, Module, Object, Type, TypeId, TypeKind, TypeRef, Union};

/// What a union holds when no case is chosen.
const OBJECT: &str = "serde_json::Map<String, serde_json::Value>";

/// The file of a union.
pub(super) fn file(model: &Model, type_: &Type, union: &Union) -> String {
    let mut file = File::new(model, FileKind::Type(type_.id));
    definition(&mut file, type_, union);
    let fits = (type_.module == Module::Request).then(|| fits(&mut file, type_, union));
    let settle = settle(&mut file, type_, union);
    let name = rust(file.names.type_(type_.id));
    file.add(quote!(impl #name { #fits #settle }));
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
    let deserialize = file.foreign("serde", "Deserialize");
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
        #[derive(Debug, Clone, PartialEq, #serialize, #deserialize, #validate)]
        #[serde(untagged, from = #OBJECT)]
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

fn fits(file: &mut File<'_>, type_: &Type, union: &Union) -> TokenStream {
    let by = rust(&file.type_name(union.by_type));
    let doc = doc(
        &format!("Whether this is the case that `{}` chooses.", union.by),
        1,
    );
    let sibling = rust(sibling(file, type_, union));
    let cases = variants(file, union);
    quote! {
        #doc
        pub fn fits(&self, #sibling: &#by) -> bool {
            match self {
                #(Self::#cases(_) => *#sibling == #by::#cases,)*
                Self::Other(_) => !matches!(#sibling, #(#by::#cases)|*),
            }
        }
    }
}

/// The field beside the union that chooses its case.
fn sibling<'a>(file: &File<'a>, type_: &Type, union: &Union) -> &'a str {
    let holds = |it: &&Field| of_type(&it.item.ty) == Some(type_.id);
    let objects = file.api.types.iter().filter_map(Type::object);
    let mut holders = objects.filter(|it| it.fields.iter().any(|field| holds(&field)));
    let field = holders.find_map(|it| it.field(&union.by));
    field.map_or("_", |it| file.names.field(it.id))
}

/// The union in a type, by its id.
fn of_type(ty: &TypeRef) -> Option<TypeId> {
    match ty {
        TypeRef::Union(id) => Some(*id),
        TypeRef::List(item) | TypeRef::Map { of: item, .. } => of_type(&item.ty),
        _ => None,
    }
}

/// Every case, as the enum names it.
fn variants(file: &File<'_>, union: &Union) -> Vec<TokenStream> {
    let cases = union.cases.iter();
    cases.map(|it| variant(file, union, it)).collect()
}

fn variant(file: &File<'_>, union: &Union, case: &Case) -> TokenStream {
    rust(file.variant(union.by_type, &case.wire))
}

fn settle(file: &mut File<'_>, type_: &Type, union: &Union) -> TokenStream {
    let by = rust(&file.type_name(union.by_type));
    let comment = comment(&["Reads the members of `Other` as the case that the sibling chooses."]);
    let sibling = rust(sibling(file, type_, union));
    let cases = variants(file, union);
    quote! {
        #comment
        pub(super) fn settle(&mut self, #sibling: Option<&#by>) -> Result<(), serde_json::Error> {
            let Self::Other(members) = self else {
                return Ok(());
            };
            let members = std::mem::take(members);
            *self = match #sibling {
                #(Some(#by::#cases) => Self::#cases(serde_json::from_value(members.into())?),)*
                _ => Self::Other(members),
            };
            Ok(())
        }
    }
}

fn conversions(file: &mut File<'_>, type_: &Type, union: &Union) {
    for case in &union.cases {
        // A payload of two cases does not say which one is meant.
        let same = union.cases.iter().filter(|other| other.of == case.of);
        if same.count() == 1 {
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

/// Whether a member of the object is a union, or holds some.
pub(super) fn has_settled_member(api: &Api, object: &Object) -> bool {
    object
        .fields
        .iter()
        .any(|field| of(api, &field.item.ty).is_some())
}

/// The union in a type.
fn of<'a>(api: &'a Api, ty: &TypeRef) -> Option<&'a Union> {
    match &api.type_(of_type(ty)?).kind {
        TypeKind::Union(union) => Some(union),
        TypeKind::Object(_) | TypeKind::Enum(_) => None,
    }
}

/// Reading of an object that chooses the case of a member after everything is read.
pub(super) fn settle_members(file: &mut File<'_>, type_: &Type, object: &Object) {
    let steps: Vec<_> = object
        .fields
        .iter()
        .filter_map(|field| {
            let union = of(file.api, &field.item.ty)?;
            Some(settle_member(file, type_, object, field, union))
        })
        .collect();
    if steps.is_empty() {
        return;
    }
    let deserialize = file.foreign("serde", "Deserialize");
    let serialize = file.foreign("serde", "Serialize");
    let comment = comment(&[
        "`remote` above makes these functions inherent, so that reading can go on here: the member",
        "that chooses the case of another one may come after it.",
    ]);
    let name = rust(file.names.type_(type_.id));
    // A type of the API may be called `Result`.
    let result = if file.names.type_(type_.id) == "Result" {
        quote!(std::result::Result)
    } else {
        quote!(Result)
    };
    file.add(quote! {
        #comment
        impl<'de> #deserialize<'de> for #name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> #result<Self, D::Error> {
                let mut read = Self::deserialize(deserializer)?;
                #(#steps)*
                Ok(read)
            }
        }

        impl #serialize for #name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> #result<S::Ok, S::Error> {
                Self::serialize(self, serializer)
            }
        }
    });
}

fn settle_member(
    file: &mut File<'_>,
    type_: &Type,
    object: &Object,
    field: &Field,
    union: &Union,
) -> TokenStream {
    let by = rust(
        object
            .field(&union.by)
            .map_or("_", |it| file.names.field(it.id)),
    );
    let sibling_optional = object
        .field(&union.by)
        .is_none_or(|sibling| is_optional(type_, sibling));
    let sibling = if sibling_optional {
        quote!(read.#by.as_ref())
    } else {
        quote!(Some(&read.#by))
    };
    let settled = |value: TokenStream| {
        quote! {
            let settled = #value.settle(#sibling);
            settled.map_err(serde::de::Error::custom)?;
        }
    };
    let name = rust(file.names.field(field.id));
    let member = quote!(read.#name);
    let optional = is_optional(type_, field);
    let head = match &field.item.ty {
        TypeRef::List(_) if optional => quote!(for value in #member.iter_mut().flatten()),
        TypeRef::List(_) => quote!(for value in &mut #member),
        TypeRef::Map { .. } if optional => {
            let map = file.foreign("std::collections", "BTreeMap");
            quote!(for value in #member.iter_mut().flat_map(#map::values_mut))
        }
        TypeRef::Map { .. } => quote!(for value in #member.values_mut()),
        _ if optional => quote!(if let Some(value) = &mut #member),
        _ => return settled(member),
    };
    let step = settled(quote!(value));
    quote!(#head { #step })
}

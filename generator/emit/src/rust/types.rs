//! Types of members: as written, as read, as given to a setter.

use proc_macro2::TokenStream;
use quote::quote;

use super::{file::File, tokens::rust};
use stipula_contract::{Empty, Field, Module, Type, TypeRef};

/// How the file writes a type.
pub(super) fn written(file: &mut File<'_>, ty: &TypeRef) -> TokenStream {
    match ty {
        TypeRef::String | TypeRef::Url => quote!(String),
        TypeRef::Integer => quote!(i64),
        TypeRef::Decimal => quote!(serde_json::Number),
        TypeRef::Boolean => quote!(bool),
        TypeRef::TimestampMillis => file.foreign("stipula", "UnixMillis"),
        TypeRef::Json => quote!(serde_json::Value),
        TypeRef::Enum(id) | TypeRef::Object(id) | TypeRef::Union(id) => rust(&file.type_name(*id)),
        TypeRef::List(of) => {
            let of = written(file, &of.ty);
            quote!(Vec<#of>)
        }
        TypeRef::Map { key, of } => {
            let map = file.foreign("std::collections", "BTreeMap");
            let key = match key {
                Some(id) => rust(&file.type_name(*id)),
                None => quote!(String),
            };
            let of = written(file, &of.ty);
            quote!(#map<#key, #of>)
        }
    }
}

/// The type of a member.
pub(super) fn of_field(file: &mut File<'_>, owner: &Type, field: &Field) -> TokenStream {
    let mut ty = written(file, &field.item.ty);
    if field.recursive {
        ty = quote!(Box<#ty>);
    }
    if field.sensitive {
        let sensitive = file.foreign("stipula", "Sensitive");
        ty = quote!(#sensitive<#ty>);
    }
    if is_optional(owner, field) {
        ty = quote!(Option<#ty>);
    }
    ty
}

/// Whether the member may be absent: always, but for what an answer is known to hold.
pub(super) fn is_optional(owner: &Type, field: &Field) -> bool {
    !(field.guaranteed && owner.module == Module::Response)
}

/// The function that reads the member, when the one of its type would not do.
pub(super) fn reader(file: &File<'_>, owner: &Type, field: &Field) -> Option<&'static str> {
    let absent = file.api.empty == Empty::Absent;
    let drifts = field.lenient || (owner.module == Module::Response && absent);
    if drifts && is_lenient(&field.item.ty) {
        Some("stipula::read::lenient")
    } else if absent && is_optional(owner, field) {
        Some("stipula::read::maybe")
    } else {
        None
    }
}

/// Types that the runtime reads from a number as well as from a text.
fn is_lenient(ty: &TypeRef) -> bool {
    match ty {
        TypeRef::String
        | TypeRef::Url
        | TypeRef::Integer
        | TypeRef::Decimal
        | TypeRef::Boolean
        | TypeRef::TimestampMillis
        | TypeRef::Enum(_) => true,
        TypeRef::List(of) | TypeRef::Map { of, .. } => is_lenient(&of.ty),
        TypeRef::Json | TypeRef::Object(_) | TypeRef::Union(_) => false,
    }
}

/// Whether a setter takes anything that turns into the type.
pub(super) fn is_converted(ty: &TypeRef) -> bool {
    matches!(
        ty,
        TypeRef::String
            | TypeRef::Url
            | TypeRef::Decimal
            | TypeRef::TimestampMillis
            | TypeRef::Json
            | TypeRef::Union(_)
    )
}

//! Types of members: as written, as read, as given to a setter.

use proc_macro2::TokenStream;
use quote::quote;

use super::{file::File, tokens::rust};
use stipula_contract::{Empty, Field, Module, Scalar, Type, TypeRef};

/// How the file writes a type.
pub(super) fn written(file: &mut File<'_>, ty: &TypeRef) -> TokenStream {
    match ty {
        TypeRef::Scalar(it) => scalar(file, *it),
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

fn scalar(file: &mut File<'_>, it: Scalar) -> TokenStream {
    match it {
        Scalar::String | Scalar::Url => quote!(String),
        Scalar::Integer => quote!(i64),
        Scalar::Decimal => quote!(serde_json::Number),
        Scalar::Boolean => quote!(bool),
        Scalar::Unsigned => quote!(u64),
        Scalar::TimestampMillis => file.foreign("stipula", "UnixMillis"),
        Scalar::TimestampSeconds => file.foreign("stipula", "UnixSeconds"),
        Scalar::DateTime => file.foreign("stipula", "DateTime"),
        Scalar::Date => file.foreign("stipula", "Date"),
        Scalar::Bytes => file.foreign("stipula", "Bytes"),
        Scalar::Json => quote!(serde_json::Value),
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
        TypeRef::Scalar(Scalar::DateTime | Scalar::Date | Scalar::Bytes | Scalar::Json)
        | TypeRef::Object(_)
        | TypeRef::Union(_) => false,
        TypeRef::Scalar(_) | TypeRef::Enum(_) => true,
        TypeRef::List(of) | TypeRef::Map { of, .. } => is_lenient(&of.ty),
    }
}

/// Whether a setter takes anything that turns into the type.
pub(super) fn is_converted(ty: &TypeRef) -> bool {
    match ty {
        TypeRef::Scalar(it) => !matches!(it, Scalar::Integer | Scalar::Unsigned | Scalar::Boolean),
        TypeRef::Union(_) => true,
        TypeRef::Enum(_) | TypeRef::Object(_) | TypeRef::List(_) | TypeRef::Map { .. } => false,
    }
}

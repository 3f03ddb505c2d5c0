//! Types of members: as written, as read, as given to a setter.

use proc_macro2::TokenStream;
use quote::quote;

use super::{file::File, tokens::rust};
use stipula_contract::{Field, Module, Object, Scalar, Type, TypeId, TypeRef};

/// How the file writes a type.
pub(super) fn written(file: &mut File<'_>, ty: &TypeRef) -> TokenStream {
    match ty {
        TypeRef::Scalar(it) | TypeRef::AsText(it) => scalar(file, *it),
        TypeRef::Enum(id)
        | TypeRef::IntegerEnum(id)
        | TypeRef::Object(id)
        | TypeRef::Union(id)
        | TypeRef::Any(id) => rust(&file.type_name(*id)),
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
        Scalar::Decimal => file.foreign("stipula", "Decimal"),
        Scalar::Boolean => quote!(bool),
        Scalar::Unsigned => quote!(u64),
        Scalar::TimestampMillis => file.foreign("stipula", "UnixMillis"),
        Scalar::TimestampSeconds => file.foreign("stipula", "UnixSeconds"),
        Scalar::DateTime => file.foreign("stipula", "DateTime"),
        Scalar::Duration => file.foreign("stipula", "Duration"),
        Scalar::Date => file.foreign("stipula", "Date"),
        Scalar::Bytes => file.foreign("stipula", "Bytes"),
        Scalar::File => file.foreign("stipula", "File"),
        Scalar::Json => quote!(serde_json::Value),
    }
}

/// The type of a member.
pub(super) fn of_field(file: &mut File<'_>, owner: &Type, field: &Field) -> TokenStream {
    let mut ty = written(file, &field.item.ty);
    if field.recursive || file.is_boxed(owner, field) {
        ty = quote!(Box<#ty>);
    }
    if field.sensitive {
        let sensitive = file.foreign("stipula", "Sensitive");
        ty = quote!(#sensitive<#ty>);
    }
    if field.clears {
        let clearable = file.foreign("stipula", "Clearable");
        ty = quote!(#clearable<#ty>);
    } else if is_optional(owner, field) {
        ty = quote!(Option<#ty>);
    }
    ty
}

/// Whether the member may be absent: always, but for what an answer is known to hold.
pub(super) fn is_optional(owner: &Type, field: &Field) -> bool {
    !(field.guaranteed && owner.module == Module::Response)
}

/// Whether some members of a request are there from the beginning, for they are constants.
pub(super) fn has_fixed(type_: &Type, object: &Object) -> bool {
    type_.module == Module::Request && object.fields.iter().any(|it| it.fixed().is_some())
}

/// Every member may be absent, so an empty object is a value.
pub(super) fn has_default(type_: &Type, object: &Object) -> bool {
    let mut fields = object.fields.iter();
    fields.all(|field| is_optional(type_, field))
}

/// The member of an answer that keeps what is not documented.
pub(super) fn extra(file: &File<'_>, type_: &Type) -> Option<TokenStream> {
    (type_.module == Module::Response).then(|| rust(file.names.extra(type_.id)))
}

/// The union in a type that may be chosen by a sibling, by its id.
pub(super) fn union_in(ty: &TypeRef) -> Option<TypeId> {
    match ty {
        TypeRef::Union(id) => Some(*id),
        TypeRef::List(item) | TypeRef::Map { of: item, .. } => union_in(&item.ty),
        _ => None,
    }
}

/// Whether a setter takes anything that turns into the type.
pub(super) fn is_converted(ty: &TypeRef) -> bool {
    match ty {
        TypeRef::Scalar(it) | TypeRef::AsText(it) => {
            !matches!(it, Scalar::Integer | Scalar::Unsigned | Scalar::Boolean)
        }
        TypeRef::Union(_) | TypeRef::Any(_) => true,
        TypeRef::Enum(_)
        | TypeRef::IntegerEnum(_)
        | TypeRef::Object(_)
        | TypeRef::List(_)
        | TypeRef::Map { .. } => false,
    }
}

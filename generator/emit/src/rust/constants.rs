//! Members of requests that always hold one value.

use proc_macro2::TokenStream;
use quote::quote;

use super::{attributes, file::File, tokens::rust};
use stipula_contract::{Field, Object, Type, TypeRef};

/// `Default` of an object with constants: they are there, and nothing else.
pub(super) fn default(file: &mut File<'_>, type_: &Type, object: &Object) {
    let mut members = Vec::new();
    for field in &object.fields {
        let name = rust(file.names.field(field.id));
        let value = field.fixed().map(|it| value(file, field, it));
        let value = if field.clears {
            let clearable = file.foreign("stipula", "Clearable");
            value.map_or_else(
                || quote!(#clearable::Absent),
                |it| quote!(#clearable::from(#it)),
            )
        } else {
            value.map_or_else(|| quote!(None), |it| quote!(Some(#it)))
        };
        members.push(quote!(#name: #value));
    }
    let name = rust(file.names.type_(type_.id));
    file.add(quote! {
        impl Default for #name {
            fn default() -> Self {
                Self { #(#members,)* }
            }
        }
    });
}

fn value(file: &mut File<'_>, field: &Field, constant: &str) -> TokenStream {
    let value = match &field.item.ty {
        TypeRef::Enum(id) | TypeRef::IntegerEnum(id) => {
            let name = rust(&file.type_name(*id));
            let values = file.api.type_(*id).enum_().map_or(&[][..], |it| &it.values);
            if values.iter().any(|it| it.wire == constant) {
                let variant = rust(file.variant(*id, constant));
                quote!(#name::#variant)
            } else if attributes::is_number(&field.item.ty) {
                let number = rust(constant);
                quote!(#name::from(#number))
            } else {
                quote!(#name::from(#constant))
            }
        }
        ty if attributes::is_number(ty) => rust(constant),
        _ => quote!(#constant.to_owned()),
    };
    if field.sensitive {
        let sensitive = file.foreign("stipula", "Sensitive");
        return quote!(#sensitive(#value));
    }
    value
}

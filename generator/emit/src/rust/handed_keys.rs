//! Keys of the vendor that an answer hands out.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    file::File,
    groups::Groups,
    tokens::rust,
    types::{self, is_optional},
};
use stipula_contract::{FieldId, Operation, TypeRef};

/// What finds them in an answer; nothing where it hands out none.
pub(super) fn in_answer(file: &mut File<'_>, operation: &Operation, groups: &Groups) {
    let Some(keys) = &operation.keys else { return };
    // Operations may share an answer, and then say the same of it.
    let mut all = file.api.operations.iter().filter(|it| groups.has(it));
    let first = all.find(|it| it.keys.as_ref() == Some(keys));
    if first.is_some_and(|it| it.id != operation.id) {
        return;
    }
    let Some(item) = operation.answer.item() else {
        return;
    };
    let only = match item.ty {
        TypeRef::Object(id) => groups.of_type(id),
        _ => None,
    };
    let trait_ = file.foreign("stipula::client", "HandsOutKeys");
    let answer = types::written(file, &item.ty);
    let list = rust(file.names.field(keys.list));
    let flat = optional(file, keys.list).then(|| quote!(.flatten()));
    let list = quote!(self.#list.iter() #flat);
    let (id, key) = (text(file, keys.id), text(file, keys.key));
    file.add(quote! {
        #only
        impl #trait_ for #answer {
            fn keys(&self) -> Vec<(&str, &str)> {
                #list.filter_map(|it| Some((#id, #key))).collect()
            }
        }
    });
}

fn optional(file: &File<'_>, id: FieldId) -> bool {
    let field = file.api.field(id);
    field.is_some_and(|it| is_optional(file.api.type_(id.of), it))
}

/// The text of a member of `it`, in a function that may end without one.
fn text(file: &File<'_>, id: FieldId) -> TokenStream {
    let name = rust(file.names.field(id));
    let is_sensitive = file.api.field(id).is_some_and(|it| it.sensitive);
    match (optional(file, id), is_sensitive) {
        (true, true) => quote!(it.#name.as_ref()?.0.as_str()),
        (true, false) => quote!(it.#name.as_deref()?),
        (false, true) => quote!(it.#name.0.as_str()),
        (false, false) => quote!(it.#name.as_str()),
    }
}

//! Where members of a request travel, as constant data.

use proc_macro2::TokenStream;
use quote::quote;

use super::{file::File, tokens::rust};
use stipula_contract::{Api, BodyForm, Field, Lists, Location, Nested, Operation, TypeRef};

/// The setters of an operation that say it; nothing where all is JSON in the body.
pub(super) fn setters(file: &mut File<'_>, operation: &Operation) -> TokenStream {
    let all = parameters(file.api, operation);
    let written: Vec<_> = all
        .iter()
        .map(|it| parameter(file, operation, it))
        .collect();
    let parameters = (!written.is_empty()).then(|| quote!(.parameters(&[#(#written),*])));
    let form = match operation.body {
        BodyForm::Json => None,
        BodyForm::Form => Some("Form"),
        BodyForm::Multipart => Some("Multipart"),
        BodyForm::Text => Some("Text"),
        BodyForm::Bytes => Some("Bytes"),
        BodyForm::None => Some("None"),
    };
    let body = form.map(|form| {
        let (type_, form) = (file.foreign("stipula::client", "BodyForm"), rust(form));
        quote!(.body(#type_::#form))
    });
    quote!(#parameters #body)
}

/// Fields that are not plain members of JSON in the body.
fn parameters<'a>(api: &'a Api, operation: &Operation) -> Vec<&'a Field> {
    let object = api.type_(operation.request).object();
    let fields = object.into_iter().flat_map(|it| &it.fields);
    let is_odd = |it: &&Field| match it.location {
        Location::Body => {
            it.sent_as.is_some()
                || match operation.body {
                    BodyForm::Form => is_made(&it.item.ty),
                    BodyForm::Multipart => api.holds_file(&it.item.ty),
                    _ => false,
                }
        }
        _ => true,
    };
    fields.filter(is_odd).collect()
}

/// Whether a form writes it in more than one way.
fn is_made(ty: &TypeRef) -> bool {
    !matches!(
        ty,
        TypeRef::Scalar(_) | TypeRef::Enum(_) | TypeRef::IntegerEnum(_) | TypeRef::AsText(_)
    )
}

fn parameter(file: &mut File<'_>, operation: &Operation, field: &Field) -> TokenStream {
    let type_ = file.foreign("stipula::client", "Parameter");
    let place = rust(match field.location {
        Location::Path => "path",
        Location::Query => "query",
        Location::Body => "body",
        Location::Payload => "payload",
        // An answer has a status, never a request.
        Location::Header | Location::Status => "header",
    });
    let wire = &field.wire;
    let named = field.sent_as.as_ref().map(|it| quote!(.named(#it)));
    let is_json = match field.location {
        Location::Payload => true,
        Location::Body => operation.body == BodyForm::Json,
        _ => !is_made(&field.item.ty),
    };
    let lists = match field.style.lists {
        Lists::Repeat => None,
        Lists::Brackets => Some("Brackets"),
        Lists::Comma => Some("Comma"),
        Lists::Json => Some("Json"),
    };
    let lists = lists.filter(|_| !is_json).map(|it| {
        let (type_, it) = (file.foreign("stipula::client", "Lists"), rust(it));
        quote!(.lists(#type_::#it))
    });
    let list = matches!(field.item.ty, TypeRef::List(_)) && field.location != Location::Payload;
    let list = list.then(|| quote!(.list()));
    let nested = match field.style.nested {
        Nested::Brackets => None,
        Nested::Json => Some(file.foreign("stipula::client", "Nested")),
    };
    let nested = nested
        .filter(|_| !is_json && operation.body != BodyForm::Multipart)
        .map(|it| quote!(.nested(#it::Json)));
    let is_file = file.api.holds_file(&field.item.ty);
    let of_file = is_file.then(|| quote!(.file()));
    quote!(#type_::#place(#wire) #named #of_file #list #lists #nested)
}

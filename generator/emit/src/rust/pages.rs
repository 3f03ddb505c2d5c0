//! How answers are pages: constant data, and the items of a page.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{
    file::File,
    tokens::rust,
    types::{self, written},
};
use stipula_contract::{Api, Operation, PageBy, Pages, TypeRef, Way};

/// What the documentation of an operation says of them.
pub(super) fn told(operation: &Operation) -> String {
    let Some(pages) = &operation.pages else {
        return String::new();
    };
    format!(
        "{} `pages` of the call asks for all of them, `items` for all of their items.",
        pages.text
    )
}

/// That the answer of a request is a page.
pub(super) fn paged(file: &mut File<'_>, operation: &Operation, only: Option<&TokenStream>) {
    let Some(pages) = &operation.pages else {
        return;
    };
    let [trait_, paging] = ["Paged", "Paging"].map(|it| file.foreign("stipula::client", it));
    let request = rust(&file.type_name(operation.request));
    let item = written(file, &pages.item.ty);
    let items = items(file, operation, pages);
    let constant = constant(&paging, pages);
    file.add(quote! {
        #only
        impl #trait_ for #request {
            const PAGING: &'static #paging = &#constant;
            type Item = #item;

            fn items(page: Self::Response) -> Vec<Self::Item> {
                #items
            }
        }
    });
}

fn constant(paging: &TokenStream, pages: &Pages) -> TokenStream {
    let way = |Way(names): &Way| quote!(&[#(#names),*]);
    let by = match &pages.by {
        PageBy::Cursor { of, into } => {
            let of = way(of);
            quote!(cursor(#of, #into))
        }
        PageBy::LastId { of, into } => {
            let of = way(of);
            quote!(last_id(#of, #into))
        }
        PageBy::Number { into, from } => {
            let from = Literal::i64_unsuffixed(*from);
            quote!(number(#into, #from))
        }
        PageBy::Link => quote!(link()),
    };
    let more = pages.more.as_ref().map(|it| {
        let way = way(it);
        quote!(.more(#way))
    });
    let items = (!pages.items.0.is_empty()).then(|| {
        let way = way(&pages.items);
        quote!(.items(#way))
    });
    quote!(#paging::#by #more #items)
}

/// The list in a page, step by step; what is absent holds nothing.
fn items(file: &File<'_>, operation: &Operation, pages: &Pages) -> TokenStream {
    let api: &Api = file.api;
    let mut ty = operation.answer.item().map(|it| it.ty);
    let mut found = quote!(page);
    let mut is_option = false;
    for name in &pages.items.0 {
        let Some(TypeRef::Object(id)) = ty else { break };
        let owner = api.type_(id);
        let Some(field) = owner.object().and_then(|it| it.field(name)) else {
            break;
        };
        let member = rust(file.names.field(field.id));
        let is_optional = types::is_optional(owner, field);
        let bare = field.sensitive.then(|| quote!(.0));
        found = match (is_option, is_optional) {
            (false, false) => quote!(#found.#member #bare),
            (false, true) if field.sensitive => quote!(#found.#member.map(|it| it.0)),
            (false, true) => quote!(#found.#member),
            (true, false) => quote!(#found.map(|it| it.#member #bare)),
            (true, true) if field.sensitive => {
                quote!(#found.and_then(|it| it.#member).map(|it| it.0))
            }
            (true, true) => quote!(#found.and_then(|it| it.#member)),
        };
        is_option |= is_optional;
        ty = Some(field.item.ty.clone());
    }
    if is_option {
        found = quote!(#found.unwrap_or_default());
    }
    found
}

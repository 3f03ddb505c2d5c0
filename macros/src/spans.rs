//! Where tokens of the derive are shown, and what they name there.
//!
//! A token has a place, at which the compiler points, and a context, in which names are looked up.
//! A token of the derive that takes the place of one of the user, context and all, makes for the
//! best messages: the compiler points there and nowhere else. But where a struct is made by a
//! macro, some of its tokens may have another context than the derive, and `self` means nothing
//! there.

use std::cell::RefCell;

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::{Data, DeriveInput, Ident};

thread_local! {
    /// The context of the struct that is being derived for.
    static HOME: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Remembers the context of this struct. To be called first.
pub(crate) fn at_home(input: &DeriveInput) {
    let span = match &input.data {
        Data::Struct(data) => data.struct_token.span,
        Data::Enum(data) => data.enum_token.span,
        Data::Union(data) => data.union_token.span,
    };
    HOME.with_borrow_mut(|home| *home = context(span));
}

/// The place of this span, where names of the derive mean what they mean to the derive.
pub(crate) fn shown_at(span: Span) -> Span {
    if HOME.with_borrow(|home| *home == context(span)) {
        span
    } else {
        Span::call_site().located_at(span)
    }
}

/// A name of the derive, shown where the user wrote something.
pub(crate) fn local(name: &str, span: Span) -> Ident {
    Ident::new(name, shown_at(span))
}

/// The tokens of the path of a crate, shown at this span.
pub(crate) fn relocate(path: TokenStream, span: Span) -> TokenStream {
    let at = |mut token: TokenTree| {
        let place = match &token {
            // Of the derive, as in `::stipula`, or of the user, as in `crate`.
            TokenTree::Ident(name) if is_own(name.span()) => span,
            TokenTree::Ident(name) => name.span().located_at(span),
            TokenTree::Punct(_) | TokenTree::Group(_) | TokenTree::Literal(_) => span,
        };
        token.set_span(place);
        token
    };
    path.into_iter().map(at).collect()
}

fn is_own(span: Span) -> bool {
    context(span) == context(Span::call_site())
}

/// What tells contexts apart. There is no way to ask for it but this; should the form change one
/// day, then no two spans are alike, and all that is lost is some clarity of messages.
fn context(span: Span) -> String {
    let text = format!("{span:?}");
    let end = text.find(' ').unwrap_or(text.len());
    text[..end].to_owned()
}

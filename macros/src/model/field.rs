//! How code reaches a field, and where serde writes it.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Ident, Member};

use crate::spans::local;

/// How code reaches a field.
#[derive(Clone)]
pub(crate) enum Access {
    /// Through `self`.
    Own(Member),
    /// A reference that a pattern has bound.
    Bound(Member, Ident),
}

impl Access {
    /// The place, as an expression that stands here.
    pub(crate) fn at(&self, span: Span) -> TokenStream {
        match self {
            Self::Own(member) => {
                let this = local("self", span);
                let mut member = member.clone();
                if let Member::Named(name) = &mut member {
                    name.set_span(name.span().located_at(span));
                }
                quote_spanned!(span=> #this.#member)
            }
            Self::Bound(_, name) => {
                let name = local(&name.to_string(), span);
                quote_spanned!(span=> (*#name))
            }
        }
    }

    /// The place, as an expression.
    pub(crate) fn expr(&self) -> TokenStream {
        self.at(Span::call_site())
    }

    /// The part of a pattern that binds it.
    pub(crate) fn pattern(&self) -> Option<TokenStream> {
        match self {
            Self::Own(_) => None,
            Self::Bound(member, name) => Some(quote!(#member: #name)),
        }
    }
}

/// Where a field is written, seen from `path`.
pub(crate) enum Spot {
    /// In the member of this name.
    Member(String),
    /// At this index of a list.
    Index(usize),
    /// In the place of the object, alone or beside the other members.
    Here,
}

impl Spot {
    /// The first two arguments of `Violations::push`.
    pub(crate) fn arguments(&self) -> TokenStream {
        match self {
            Self::Member(wire) => quote!(path, ::core::option::Option::Some(#wire)),
            Self::Index(index) => quote!(&path.index(#index), ::core::option::Option::None),
            Self::Here => quote!(path, ::core::option::Option::None),
        }
    }

    /// A path that ends there.
    pub(crate) fn path(&self) -> TokenStream {
        match self {
            Self::Member(wire) => quote!(path.field(#wire)),
            Self::Index(index) => quote!(path.index(#index)),
            Self::Here => quote!(*path),
        }
    }
}

//! Where the fields of a request stand.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::Path;

/// Where a field stands that is no plain member of the body.
pub(crate) struct Stand {
    pub(crate) at: At,
    /// Its name there.
    pub(crate) name: String,
    pub(crate) span: Span,
}

/// The places that there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum At {
    Path,
    Query,
    Header,
    Payload,
}

impl At {
    /// All of them, by their words.
    pub(crate) const ALL: [Self; 4] = [Self::Path, Self::Query, Self::Header, Self::Payload];

    /// As the attribute calls it.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::Header => "header",
            Self::Payload => "payload",
        }
    }
}

impl Stand {
    /// The constant that says it of the member with this name.
    pub(crate) fn constant(&self, krate: &Path, member: &str) -> TokenStream {
        let name = &self.name;
        let location = match self.at {
            At::Path => quote!(Path),
            At::Query => quote!(Query),
            At::Header => quote!(Header),
            At::Payload => return quote!(#krate::__private::Placed::payload(#member)),
        };
        quote!(#krate::__private::Placed::new(#member, #krate::Location::#location, #name))
    }
}

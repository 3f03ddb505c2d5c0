//! The inside of an attribute as comma-separated parts.
//!
//! Conditions are no Rust syntax, and fields may be called `type`, so the parts are read from
//! tokens and not with syn's `Meta`.

use proc_macro2::{Delimiter, Ident, Spacing, Span, TokenStream, TokenTree};

/// What stands between two commas; never empty.
#[derive(Clone)]
pub(crate) struct Part(Vec<TokenTree>);

/// Splits at the commas.
pub(crate) fn split(stream: TokenStream) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut current = Vec::new();
    for token in stream {
        if is_punct(&token, ',') {
            parts.push(Part(std::mem::take(&mut current)));
        } else {
            current.push(token);
        }
    }
    parts.push(Part(current));
    parts.retain(|part| !part.0.is_empty());
    parts
}

impl Part {
    /// Its first token, which an error may point at on every compiler.
    pub(crate) fn start(&self) -> Span {
        self.0.first().map_or_else(Span::call_site, TokenTree::span)
    }

    pub(crate) fn tokens(&self) -> TokenStream {
        self.0.iter().cloned().collect()
    }

    /// The name it begins with, and what follows the name.
    pub(crate) fn item(&self) -> Option<Item> {
        let (TokenTree::Ident(name), rest) = self.0.split_first()? else { return None };
        let args = match rest {
            [] => Args::None,
            [TokenTree::Group(group)] if group.delimiter() == Delimiter::Parenthesis => {
                Args::List(group.stream())
            }
            [equals, value @ ..] if is_single_equals(equals) && !value.is_empty() => {
                Args::Value(Part(value.to_vec()))
            }
            _ => return None,
        };
        Some(Item { name: name.clone(), args })
    }

    /// `name = value` or `"name" = value`.
    pub(crate) fn named(&self) -> Option<(String, Span, Part)> {
        let (name, rest) = self.0.split_first()?;
        let [equals, value @ ..] = rest else { return None };
        if !is_single_equals(equals) || value.is_empty() {
            return None;
        }
        let text = match name {
            TokenTree::Ident(ident) => plain(ident),
            TokenTree::Literal(literal) => {
                syn::parse2::<syn::LitStr>(TokenTree::from(literal.clone()).into()).ok()?.value()
            }
            _ => return None,
        };
        Some((text, name.span(), Part(value.to_vec())))
    }

    /// The part as a single name.
    pub(crate) fn word(&self) -> Option<Ident> {
        match self.0.as_slice() {
            [TokenTree::Ident(ident)] => Some(ident.clone()),
            _ => None,
        }
    }

    /// The part as a path without generic arguments.
    pub(crate) fn parse_path(&self) -> syn::Result<syn::Path> {
        syn::parse::Parser::parse2(syn::Path::parse_mod_style, self.tokens())
    }

    /// The part as syntax of Rust.
    pub(crate) fn parse<T: syn::parse::Parse>(&self) -> syn::Result<T> {
        syn::parse2(self.tokens())
    }
}

/// `name`, `name = value` or `name(args)`.
pub(crate) struct Item {
    pub(crate) name: Ident,
    pub(crate) args: Args,
}

/// What follows the name.
pub(crate) enum Args {
    None,
    Value(Part),
    List(TokenStream),
}

impl Args {
    /// `name = value` is short for `name(value)`.
    pub(crate) fn into_parts(self) -> Vec<Part> {
        match self {
            Args::None => Vec::new(),
            Args::Value(part) => vec![part],
            Args::List(stream) => split(stream),
        }
    }
}

/// A name without `r#`.
pub(crate) fn plain(ident: &Ident) -> String {
    let name = ident.to_string();
    name.strip_prefix("r#").map_or_else(|| name.clone(), str::to_owned)
}

fn is_punct(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign)
}

/// `=`, and not the beginning of `==`.
fn is_single_equals(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct)
        if punct.as_char() == '=' && punct.spacing() == Spacing::Alone)
}

//! Attributes as a list of items, before anything is known about their meaning.

use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};
use syn::{Attribute, Ident, LitStr, Meta};

use crate::errors::Errors;

/// `name`, `name = value` or `name(args)`.
pub(crate) struct Item {
    pub(crate) name: Ident,
    pub(crate) form: Form,
}

pub(crate) enum Form {
    Bare,
    Value(TokenStream),
    /// Split at the commas.
    Args(Vec<TokenStream>),
}

/// The items of all attributes of this name.
pub(crate) fn items(attrs: &[Attribute], name: &str, errors: &mut Errors) -> Vec<Item> {
    let mut out = Vec::new();
    for attr in attrs.iter().filter(|a| a.path().is_ident(name)) {
        match &attr.meta {
            Meta::List(list) => {
                out.extend(
                    split(list.tokens.clone())
                        .into_iter()
                        .filter_map(|p| item(p, errors)),
                );
            }
            other => errors.at(
                other,
                format!("write `#[{name}(..)]` with rules in the brackets"),
            ),
        }
    }
    out
}

/// Splits at the commas that stand in no bracket; empty pieces are dropped.
pub(crate) fn split(tokens: TokenStream) -> Vec<TokenStream> {
    let mut pieces = vec![TokenStream::new()];
    for token in tokens {
        match token {
            TokenTree::Punct(comma) if comma.as_char() == ',' => pieces.push(TokenStream::new()),
            other => {
                if let Some(last) = pieces.last_mut() {
                    last.extend([other]);
                }
            }
        }
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// Reads one piece; `None` after an error.
pub(crate) fn item(piece: TokenStream, errors: &mut Errors) -> Option<Item> {
    let mut tokens = piece.into_iter();
    let first = tokens.next()?;
    let name = match first {
        TokenTree::Ident(name) => name,
        // What a macro was given as a whole.
        TokenTree::Group(whole) if whole.delimiter() == Delimiter::None => {
            return item(whole.stream(), errors);
        }
        first => {
            errors.at(first, "expected a name");
            return None;
        }
    };
    let form = match tokens.next() {
        None => Form::Bare,
        Some(TokenTree::Punct(equals)) if equals.as_char() == '=' => {
            let value: TokenStream = tokens.by_ref().collect();
            if value.is_empty() {
                errors.at(equals, "expected a value after `=`");
                return None;
            }
            Form::Value(value)
        }
        Some(TokenTree::Group(args)) if args.delimiter() == Delimiter::Parenthesis => {
            Form::Args(split(args.stream()))
        }
        Some(other) => {
            errors.at(other, "expected `,`, `=` or `(`");
            return None;
        }
    };
    if let Some(extra) = tokens.next() {
        errors.at(extra, "expected `,`");
        return None;
    }
    Some(Item { name, form })
}

/// Whether a piece is `name = ..` or `"text" = ..`, and not a comparison.
pub(crate) fn is_assignment(piece: &TokenStream) -> bool {
    let mut tokens = piece.clone().into_iter().skip(1);
    let is_equals =
        |t: Option<TokenTree>| matches!(t, Some(TokenTree::Punct(p)) if p.as_char() == '=');
    is_equals(tokens.next()) && !is_equals(tokens.next())
}

/// The text of a string literal.
pub(crate) fn text(tokens: &TokenStream, errors: &mut Errors) -> Option<String> {
    literal(tokens, errors).map(|text| text.value())
}

/// A string literal.
pub(crate) fn literal(tokens: &TokenStream, errors: &mut Errors) -> Option<LitStr> {
    let parsed = syn::parse2::<LitStr>(tokens.clone());
    parsed
        .map_err(|_| errors.at(tokens, "expected a text in quotes"))
        .ok()
}

/// The name of a field.
pub(crate) fn ident(tokens: &TokenStream, errors: &mut Errors) -> Option<Ident> {
    let parsed = syn::parse2::<Ident>(tokens.clone());
    parsed
        .map_err(|_| errors.at(tokens, "expected the name of a field"))
        .ok()
}

/// The tokens of a text, each at this span.
pub(crate) fn respan(tokens: TokenStream, span: Span) -> TokenStream {
    let at = |mut token: TokenTree| {
        if let TokenTree::Group(group) = &token {
            let inner = respan(group.stream(), span);
            token = proc_macro2::Group::new(group.delimiter(), inner).into();
        }
        token.set_span(span);
        token
    };
    tokens.into_iter().map(at).collect()
}

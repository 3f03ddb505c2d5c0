//! Conditions: tokens in place, or a text in quotes.

use proc_macro2::TokenStream;
use stipula_cond::ast::Expr;
use stipula_cond::parse_tokens;
use syn::LitStr;

use crate::attr;
use crate::errors::Errors;

pub(super) fn condition(tokens: TokenStream, errors: &mut Errors) -> Option<Expr> {
    let tokens = if let Ok(text) = syn::parse2::<LitStr>(tokens.clone()) {
        // The parts of a literal have no spans of their own on stable Rust.
        let Ok(inside) = text.value().parse::<TokenStream>() else {
            errors.at(text, "this cannot be read as a condition");
            return None;
        };
        if inside.is_empty() {
            errors.at(text, "the condition is empty");
            return None;
        }
        attr::respan(inside, text.span())
    } else {
        tokens
    };
    parse_tokens(tokens)
        .map_err(|error| errors.condition(&error))
        .ok()
}

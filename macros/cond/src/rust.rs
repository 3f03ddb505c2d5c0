//! A condition as a boolean Rust expression.

use proc_macro2::TokenStream;
use quote::quote;

use crate::{Cond, Operand, ast::Op};

/// How tests of places are written.
pub trait Lower<P, V> {
    /// `place` is given.
    fn present(&self, place: &P) -> TokenStream;
    /// `place` is given and true.
    fn is_true(&self, place: &P) -> TokenStream;
    /// `place` is given and has one of the values.
    fn one_of(&self, place: &P, values: &[V]) -> TokenStream;
    /// `place` is given and starts with the text.
    fn starts_with(&self, place: &P, prefix: &str) -> TokenStream;
    /// Both sides are given and compare so.
    fn compare(&self, left: &Operand<P, V>, op: Op, right: &Operand<P, V>) -> TokenStream;
}

/// The expression; parenthesized where needed.
pub fn rust<P, V>(cond: &Cond<P, V>, lower: &impl Lower<P, V>) -> TokenStream {
    match cond {
        Cond::Constant(it) => quote!(#it),
        Cond::All(parts) => joined(parts, lower, &quote!(&&)),
        Cond::Any(parts) => joined(parts, lower, &quote!(||)),
        Cond::Not(inner) => {
            let inner = rust(inner, lower);
            quote!(!(#inner))
        }
        Cond::Iff(a, b) => {
            let (a, b) = (rust(a, lower), rust(b, lower));
            quote!((#a) == (#b))
        }
        Cond::Present(place) => lower.present(place),
        Cond::True(place) => lower.is_true(place),
        Cond::OneOf { place, values } => lower.one_of(place, values),
        Cond::StartsWith { place, prefix } => lower.starts_with(place, prefix),
        Cond::Compare { left, op, right } => lower.compare(left, *op, right),
    }
}

fn joined<P, V>(parts: &[Cond<P, V>], lower: &impl Lower<P, V>, sign: &TokenStream) -> TokenStream {
    let mut out = TokenStream::new();
    for (at, part) in parts.iter().enumerate() {
        if at > 0 {
            out.extend(sign.clone());
        }
        let text = rust(part, lower);
        let atom = !matches!(part, Cond::All(_) | Cond::Any(_) | Cond::Iff(..));
        out.extend(if atom { text } else { quote!((#text)) });
    }
    out
}

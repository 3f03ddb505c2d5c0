//! A checked condition as a boolean Rust expression.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ast::Op;
use crate::cond::{Cond, Operand, Subject};

/// How the leaves of a condition become Rust. Each method gives a boolean expression that needs
/// no brackets beside `&&`, `||` and `!`: a call, or one in brackets.
pub trait Lower<P, V> {
    /// The place has a value.
    fn present(&self, place: &P) -> TokenStream;
    /// The place is present and true.
    fn is_true(&self, place: &P) -> TokenStream;
    /// The place is present and equal to one of the values.
    fn one_of(&self, place: &P, values: &[V]) -> TokenStream;
    /// The place is present and begins so.
    fn starts_with(&self, place: &P, prefix: &str) -> TokenStream;
    /// Both sides are present and stand in this relation.
    fn compare(&self, left: &Subject<P>, op: Op, right: &Operand<P, V>) -> TokenStream;
}

/// Lowers a condition to straight Rust: `&&`, `||`, `!` and the leaves.
pub fn rust<P, V>(cond: &Cond<P, V>, lower: &impl Lower<P, V>) -> TokenStream {
    match cond {
        Cond::Constant(constant) => quote!(#constant),
        Cond::All(all) => {
            let parts = all.iter().map(|c| grouped(c, lower));
            quote!(#(#parts)&&*)
        }
        Cond::Any(all) => {
            let parts = all.iter().map(|c| grouped(c, lower));
            quote!(#(#parts)||*)
        }
        Cond::Not(inner) => {
            let inner = grouped(inner, lower);
            quote!(!#inner)
        }
        Cond::Iff(left, right) => {
            let (left, right) = (grouped(left, lower), grouped(right, lower));
            quote!(#left == #right)
        }
        Cond::Present(place) => lower.present(place),
        Cond::True(place) => lower.is_true(place),
        Cond::OneOf { place, values } => lower.one_of(place, values),
        Cond::Compare { left, op, right } => lower.compare(left, *op, right),
        Cond::StartsWith { place, prefix } => lower.starts_with(place, prefix),
    }
}

fn grouped<P, V>(cond: &Cond<P, V>, lower: &impl Lower<P, V>) -> TokenStream {
    let inner = rust(cond, lower);
    match cond {
        Cond::All(_) | Cond::Any(_) | Cond::Iff(..) => quote!((#inner)),
        Cond::Constant(_)
        | Cond::Not(_)
        | Cond::Present(_)
        | Cond::True(_)
        | Cond::OneOf { .. }
        | Cond::Compare { .. }
        | Cond::StartsWith { .. } => inner,
    }
}

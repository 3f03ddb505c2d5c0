//! The Rust of a condition gives what [`holds`] gives.

mod support;

use std::iter::Peekable;

use proc_macro2::{Delimiter, TokenStream, TokenTree, token_stream};
use proptest::prelude::*;
use quote::quote;
use stipula_cond::ast::{Op, ValueKind};
use stipula_cond::{Lower, Operand, Subject, Values, holds, rust};
use support::conds::{checked, cond};
use support::values::{Table, table};

/// Each leaf becomes what it gives on these values.
struct Known(Table);

impl Lower<String, ValueKind> for Known {
    fn present(&self, place: &String) -> TokenStream {
        let it = self.0.present(place);
        quote!(#it)
    }
    fn is_true(&self, place: &String) -> TokenStream {
        let it = self.0.is_true(place);
        quote!(#it)
    }
    fn one_of(&self, place: &String, values: &[ValueKind]) -> TokenStream {
        let it = self.0.one_of(place, values);
        quote!(#it)
    }
    fn starts_with(&self, place: &String, prefix: &str) -> TokenStream {
        let it = self.0.starts_with(place, prefix);
        quote!(#it)
    }
    fn compare(
        &self,
        left: &Subject<String>,
        op: Op,
        right: &Operand<String, ValueKind>,
    ) -> TokenStream {
        let it = self.0.compare(left, op, right);
        quote!(#it)
    }
}

type Tokens = Peekable<token_stream::IntoIter>;

/// Reads boolean Rust with the precedence of Rust: `!`, then `==`, then `&&`, then `||`.
fn evaluate(tokens: TokenStream) -> bool {
    let mut tokens = tokens.into_iter().peekable();
    let result = any(&mut tokens);
    assert!(tokens.next().is_none(), "tokens are left");
    result
}

fn taken(tokens: &mut Tokens, punct: char) -> bool {
    let next = matches!(tokens.peek(), Some(TokenTree::Punct(it)) if it.as_char() == punct);
    if next && punct != '!' {
        tokens.next();
    }
    next && tokens.next().is_some()
}

fn any(tokens: &mut Tokens) -> bool {
    let mut result = all(tokens);
    while taken(tokens, '|') {
        result |= all(tokens);
    }
    result
}

fn all(tokens: &mut Tokens) -> bool {
    let mut result = equal(tokens);
    while taken(tokens, '&') {
        result &= equal(tokens);
    }
    result
}

fn equal(tokens: &mut Tokens) -> bool {
    let left = unary(tokens);
    if !taken(tokens, '=') {
        return left;
    }
    let result = left == unary(tokens);
    assert!(!taken(tokens, '='), "`a == b == c` is not Rust");
    result
}

fn unary(tokens: &mut Tokens) -> bool {
    if taken(tokens, '!') {
        return !unary(tokens);
    }
    match tokens.next() {
        Some(TokenTree::Ident(it)) => it == "true",
        Some(TokenTree::Group(it)) if it.delimiter() == Delimiter::Parenthesis => {
            evaluate(it.stream())
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_evaluator_knows_the_precedence_of_rust() {
    assert!(evaluate(quote!(true || true && false)));
    assert!(!evaluate(quote!((true || true) && false)));
    assert!(evaluate(quote!(!false == true)));
    assert!(!evaluate(quote!(!(false == false))));
    assert!(evaluate(quote!(false == false || false)));
    assert!(!evaluate(quote!(false == (false || true))));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1000) })]

    #[test]
    fn rust_gives_what_the_values_give(cond in cond(), values in table()) {
        let tokens = rust(&cond, &Known(values.clone()));
        let text = tokens.to_string();
        prop_assert_eq!(evaluate(tokens), holds(&cond, &values), "{}", text);
    }
}

#[test]
fn a_constant_is_a_constant() {
    let values = Known(Table::default());
    assert!(evaluate(rust(&checked("true"), &values)));
    assert!(!evaluate(rust(&checked("false"), &values)));
}

//! The test of `range`.

use proc_macro2::{Literal, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Ident, Path};

use super::Writer;
use crate::model::Rule;
use crate::range::{Edge, End, Of, Range, Value};
use crate::spans::local;

impl Writer<'_, '_> {
    /// The expression that is true when the number is in the range.
    pub(super) fn range(&self, rule: &Rule, range: &Range) -> TokenStream {
        let span = rule.span;
        let (krate, number) = (self.frame.krate_at(span), local("number", span));
        if let Some((min, max)) = range.simple() {
            let (min, max) = (optional(min), optional(max));
            return quote_spanned!(span=> #krate::rules::range(#number, #min, #max));
        }
        let bound = |end: &End| {
            let bound = match end.value {
                Value::Whole(whole) => quote!(Whole(#whole)),
                Value::Large(whole) => quote!(Large(#whole)),
                Value::Decimal(double, single) => {
                    let double = Literal::f64_suffixed(double);
                    let single = Literal::f32_suffixed(single);
                    quote!(Decimal { double: #double, single: #single })
                }
            };
            quote!(#krate::rules::Bound::#bound)
        };
        let end = |end: &Option<End>| end.as_ref().map(|it| (it.edge, bound(it)));
        let call = |function: &str, min: TokenStream, max: TokenStream| {
            let function = Ident::new(function, span);
            quote_spanned!(span=> #krate::rules::#function(#number, #min, #max))
        };
        let within = |min, max| call("within", optional(min), optional(max));
        let above = |min, max| call("above", min, optional(max));
        let below = |min, max| call("below", optional(min), max);
        match (end(&range.min), end(&range.max)) {
            (Some((Edge::Excluded, min)), Some((Edge::Excluded, max))) => {
                let (above, below) = (above(min, None), below(None, max));
                quote!((#above && #below))
            }
            (Some((Edge::Excluded, min)), max) => above(min, max.map(|it| it.1)),
            (min, Some((Edge::Excluded, max))) => below(min.map(|it| it.1), max),
            (min, max) => within(min.map(|it| it.1), max.map(|it| it.1)),
        }
    }
}

/// What a range compares with, as a variant of `Limit`.
pub(super) fn limit(krate: &Path, range: &Range) -> TokenStream {
    if let Some((min, max)) = range.simple() {
        let (min, max) = (optional(min), optional(max));
        return quote!(Range { min: #min, max: #max });
    }
    let end = |end: &End| {
        let text = &end.text;
        match end.edge {
            Edge::Included => quote!(#krate::End::Included(#text)),
            Edge::Excluded => quote!(#krate::End::Excluded(#text)),
        }
    };
    let min = optional(range.min.as_ref().map(end));
    let max = optional(range.max.as_ref().map(end));
    quote!(Bounds { min: #min, max: #max })
}

/// The function that gives the value in the form that the range is of.
pub(super) fn access(of: Of, span: Span) -> TokenStream {
    match of {
        Of::Numbers => quote_spanned!(span=> AsInteger::as_integer),
        Of::Durations => quote_spanned!(span=> AsDuration::as_duration_nanos),
        Of::Moments => quote_spanned!(span=> AsMoment::as_moment_nanos),
    }
}

fn optional(value: Option<impl quote::ToTokens>) -> TokenStream {
    match value {
        None => quote!(::core::option::Option::None),
        Some(value) => quote!(::core::option::Option::Some(#value)),
    }
}

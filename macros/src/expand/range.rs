//! The test of `range`.

use proc_macro2::{Literal, Span, TokenStream};
use quote::{quote, quote_spanned};

use super::Writer;
use crate::model::Rule;
use crate::range::{End, Of, Range, Top, Value};
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
        let min = optional(range.min.as_ref().map(bound));
        let max = range.max.as_ref().map(bound);
        match (range.top, max) {
            (Top::Excluded, Some(max)) => {
                quote_spanned!(span=> #krate::rules::below(#number, #min, #max))
            }
            (_, max) => {
                let max = optional(max);
                quote_spanned!(span=> #krate::rules::within(#number, #min, #max))
            }
        }
    }
}

/// What a range compares with, as a variant of `Limit`.
pub(super) fn limit(range: &Range) -> TokenStream {
    if let Some((min, max)) = range.simple() {
        let (min, max) = (optional(min), optional(max));
        return quote!(Range { min: #min, max: #max });
    }
    let text = |end: &End| end.text.clone();
    let min = optional(range.min.as_ref().map(text));
    match (range.top, range.max.as_ref().map(text)) {
        (Top::Excluded, Some(end)) => quote!(Below { min: #min, end: #end }),
        (_, max) => {
            let max = optional(max);
            quote!(Bounds { min: #min, max: #max })
        }
    }
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

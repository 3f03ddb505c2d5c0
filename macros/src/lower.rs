//! Conditions as calls of the runtime's small functions.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use stipula_cond::ast::{Base, Op};
use stipula_cond::{Lower, Operand, Subject};
use syn::Path;

use crate::place::{Place, Value, Variant};
use crate::spans::local;

/// Writes calls into the runtime crate.
pub(crate) struct Calls<'a> {
    pub(crate) krate: &'a Path,
}

impl Lower<Place, Value> for Calls<'_> {
    fn present(&self, place: &Place) -> TokenStream {
        let krate = self.krate;
        with(place, "a", &|it| quote!(#krate::cond::present(#it)))
    }

    fn is_true(&self, place: &Place) -> TokenStream {
        let krate = self.krate;
        with(place, "a", &|it| quote!(#krate::cond::is_true(#it)))
    }

    fn one_of(&self, place: &Place, values: &[Value]) -> TokenStream {
        with(place, "a", &|it| {
            if let Some(test) = self.is_variant(&it, values) {
                return test;
            }
            let tests: Vec<_> = values.iter().map(|value| self.equals(&it, value)).collect();
            if let [one] = tests.as_slice() {
                return one.clone();
            }
            quote!((#(#tests)||*))
        })
    }

    fn starts_with(&self, place: &Place, prefix: &str) -> TokenStream {
        let krate = self.krate;
        with(
            place,
            "a",
            &|it| quote!(#krate::cond::starts_with(#it, #prefix)),
        )
    }

    fn compare(&self, left: &Subject<Place>, op: Op, right: &Operand<Place, Value>) -> TokenStream {
        match (left, right) {
            (Subject::Place(a), Operand::Subject(Subject::Place(b))) => {
                let (krate, test) = (self.krate, test(op));
                let compare = |a, b| quote!(#krate::cond::compare(#a, #b).is_some_and(#test));
                pair(a, b, &compare)
            }
            (Subject::Place(place), Operand::Value(value)) => {
                with(place, "a", &|it| self.compare_value(&it, op, value))
            }
            (Subject::Len(place), Operand::Value(value)) => with(place, "a", &|it| {
                let length = self.length(&it);
                self.compare_value(&quote!(&#length), op, value)
            }),
            (Subject::Len(a), Operand::Subject(Subject::Len(b))) => {
                let (krate, test) = (self.krate, test(op));
                pair(a, b, &|a, b| {
                    let (a, b) = (self.length(&a), self.length(&b));
                    quote!(#krate::cond::compare(&#a, &#b).is_some_and(#test))
                })
            }
            (Subject::Place(field), Operand::Subject(Subject::Len(list))) => {
                self.with_length(field, op, list)
            }
            (Subject::Len(list), Operand::Subject(Subject::Place(field))) => {
                self.with_length(field, op.flipped(), list)
            }
        }
    }
}

impl Calls<'_> {
    /// A test for variants of one enum, which need not be comparable; `None` for other values.
    fn is_variant(&self, it: &TokenStream, values: &[Value]) -> Option<TokenStream> {
        let variant = |value: &Value| match value {
            Value::Symbol { variant, .. } => variant.clone(),
            Value::Text(_) | Value::Integer(_) | Value::Decimal(_) | Value::Bool(_) => None,
        };
        let variants: Vec<Box<Variant>> = values.iter().map(variant).collect::<Option<_>>()?;
        let of = variants.first()?.of.clone();
        let is_same = |other: &Variant| {
            other.of.to_token_stream().to_string() == of.to_token_stream().to_string()
        };
        if !variants.iter().all(|it| is_same(it)) {
            return None;
        }
        let (krate, paths) = (self.krate, variants.iter().map(|variant| &variant.path));
        Some(quote!(::core::matches!(
            #krate::cond::Field::<#of>::field(#it),
            ::core::option::Option::Some(#(#paths { .. })|*)
        )))
    }

    fn equals(&self, it: &TokenStream, value: &Value) -> TokenStream {
        let krate = self.krate;
        match value {
            Value::Symbol { tokens, .. } => {
                let variant = self.is_variant(it, std::slice::from_ref(value));
                variant.unwrap_or_else(|| quote!(#krate::cond::is(#it, &#tokens)))
            }
            Value::Text(text) => quote!(#krate::cond::is_text(#it, #text)),
            Value::Integer(number) => quote!(#krate::cond::is_integer(#it, #number)),
            Value::Bool(value) => quote!(#krate::cond::is(#it, &#value)),
            Value::Decimal(_) => self.compare_value(it, Op::Eq, value),
        }
    }

    fn compare_value(&self, it: &TokenStream, op: Op, value: &Value) -> TokenStream {
        let (krate, test) = (self.krate, test(op));
        let ordering = match value {
            Value::Integer(number) => quote!(#krate::cond::compare_integer(#it, #number)),
            Value::Symbol { tokens, .. } => quote!(#krate::cond::compare(#it, &#tokens)),
            Value::Text(value) => quote!(#krate::cond::compare(#it, #value)),
            Value::Bool(value) => quote!(#krate::cond::compare(#it, &#value)),
            Value::Decimal(number) => {
                // The condition was checked: it is a number.
                let double = Literal::f64_suffixed(number.parse().unwrap_or_default());
                let single = Literal::f32_suffixed(number.parse().unwrap_or_default());
                quote!(#krate::cond::compare_decimal(#it, #double, #single))
            }
        };
        quote!(#ordering.is_some_and(#test))
    }

    /// A number against a length.
    fn with_length(&self, field: &Place, op: Op, list: &Place) -> TokenStream {
        let (krate, test) = (self.krate, test(op));
        pair(
            field,
            list,
            &|field, list| quote!(#krate::cond::compare_length(#field, #list).is_some_and(#test)),
        )
    }

    fn length(&self, it: &TokenStream) -> TokenStream {
        let krate = self.krate;
        quote!(#krate::cond::length(#it))
    }
}

/// `then` with references to both places.
fn pair(
    a: &Place,
    b: &Place,
    then: &dyn Fn(TokenStream, TokenStream) -> TokenStream,
) -> TokenStream {
    with(a, "a", &|a| with(b, "b", &|b| then(a.clone(), b)))
}

/// `then` with a reference to the place; false when a step on the way to it is absent.
fn with(place: &Place, side: &str, then: &dyn Fn(TokenStream) -> TokenStream) -> TokenStream {
    let span = place.span();
    let scope = local("scope", span);
    let start = match place.base {
        Base::This => TokenStream::new(),
        Base::Root => quote_spanned!(span=> #scope.root),
        Base::Parent => quote_spanned!(span=> #scope.parent),
        Base::Context => quote_spanned!(span=> #scope.context),
        Base::Key => {
            let key = format_ident!("{side}_key");
            let rest = then(quote!(#key));
            return quote!(scope.key.is_some_and(|#key| #rest));
        }
    };
    walk(place, 0, start, side, then)
}

fn walk(
    place: &Place,
    from: usize,
    mut at: TokenStream,
    side: &str,
    then: &dyn Fn(TokenStream) -> TokenStream,
) -> TokenStream {
    for (index, step) in place.steps.iter().enumerate().skip(from) {
        let name = &step.name;
        at = if at.is_empty() {
            name.clone()
        } else {
            quote!(#at.#name)
        };
        if step.optional && index + 1 < place.steps.len() {
            // A name of its own, because the other side of a comparison may need one too.
            let inner = format_ident!("{side}{index}");
            let rest = walk(place, index + 1, quote!(#inner), side, then);
            return quote!(#at.as_ref().is_some_and(|#inner| #rest));
        }
    }
    // rustc blames the argument when it does not suit, so it stands where the condition names it.
    let span = place.span();
    then(quote_spanned!(span=> &#at))
}

fn test(op: Op) -> TokenStream {
    let name = match op {
        Op::Eq => format_ident!("is_eq"),
        Op::Ne => format_ident!("is_ne"),
        Op::Lt => format_ident!("is_lt"),
        Op::Le => format_ident!("is_le"),
        Op::Gt => format_ident!("is_gt"),
        Op::Ge => format_ident!("is_ge"),
    };
    quote!(::core::cmp::Ordering::#name)
}

//! Conditions as calls of the runtime's small functions.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use stipula_cond::ast::{Base, Op};
use stipula_cond::{Lower, Operand, Subject};
use syn::Path;

use crate::place::{Place, Value};

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
                with(a, "a", &|a| {
                    with(
                        b,
                        "b",
                        &|b| quote!(#krate::cond::compare(#a, #b).is_some_and(#test)),
                    )
                })
            }
            (Subject::Place(place), Operand::Value(value)) => {
                with(place, "a", &|it| self.compare_value(&it, op, value))
            }
            (Subject::Len(place), Operand::Value(Value::Integer(number))) => {
                with(place, "a", &|it| {
                    let (test, length) = (test(op), self.length(&it));
                    quote!(#length.map(|n| n.cmp(&#number)).is_some_and(#test))
                })
            }
            // The check lets a length meet whole numbers only.
            (Subject::Len(_), Operand::Value(_)) => quote!(false),
            (left, Operand::Subject(right)) => self.compare_integers(left, op, right),
        }
    }
}

impl Calls<'_> {
    fn equals(&self, it: &TokenStream, value: &Value) -> TokenStream {
        let krate = self.krate;
        match value {
            Value::Symbol { tokens, .. } => quote!(#krate::cond::is(#it, &#tokens)),
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
                let number = Literal::f64_suffixed(number.parse().unwrap_or_default());
                quote!(#krate::cond::compare(#it, &#number))
            }
        };
        quote!(#ordering.is_some_and(#test))
    }

    /// A length against a length or against an integer field.
    fn compare_integers(
        &self,
        left: &Subject<Place>,
        op: Op,
        right: &Subject<Place>,
    ) -> TokenStream {
        let test = test(op);
        self.integer(left, "a", &|a| {
            self.integer(
                right,
                "b",
                &|b| quote!(#a.zip(#b).map(|(a, b): (i64, i64)| a.cmp(&b)).is_some_and(#test)),
            )
        })
    }

    fn integer(
        &self,
        subject: &Subject<Place>,
        side: &str,
        then: &dyn Fn(TokenStream) -> TokenStream,
    ) -> TokenStream {
        let krate = self.krate;
        match subject {
            Subject::Len(place) => with(place, side, &|it| then(self.length(&it))),
            Subject::Place(place) => with(place, side, &|it| {
                then(quote!(#krate::cond::AsInteger::as_integer(#it)))
            }),
        }
    }

    fn length(&self, it: &TokenStream) -> TokenStream {
        let krate = self.krate;
        quote!(#krate::cond::length(#it).and_then(|n| i64::try_from(n).ok()))
    }
}

/// `then` with a reference to the place; false when a step on the way to it is absent.
fn with(place: &Place, side: &str, then: &dyn Fn(TokenStream) -> TokenStream) -> TokenStream {
    let span = place.span();
    let start = match place.base {
        Base::This => quote_spanned!(span=> self),
        Base::Root => quote_spanned!(span=> scope.root),
        Base::Parent => quote_spanned!(span=> scope.parent),
        Base::Context => quote_spanned!(span=> scope.context),
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
        let member = &step.member;
        at = quote!(#at.#member);
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

//! Value rules: of a field, of the items and keys of a list or map.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};

use super::{Writer, range};
use crate::model::{Field, Frame, Values};
use crate::range::Of;
use crate::shape::{Kind, Order, Shape};
use crate::spans::local;
use crate::table::About;

/// The value that rules are written for.
pub(super) struct Subject<'a> {
    /// An expression at a span: a reference to the value, maybe an `Option` or a `Box` of it.
    pub(super) value: &'a dyn Fn(Span) -> TokenStream,
    pub(super) shape: &'a Shape,
    /// The first two arguments of `Violations::push`.
    pub(super) at: TokenStream,
    /// A path that ends at the value, for what is below it.
    pub(super) path: TokenStream,
    pub(super) wire: &'a str,
    pub(super) about: About,
}

/// Tests that need the value in the same form share the access to it.
#[derive(Default)]
pub(super) struct Tests {
    pub(super) text: Test,
    pub(super) number: Test,
    pub(super) duration: Test,
    pub(super) moment: Test,
    pub(super) length: Test,
    pub(super) whole: Test,
}

/// What is done with one form of the value.
#[derive(Default)]
pub(super) struct Test {
    pub(super) tokens: TokenStream,
    /// The first rule that needs this form, which is to blame when the value has none.
    pub(super) span: Option<Span>,
}

impl Writer<'_, '_> {
    pub(super) fn field_values(&mut self, field: &Field) -> TokenStream {
        let value = |span: Span| {
            let member = field.access.at(span);
            quote_spanned!(span=> &#member)
        };
        let subject = Subject {
            value: &value,
            shape: &field.shape,
            at: field.spot.arguments(),
            path: field.spot.path(),
            wire: &field.wire,
            about: About::Value,
        };
        self.values(&subject, &field.values)
    }

    fn values(&mut self, subject: &Subject<'_>, values: &Values) -> TokenStream {
        let mut tests = Tests::default();
        for rule in &values.rules {
            self.rule(subject, rule, &values.rules, &mut tests);
        }
        let frame = self.frame;
        let mut out = TokenStream::new();
        let mut access = |name: &str, how: &dyn Fn(Span) -> TokenStream, test: Test| {
            if let Some(span) = test.span {
                let (name, how, tests) = (local(name, span), how(span), test.tokens);
                out.extend(quote_spanned! {span=>
                    if let ::core::option::Option::Some(#name) = #how { #tests }
                });
            }
        };
        let call = |span: Span, function: TokenStream| {
            let (krate, value) = (frame.krate_at(span), (subject.value)(span));
            quote_spanned!(span=> #krate::cond::#function(#value))
        };
        let field = |span: Span| whole(frame, subject, span);
        let as_text = |span: Span| call(span, quote_spanned!(span=> AsText::as_text));
        access("text", &as_text, tests.text);
        for (of, test) in [
            (Of::Numbers, tests.number),
            (Of::Durations, tests.duration),
            (Of::Moments, tests.moment),
        ] {
            access("number", &|span| call(span, range::access(of, span)), test);
        }
        access(
            "length",
            &|span| call(span, quote_spanned!(span=> length)),
            tests.length,
        );
        access("value", &field, tests.whole);
        out.extend(self.value_checks(subject, &values.checks));
        let entries = self.entries(subject, values);
        if let Some((span, _)) = values.items.as_ref().or(values.keys.as_ref()) {
            let whole = field(*span);
            out.extend(quote! {
                if let ::core::option::Option::Some(entries) = #whole { #entries }
            });
        }
        out
    }

    /// A loop over items and keys, when there are rules for them.
    fn entries(&mut self, subject: &Subject<'_>, values: &Values) -> TokenStream {
        let path = &subject.path;
        let inner = |writer: &mut Self, name: &str, about, shape, rules: Option<&Values>| {
            let value = |span: Span| local(name, span).into_token_stream();
            let subject = Subject {
                value: &value,
                shape,
                at: quote!(&at, ::core::option::Option::None),
                path: quote!(at),
                wire: subject.wire,
                about,
            };
            rules
                .map(|rules| writer.values(&subject, rules))
                .unwrap_or_default()
        };
        let items = values.items.as_ref().map(|(_, rules)| &**rules);
        let keys = values.keys.as_ref().map(|(_, rules)| &**rules);
        if items.is_none() && keys.is_none() {
            return TokenStream::new();
        }
        // The quick look needs no paths.
        let (start, at_index, at_key) = match self.quick {
            Some(_) => Default::default(),
            None => (
                quote!(let at = #path;),
                quote!(let at = at.index(index);),
                quote!(let at = at.key(name);),
            ),
        };
        match &subject.shape.kind {
            Kind::List(_, item) => {
                let tests = inner(self, "item", About::Value, item, items);
                quote! {
                    #start
                    for (index, item) in entries.iter().enumerate() {
                        #at_index
                        #tests
                    }
                }
            }
            Kind::Map { order, key, value } => {
                let mut inside = values.items.iter().chain(&values.keys);
                let span = inside
                    .next()
                    .map_or_else(Span::call_site, |(span, _)| *span);
                let (krate, entry) = (self.frame.krate_at(span), local("key", span));
                let (all, buffer) = (local("entries", span), local("buffer", span));
                // A report has an order; a quick look needs none.
                let entries = match (order, self.quick) {
                    (Order::None, None) => {
                        quote_spanned!(span=> #krate::__private::by_key(#all))
                    }
                    (Order::Keys | Order::None, _) => quote!(entries),
                };
                let text = quote_spanned! {span=>
                    #krate::cond::MapKey::key_text(#entry, &mut #buffer)
                };
                let for_keys = inner(self, "key", About::Key, key, keys);
                let for_items = inner(self, "item", About::Value, value, items);
                quote! {
                    #start
                    for (key, item) in #entries {
                        let mut buffer = #krate::cond::KeyBuffer::new();
                        let name = #text;
                        #at_key
                        let scope = #krate::Scope {
                            key: ::core::option::Option::Some(name),
                            ..scope
                        };
                        #for_keys
                        #for_items
                    }
                }
            }
            _ => TokenStream::new(),
        }
    }
}

/// The value without wrappers, when it is there.
pub(super) fn whole(frame: &Frame, subject: &Subject<'_>, span: Span) -> TokenStream {
    let (krate, value) = (frame.krate_at(span), (subject.value)(span));
    let inner = quote_spanned!(span=> #krate::__private::Wrapper::inner);
    let Some(others) = subject.shape.depth.checked_sub(1) else {
        return quote_spanned!(span=> ::core::option::Option::Some(#value));
    };
    let others = std::iter::repeat_n(quote_spanned!(span=> .and_then(#inner)), others);
    quote_spanned!(span=> #inner(#value) #(#others)*)
}

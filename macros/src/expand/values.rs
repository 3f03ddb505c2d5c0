//! Value rules: of a field, of the items and keys of a list or map.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};

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
    /// How many lists and maps of the same field it stands in.
    pub(super) level: usize,
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
            level: 0,
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
        let (path, level) = (&subject.path, subject.level);
        // Names of their own at each level, for the path below is made of all of them.
        let (index, name) = (
            format_ident!("index_{level}"),
            format_ident!("name_{level}"),
        );
        let inner = |writer: &mut Self, name: &str, path, about, shape, rules: Option<&Values>| {
            let value = |span: Span| local(name, span).into_token_stream();
            let subject = Subject {
                value: &value,
                shape,
                // Made where a rule is broken, so that a good item costs no path.
                at: quote!(&#path, ::core::option::Option::None),
                path,
                wire: subject.wire,
                about,
                level: level + 1,
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
        match &subject.shape.kind {
            Kind::List(_, item) => {
                let path = quote!((#path).index(#index));
                let tests = inner(self, "item", path, About::Value, item, items);
                quote! {
                    for (#index, item) in entries.iter().enumerate() {
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
                let buffer = local("buffer", span);
                let [begin, entry_ends, end] = match order {
                    Order::Keys => Default::default(),
                    Order::None => [
                        quote!(let mut order = #krate::__private::KeyOrder::new(out);),
                        quote!(order.end_entry(#name, out);),
                        quote!(order.settle(out);),
                    ],
                };
                let path = quote!((#path).key(#name));
                let text = quote_spanned! {span=>
                    #krate::cond::MapKey::key_text(#entry, &mut #buffer)
                };
                let for_keys = inner(self, "key", path.clone(), About::Key, key, keys);
                let for_items = inner(self, "item", path, About::Value, value, items);
                quote! {
                    #begin
                    for (key, item) in entries {
                        let mut buffer = #krate::cond::KeyBuffer::new();
                        let #name = #text;
                        let scope = #krate::Scope {
                            key: ::core::option::Option::Some(#name),
                            ..scope
                        };
                        #for_keys
                        #for_items
                        #entry_ends
                    }
                    #end
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

//! Value rules: of a field, of the items and keys of a list or map.

use proc_macro2::TokenStream;
use quote::quote;

use super::Writer;
use crate::model::{Field, Values};
use crate::shape::{Kind, Shape};

/// The value that rules are written for.
pub(super) struct Subject<'a> {
    /// An expression: a reference to the value, maybe an `Option` or a `Box` of it.
    pub(super) value: TokenStream,
    pub(super) shape: &'a Shape,
    /// The first two arguments of `Violations::push`.
    pub(super) at: TokenStream,
    /// A path that ends at the value, for what is below it.
    pub(super) path: TokenStream,
    pub(super) wire: &'a str,
}

/// Tests that need the value in the same form share the access to it.
#[derive(Default)]
pub(super) struct Tests {
    pub(super) text: TokenStream,
    pub(super) number: TokenStream,
    pub(super) length: TokenStream,
    pub(super) whole: TokenStream,
}

impl Writer<'_> {
    pub(super) fn field_values(&mut self, field: &Field) -> TokenStream {
        let (ident, wire) = (&field.ident, &field.wire);
        let subject = Subject {
            value: quote!(&self.#ident),
            shape: &field.shape,
            at: quote!(path, ::core::option::Option::Some(#wire)),
            path: quote!(path.field(#wire)),
            wire,
        };
        self.values(&subject, &field.values)
    }

    fn values(&mut self, subject: &Subject<'_>, values: &Values) -> TokenStream {
        let mut tests = Tests::default();
        for rule in &values.rules {
            self.rule(subject, rule, &values.rules, &mut tests);
        }
        let krate = &self.frame.krate;
        let (value, inner) = (&subject.value, &subject.shape.inner);
        let mut out = TokenStream::new();
        let mut access = |name: TokenStream, how: TokenStream, tests: TokenStream| {
            if !tests.is_empty() {
                out.extend(quote! {
                    if let ::core::option::Option::Some(#name) = #how { #tests }
                });
            }
        };
        access(
            quote!(text),
            quote!(#krate::cond::AsText::as_text(#value)),
            tests.text,
        );
        access(
            quote!(number),
            quote!(#krate::cond::AsInteger::as_integer(#value)),
            tests.number,
        );
        access(
            quote!(length),
            quote!(#krate::cond::length(#value)),
            tests.length,
        );
        let whole = quote!(#krate::cond::Field::<#inner>::field(#value));
        access(quote!(value), whole.clone(), tests.whole);
        let entries = self.entries(subject, values);
        if !entries.is_empty() {
            out.extend(quote! {
                if let ::core::option::Option::Some(entries) = #whole { #entries }
            });
        }
        out
    }

    /// A loop over items and keys, when there are rules for them.
    fn entries(&mut self, subject: &Subject<'_>, values: &Values) -> TokenStream {
        let path = &subject.path;
        let inner = |writer: &mut Self, value, shape, rules: Option<&Values>| {
            let subject = Subject {
                value,
                shape,
                at: quote!(&at, ::core::option::Option::None),
                path: quote!(at),
                wire: subject.wire,
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
            Kind::List(item) => {
                let tests = inner(self, quote!(item), item, items);
                quote! {
                    #start
                    for (index, item) in entries.iter().enumerate() {
                        #at_index
                        #tests
                    }
                }
            }
            Kind::Map { key, value } => {
                let krate = self.frame.krate.clone();
                let for_keys = inner(self, quote!(key), key, keys);
                let for_items = inner(self, quote!(item), value, items);
                quote! {
                    #start
                    for (key, item) in entries {
                        let name = #krate::cond::AsText::as_text(key).unwrap_or_default();
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

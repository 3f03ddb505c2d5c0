//! Value rules: of a field, of the items and keys of a list or map.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::Writer;
use crate::model::{Field, Rule, RuleKind, Values};
use crate::shape::{Kind, Shape};
use crate::table::Facts;

/// The value that rules are written for.
struct Subject<'a> {
    /// An expression: a reference to the value, maybe an `Option` or a `Box` of it.
    value: TokenStream,
    shape: &'a Shape,
    /// The first two arguments of `Violations::push`.
    at: TokenStream,
    /// A path that ends at the value, for what is below it.
    path: TokenStream,
    wire: &'a str,
}

/// Tests that need the value in the same form share the access to it.
#[derive(Default)]
struct Tests {
    text: TokenStream,
    number: TokenStream,
    length: TokenStream,
    whole: TokenStream,
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
            self.rule(subject, rule, &mut tests);
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
        match &subject.shape.kind {
            Kind::List(item) => {
                let tests = inner(self, quote!(item), item, items);
                quote! {
                    let at = #path;
                    for (index, item) in entries.iter().enumerate() {
                        let at = at.index(index);
                        #tests
                    }
                }
            }
            Kind::Map { key, value } => {
                let krate = self.frame.krate.clone();
                let for_keys = inner(self, quote!(key), key, keys);
                let for_items = inner(self, quote!(item), value, items);
                quote! {
                    let at = #path;
                    for (key, item) in entries {
                        let name = #krate::cond::AsText::as_text(key).unwrap_or_default();
                        let at = at.key(name);
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

    fn rule(&mut self, subject: &Subject<'_>, rule: &Rule, tests: &mut Tests) {
        use RuleKind as R;
        let krate = &self.frame.krate;
        let rules = quote!(#krate::rules);
        let whole = |n: u64| Literal::u64_unsuffixed(n);
        let (limit, broken) = match &rule.kind {
            R::MaxChars(n) => {
                let n = whole(*n);
                (Some(quote!(Chars(#n))), quote!(#rules::too_long(text, #n)))
            }
            R::MaxCharsByKey { keys, default } => {
                return self.max_chars_by_key(subject, rule, keys, *default, tests);
            }
            R::MinChars(n) => {
                let n = whole(*n);
                (Some(quote!(Chars(#n))), quote!(#rules::too_short(text, #n)))
            }
            R::MaxBytes(n) => {
                let n = whole(*n);
                (
                    Some(quote!(Bytes(#n))),
                    quote!(#rules::too_many_bytes(text, #n)),
                )
            }
            R::Range { min, max } => {
                let (min, max) = (option(*min), option(*max));
                let limit = quote!(Range { min: #min, max: #max });
                (
                    Some(limit),
                    quote!(#rules::out_of_range(number, #min, #max)),
                )
            }
            R::MinItems(n) => {
                let n = whole(*n);
                (Some(quote!(Items(#n))), quote!(length < #n))
            }
            R::MaxItems(n) => {
                let n = whole(*n);
                (Some(quote!(Items(#n))), quote!(length > #n))
            }
            R::Unique => (None, quote!(#rules::duplicate(value).is_some())),
            R::Prefix(prefix) => (
                Some(quote!(Text(#prefix))),
                quote!(!text.starts_with(#prefix)),
            ),
            R::Pattern(pattern) => {
                let test = quote!({
                    static PATTERN: #rules::Pattern = #rules::Pattern::new(#pattern);
                    !#rules::matches(&PATTERN, text)
                });
                (Some(quote!(Text(#pattern))), test)
            }
            R::DecimalPlaces(n) => (
                Some(quote!(Decimals(#n))),
                quote!(!#rules::decimal_places(text, #n)),
            ),
            R::Url => (None, quote!(!#rules::is_url(text))),
            R::Known => (None, quote!(!#krate::OpenEnum::is_known(value))),
            R::CaseOf(sibling) => {
                let wire = self.object.field(sibling).map_or("", |field| &field.wire);
                let wire = format!("`{wire}`");
                (
                    Some(quote!(Text(#wire))),
                    // While the sibling is absent, no case is the wrong one.
                    quote!(#krate::cond::Field::field(&self.#sibling).is_some_and(|chosen| !value.fits(chosen))),
                )
            }
        };
        let data = self.add(subject, rule, limit);
        let at = &subject.at;
        let test = quote!(if #broken { out.push(#at, #data); });
        match &rule.kind {
            R::Range { .. } => tests.number.extend(test),
            R::MinItems(_) | R::MaxItems(_) => tests.length.extend(test),
            R::Unique | R::Known | R::CaseOf(_) => tests.whole.extend(test),
            _ => tests.text.extend(test),
        }
    }

    fn max_chars_by_key(
        &mut self,
        subject: &Subject<'_>,
        rule: &Rule,
        keys: &[(String, u64)],
        default: u64,
        tests: &mut Tests,
    ) {
        let default = Literal::u64_unsuffixed(default);
        let data = self.add(subject, rule, Some(quote!(Chars(#default))));
        let (krate, at) = (&self.frame.krate, &subject.at);
        let names = keys.iter().map(|(name, _)| name);
        let lengths: Vec<_> = keys
            .iter()
            .map(|(_, length)| Literal::u64_unsuffixed(*length))
            .collect();
        tests.text.extend(quote! {
            let (chars, limit) = match scope.key {
                #(::core::option::Option::Some(#names) => (#lengths, #lengths),)*
                _ => (#default, #default),
            };
            if #krate::rules::too_long(text, chars) {
                out.push_limit(#at, #data, #krate::Limit::Chars(limit));
            }
        });
    }

    fn add(
        &mut self,
        subject: &Subject<'_>,
        rule: &Rule,
        limit: Option<TokenStream>,
    ) -> TokenStream {
        let facts = Facts {
            field: subject.wire,
            code: rule.kind.code(),
            warning: false,
            reason: String::new(),
            limit,
        };
        self.table.add(&rule.options, facts)
    }
}

fn option(end: Option<i64>) -> TokenStream {
    match end {
        Some(end) => quote!(::core::option::Option::Some(#end)),
        None => quote!(::core::option::Option::None),
    }
}

//! The test of one value rule.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{Subject, Tests, Writer};
use crate::model::{Rule, RuleKind};
use crate::table::Facts;

/// The form of the value that a test needs.
enum Form {
    Text,
    Number,
    Length,
    Whole,
}

impl Writer<'_> {
    pub(super) fn rule(&mut self, subject: &Subject<'_>, rule: &Rule, tests: &mut Tests) {
        if let RuleKind::MaxCharsByKey { keys, default } = &rule.kind {
            return self.max_chars_by_key(subject, rule, keys, *default, tests);
        }
        let (form, broken) = self.broken(&rule.kind);
        let data = self.add(subject, rule, self.limit(&rule.kind));
        let found = self.found(&subject.at, &data);
        let test = quote!(if #broken { #found });
        match form {
            Form::Text => tests.text.extend(test),
            Form::Number => tests.number.extend(test),
            Form::Length => tests.length.extend(test),
            Form::Whole => tests.whole.extend(test),
        }
    }

    /// What the rule compares with, as a variant of `Limit`.
    fn limit(&self, rule: &RuleKind) -> Option<TokenStream> {
        use RuleKind as R;
        Some(match rule {
            R::MaxChars(n) | R::MinChars(n) => quote!(Chars(#n)),
            R::MaxBytes(n) => quote!(Bytes(#n)),
            R::MinItems(n) | R::MaxItems(n) => quote!(Items(#n)),
            R::Range { min, max } => {
                let (min, max) = (end(*min), end(*max));
                quote!(Range { min: #min, max: #max })
            }
            R::Prefix(text) | R::Pattern(text) => quote!(Text(#text)),
            R::DecimalPlaces(n) => quote!(Decimals(#n)),
            R::CaseOf(sibling) => {
                let wire = self.object.field(sibling).map_or("", |field| &field.wire);
                let wire = format!("`{wire}`");
                quote!(Text(#wire))
            }
            R::MaxCharsByKey { .. } | R::Unique | R::Url | R::Known => return None,
        })
    }

    /// The expression that is true when the rule is broken.
    fn broken(&self, rule: &RuleKind) -> (Form, TokenStream) {
        use RuleKind as R;
        let krate = &self.frame.krate;
        let rules = quote!(#krate::rules);
        // Without suffix: the type follows from where the number stands.
        let plain = |n: &u64| Literal::u64_unsuffixed(*n);
        let text = |test| (Form::Text, test);
        match rule {
            R::MaxChars(n) => {
                let n = plain(n);
                text(quote!(#rules::too_long(text, #n)))
            }
            R::MinChars(n) => {
                let n = plain(n);
                text(quote!(#rules::too_short(text, #n)))
            }
            R::MaxBytes(n) => {
                let n = plain(n);
                text(quote!(#rules::too_many_bytes(text, #n)))
            }
            R::Prefix(prefix) => text(quote!(!text.starts_with(#prefix))),
            R::Pattern(pattern) => {
                text(crate::pattern::mismatch(krate, pattern).unwrap_or_else(|| {
                    quote!({
                        static PATTERN: #rules::Pattern = #rules::Pattern::new(#pattern);
                        !#rules::matches(&PATTERN, text)
                    })
                }))
            }
            R::DecimalPlaces(n) => text(quote!(!#rules::decimal_places(text, #n))),
            R::Url => text(quote!(!#rules::is_url(text))),
            R::Range { min, max } => {
                let (min, max) = (end(*min), end(*max));
                (
                    Form::Number,
                    quote!(#rules::out_of_range(number, #min, #max)),
                )
            }
            R::MinItems(n) => {
                let n = plain(n);
                (Form::Length, quote!(length < #n))
            }
            R::MaxItems(n) => {
                let n = plain(n);
                (Form::Length, quote!(length > #n))
            }
            R::Unique => (Form::Whole, quote!(#rules::duplicate(value).is_some())),
            R::Known => (Form::Whole, quote!(!#krate::OpenEnum::is_known(value))),
            R::CaseOf(sibling) => {
                // While the sibling is absent, no case is the wrong one.
                let chosen = quote!(#krate::cond::Field::field(&self.#sibling));
                (
                    Form::Whole,
                    quote!(#chosen.is_some_and(|chosen| !value.fits(chosen))),
                )
            }
            R::MaxCharsByKey { .. } => text(quote!(false)),
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
        let (least, default) = (default, Literal::u64_unsuffixed(default));
        let data = self.add(subject, rule, Some(quote!(Chars(#default))));
        let (krate, at) = (&self.frame.krate, &subject.at);
        let names = keys.iter().map(|(name, _)| name);
        let lengths: Vec<_> = keys
            .iter()
            .map(|(_, length)| Literal::u64_unsuffixed(*length))
            .collect();
        // Most texts are short enough for every key, which is seen without looking at the key.
        let least = keys.iter().map(|(_, length)| *length).fold(least, u64::min);
        let least = Literal::u64_unsuffixed(least);
        let found = match self.quick {
            Some(_) => self.found(at, &data),
            None => quote!(out.push_limit(#at, #data, #krate::Limit::Chars(limit));),
        };
        tests.text.extend(quote! {
            if text.len() > #least {
                let (chars, limit) = match scope.key {
                    #(::core::option::Option::Some(#names) => (#lengths, #lengths),)*
                    _ => (#default, #default),
                };
                if #krate::rules::too_long(text, chars) { #found }
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

fn end(end: Option<i64>) -> TokenStream {
    end.map_or_else(
        || quote!(::core::option::Option::None),
        |end| quote!(::core::option::Option::Some(#end)),
    )
}

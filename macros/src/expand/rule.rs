//! The test of one value rule.

use proc_macro2::{Literal, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use stipula_rules::{Severity, Subject as About, Unit};

use syn::Ident;

use super::values::{Test, Tests};
use super::{Subject, Writer, range};
use crate::model::{Argument, Rule};
use crate::range::Of;
use crate::shape::{Items, Kind, Secrecy, Shape};
use crate::spans::local;
use crate::table::Entry;

impl Writer<'_, '_> {
    /// Adds the test of a rule, which is one of all that the value has.
    pub(super) fn rule(
        &mut self,
        subject: &Subject<'_>,
        rule: &Rule,
        all: &[Rule],
        tests: &mut Tests,
    ) {
        let about = rule.def.subject();
        let test = match &rule.argument {
            Argument::Lengths { keys, default } => self.by_key(subject, rule, keys, *default),
            _ if about == About::List => self.unique_rule(subject, rule, most(all)),
            Argument::Count(n) if about == About::Text => {
                let n = Literal::u64_unsuffixed(*n);
                let own = quote!(None);
                self.counting(subject, rule, &n.into_token_stream(), &own)
            }
            argument => {
                let data = self.add(subject, rule);
                let found = self.told(subject, rule, &data);
                let keeps = self.keeps(subject.shape, rule, argument);
                quote!(if !#keeps { #found })
            }
        };
        let form = match about {
            About::Digits if !is_text(subject.shape) => &mut tests.whole,
            _ => tests.of(rule.looks_at(), &rule.argument),
        };
        form.tokens.extend(test);
        form.span.get_or_insert(rule.span);
    }

    /// What is done about a broken rule, with what else is known of the value.
    fn told(&self, subject: &Subject<'_>, rule: &Rule, data: &TokenStream) -> TokenStream {
        let (krate, at) = (&self.frame.krate, &subject.at);
        match (rule.def.subject(), &rule.argument) {
            (About::Length, Argument::Count(_)) => {
                quote!(out.push_count(#at, #data, #krate::Limit::None, length);)
            }
            (About::Enum, _) => {
                let text = match subject.shape.secrecy {
                    // Not even what it is near to.
                    Secrecy::Sensitive => quote!(""),
                    Secrecy::Open => quote!(&#krate::__private::Known::near(value)),
                };
                let documented = quote!(#krate::__private::Known::texts(value));
                quote!(out.push_unknown(#at, #data, #documented, #text);)
            }
            _ => quote!(out.push(#at, #data);),
        }
    }

    /// What the rule compares with, as a variant of `Limit`.
    fn limit(&self, rule: &Rule) -> Option<TokenStream> {
        let unit = rule.def.code.unit;
        Some(match &rule.argument {
            Argument::None => return None,
            Argument::Count(n) | Argument::Lengths { default: n, .. } => counted(unit, &quote!(#n)),
            Argument::Range(range) => range::limit(&self.frame.krate, range),
            Argument::Text(text) | Argument::Pattern(text) => quote!(Text(#text)),
            Argument::Integer(number) => {
                let text = number.to_string();
                quote!(Text(#text))
            }
            Argument::Decimals(n) => quote!(Decimals(#n)),
            Argument::Sibling(sibling) => {
                let said = self.object.field(sibling).map(|it| self.object.said(it));
                let said = format!("`{}`", said.unwrap_or_default());
                quote!(Text(#said))
            }
        })
    }

    /// The expression that is true when the value keeps the rule.
    fn keeps(&self, shape: &Shape, rule: &Rule, argument: &Argument) -> TokenStream {
        let krate = &self.frame.krate;
        match argument {
            Argument::None => match rule.def.subject() {
                About::Text
                | About::Digits
                | About::Constant
                | About::Integer
                | About::Length
                | About::List
                | About::Constants
                | About::Case => {
                    self.call(rule, &quote!())
                }
                About::Enum => self.documented(rule.span),
                About::Keys => quote!(value.keys().all(#krate::OpenEnum::is_known)),
            },
            // Without suffix: the type follows from where the number stands.
            Argument::Count(n) | Argument::Lengths { default: n, .. } => {
                let n = Literal::u64_unsuffixed(*n);
                self.call(rule, &quote!(, #n))
            }
            Argument::Decimals(n) if !is_text(shape) => {
                // It may be a text or a number.
                let (krate, value) = (self.frame.krate_at(rule.span), local("value", rule.span));
                quote_spanned!(rule.span=> #krate::cond::AsDigits::has_decimal_places(#value, #n))
            }
            Argument::Decimals(n) => self.call(rule, &quote!(, #n)),
            Argument::Text(text) if rule.def.subject() == About::Constants => {
                self.holds(rule, &quote!(AsText::as_text), &quote!(#text))
            }
            Argument::Integer(number) if rule.def.subject() == About::Constants => {
                let number = Literal::i64_unsuffixed(*number);
                self.holds(rule, &quote!(AsInteger::as_integer), &quote!(#number))
            }
            Argument::Text(text) => self.call(rule, &quote!(, #text)),
            Argument::Integer(number) => {
                let number = Literal::i64_unsuffixed(*number);
                self.call(rule, &quote!(, #number))
            }
            Argument::Range(range) => self.range(rule, range),
            Argument::Pattern(pattern) => {
                crate::pattern::matches(krate, pattern).unwrap_or_else(|| {
                    quote!({
                        static PATTERN: #krate::rules::Pattern = #krate::rules::Pattern::new(#pattern);
                        #krate::rules::pattern(&PATTERN, text)
                    })
                })
            }
            Argument::Sibling(sibling) => {
                // While the sibling is absent, no case is the wrong one.
                let sibling = self.object.field(sibling).map(|field| field.access.expr());
                let chosen = quote!(#krate::cond::Field::field(&#sibling));
                quote!(#chosen.is_none_or(|chosen| value.fits(chosen)))
            }
        }
    }

    /// Whether the value is a documented one.
    fn documented(&self, span: Span) -> TokenStream {
        let (krate, value) = (self.frame.krate_at(span), local("value", span));
        quote_spanned!(span=> #krate::__private::Known::is_documented(#value))
    }

    fn unique_rule(
        &mut self,
        subject: &Subject<'_>,
        rule: &Rule,
        most: Option<u64>,
    ) -> TokenStream {
        let (data, at) = (self.add(subject, rule), &subject.at);
        let unique = self.unique(subject.shape, rule.span, most);
        let found = quote!(out.push(#at, #data););
        if most.is_some() {
            return quote!(if !#unique.is_kept() { #found });
        }
        let krate = &self.frame.krate;
        let many = quote!(#krate::Limit::Number(#krate::__private::PAIRS as u64));
        quote! {
            match #unique {
                #krate::__private::Unique::Kept => {}
                #krate::__private::Unique::Broken => { #found }
                #krate::__private::Unique::TooMany => out.push_limit(#at, #data, #many),
            }
        }
    }

    /// The question for an item that comes twice, asked in the best way that the items allow.
    fn unique(&self, shape: &Shape, span: Span, most: Option<u64>) -> TokenStream {
        let (krate, value) = (self.frame.krate_at(span), local("value", span));
        let most = most.map_or_else(
            || quote!(::core::option::Option::None),
            |most| {
                let most = Literal::u64_unsuffixed(most);
                quote!(::core::option::Option::Some(#most))
            },
        );
        let list = match &shape.kind {
            Kind::List(Items::Apart, _) => quote_spanned! {span=>
                &::std::iter::Iterator::collect::<::std::vec::Vec<_>>(#value.iter())
            },
            _ => value.to_token_stream(),
        };
        quote_spanned!(span=> {
            #[allow(unused_imports)]
            use #krate::__private::{ByHash as _, ByJson as _, ByOrder as _, ByPair as _};
            (&&&&#krate::__private::Items::new(#list, #most)).unique()
        })
    }

    /// Calls the function of the rule, which has its name.
    fn call(&self, rule: &Rule, rest: &TokenStream) -> TokenStream {
        let (span, value) = (rule.span, value(rule.looks_at(), rule.span));
        let (krate, function) = (self.frame.krate_at(span), function(rule));
        quote_spanned!(span=> #krate::rules::#function(#value #rest))
    }

    /// Asks the items of a list, each in the form that the constant has.
    fn holds(&self, rule: &Rule, form: &TokenStream, constant: &TokenStream) -> TokenStream {
        let span = rule.span;
        let (krate, value) = (self.frame.krate_at(span), local("value", span));
        let function = function(rule);
        let form = crate::spans::relocate(form.clone(), span);
        quote_spanned! {span=>
            #krate::rules::#function(#value.iter().map(#krate::cond::#form), #constant)
        }
    }

    /// Counts what a text has, and tells it when that is too much or too little.
    fn counting(
        &mut self,
        subject: &Subject<'_>,
        rule: &Rule,
        length: &TokenStream,
        limit: &TokenStream,
    ) -> TokenStream {
        let (data, at) = (self.add(subject, rule), &subject.at);
        let (span, krate) = (rule.span, self.frame.krate_at(rule.span));
        let (text, function) = (value(About::Text, span), function(rule));
        quote_spanned! {span=>
            if let ::core::option::Option::Some(count) = #krate::rules::counts::#function(#text, #length) {
                out.push_count(#at, #data, #krate::Limit::#limit, count);
            }
        }
    }

    fn by_key(
        &mut self,
        subject: &Subject<'_>,
        rule: &Rule,
        keys: &[(String, u64)],
        default: u64,
    ) -> TokenStream {
        let names = keys.iter().map(|(name, _)| name);
        let lengths: Vec<_> = keys
            .iter()
            .map(|(_, length)| Literal::u64_unsuffixed(*length))
            .collect();
        // Most texts are short enough for every key, which is seen without looking at the key.
        let least = keys
            .iter()
            .map(|(_, length)| *length)
            .fold(default, u64::min);
        let (least, default) = (
            Literal::u64_unsuffixed(least),
            Literal::u64_unsuffixed(default),
        );
        let limit = counted(rule.def.code.unit, &quote!(limit));
        let test = self.counting(subject, rule, &quote!(length), &limit);
        quote! {
            if text.len() > #least {
                let (length, limit) = match scope.key {
                    #(::core::option::Option::Some(#names) => (#lengths, #lengths),)*
                    _ => (#default, #default),
                };
                #test
            }
        }
    }

    fn add(&mut self, subject: &Subject<'_>, rule: &Rule) -> TokenStream {
        let entry = Entry {
            field: subject.wire,
            code: rule.name(),
            severity: rule.def.code.severity,
            reason: String::new(),
            limit: self.limit(rule),
            about: subject.about,
        };
        self.table.add(&rule.options, entry)
    }
}

impl Tests {
    /// Those that need the value in the form that the rule looks at.
    fn of(&mut self, about: About, argument: &Argument) -> &mut Test {
        match (about, argument) {
            (About::Text | About::Digits | About::Constant, _) => &mut self.text,
            (About::Integer, Argument::Range(range)) => match range.of {
                Of::Numbers => &mut self.number,
                Of::Durations => &mut self.duration,
                Of::Moments => &mut self.moment,
            },
            (About::Integer, _) => &mut self.number,
            (About::Length, _) => &mut self.length,
            (About::List | About::Constants | About::Enum | About::Keys | About::Case, _) => {
                &mut self.whole
            }
        }
    }
}

/// How many items there may be at most, when more are an error.
fn most(all: &[Rule]) -> Option<u64> {
    let stops = |rule: &&Rule| {
        rule.options.severity.unwrap_or(rule.def.code.severity) == Severity::Error
            && rule.name() == "max_items"
    };
    match all.iter().find(stops)?.argument {
        Argument::Count(most) => Some(most),
        _ => None,
    }
}

/// The name of the value in that form.
pub(super) fn value(about: About, span: Span) -> Ident {
    let name = match about {
        About::Text | About::Digits | About::Constant => "text",
        About::Integer => "number",
        About::Length => "length",
        About::List | About::Constants | About::Enum | About::Keys | About::Case => "value",
    };
    local(name, span)
}

/// Whether its tokens say that it is a text.
fn is_text(shape: &Shape) -> bool {
    matches!(shape.kind, Kind::Text)
}

/// The name of the function of a rule.
fn function(rule: &Rule) -> Ident {
    let (name, span) = (rule.name(), rule.span);
    syn::parse_str::<Ident>(name)
        .map_or_else(|_| Ident::new_raw(name, span), |_| Ident::new(name, span))
}

/// The `Limit` of a number.
fn counted(unit: Unit, n: &TokenStream) -> TokenStream {
    match unit {
        Unit::Characters => quote!(Chars(#n)),
        Unit::Bytes => quote!(Bytes(#n)),
        Unit::Items => quote!(Items(#n)),
        // Digits are counted as places, which have a limit of their own.
        Unit::None | Unit::Digits => quote!(Number(#n)),
    }
}

//! The constant data of all rules of one type.

use std::collections::HashMap;

use proc_macro2::TokenStream;
use quote::quote;
use stipula_rules::Severity;
use syn::{Ident, Path};

use crate::model::Options;

/// The rules so far; becomes one `static` array.
pub(crate) struct Table<'a> {
    krate: &'a Path,
    owner: &'a str,
    name: &'a Ident,
    rules: Vec<TokenStream>,
    seen: HashMap<String, usize>,
}

/// What a rule says beside its options.
pub(crate) struct Entry<'a> {
    /// The wire name of the field it blames.
    pub(crate) field: &'a str,
    pub(crate) code: &'a str,
    /// The severity when the options give none.
    pub(crate) severity: Severity,
    /// The English when the options give none.
    pub(crate) reason: String,
    /// A `Limit`, or nothing.
    pub(crate) limit: Option<TokenStream>,
    pub(crate) about: About,
}

/// What a rule of a value looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum About {
    Value,
    /// The key of an entry.
    Key,
}

impl<'a> Table<'a> {
    pub(crate) fn new(krate: &'a Path, owner: &'a str, name: &'a Ident) -> Self {
        Self {
            krate,
            owner,
            name,
            rules: Vec::new(),
            seen: HashMap::new(),
        }
    }

    /// Adds a rule and gives the expression that refers to it.
    pub(crate) fn add(&mut self, options: &Options, entry: Entry<'_>) -> TokenStream {
        let krate = self.krate;
        let code = entry.code;
        let id = self.id(options, entry.field, code);
        let mut rule = quote!(#krate::Rule::new(#id, #code));
        match options.severity.unwrap_or(entry.severity) {
            Severity::Error => {}
            Severity::Warning => rule.extend(quote!(.severity(#krate::Severity::Warning))),
        }
        let reason = options.because.clone().unwrap_or(entry.reason);
        if !reason.is_empty() {
            rule.extend(quote!(.because(#reason)));
        }
        if let Some(limit) = entry.limit {
            rule.extend(quote!(.limit(#krate::Limit::#limit)));
        }
        if let Some(evidence) = &options.evidence {
            rule.extend(quote!(.evidence(#evidence)));
        }
        if entry.about == About::Key {
            rule.extend(quote!(.of_key()));
        }
        let (name, index) = (self.name, self.rules.len());
        self.rules.push(rule);
        quote!(&#name[#index])
    }

    /// The id as given, or made from the field and the code: the second one ends in `#2`.
    fn id(&mut self, options: &Options, field: &str, code: &str) -> String {
        let usual = match field {
            "" => format!("{}.{code}", self.owner),
            field => format!("{}.{field}.{code}", self.owner),
        };
        let count = self.seen.entry(usual.clone()).or_default();
        *count += 1;
        match &options.id {
            Some(id) => id.value(),
            None if *count == 1 => usual,
            None => format!("{usual}#{count}"),
        }
    }

    /// The `static` that holds them all.
    pub(crate) fn into_static(self) -> TokenStream {
        let (krate, name) = (self.krate, self.name);
        let (rules, count) = (&self.rules, self.rules.len());
        if count == 0 {
            return TokenStream::new();
        }
        quote!(static #name: [#krate::Rule; #count] = [#(#rules),*];)
    }
}

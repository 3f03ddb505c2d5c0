//! What every rule may say beside its value: severity, id, reason, evidence.

use proc_macro2::{Ident, Span};
use syn::LitStr;

use crate::errors::Errors;
use crate::parts::Part;

/// The options that any rule takes.
pub(crate) const COMMON: &[&str] = &["severity", "id", "because", "evidence"];
/// The options of rules on a whole struct.
pub(crate) const OF_STRUCT: &[&str] = &["severity", "id", "because", "evidence", "code", "at"];

/// The options of one rule.
#[derive(Default)]
pub(crate) struct Options {
    /// `severity = warning` is true.
    pub(crate) warning: Option<bool>,
    pub(crate) id: Option<LitStr>,
    pub(crate) because: Option<LitStr>,
    pub(crate) evidence: Option<LitStr>,
    pub(crate) code: Option<LitStr>,
    pub(crate) at: Option<Ident>,
}

impl Options {
    /// Takes the options out of the arguments; gives the other arguments back.
    pub(crate) fn take(
        parts: Vec<Part>,
        known: &[&str],
        errors: &Errors,
    ) -> (Self, Vec<Part>) {
        let mut options = Self::default();
        let mut rest = Vec::new();
        let mut seen: Vec<String> = Vec::new();
        for part in parts {
            // A quoted name is a key of `max_chars`, never an option.
            let item = part.item().filter(|item| known.contains(&item.name.to_string().as_str()));
            let (Some(item), Some((name, span, value))) = (item, part.named()) else {
                rest.push(part);
                continue;
            };
            if seen.contains(&name) {
                errors.at(span, format_args!("`{name}` is given twice"));
            }
            options.set(&item.name, &value, errors);
            seen.push(name);
        }
        (options, rest)
    }

    fn set(&mut self, name: &Ident, value: &Part, errors: &Errors) {
        let slot = match name.to_string().as_str() {
            "severity" => {
                self.warning = severity(value, errors);
                return;
            }
            "at" => {
                self.at = value.word();
                if self.at.is_none() {
                    errors.at(value.start(), "`at` takes the name of a field");
                }
                return;
            }
            "id" => &mut self.id,
            "because" => &mut self.because,
            "evidence" => &mut self.evidence,
            _ => &mut self.code,
        };
        match value.parse::<LitStr>() {
            Ok(text) if text.value().is_empty() => {
                errors.at(text.span(), format_args!("`{name}` is empty"));
            }
            Ok(text) => *slot = Some(text),
            Err(_) => errors.at(value.start(), format_args!("`{name}` takes a text in quotes")),
        }
    }
}

fn severity(value: &Part, errors: &Errors) -> Option<bool> {
    const WORDS: &[&str] = &["error", "warning"];
    let Some(word) = value.word() else {
        errors.at(value.start(), "`severity` is `error` or `warning`, without quotes");
        return None;
    };
    match word.to_string().as_str() {
        "error" => Some(false),
        "warning" => Some(true),
        other => {
            errors.unknown(word.span(), "severity", other, WORDS);
            None
        }
    }
}

/// Reports arguments that a rule does not take.
pub(crate) fn refuse_rest(rest: &[Part], rule: &str, known: &[&str], errors: &Errors) {
    for part in rest {
        match part.named() {
            Some((name, span, _)) => errors.unknown(span, "option", &name, known),
            None => too_many(part.start(), rule, errors),
        }
    }
}

fn too_many(span: Span, rule: &str, errors: &Errors) {
    errors.at(span, format_args!("`{rule}` takes nothing here"));
}

//! Collects mistakes, so that all of them are reported at once.

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;

/// The mistakes found so far.
#[derive(Default)]
pub(crate) struct Errors {
    list: Vec<syn::Error>,
}

impl Errors {
    /// A mistake under these tokens.
    pub(crate) fn at(&mut self, tokens: impl ToTokens, message: impl Into<String>) {
        self.list
            .push(syn::Error::new_spanned(tokens, message.into()));
    }

    /// A mistake at this span.
    pub(crate) fn span(&mut self, span: Span, message: impl Into<String>) {
        self.list.push(syn::Error::new(span, message.into()));
    }

    /// A mistake at this span, and what to do about it.
    pub(crate) fn help(&mut self, span: Span, message: &str, help: &str) {
        self.span(span, format!("{message}\nhelp: {help}"));
    }

    /// A mistake in a condition.
    pub(crate) fn condition(&mut self, error: &stipula_cond::Error) {
        let message = error.to_string();
        match error.help() {
            Some(help) => self.help(error.span, &message, &help),
            None => self.span(error.span, message),
        }
    }

    pub(crate) fn syn(&mut self, error: syn::Error) {
        self.list.push(error);
    }

    /// `compile_error!` for each mistake; `None` when there is none.
    pub(crate) fn into_tokens(self) -> Option<TokenStream> {
        let all = self.list.into_iter().reduce(|mut all, next| {
            all.combine(next);
            all
        })?;
        Some(all.into_compile_error())
    }
}

/// "unknown rule `requird`", with the nearest known word.
pub(crate) fn unknown(errors: &mut Errors, what: &str, name: &syn::Ident, known: &[&str]) {
    let text = name.to_string();
    let message = format!("unknown {what} `{text}`");
    match stipula_cond::suggest(&text, known.iter().copied()) {
        Some(near) => errors.help(name.span(), &message, &format!("did you mean `{near}`?")),
        None => errors.help(
            name.span(),
            &message,
            &format!("known are {}", known.join(", ")),
        ),
    }
}

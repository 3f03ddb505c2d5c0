//! Rules that functions judge.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use stipula_rules::CHECK;
use syn::spanned::Spanned;

use super::Writer;
use super::values::{Subject, whole};
use crate::model::Check;
use crate::spans::local;
use crate::table::{About, Entry};

impl Writer<'_, '_> {
    /// The checks of one value.
    pub(super) fn value_checks(&mut self, subject: &Subject<'_>, checks: &[Check]) -> TokenStream {
        let mut out = TokenStream::new();
        for check in checks {
            let span = check.function.span();
            let value = whole(self.frame, subject, span);
            let argument = local("value", span).to_token_stream();
            let test = self.check(check, subject.wire, &subject.at, &argument);
            out.extend(quote! {
                if let ::core::option::Option::Some(value) = #value { #test }
            });
        }
        out
    }

    /// A check of the whole object.
    pub(super) fn whole_check(&mut self, check: &Check) -> TokenStream {
        let object = self.object;
        let blamed = check.at.as_ref().and_then(|at| object.field(at));
        let (wire, at) = match blamed {
            Some(field) => (field.wire.as_str(), field.spot.arguments()),
            None => ("", quote!(path, ::core::option::Option::None)),
        };
        let this = local("self", check.function.span());
        self.check(check, wire, &at, &this.to_token_stream())
    }

    fn check(
        &mut self,
        check: &Check,
        field: &str,
        at: &TokenStream,
        argument: &TokenStream,
    ) -> TokenStream {
        let entry = Entry {
            field,
            code: CHECK.name,
            severity: CHECK.severity,
            reason: String::new(),
            limit: None,
            about: About::Value,
        };
        let data = self.table.add(&check.options, entry);
        let (function, span) = (&check.function, check.function.span());
        let krate = self.frame.krate_at(span);
        let finding = quote_spanned!(span=> #krate::Verdict::finding(#function(#argument)));
        quote! {
            if let ::core::option::Option::Some(finding) = #finding {
                out.push_finding(#at, #data, finding);
            }
        }
    }
}

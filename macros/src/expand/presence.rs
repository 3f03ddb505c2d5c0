//! `required`, `required_if`, `allowed_if`, `effective_if`.

use proc_macro2::TokenStream;
use quote::quote;
use stipula_cond::{Cond, english};
use stipula_rules::Presence as PresenceKind;

use super::Writer;
use crate::model::{Field, Presence};
use crate::place::English;
use crate::table::{About, Entry};

impl Writer<'_, '_> {
    pub(super) fn presence(&mut self, field: &Field, rule: &Presence) -> Option<TokenStream> {
        let when = match &rule.when {
            Some(expr) => Some(self.condition(expr)?),
            None => None,
        };
        let reason = match &when {
            None | Some(Cond::Constant(true)) => String::new(),
            Some(cond) => english(cond, &English),
        };
        let entry = Entry {
            field: &field.wire,
            code: rule.kind.code().name,
            severity: rule.kind.code().severity,
            reason,
            limit: None,
            about: About::Value,
        };
        let data = self.table.add(&rule.options, entry);
        let member = field.access.expr();
        let holds = when.as_ref().map(|cond| self.rust(cond));
        let broken = match (rule.kind, holds) {
            (_, None) => quote!(#member.is_none()),
            (PresenceKind::Required | PresenceKind::RequiredIf, Some(holds)) => {
                quote!(#member.is_none() && (#holds))
            }
            (PresenceKind::AllowedIf | PresenceKind::EffectiveIf, Some(holds)) => {
                quote!(#member.is_some() && !(#holds))
            }
        };
        let at = field.spot.arguments();
        Some(quote!(if #broken { out.push(#at, #data); }))
    }
}

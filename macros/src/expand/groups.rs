//! Rules between fields.

use proc_macro2::TokenStream;
use quote::quote;
use stipula_cond::ast::Base;
use stipula_cond::{Lower, advice, demand, english};
use stipula_rules::{EXPECT, Group as GroupKind, Severity};

use super::Writer;
use crate::lower::Calls;
use crate::model::{Expect, Group};
use crate::place::{English, Place};
use crate::table::{About, Entry};

impl Writer<'_, '_> {
    pub(super) fn group(&mut self, group: &Group) -> Option<TokenStream> {
        let object = self.object;
        let at = object.field(group.at.as_ref().or(group.members.first())?)?;
        let wires: Vec<_> = group
            .members
            .iter()
            .filter_map(|m| Some(format!("`{}`", object.said(object.field(m)?))))
            .collect();
        let names = listed(&wires);
        let entry = Entry {
            field: &at.wire,
            code: group.kind.code().name,
            severity: group.kind.code().severity,
            reason: String::new(),
            limit: Some(match group.kind {
                GroupKind::AtLeast(count) => {
                    let count = count as u64;
                    quote!(AtLeast { count: #count, of: #names })
                }
                _ => quote!(Text(#names)),
            }),
            about: About::Value,
        };
        let data = self.table.add(&group.options, entry);
        let members = group.members.iter().filter_map(|m| object.field(m));
        let members: Vec<_> = members.map(|field| field.access.expr()).collect();
        let count = quote!(0_usize #(+ usize::from(#members.is_some()))*);
        let total = members.len();
        let broken = match group.kind {
            GroupKind::AtLeastOne => quote!(#(#members.is_none())&&*),
            GroupKind::ExactlyOne => quote!(#count != 1),
            GroupKind::AtMostOne => quote!(#count > 1),
            GroupKind::AllOrNone => quote!(!::core::matches!(#count, 0 | #total)),
            GroupKind::AtLeast(least) => quote!(#count < #least),
        };
        let at = at.spot.arguments();
        Some(quote!(if #broken { out.push(#at, #data); }))
    }

    pub(super) fn expect(&mut self, rule: &Expect) -> Option<TokenStream> {
        let when = rule.when.as_ref().map(|expr| self.condition(expr));
        let expect = self.condition(&rule.holds);
        let when = match when {
            Some(checked) => Some(checked?),
            None => None,
        };
        let expect = expect?;
        let at = self.object.field(&rule.at)?;
        let mut reason = match rule.options.severity.unwrap_or(EXPECT.severity) {
            Severity::Error => demand(&expect, &English),
            Severity::Warning => advice(&expect, &English),
        };
        if let Some(when) = &when {
            reason = format!("{reason} when {}", english(when, &English));
        }
        let entry = Entry {
            field: &at.wire,
            code: rule.code.as_deref().unwrap_or(EXPECT.name),
            severity: EXPECT.severity,
            reason,
            limit: None,
            about: About::Value,
        };
        let data = self.table.add(&rule.options, entry);
        let mut applies: Vec<_> = when
            .iter()
            .map(|cond| self.rust(cond))
            .map(|when| quote!((#when)))
            .collect();
        // A field that is absent has nothing to compare; whether it may be is another rule.
        applies.extend(self.given(&expect.compared()));
        let holds = self.rust(&expect);
        let at = at.spot.arguments();
        Some(quote!(if #(#applies &&)* !(#holds) { out.push(#at, #data); }))
    }

    /// Tests that the places are given, each once, without those that always are.
    fn given(&self, places: &[&Place]) -> Vec<TokenStream> {
        let calls = Calls {
            krate: &self.frame.krate,
        };
        let mut tests: Vec<TokenStream> = Vec::new();
        for place in places.iter().filter(|place| !place.given) {
            let test = match place.base {
                Base::Key => quote!(scope.key.is_some()),
                Base::This | Base::Root | Base::Parent | Base::Context => calls.present(place),
            };
            if !tests
                .iter()
                .any(|known| known.to_string() == test.to_string())
            {
                tests.push(test);
            }
        }
        tests
    }
}

/// "`a`, `b` and `c`"
fn listed(names: &[String]) -> String {
    match names {
        [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        _ => names.concat(),
    }
}

//! The rules of one field.

use proc_macro2::{Span, TokenStream, TokenTree};
use stipula_rules::Presence as PresenceKind;
use syn::Ident;

use super::{condition::condition, options, rules, stand::stand};
use crate::attr::{self, Form, Item};
use crate::errors::Errors;
use crate::model::{Access, Field, Options, Presence, Spot, Values};
use crate::names::{self, OptionWord};
use crate::shape::Shape;

/// A field whose place is known already.
pub(super) struct Place {
    pub(super) access: Access,
    pub(super) wire: String,
    pub(super) spot: Spot,
}

pub(super) fn field(place: Place, field: &syn::Field, errors: &mut Errors) -> Field {
    let mut out = Field {
        ident: field.ident.clone(),
        access: place.access,
        wire: place.wire,
        place: None,
        spot: place.spot,
        shape: Shape::of(&field.ty),
        presence: Vec::new(),
        values: Values::default(),
        nested: None,
        skip: None,
        ty: field.ty.clone(),
    };
    for item in attr::items(&field.attrs, "validate", errors) {
        let name = item.name.to_string();
        if let Some(kind) = PresenceKind::named(&name) {
            out.presence.extend(presence(kind, &item, errors));
        } else if name == "nested" {
            mark(&mut out.nested, &item, errors);
        } else if name == "skip" {
            mark(&mut out.skip, &item, errors);
        } else if name == "place" {
            if out.place.is_some() {
                errors.at(&item.name, "`place` is given twice");
            }
            out.place = stand(&item, &out.wire, errors);
        } else {
            rules::value(&mut out.values, &item, &names::FIELD, errors);
        }
    }
    out
}

/// A word that stands alone.
fn mark(slot: &mut Option<Span>, item: &Item, errors: &mut Errors) {
    let name = &item.name;
    if !matches!(item.form, Form::Bare) {
        errors.at(name, format!("`{name}` takes nothing"));
    }
    if slot.replace(name.span()).is_some() {
        errors.at(name, format!("`{name}` is given twice"));
    }
}

fn presence(kind: PresenceKind, item: &Item, errors: &mut Errors) -> Option<Presence> {
    match kind {
        PresenceKind::Required => required(item, errors),
        PresenceKind::RequiredIf | PresenceKind::AllowedIf | PresenceKind::EffectiveIf => {
            conditional(kind, item, errors)
        }
    }
}

fn required(item: &Item, errors: &mut Errors) -> Option<Presence> {
    let options = match &item.form {
        Form::Bare => Options::default(),
        Form::Args(args) => {
            let is_option = |arg: &TokenStream| match arg.clone().into_iter().next() {
                Some(TokenTree::Ident(name)) => OptionWord::named(&name.to_string()).is_some(),
                _ => false,
            };
            let stray = |arg: &&TokenStream| !attr::is_assignment(arg) && !is_option(arg);
            if let Some(first) = args.first().filter(stray) {
                errors.at(
                    first,
                    "`required` takes no condition\nhelp: write `required_if(..)`",
                );
                return None;
            }
            options::options(args, errors)
        }
        Form::Value(_) => {
            errors.at(
                &item.name,
                "`required` takes no value\nhelp: write `required_if(..)`",
            );
            return None;
        }
    };
    let span = item.name.span();
    Some(Presence {
        kind: PresenceKind::Required,
        when: None,
        options,
        span,
    })
}

fn conditional(kind: PresenceKind, item: &Item, errors: &mut Errors) -> Option<Presence> {
    let name: &Ident = &item.name;
    let (when, rest) = match &item.form {
        Form::Value(value) => (value.clone(), &[][..]),
        Form::Args(args) => match args.split_first() {
            Some((first, rest)) => (first.clone(), rest),
            None => return missing(name, errors),
        },
        Form::Bare => return missing(name, errors),
    };
    let options = options::options(rest, errors);
    let when = condition(when, errors)?;
    Some(Presence {
        kind,
        when: Some(when),
        options,
        span: name.span(),
    })
}

fn missing(name: &Ident, errors: &mut Errors) -> Option<Presence> {
    errors.at(name, format!("`{name}` takes a condition: `{name}(..)`"));
    None
}

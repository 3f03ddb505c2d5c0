//! The variants of an enum.

use quote::format_ident;
use syn::spanned::Spanned;
use syn::{DataEnum, DeriveInput, Fields, Variant, ext::IdentExt};

use super::fields::{self, Owner};
use super::{check, object};
use crate::attr::{self, Form};
use crate::errors::Errors;
use crate::model::{Case, Choice, Field, Frame, Object};
use crate::names;
use crate::shape::Kind;
use crate::wire::{self, Naming, Serde, Tagging};

pub(crate) fn cases(
    input: &DeriveInput,
    frame: &mut Frame,
    data: &DataEnum,
    errors: &mut Errors,
) -> Choice {
    if data.variants.is_empty() {
        errors.at(&frame.ident, "`Validate` needs an enum with variants");
    }
    let of_enum = Serde::read(&input.attrs);
    let tagging = if frame.is_untagged {
        Tagging::Untagged
    } else {
        of_enum.tagging()
    };
    let variants = data.variants.iter().enumerate();
    let case = |(nth, variant)| case(frame, &of_enum, &tagging, nth, variant, errors);
    let cases = variants.map(case).collect();
    let mut own = Object::empty(frame.ident.unraw().to_string(), format_ident!("RULES"));
    for item in std::mem::take(&mut frame.rest) {
        let check = check::of_value(&item, errors);
        let ids = check.iter().filter_map(|it| it.options.id.clone());
        own.ids.extend(ids);
        own.checks.extend(check);
    }
    Choice { own, cases }
}

fn case(
    frame: &Frame,
    of_enum: &Serde,
    tagging: &Tagging,
    nth: usize,
    variant: &Variant,
    errors: &mut Errors,
) -> Case {
    let own = Serde::read(&variant.attrs);
    let inside = match tagging {
        _ if own.is_untagged() => None,
        Tagging::External => Some(wire::variant(of_enum, &own, &variant.ident)),
        Tagging::Adjacent(content) => Some(content.clone()),
        Tagging::Internal | Tagging::Untagged => None,
    };
    Case {
        ident: variant.ident.clone(),
        inside,
        object: content(
            frame,
            &Naming::of_variant(of_enum, &own),
            nth,
            variant,
            errors,
        ),
    }
}

/// The rules of what a variant holds.
fn content(
    frame: &Frame,
    naming: &Naming,
    nth: usize,
    variant: &Variant,
    errors: &mut Errors,
) -> Option<Object> {
    let is_payload = matches!(&variant.fields, Fields::Unnamed(it) if it.unnamed.len() == 1);
    let owner = format!("{}.{}", frame.ident.unraw(), variant.ident.unraw());
    let mut object = Object::empty(owner, format_ident!("RULES_{nth}"));
    object.is_payload = is_payload;
    let mut is_skipped = false;
    for item in attr::items(&variant.attrs, "validate", errors) {
        match item.form {
            Form::Bare if item.name == "skip" => is_skipped = true,
            _ => object::between(&mut object, &item, &names::VARIANT, errors),
        }
    }
    if is_skipped || variant.fields.is_empty() {
        return None;
    }
    object.fields = fields::fields(Owner::Variant, naming, &variant.fields, errors);
    if is_payload {
        object.fields.iter_mut().for_each(hand_on);
    }
    Some(object)
}

/// The only value of a variant is judged by its own rules, unless the variant says something else.
fn hand_on(payload: &mut Field) {
    let is_silent = payload.skip.is_none() && payload.values.is_empty();
    if is_silent && matches!(payload.shape.innermost().kind, Kind::Opaque) {
        let span = payload.ty.span();
        payload.nested.get_or_insert(span);
    }
}

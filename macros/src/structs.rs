//! Structs with named fields.

use proc_macro2::TokenStream;
use syn::{Attribute, FieldsNamed, Ident};

use crate::container::{Container, parts};
use crate::cx::{Cx, Member};
use crate::errors::Errors;
use crate::names::{SerdeNames, renamed};
use crate::output::Judge;
use crate::parts::plain;
use crate::shape::Shape;
use crate::{field, object};

/// Reads the fields and their rules.
pub(crate) fn read(
    ident: &Ident,
    attributes: &[Attribute],
    fields: &FieldsNamed,
    container: &mut Container,
    errors: &Errors,
) -> Judge {
    let krate = container.krate.clone();
    let mut cx = Cx::new(&krate, ident, container.surroundings(), errors);
    cx.rename_all = SerdeNames::read(attributes).rename_all;
    let rule = cx.rename_all.as_deref();
    cx.members = fields.named.iter().filter_map(|field| member(field, rule)).collect();
    let mut body = TokenStream::new();
    for (member, field) in cx.members.iter().zip(&fields.named) {
        body.extend(field::checks(&cx, member, parts(&field.attrs, errors)));
    }
    for item in std::mem::take(&mut container.rules) {
        body.extend(object::checks(&cx, item));
    }
    Judge { body, payloads: Vec::new(), is_body: container.is_body(ident) }
}

fn member(field: &syn::Field, rename_all: Option<&str>) -> Option<Member> {
    let ident = field.ident.clone()?;
    let name = plain(&ident);
    let names = SerdeNames::read(&field.attrs);
    let wire = names.rename.unwrap_or_else(|| renamed(&name, rename_all));
    let shape = Shape::of(&field.ty);
    Some(Member { ident, name, wire, ty: field.ty.clone(), shape, flatten: names.flatten })
}

//! The fields of a struct or of a variant, each with its place in the code and on the wire.

use syn::{Fields, Ident, Index, Member};

use super::field::{self, Place};
use crate::errors::Errors;
use crate::model::{Access, Field, Spot};
use crate::wire::{Naming, Serde};

/// What the fields belong to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    /// A struct.
    Struct,
    /// A struct that is written as its only field is.
    Transparent,
    /// A variant, whose fields a pattern binds.
    Variant,
}

pub(super) fn fields(
    owner: Owner,
    naming: &Naming,
    fields: &Fields,
    errors: &mut Errors,
) -> Vec<Field> {
    let is_newtype = matches!(fields, Fields::Unnamed(it) if it.unnamed.len() == 1);
    let is_here = is_newtype || owner == Owner::Transparent;
    let mut written = 0;
    let mut out = Vec::new();
    for (nth, field) in fields.iter().enumerate() {
        let serde = Serde::read(&field.attrs);
        let (member, wire) = match &field.ident {
            Some(name) => (Member::Named(name.clone()), naming.name(&serde, name)),
            None => (Member::Unnamed(Index::from(nth)), nth.to_string()),
        };
        let spot = match &field.ident {
            _ if is_here || serde.is_flat() => Spot::Here,
            Some(_) => Spot::Member(wire.clone()),
            None => Spot::Index(written),
        };
        // What is left out of a tuple leaves no gap.
        written += usize::from(!serde.is_unwritten());
        let access = access(owner, member, nth);
        let field = field::field(Place { access, wire, spot }, field, errors);
        if let Some(place) = &field.place
            && (owner != Owner::Struct || !matches!(field.spot, Spot::Member(_)))
        {
            let message =
                "`place` is for the named fields of a struct, which are members of a request";
            errors.span(place.span, message);
        }
        out.push(field);
    }
    out
}

fn access(owner: Owner, member: Member, nth: usize) -> Access {
    match owner {
        Owner::Struct | Owner::Transparent => Access::Own(member),
        Owner::Variant => {
            let name = format!("field_{nth}");
            Access::Bound(member, Ident::new(&name, proc_macro2::Span::call_site()))
        }
    }
}

//! Types that must have rules for a type to have some.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Generics, Type, parse_quote};

use crate::model::{Frame, Object};
use crate::unjudged::mentions;

/// A type that must have rules.
pub(super) struct Bound<'a> {
    ty: &'a Type,
    /// What is the parent of its values.
    parent: Parent,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Parent {
    /// The type itself.
    Own,
    /// The parent of the type, which its values stand for.
    Outer,
}

/// The bounds that these objects ask for.
///
/// What is made of the type itself needs none, and would ask in circles.
pub(super) fn bounds<'a>(
    frame: &Frame,
    objects: impl IntoIterator<Item = &'a Object>,
) -> Vec<Bound<'a>> {
    let own = [frame.ident.to_string(), "Self".to_owned()];
    let params = frame.generics.type_params();
    let params: Vec<String> = params.map(|it| it.ident.to_string()).collect();
    let mut out = Bounds::default();
    let mut is_below_itself = false;
    for object in objects {
        let parent = if object.is_payload {
            Parent::Outer
        } else {
            Parent::Own
        };
        let nested = object.fields.iter().filter(|field| field.nested.is_some());
        for ty in nested.map(|field| &field.shape.innermost().inner) {
            if mentions(ty, &own) {
                is_below_itself |= parent == Parent::Own;
            } else if parent == Parent::Outer || mentions(ty, &params) {
                // Elsewhere the place of the type is known, and the rules are there or are not.
                out.add(ty, parent);
            }
        }
    }
    if is_below_itself {
        // There, it is its own parent.
        for ty in out.0.iter().map(|bound| bound.ty).collect::<Vec<_>>() {
            out.add(ty, Parent::Own);
        }
    }
    out.0
}

#[derive(Default)]
struct Bounds<'a>(Vec<Bound<'a>>);

impl<'a> Bounds<'a> {
    /// Each of them once.
    fn add(&mut self, ty: &'a Type, parent: Parent) {
        let text = |ty: &Type| ty.to_token_stream().to_string();
        let is_same = |known: &Bound<'_>| known.parent == parent && text(known.ty) == text(ty);
        if !self.0.iter().any(is_same) {
            self.0.push(Bound { ty, parent });
        }
    }
}

/// Adds bounds for this place.
pub(super) fn add(
    frame: &Frame,
    generics: &mut Generics,
    bounds: &[Bound<'_>],
    place: [&TokenStream; 3],
) {
    let krate = &frame.krate;
    let [root, parent, context] = place;
    for Bound { ty, parent: own } in bounds {
        let parent = match own {
            Parent::Own => &quote!(Self),
            Parent::Outer => parent,
        };
        // A bound on known types that does not hold is an error, unless it is about a lifetime, too.
        let bound = quote_spanned! {ty.span()=>
            for<'trivial> #ty: #krate::Rules<#root, #parent, #context>
        };
        let clause = generics.make_where_clause();
        clause.predicates.push(parse_quote!(#bound));
    }
}

//! The impls of a struct.

mod frame;
mod groups;
mod presence;
mod rule;
mod values;

use values::{Subject, Tests};

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use stipula_cond::ast::Expr;
use stipula_cond::{Cond, check};
use syn::Type;
use syn::spanned::Spanned;

use crate::errors::Errors;
use crate::lower::Calls;
use crate::model::{Field, Frame, Object};
use crate::place::{Place, Value};
use crate::scope::Names;
use crate::table::Table;

pub(crate) use frame::{context, is_body, rules_impls, validate_impl};

/// A part of the body of `judge`.
enum Step<'a> {
    Rules(TokenStream),
    Nested(&'a Field),
}

/// What the writers of single rules share.
struct Writer<'a> {
    frame: &'a Frame,
    object: &'a Object,
    table: Table<'a>,
    errors: &'a mut Errors,
}

pub(crate) fn object(frame: &Frame, object: &Object, errors: &mut Errors) -> TokenStream {
    crate::check::object(object, errors);
    let owner = frame.ident.to_string();
    let table = Table::new(&frame.krate, owner);
    let mut writer = Writer {
        frame,
        object,
        table,
        errors,
    };
    let mut steps = Vec::new();
    for field in &object.fields {
        steps.push(Step::Rules(writer.field(field)));
        if field.nested.is_some() {
            steps.push(Step::Nested(field));
        }
    }
    steps.extend(
        object
            .groups
            .iter()
            .filter_map(|group| writer.group(group))
            .map(Step::Rules),
    );
    steps.extend(
        object
            .expects
            .iter()
            .filter_map(|rule| writer.expect(rule))
            .map(Step::Rules),
    );
    let rules = writer.table.into_static();
    let body = |root: &Type, context: &Type| {
        let written = |step: &Step<'_>| match step {
            Step::Rules(tokens) => tokens.clone(),
            Step::Nested(field) => nested(frame, field, root, context),
        };
        steps.iter().map(written).collect()
    };
    let impls = rules_impls(frame, &body, &[]);
    let validate = validate_impl(frame);
    quote! {
        const _: () = {
            #rules
            #impls
            #validate
        };
    }
}

impl Writer<'_> {
    fn field(&mut self, field: &Field) -> TokenStream {
        let mut out = TokenStream::new();
        for rule in &field.presence {
            out.extend(self.presence(field, rule));
        }
        out.extend(self.field_values(field));
        out
    }

    /// Checks a condition; `None` after an error.
    fn condition(&mut self, expr: &Expr) -> Option<Cond<Place, Value>> {
        let names = Names {
            frame: self.frame,
            object: self.object,
        };
        match check(&names, expr) {
            Ok(cond) => Some(cond),
            Err(errors) => {
                for error in &errors {
                    self.errors.condition(error);
                }
                None
            }
        }
    }

    fn rust(&self, cond: &Cond<Place, Value>) -> TokenStream {
        stipula_cond::rust(
            cond,
            &Calls {
                krate: &self.frame.krate,
            },
        )
    }
}

/// Hands a part on to its own rules.
fn nested(frame: &Frame, field: &Field, root: &Type, context: &Type) -> TokenStream {
    let (krate, ident, wire) = (&frame.krate, &field.ident, &field.wire);
    let path = if field.flat {
        quote!(path)
    } else {
        quote!(&path.field(#wire))
    };
    let scope = quote! {
        #krate::Scope { root: scope.root, parent: self, context: scope.context, key: scope.key }
    };
    // With all types written out, and at the type of the field, rustc says there that it has no
    // rules for this place; with inferred ones it would complain about a reference.
    quote_spanned! {field.shape.inner.span()=>
        #krate::Rules::<#root, Self, #context>::judge(&self.#ident, #scope, #path, out);
    }
}

//! The impls of a struct.

mod frame;
mod groups;
mod presence;
mod values;

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use stipula_cond::ast::Expr;
use stipula_cond::{Cond, check};
use syn::spanned::Spanned;

use crate::errors::Errors;
use crate::lower::Calls;
use crate::model::{Field, Frame, Object};
use crate::place::{Place, Value};
use crate::scope::Names;
use crate::table::Table;

pub(crate) use frame::{context, is_body, rules_impls};

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
    let mut body = TokenStream::new();
    for field in &object.fields {
        body.extend(writer.field(field));
    }
    for group in &object.groups {
        body.extend(writer.group(group));
    }
    for rule in &object.expects {
        body.extend(writer.expect(rule));
    }
    let rules = writer.table.into_static();
    let impls = rules_impls(frame, &body, &[]);
    let validate = frame::validate_impl(frame);
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
        if field.nested.is_some() {
            out.extend(self.nested(field));
        }
        out
    }

    fn nested(&self, field: &Field) -> TokenStream {
        let (krate, ident, wire) = (&self.frame.krate, &field.ident, &field.wire);
        let path = if field.flat {
            quote!(path)
        } else {
            quote!(&path.field(#wire))
        };
        let span = field.shape.inner.span();
        let scope = quote! {
            #krate::Scope {
                root: scope.root,
                parent: self,
                context: scope.context,
                key: scope.key,
            }
        };
        // rustc points at the type of the field when that has no rules for this place.
        quote_spanned!(span=> #krate::Rules::judge(&self.#ident, #scope, #path, out);)
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
                errors.iter().for_each(|error| self.errors.condition(error));
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

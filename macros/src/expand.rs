//! The impls of a struct.

mod frame;
mod groups;
mod presence;
mod rule;
mod values;

use values::{Subject, Tests};

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use stipula_cond::ast::Expr;
use stipula_cond::{Cond, check};
use syn::spanned::Spanned;
use syn::{Lifetime, Type};

use crate::errors::Errors;
use crate::lower::Calls;
use crate::model::{Field, Frame, Object};
use crate::place::{Place, Value};
use crate::scope::Names;
use crate::table::Table;

pub(crate) use frame::{Bodies, context, is_body, rules_impls, validate_impl};

/// A part of the rules of a struct: what can be judged without the rest.
struct Step<'a> {
    rules: TokenStream,
    nested: Option<&'a Field>,
}

/// What the writers of single rules share.
///
/// All rules are written twice: as a quick look, which stops at the first broken one and gives the
/// number of its step, and as a report of all of them. A body that breaks nothing, which is the
/// common case, only ever sees the quick look, and that needs neither paths nor a list.
struct Writer<'a> {
    frame: &'a Frame,
    object: &'a Object,
    table: Table<'a>,
    errors: &'a mut Errors,
    /// The number of the step, while the quick look is written.
    quick: Option<usize>,
}

pub(crate) fn object(frame: &Frame, object: &Object, errors: &mut Errors) -> TokenStream {
    crate::check::object(object, errors);
    let (report, rules) = steps(frame, object, errors, false);
    // What it could complain about is known by now.
    let mut known = Errors::default();
    let (quick, _) = steps(frame, object, &mut known, true);
    let bodies = |root: &Type, context: &Type| Bodies {
        quick: quick_look(frame, &quick, root, context),
        report: report_from(frame, &report, root, context),
    };
    let impls = rules_impls(frame, &bodies, &[]);
    let validate = validate_impl(frame);
    let unjudged = crate::unjudged::members(frame, object, errors);
    quote! {
        const _: () = {
            #rules
            #impls
            #validate
            #unjudged
        };
    }
}

/// The steps in order, and the constant data of their rules.
fn steps<'a>(
    frame: &'a Frame,
    object: &'a Object,
    errors: &'a mut Errors,
    quick: bool,
) -> (Vec<Step<'a>>, TokenStream) {
    let mut writer = Writer {
        frame,
        object,
        table: Table::new(&frame.krate, frame.ident.to_string()),
        errors,
        quick: quick.then_some(0),
    };
    let mut steps = Vec::new();
    for field in &object.fields {
        let rules = writer.field(field);
        let nested = field.nested.map(|_| field);
        writer.end_step(&mut steps, Step { rules, nested });
    }
    for group in &object.groups {
        let rules = writer.group(group).unwrap_or_default();
        let nested = None;
        writer.end_step(&mut steps, Step { rules, nested });
    }
    for rule in &object.expects {
        let rules = writer.expect(rule).unwrap_or_default();
        let nested = None;
        writer.end_step(&mut steps, Step { rules, nested });
    }
    (steps, writer.table.into_static())
}

impl<'a> Writer<'a> {
    /// Keeps the step, if there is anything in it.
    fn end_step(&mut self, steps: &mut Vec<Step<'a>>, step: Step<'a>) {
        if !step.rules.is_empty() || step.nested.is_some() {
            steps.push(step);
        }
        self.quick = self.quick.map(|_| steps.len());
    }

    /// What is done about a broken rule; `at` is the first two arguments of `Violations::push`.
    fn found(&self, at: &TokenStream, data: &TokenStream) -> TokenStream {
        match self.quick {
            Some(step) => stop(&self.frame.krate, step),
            None => quote!(out.push(#at, #data);),
        }
    }

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

/// Ends the quick look.
fn stop(krate: &syn::Path, step: usize) -> TokenStream {
    quote!(return #krate::__private::broken(#step);)
}

/// The first step with a broken rule.
fn quick_look(frame: &Frame, steps: &[Step<'_>], root: &Type, context: &Type) -> TokenStream {
    let mut out = TokenStream::new();
    for (number, step) in steps.iter().enumerate() {
        out.extend(step.rules.clone());
        let Some(field) = step.nested else { continue };
        let look = nested(
            frame,
            field,
            root,
            context,
            &quote!(first_broken),
            &quote!(),
        );
        let stop = stop(&frame.krate, number);
        out.extend(quote! {
            if #look.is_some() { #stop }
        });
    }
    out.extend(quote!(::core::option::Option::None));
    out
}

/// Everything that is broken, from a step on.
fn report_from(frame: &Frame, steps: &[Step<'_>], root: &Type, context: &Type) -> TokenStream {
    let label = |number: usize| Lifetime::new(&format!("'step_{number}"), Span::call_site());
    let last = steps.len().saturating_sub(1);
    let jumps = (0..last).map(|number| {
        let label = label(number);
        quote!(#number => break #label,)
    });
    // Every step goes on with the next one, so that only the jump to the first of them costs.
    let mut out = match (steps.len(), label(last)) {
        (0 | 1, _) => TokenStream::new(),
        (_, last) => quote!(match from { #(#jumps)* _ => break #last }),
    };
    for (number, step) in steps.iter().enumerate() {
        if steps.len() > 1 {
            let label = label(number);
            out = quote!(#label: { #out });
        }
        out.extend(step.rules.clone());
        if let Some(field) = step.nested {
            let wire = &field.wire;
            let path = if field.flat {
                quote!(path)
            } else {
                quote!(&path.field(#wire))
            };
            let report = nested(
                frame,
                field,
                root,
                context,
                &quote!(judge),
                &quote!(, #path, out),
            );
            out.extend(quote!(#report;));
        }
    }
    out
}

/// Hands a part on to its own rules.
fn nested(
    frame: &Frame,
    field: &Field,
    root: &Type,
    context: &Type,
    method: &TokenStream,
    rest: &TokenStream,
) -> TokenStream {
    let (krate, ident) = (&frame.krate, &field.ident);
    let scope = quote! {
        #krate::Scope { root: scope.root, parent: self, context: scope.context, key: scope.key }
    };
    // With all types written out, and at the type of the field, rustc says there that it has no
    // rules for this place; with inferred ones it would complain about a reference.
    quote_spanned! {field.shape.inner.span()=>
        #krate::Rules::<#root, Self, #context>::#method(&self.#ident, #scope #rest)
    }
}

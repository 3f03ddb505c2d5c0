//! The impls of a struct.

mod bounds;
mod cases;
mod check;
mod frame;
mod groups;
mod presence;
mod range;
mod rule;
mod values;

use values::Subject;

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
use crate::spans::local;
use crate::table::Table;
use crate::unjudged::{has_rules, members};

pub(crate) use cases::cases;
pub(crate) use frame::{context, is_body};

use frame::{Bodies, rules_impls, validate_impl};

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
struct Writer<'a, 'e> {
    frame: &'a Frame,
    object: &'a Object,
    table: Table<'a>,
    errors: &'e mut Errors,
    /// The number of the step, while the quick look is written.
    quick: Option<usize>,
}

pub(crate) fn object(frame: &Frame, object: &Object, errors: &mut Errors) -> TokenStream {
    let written = Written::of(frame, object, errors);
    let bodies = |root: &Type, context: &Type| written.bodies(root, context);
    let bounds = bounds::bounds(frame, [object]);
    let impls = rules_impls(frame, &bodies, &bounds);
    let validate = validate_impl(frame, &bounds, &places(frame, object));
    let has_rules = has_rules(frame, &members(frame, object, errors));
    let rules = &written.rules;
    quote! {
        const _: () = {
            #rules
            #impls
            #validate
            #has_rules
        };
    }
}

/// Tells the violations where the fields stand that are no plain members of the body.
fn places(frame: &Frame, object: &Object) -> TokenStream {
    let krate = &frame.krate;
    let fields = object.fields.iter();
    let all: Vec<_> = fields
        .filter_map(|it| Some(it.place.as_ref()?.constant(krate, &it.wire)))
        .collect();
    if all.is_empty() {
        return TokenStream::new();
    }
    quote!(out.set_places(const { &[#(#all),*] });)
}

/// The rules of an object, written both ways.
struct Written<'a> {
    frame: &'a Frame,
    object: &'a Object,
    report: Vec<Step<'a>>,
    quick: Vec<Step<'a>>,
    rules: TokenStream,
}

impl<'a> Written<'a> {
    fn of(frame: &'a Frame, object: &'a Object, errors: &mut Errors) -> Self {
        crate::check::object(object, errors);
        let (report, rules) = steps(frame, object, errors, None);
        // What it could complain about is known by now.
        let mut known = Errors::default();
        let (quick, _) = steps(frame, object, &mut known, Some(0));
        Self {
            frame,
            object,
            report,
            quick,
            rules,
        }
    }

    /// The statements for a root and a context.
    fn bodies(&self, root: &Type, context: &Type) -> Bodies {
        let nest = Nest {
            frame: self.frame,
            object: self.object,
            root,
            context,
        };
        Bodies {
            quick: quick_look(&nest, &self.quick),
            report: report_from(&nest, &self.report),
        }
    }
}

/// The checks of a whole enum: how they report, their quick look, and their constant data.
fn checks(
    frame: &Frame,
    own: &Object,
    errors: &mut Errors,
) -> (TokenStream, TokenStream, TokenStream) {
    crate::ids::check(own, errors);
    let mut write = |quick| {
        let mut writer = Writer {
            frame,
            object: own,
            table: Table::new(&frame.krate, &own.owner, &own.table),
            errors: &mut *errors,
            quick,
        };
        let checks = own.checks.iter().map(|check| writer.whole_check(check));
        let checks = checks.collect();
        (checks, writer.table.into_static())
    };
    let (report, rules) = write(None);
    let (quick, _) = write(Some(0));
    (report, quick, rules)
}

/// The steps in order, and the constant data of their rules.
fn steps<'a>(
    frame: &'a Frame,
    object: &'a Object,
    errors: &mut Errors,
    quick: Option<usize>,
) -> (Vec<Step<'a>>, TokenStream) {
    let mut writer = Writer {
        frame,
        object,
        table: Table::new(&frame.krate, &object.owner, &object.table),
        errors,
        quick,
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
    for check in &object.checks {
        let rules = writer.whole_check(check);
        let nested = None;
        writer.end_step(&mut steps, Step { rules, nested });
    }
    (steps, writer.table.into_static())
}

impl<'a> Writer<'a, '_> {
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

/// What is needed to hand parts on.
struct Nest<'a> {
    frame: &'a Frame,
    object: &'a Object,
    root: &'a Type,
    context: &'a Type,
}

/// The first step with a broken rule.
fn quick_look(nest: &Nest<'_>, steps: &[Step<'_>]) -> TokenStream {
    let mut out = TokenStream::new();
    for (number, step) in steps.iter().enumerate() {
        out.extend(step.rules.clone());
        let Some(field) = step.nested else { continue };
        let look = nest.nested(field, &quote!(first_broken), &quote!());
        let stop = stop(&nest.frame.krate, number);
        out.extend(quote! {
            if #look.is_some() { #stop }
        });
    }
    out.extend(quote!(::core::option::Option::None));
    out
}

/// So many steps stand inside each other, at most: the compiler follows blocks by recursion.
const TOGETHER: usize = 64;

/// Everything that is broken, from a step on.
fn report_from(nest: &Nest<'_>, steps: &[Step<'_>]) -> TokenStream {
    if steps.len() <= TOGETHER {
        return report_some(nest, steps, 0);
    }
    let parts = steps.chunks(TOGETHER).enumerate().map(|(at, some)| {
        let first = at * TOGETHER;
        let (end, report) = (first + some.len(), report_some(nest, some, first));
        quote!(if from < #end { #report })
    });
    parts.collect()
}

/// The same of some steps, the first of which has this number.
fn report_some(nest: &Nest<'_>, steps: &[Step<'_>], first: usize) -> TokenStream {
    let label = |number: usize| Lifetime::new(&format!("'step_{number}"), Span::call_site());
    let last = first + steps.len().saturating_sub(1);
    // Whoever begins in front of these steps begins with the first of them.
    let (others, otherwise) = match first {
        0 => (0..last, last),
        _ => (first + 1..last + 1, first),
    };
    let jumps = others.map(|number| {
        let label = label(number);
        quote!(#number => break #label,)
    });
    // Every step goes on with the next one, so that only the jump to the first of them costs.
    let mut out = match (steps.len(), label(otherwise)) {
        (0 | 1, _) => TokenStream::new(),
        (_, otherwise) => quote!(match from { #(#jumps)* _ => break #otherwise }),
    };
    for (number, step) in steps.iter().enumerate() {
        if steps.len() > 1 {
            let label = label(first + number);
            out = quote!(#label: { #out });
        }
        out.extend(step.rules.clone());
        if let Some(field) = step.nested {
            let path = field.spot.path();
            let report = nest.nested(field, &quote!(judge), &quote!(, &#path, out));
            out.extend(quote!(#report;));
        }
    }
    out
}

impl Nest<'_> {
    /// Hands a part on to its own rules.
    fn nested(&self, field: &Field, method: &TokenStream, rest: &TokenStream) -> TokenStream {
        let span = field.shape.innermost().inner.span();
        let (krate, member) = (self.frame.krate_at(span), field.access.at(span));
        let (root, context) = (self.root, self.context);
        if self.object.is_payload {
            // It takes the place of the enum, for its rules as well.
            let scope = local("scope", span);
            return quote_spanned!(span=> #krate::Rules::#method(&#member, #scope #rest));
        }
        let (this, scope) = (local("self", span), local("scope", span));
        let scope = quote_spanned! {span=> #krate::Scope {
            root: #scope.root, parent: #this, context: #scope.context, key: #scope.key,
        }};
        // With all types written out, and at the type of the field, rustc says there that it has no
        // rules for this place; with inferred ones it would complain about a reference.
        quote_spanned! {span=>
            #krate::Rules::<#root, Self, #context>::#method(&#member, #scope #rest)
        }
    }
}

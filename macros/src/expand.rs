//! The impls of a struct.

mod anywhere;
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
use crate::spans::local;
use crate::table::Table;
use crate::unjudged::{has_rules, members};

pub(crate) use cases::cases;
pub(crate) use frame::{context, is_body};

use bounds::Bound;
use frame::validate_impl;

/// What the writers of single rules share.
struct Writer<'a, 'e> {
    frame: &'a Frame,
    object: &'a Object,
    table: Table<'a>,
    errors: &'e mut Errors,
}

/// What can be judged without the rest: the rules of a member, and those of what it holds.
struct Step<'a> {
    rules: TokenStream,
    nested: Option<&'a Field>,
}

pub(crate) fn object(frame: &Frame, object: &Object, errors: &mut Errors) -> TokenStream {
    let written = Written::of(frame, object, errors);
    let judge = |root: &Type, context: &Type| written.judge(root, context);
    let bounds = bounds::bounds(frame, [object]);
    let impls = rules_impls(frame, &judge, &bounds);
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

/// `impl Rules` for the places where the type can stand. `judge` writes the statements for a root and a
/// context.
fn rules_impls(
    frame: &Frame,
    judge: &dyn Fn(&Type, &Type) -> TokenStream,
    bounds: &[Bound<'_>],
) -> TokenStream {
    if anywhere::is_the_same(frame, bounds) {
        anywhere::rules_impl(frame, judge)
    } else {
        frame::rules_impls(frame, judge, bounds)
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

/// The rules of an object.
struct Written<'a> {
    frame: &'a Frame,
    object: &'a Object,
    steps: Vec<Step<'a>>,
    rules: TokenStream,
}

impl<'a> Written<'a> {
    fn of(frame: &'a Frame, object: &'a Object, errors: &mut Errors) -> Self {
        crate::check::object(object, errors);
        let mut writer = Writer {
            frame,
            object,
            table: Table::new(&frame.krate, &object.owner, &object.table),
            errors,
        };
        let steps = writer.steps();
        let rules = writer.table.into_static();
        Self {
            frame,
            object,
            steps,
            rules,
        }
    }

    /// The statements that judge it, for a root and a context.
    fn judge(&self, root: &Type, context: &Type) -> TokenStream {
        let nest = Nest {
            frame: self.frame,
            object: self.object,
            root,
            context,
        };
        let steps = self.steps.iter().map(|step| {
            let rules = &step.rules;
            let nested = step.nested.map(|field| nest.nested(field));
            quote!(#rules #nested)
        });
        steps.collect()
    }
}

/// The checks of a whole enum, and their constant data.
fn checks(frame: &Frame, own: &Object, errors: &mut Errors) -> (TokenStream, TokenStream) {
    crate::ids::check(own, errors);
    let mut writer = Writer {
        frame,
        object: own,
        table: Table::new(&frame.krate, &own.owner, &own.table),
        errors,
    };
    let checks = own.checks.iter().map(|check| writer.whole_check(check));
    (checks.collect(), writer.table.into_static())
}

impl<'a> Writer<'a, '_> {
    /// The rules of an object, in order.
    fn steps(&mut self) -> Vec<Step<'a>> {
        let object = self.object;
        let mut steps = Vec::new();
        for field in &object.fields {
            let rules = self.field(field);
            let nested = field.nested.map(|_| field);
            steps.push(Step { rules, nested });
        }
        let mut rules = TokenStream::new();
        for group in &object.groups {
            rules.extend(self.group(group));
        }
        for rule in &object.expects {
            rules.extend(self.expect(rule));
        }
        for check in &object.checks {
            rules.extend(self.whole_check(check));
        }
        let nested = None;
        steps.push(Step { rules, nested });
        steps
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

/// What is needed to hand parts on.
struct Nest<'a> {
    frame: &'a Frame,
    object: &'a Object,
    root: &'a Type,
    context: &'a Type,
}

impl Nest<'_> {
    /// Hands a part on to its own rules.
    fn nested(&self, field: &Field) -> TokenStream {
        let (path, out) = (field.spot.path(), quote!(out));
        let span = field.shape.innermost().inner.span();
        let (krate, member) = (self.frame.krate_at(span), field.access.at(span));
        let (root, context) = (self.root, self.context);
        if self.object.is_payload {
            // It takes the place of the enum, for its rules as well.
            let scope = local("scope", span);
            return quote_spanned!(span=> #krate::Rules::judge(&#member, #scope, &#path, #out););
        }
        let (this, scope) = (local("self", span), local("scope", span));
        let scope = quote_spanned! {span=> #krate::Scope {
            root: #scope.root, parent: #this, context: #scope.context, key: #scope.key,
        }};
        // With all types written out, and at the type of the field, rustc says there that it has no
        // rules for this place; with inferred ones it would complain about a reference.
        quote_spanned! {span=>
            #krate::Rules::<#root, Self, #context>::judge(&#member, #scope, &#path, #out);
        }
    }
}

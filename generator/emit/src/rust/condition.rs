//! A condition as it stands in an attribute: the grammar of the spec with Rust names.

use std::cell::RefCell;

use proc_macro2::Span;
use stipula_cond::{Words, ast, source};

use super::{file::File, rules::literal};
use crate::names::Names;
use stipula_contract::{Api, Base, Condition, Place, Type, TypeId, Value};

/// The condition in Rust names.
pub(super) fn written(file: &mut File<'_>, owner: &Type, condition: &Condition) -> String {
    let names = Steps {
        api: file.api,
        names: file.names,
        owner,
    };
    // A value is written as the place it is compared with wants it, and places come first.
    let subject = RefCell::new(None);
    let named = condition.cond.map(
        &mut |place| {
            subject.replace(Some(place.clone()));
            path(&names, place)
        },
        &mut |it| value(file, owner, it, subject.borrow().as_ref()),
    );
    source(&named, &Written)
}

/// Places and values that are texts already.
struct Written;

impl Words<ast::Path, String> for Written {
    fn place(&self, place: &ast::Path) -> String {
        place.to_string()
    }

    fn value(&self, value: &String) -> String {
        value.clone()
    }
}

/// Names of the steps of paths, seen from the object of a rule.
struct Steps<'a> {
    api: &'a Api,
    names: &'a Names,
    owner: &'a Type,
}

impl Steps<'_> {
    fn of(&self, place: &Place) -> Vec<String> {
        let object = self.owner.object();
        let start = match place.base {
            Base::This => Some(self.owner.id),
            // Names are the same in every object that it may be.
            Base::Parent => object.and_then(|it| it.parents.first().copied()),
            Base::Root => object.and_then(|it| it.roots.first().copied()),
            Base::Context => return self.context(place).into_iter().collect(),
            Base::Key => return Vec::new(),
        };
        let fields = start.map_or_else(Vec::new, |id| self.api.fields_on(id, place));
        let names = fields.iter().map(|it| self.names.field(it.id).to_owned());
        names.collect()
    }

    fn context(&self, place: &Place) -> Option<String> {
        let id = self.owner.object()?.context?;
        let fields = &self.api.operation(id).context.as_ref()?.fields;
        let step = place.steps.first()?;
        let at = fields.iter().position(|it| it.name == step.wire)?;
        Some(self.names.context_field(id, at).to_owned())
    }
}

/// The path in Rust names; every step that may be absent is marked, the last one apart.
fn path(names: &Steps<'_>, place: &Place) -> ast::Path {
    let base = match place.base {
        Base::This => ast::Base::This,
        Base::Parent => ast::Base::Parent,
        Base::Root => ast::Base::Root,
        Base::Context => ast::Base::Context,
        Base::Key => ast::Base::Key,
    };
    let last = place.steps.len().saturating_sub(1);
    let named = names.of(place);
    let steps = place.steps.iter().zip(named).enumerate();
    let segments = steps.map(|(index, (step, name))| ast::Segment {
        name: name.trim_start_matches("r#").to_owned(),
        optional: step.optional && index < last,
        span: Span::call_site(),
    });
    ast::Path {
        base,
        segments: segments.collect(),
        span: Span::call_site(),
    }
}

/// A value beside the member it is compared with.
fn value(file: &mut File<'_>, owner: &Type, value: &Value, subject: Option<&Place>) -> String {
    match value {
        Value::Symbol { of, wire } => match subject {
            // A key is a text at run time.
            Some(place) if place.base == Base::Key => literal(wire),
            _ => variant(file, owner, *of, wire, subject),
        },
        Value::Number { of, number } => {
            let wire = number.to_string();
            variant(file, owner, *of, &wire, subject)
        }
        Value::Text(text) => literal(text),
        Value::Integer(number) => number.to_string(),
        Value::Decimal(number) => number.clone(),
        Value::Bool(value) => value.to_string(),
    }
}

/// A value of an enum beside the member it is compared with.
fn variant(
    file: &mut File<'_>,
    owner: &Type,
    of: TypeId,
    wire: &str,
    subject: Option<&Place>,
) -> String {
    let variant = file.variant(of, wire).to_owned();
    let is_sibling = |it: &Place| it.base == Base::This && it.steps.len() == 1;
    // The derive sees the type of a sibling, so the variant is enough, if no sibling is called so.
    if subject.is_some_and(is_sibling) && !is_member(file, owner, &variant) {
        return variant;
    }
    format!("{}::{variant}", file.type_name(of))
}

/// Whether a name alone would be a sibling: one of a script without capitals may be.
fn is_member(file: &File<'_>, owner: &Type, name: &str) -> bool {
    let mut fields = owner.object().into_iter().flat_map(|it| &it.fields);
    fields.any(|field| file.names.field(field.id) == name)
}

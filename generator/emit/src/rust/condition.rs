//! A condition as it stands in an attribute: the grammar of the spec with Rust names.

use std::cell::RefCell;

use proc_macro2::Span;
use stipula_cond::{Words, ast, source};

use super::{file::File, rules::literal};
use stipula_contract::{Base, Condition, Place, Value};

/// The condition in Rust names.
pub(super) fn written(file: &mut File<'_>, condition: &Condition) -> String {
    // A value is written as the place it is compared with wants it, and places come first.
    let subject = RefCell::new(None);
    let named = condition.cond.map(
        &mut |place| {
            subject.replace(Some(place.clone()));
            path(place)
        },
        &mut |it| value(file, it, subject.borrow().as_ref()),
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

/// The path in Rust names; every step that may be absent is marked, the last one apart.
fn path(place: &Place) -> ast::Path {
    let base = match place.base {
        Base::This => ast::Base::This,
        Base::Parent => ast::Base::Parent,
        Base::Root => ast::Base::Root,
        Base::Context => ast::Base::Context,
        Base::Key => ast::Base::Key,
    };
    let last = place.steps.len().saturating_sub(1);
    let steps = place.steps.iter().enumerate();
    let segments = steps.map(|(index, step)| ast::Segment {
        name: step.rust.trim_start_matches("r#").to_owned(),
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
fn value(file: &mut File<'_>, value: &Value, subject: Option<&Place>) -> String {
    match value {
        Value::Symbol { of, wire, rust, .. } => match subject {
            // The derive sees the type of a sibling, so the variant is enough.
            Some(place) if place.base == Base::This && place.steps.len() == 1 => rust.clone(),
            // A key is a text at run time.
            Some(place) if place.base == Base::Key => literal(wire),
            _ => format!("{}::{rust}", file.type_name(*of)),
        },
        Value::Text(text) => literal(text),
        Value::Integer(number) => number.to_string(),
        Value::Decimal(number) => number.clone(),
        Value::Bool(value) => value.to_string(),
    }
}

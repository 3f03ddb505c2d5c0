//! Whether rules suit the fields they stand on.

use stipula_cond::Ty;

use crate::errors::Errors;
use crate::model::{Field, Object, Presence, Rule, RuleKind, Values};
use crate::shape::{Kind, Shape};

/// All mistakes that need no condition.
pub(crate) fn object(object: &Object, errors: &mut Errors) {
    for field in &object.fields {
        for rule in &field.presence {
            presence(field, rule, errors);
        }
        repeated_presence(field, errors);
        values(&field.shape, &field.values, object, errors);
        nested(field, errors);
    }
    crate::ids::check(object, errors);
    for group in &object.groups {
        for name in group.members.iter().chain(&group.at) {
            known(object, name, errors);
        }
        for (index, name) in group.members.iter().enumerate() {
            if group.members[..index].contains(name) {
                errors.at(name, format!("`{name}` is named twice"));
            }
            if object
                .field(name)
                .is_some_and(|field| !field.shape.optional)
            {
                errors.at(
                    name,
                    format!("`{name}` is always given: it is not an `Option`"),
                );
            }
        }
    }
    for rule in &object.expects {
        known(object, &rule.at, errors);
    }
}

fn known(object: &Object, name: &syn::Ident, errors: &mut Errors) {
    if object.field(name).is_none() {
        let names: Vec<_> = object.fields.iter().map(|f| f.ident.to_string()).collect();
        let names: Vec<_> = names.iter().map(String::as_str).collect();
        crate::errors::unknown(errors, "field", name, &names);
    }
}

fn presence(field: &Field, rule: &Presence, errors: &mut Errors) {
    if !field.shape.optional {
        let message = format!(
            "`{}` cannot stand here: the field is always given",
            rule.kind.code()
        );
        errors.help(
            rule.span,
            &message,
            "make the field an `Option`, or leave the rule out",
        );
    }
}

fn repeated_presence(field: &Field, errors: &mut Errors) {
    for (index, rule) in field.presence.iter().enumerate() {
        let same = |other: &Presence| {
            other.kind == rule.kind
                && other.when == rule.when
                && is_warning(&other.options) == is_warning(&rule.options)
        };
        if field.presence[..index].iter().any(same) {
            errors.span(rule.span, format!("`{}` is given twice", rule.kind.code()));
        }
    }
}

fn is_warning(options: &crate::model::Options) -> bool {
    options.warning.unwrap_or(false)
}

fn values(shape: &Shape, values: &Values, object: &Object, errors: &mut Errors) {
    for (index, rule) in values.rules.iter().enumerate() {
        suits(shape, rule, errors);
        if let RuleKind::CaseOf(sibling) = &rule.kind {
            known(object, sibling, errors);
        }
        let same = |other: &Rule| {
            other.kind.code() == rule.kind.code()
                && is_warning(&other.options) == is_warning(&rule.options)
        };
        if values.rules[..index].iter().any(same) {
            errors.span(rule.span, format!("`{}` is given twice", rule.kind.code()));
        }
    }
    if let Some((span, inner)) = &values.items {
        match &shape.kind {
            Kind::List(item) => self::values(item, inner, object, errors),
            Kind::Map { value, .. } => self::values(value, inner, object, errors),
            _ => errors.span(
                *span,
                format!("`items` needs a list or a map, and this is {}", shape.ty()),
            ),
        }
    }
    if let Some((span, inner)) = &values.keys {
        match &shape.kind {
            Kind::Map { key, .. } => self::values(key, inner, object, errors),
            _ => errors.span(
                *span,
                format!("`keys` needs a map, and this is {}", shape.ty()),
            ),
        }
    }
}

/// Whether a value rule makes sense for the type, as far as its tokens tell.
fn suits(shape: &Shape, rule: &Rule, errors: &mut Errors) {
    use RuleKind as R;
    let ty = shape.ty();
    let (needs, fits) = match &rule.kind {
        R::MaxChars(_)
        | R::MaxCharsByKey { .. }
        | R::MinChars(_)
        | R::MaxBytes(_)
        | R::Prefix(_)
        | R::Pattern(_)
        | R::DecimalPlaces(_)
        | R::Url => ("a text", matches!(ty, Ty::Text | Ty::Opaque)),
        R::Range { .. } => (
            "an integer",
            matches!(ty, Ty::Integer | Ty::Time | Ty::Opaque),
        ),
        R::MinItems(_) | R::MaxItems(_) => (
            "a list or a map",
            matches!(ty, Ty::List | Ty::Map | Ty::Opaque),
        ),
        R::Unique => ("a list", ty == Ty::List),
        R::Known => ("an open enum", ty == Ty::Opaque),
        R::CaseOf(_) => ("an enum of cases", ty == Ty::Opaque),
    };
    if fits {
        return;
    }
    let code = rule.kind.code();
    let message = format!("`{code}` needs {needs}, and this is {ty}");
    let help = match (&rule.kind, &ty) {
        (R::MaxChars(_), Ty::List | Ty::Map) => {
            "for the number of items write `max_items`; for each item `items(max_chars = ..)`"
        }
        (R::MinChars(_), Ty::List | Ty::Map) => "for the number of items write `min_items`",
        (R::MaxChars(_) | R::MinChars(_), Ty::Integer) => "for a number write `range(..)`",
        (R::Range { .. } | R::MaxItems(_) | R::MinItems(_), Ty::Text) => {
            "for the length of a text write `min_chars` and `max_chars`"
        }
        _ if matches!(ty, Ty::List | Ty::Map) => "for each item write `items(..)`",
        _ => return errors.span(rule.span, message),
    };
    errors.help(rule.span, &message, help);
}

fn nested(field: &Field, errors: &mut Errors) {
    let Some(span) = field.nested else { return };
    let inner = field.shape.innermost();
    if !matches!(inner.kind, Kind::Opaque) {
        errors.span(
            span,
            format!(
                "`nested` needs a struct with rules, and this is {}",
                inner.ty()
            ),
        );
    }
}

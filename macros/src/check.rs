//! Whether rules suit the fields they stand on.

use quote::ToTokens;
use stipula_cond::Ty;
use stipula_rules::{Severity, Subject};

use crate::errors::Errors;
use crate::model::{Argument, Field, Object, Presence, Rule, Values};
use crate::range::{Of, Range};
use crate::shape::{Items, Kind, Shape};

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
    for at in object.checks.iter().filter_map(|check| check.at.as_ref()) {
        known(object, at, errors);
    }
}

fn known(object: &Object, name: &syn::Ident, errors: &mut Errors) {
    if object.field(name).is_none() {
        let names: Vec<_> = object.named().map(|(name, _)| name.to_string()).collect();
        let names: Vec<_> = names.iter().map(String::as_str).collect();
        if names.is_empty() {
            errors.at(name, "the fields of a tuple have no names to call them by");
            return;
        }
        crate::errors::unknown(errors, "field", name, &names);
    }
}

fn presence(field: &Field, rule: &Presence, errors: &mut Errors) {
    if !field.shape.optional {
        let message = format!(
            "`{}` cannot stand here: the field is always given",
            rule.kind.code().name
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
                && severity(&other.options) == severity(&rule.options)
        };
        if field.presence[..index].iter().any(same) {
            errors.span(
                rule.span,
                format!("`{}` is given twice", rule.kind.code().name),
            );
        }
    }
}

fn severity(options: &crate::model::Options) -> Severity {
    options.severity.unwrap_or(Severity::Error)
}

fn values(shape: &Shape, values: &Values, object: &Object, errors: &mut Errors) {
    for (index, rule) in values.rules.iter().enumerate() {
        suits(shape, rule, errors);
        if let Argument::Sibling(sibling) = &rule.argument {
            known(object, sibling, errors);
        }
        let same = |other: &Rule| {
            other.name() == rule.name() && severity(&other.options) == severity(&rule.options)
        };
        if values.rules[..index].iter().any(same) {
            errors.span(rule.span, format!("`{}` is given twice", rule.name()));
        }
    }
    if let Some((span, inner)) = &values.items {
        match &shape.kind {
            Kind::List(_, item) => self::values(item, inner, object, errors),
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
    let (subject, ty) = (rule.def.subject(), shape.ty());
    if subject == Subject::List && matches!(shape.kind, Kind::List(Items::Set, _)) {
        let message = format!(
            "`{}` says nothing here: a set holds no item twice",
            rule.name()
        );
        let help = "serde drops what comes twice; to refuse it, make the field a `Vec`";
        errors.help(rule.span, &message, help);
        return;
    }
    if let Argument::Range(range) = &rule.argument {
        return ranges(shape, rule, range, errors);
    }
    if fits(subject, &ty) {
        return;
    }
    misplaced(rule, &ty, errors);
}

/// A rule on a field of another type.
fn misplaced(rule: &Rule, ty: &Ty, errors: &mut Errors) {
    let subject = rule.def.subject();
    let code = rule.name();
    let needs = match rule.argument {
        Argument::Range(_) => "a number, a duration or a moment",
        _ => subject.as_str(),
    };
    let message = format!("`{code}` needs {needs}, and this is {ty}");
    let many = (Subject::Length, "for each item write `items(..)`");
    let mut instead = rule.def.instead.iter().chain([&many]);
    let is_known = *ty != Ty::Opaque;
    if subject == Subject::Digits && *ty == Ty::Decimal {
        let message = format!("`{code}` needs {needs}, and this is a float");
        let help =
            "a float does not keep the digits it was written with; make it a `stipula::Decimal`";
        return errors.help(rule.span, &message, help);
    }
    match instead.find(|(other, _)| is_known && fits(*other, ty)) {
        Some((_, help)) => errors.help(rule.span, &message, help),
        None => errors.span(rule.span, message),
    }
}

/// Whether the ends of a range are of the sort that the field is, as far as its tokens tell.
fn ranges(shape: &Shape, rule: &Rule, range: &Range, errors: &mut Errors) {
    let ty = shape.ty();
    if range.holds_no_whole() && matches!(shape.kind, Kind::Integer | Kind::Time) {
        let help = "`..` leaves out the upper end, and `<..` the lower one";
        return errors.help(rule.span, "no whole number lies in this range", help);
    }
    let help = match (range.of, &shape.kind) {
        (Of::Numbers, Kind::Opaque) => {
            let name = shape.inner.to_token_stream().to_string();
            let name = name.rsplit(' ').next().unwrap_or_default();
            match name {
                "Duration" => "give the ends a unit: `range(1s..=1h)`",
                "SystemTime" => "write the ends as moments: `range(\"2024-01-01T00:00:00Z\"..)`",
                _ => return,
            }
        }
        (Of::Numbers, Kind::Integer | Kind::Decimal | Kind::Time)
        | (Of::Durations, Kind::Opaque)
        | (Of::Moments, Kind::Opaque | Kind::Time) => return,
        (Of::Numbers, _) => return misplaced(rule, &ty, errors),
        (Of::Durations | Of::Moments, Kind::Integer | Kind::Decimal | Kind::Time) => {
            "a number says nothing of its unit; write the ends as numbers"
        }
        (Of::Durations | Of::Moments, _) => "",
    };
    let sort = match range.of {
        Of::Numbers => "numbers",
        Of::Durations => "durations",
        Of::Moments => "moments",
    };
    let what = match &shape.kind {
        Kind::Opaque => format!("a `{}`", shape.inner.to_token_stream()),
        _ => ty.to_string(),
    };
    let message = format!("the ends of this range are {sort}, and this is {what}");
    if help.is_empty() {
        errors.span(rule.span, message);
    } else {
        errors.help(rule.span, &message, help);
    }
}

/// Whether a value of this type may be what a rule looks at.
fn fits(subject: Subject, ty: &Ty) -> bool {
    match subject {
        Subject::Text | Subject::Digits => matches!(ty, Ty::Text | Ty::Opaque),
        Subject::Constant => matches!(ty, Ty::Text | Ty::Integer | Ty::Opaque),
        Subject::Integer => matches!(ty, Ty::Integer | Ty::Time | Ty::Opaque),
        Subject::Length => matches!(ty, Ty::List | Ty::Map | Ty::Opaque),
        Subject::List | Subject::Constants => *ty == Ty::List,
        Subject::Keys => *ty == Ty::Map,
        Subject::Enum | Subject::Case => *ty == Ty::Opaque,
    }
}

fn nested(field: &Field, errors: &mut Errors) {
    let Some(span) = field.nested else { return };
    if let Some(skip) = field.skip {
        errors.span(skip, "`nested` judges what `skip` leaves out");
    }
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

//! Where the fields of an answer stand: in the body, in a header, or as the HTTP status.

use super::{Cx, index::is_token, places};
use crate::{
    diag::{Code, Diagnostic},
    raw::RawField,
    source::Span,
};
use stipula_contract::{Field, Location, Scalar, TypeId, TypeKind, TypeRef};

/// Says of every field of an answer where it stands.
pub(super) fn all(cx: &mut Cx<'_>, answer: TypeId) {
    let raws = cx.types.raws[answer.0].fields.clone();
    let TypeKind::Object(object) = &mut cx.types.list[answer.0].kind else {
        return;
    };
    for (field, raw) in object.fields.iter_mut().zip(&raws) {
        field.location = raw.place.location.map_or(Location::Body, |it| it.0);
        field.sent_as = raw.place.name.as_ref().map(|it| it.value.clone());
    }
    let fields = object.fields.clone();
    for (nth, (field, raw)) in fields.iter().zip(&raws).enumerate() {
        let at = raw.place.location.map_or(raw.wire.span, |it| it.1);
        match field.location {
            Location::Status => status(cx, field, raw, at),
            Location::Header => header(cx, field, raw, at),
            _ => {}
        }
        if let (Some(name), true) = (&raw.place.name, field.location != Location::Header) {
            let message = format!("`name` does nothing here: `{}` is in no header", field.wire);
            report(cx, name.span, message, "add `in: header`, or leave it out");
        }
        let is_same = |it: &Field| {
            it.location == field.location && it.sent_name().eq_ignore_ascii_case(field.sent_name())
        };
        let is_status = |it: &Field| it.location == Location::Status;
        let earlier = &fields[..nth];
        let twice = match field.location {
            Location::Header => earlier.iter().any(is_same),
            Location::Status => earlier.iter().any(is_status),
            _ => false,
        };
        if twice {
            let message = format!("another field is this {} already", field.location.word());
            report(cx, at, message, "leave one of the two");
        }
    }
}

fn report(cx: &mut Cx<'_>, at: Span, message: String, help: &str) {
    let diagnostic = Diagnostic::new(Code::BadPlace, at, message);
    cx.sink.report(diagnostic.help(help));
}

fn status(cx: &mut Cx<'_>, field: &Field, raw: &RawField, at: Span) {
    let is_whole = matches!(
        field.item.ty,
        TypeRef::Scalar(Scalar::Integer | Scalar::Unsigned) | TypeRef::IntegerEnum(_)
    );
    if !is_whole {
        let message = format!("`{}` is the HTTP status, a whole number", raw.wire.value);
        report(
            cx,
            at,
            message,
            "give it the type `integer`, or an enum `of: integer`",
        );
    }
    outside(cx, raw, "status");
}

fn header(cx: &mut Cx<'_>, field: &Field, raw: &RawField, at: Span) {
    let (wire, name) = (&raw.wire.value, field.sent_name());
    if !places::is_flat(&field.item.ty) {
        let message = format!("`{wire}` cannot stand in a header: it is an object");
        let help = "give it a type of text, number or boolean, or a list of those";
        report(cx, at, message, help);
    }
    if !is_token(name) {
        let at = raw.place.name.as_ref().unwrap_or(&raw.wire).span;
        let message = format!("`{name}` cannot name a header");
        report(cx, at, message, "give its name on the wire with `name:`");
    }
    outside(cx, raw, "header");
}

/// What says something of JSON alone.
fn outside(cx: &mut Cx<'_>, raw: &RawField, word: &str) {
    let name = &raw.wire.value;
    if raw.lenient {
        let message = format!("`lenient` does nothing here: `{name}` comes as text ({word})");
        report(cx, raw.wire.span, message, "leave it out");
    }
    if let Some(alias) = raw.aliases.first() {
        let message = format!("`{name}` comes outside JSON ({word}), where no alias is read");
        report(cx, alias.span, message, "leave it out");
    }
}

//! Words of findings and of prose.

use crate::{
    raw::{RawArgument, RawType},
    yaml::Text,
};
use stipula_contract::{Module, TypeRef};
use stipula_rules::Shape;

/// The limit of an enum, which its values imply, stays in the prose.
pub(super) fn limit_note(doc: &mut String, raw: &RawType, ty: &TypeRef) {
    if !matches!(ty, TypeRef::Enum(_)) {
        return;
    }
    for constraint in &raw.constraints {
        if let (Shape::Lengths, RawArgument::Count(most)) =
            (constraint.rule.argument, &constraint.argument)
        {
            if !doc.is_empty() {
                doc.push(' ');
            }
            doc.push_str("The page allows ");
            doc.push_str(&most.to_string());
            doc.push_str(" characters.");
        }
    }
}

/// What it means for people that an object is closed.
pub(super) fn closed_note(doc: &mut String, module: Module) {
    if !doc.is_empty() {
        doc.push_str("\n\n");
    }
    doc.push_str(match module {
        Module::Request | Module::Enums => "It takes no other members.",
        Module::Response => "No other members are documented; those that come are kept.",
    });
}

/// A text with a note behind it, by itself where there is no text.
pub(super) fn noted(text: &str, between: &str, note: &str) -> String {
    match text.trim() {
        "" => note.to_owned(),
        text => format!("{text}{between}{note}"),
    }
}

/// "a text", "an integer", …
pub(super) const fn type_word(ty: &TypeRef) -> &'static str {
    match ty {
        TypeRef::Scalar(it) => it.facts().noun,
        TypeRef::AsText(it) => it.wanted_as_text(),
        TypeRef::Enum(_) => "an enum",
        TypeRef::IntegerEnum(_) => "an enum of integers",
        TypeRef::Object(_) => "an object",
        TypeRef::Union(_) => "a union",
        TypeRef::Any(_) => "one of several shapes",
        TypeRef::List(_) => "a list",
        TypeRef::Map { .. } => "a map",
    }
}

/// "one of `0`, `1`, `5`".
pub(super) fn one_of<'a>(values: impl Iterator<Item = &'a str>) -> String {
    let values: Vec<String> = values.map(|it| format!("`{it}`")).collect();
    format!("one of {}", values.join(", "))
}

/// Prose of an optional key, without trailing white space.
pub(super) fn text(text: Option<&Text>) -> String {
    let Some(text) = text else {
        return String::new();
    };
    let lines: Vec<&str> = text.value.trim().lines().map(str::trim_end).collect();
    lines.join("\n")
}

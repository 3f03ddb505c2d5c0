//! Rules as English sentences: the same in docs, rustdoc, schema and errors.

use crate::raw::{RawConstraintKind, RawLength, RawType};
use stipula_contract::{ConstraintKind, Length, Presence, Severity, TypeRef};

/// A presence rule; `when` is the condition in English, `None` when it always holds.
pub(super) fn presence(kind: Presence, when: Option<&str>, severity: Severity) -> String {
    match (kind, severity, when) {
        (Presence::Required, Severity::Error, None) => "Required.".to_owned(),
        (Presence::Required, Severity::Error, Some(when)) => format!("Required when {when}."),
        (Presence::Required, Severity::Warning, None) => "Should be given.".to_owned(),
        (Presence::Required, Severity::Warning, Some(when)) => {
            format!("Should be given when {when}.")
        }
        (Presence::Allowed, Severity::Error, when) => format!(
            "May only be given when {}.",
            when.unwrap_or("nothing forbids it")
        ),
        (Presence::Allowed, Severity::Warning, when) => format!(
            "Should only be given when {}.",
            when.unwrap_or("nothing forbids it")
        ),
        (Presence::Effective, _, when) => {
            format!("Has an effect only when {}.", when.unwrap_or("it is given"))
        }
    }
}

/// A rule with a demand.
pub(super) fn expect(when: Option<&str>, expect: &str, severity: Severity) -> String {
    let verb = match severity {
        Severity::Error => "must hold",
        Severity::Warning => "should hold",
    };
    match when {
        Some(when) => format!("When {when}, it {verb} that {expect}."),
        None => format!("It {verb} that {expect}."),
    }
}

/// A group of members by its key.
pub(super) fn group(key: &str, names: &[String]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    let names = names.join(", ");
    match key {
        "at_least_one" => format!("Give at least one of {names}."),
        "exactly_one" => format!("Give exactly one of {names}."),
        "at_most_one" => format!("Give at most one of {names}."),
        _ => format!("Give all of {names} or none."),
    }
}

/// A value rule.
pub(super) fn constraint(kind: &ConstraintKind, severity: Severity) -> String {
    let text = match kind {
        ConstraintKind::MinChars(least) => format!("At least {}.", counted(*least, "character")),
        ConstraintKind::MaxChars(length) => length_sentence(length),
        ConstraintKind::MaxBytes(most) => format!("At most {}.", counted(*most, "byte")),
        ConstraintKind::Range {
            min: Some(min),
            max: Some(max),
        } => format!("From {min} to {max}."),
        ConstraintKind::Range {
            min: Some(min),
            max: None,
        } => format!("At least {min}."),
        ConstraintKind::Range {
            min: None,
            max: Some(max),
        } => format!("At most {max}."),
        ConstraintKind::Range {
            min: None,
            max: None,
        } => "Any number.".to_owned(),
        ConstraintKind::MinItems(least) => format!("At least {}.", counted(*least, "item")),
        ConstraintKind::MaxItems(most) => format!("At most {}.", counted(*most, "item")),
        ConstraintKind::Unique => "No item twice.".to_owned(),
        ConstraintKind::Prefix(prefix) => format!("Starts with `{prefix}`."),
        ConstraintKind::Pattern(pattern) => format!("Matches `{pattern}`."),
        ConstraintKind::DecimalPlaces(most) => format!(
            "A decimal number with at most {} after the point.",
            counted(u64::from(*most), "digit")
        ),
        ConstraintKind::Url => "An address with a scheme.".to_owned(),
        ConstraintKind::Known => "One of the documented values.".to_owned(),
        ConstraintKind::KnownKeys => "Keys are the documented ones.".to_owned(),
        ConstraintKind::CaseOf => "Its type is the one its sibling chooses.".to_owned(),
    };
    match severity {
        Severity::Error => text,
        Severity::Warning => format!("{} (a warning only).", text.trim_end_matches('.')),
    }
}

/// "1 item", "2 items".
fn counted(count: u64, unit: &str) -> String {
    let s = if count == 1 { "" } else { "s" };
    format!("{count} {unit}{s}")
}

fn length_sentence(length: &Length) -> String {
    match length {
        Length::Fixed(most) => format!("At most {}.", counted(*most, "character")),
        Length::PerKey { keys, default } if keys.iter().all(|it| it.1 == *default) => {
            format!("At most {}.", counted(*default, "character"))
        }
        Length::PerKey { keys, default } => {
            let keys: Vec<String> = keys
                .iter()
                .map(|(key, most)| format!("{} for `{key}`", counted(*most, "character")))
                .collect();
            format!("At most {}, {default} for any other key.", keys.join(", "))
        }
    }
}

/// The limit of an enum, which its values imply, stays in the prose.
pub(super) fn limit_note(doc: &mut String, raw: &RawType, ty: &TypeRef) {
    if !matches!(ty, TypeRef::Enum(_)) {
        return;
    }
    for constraint in &raw.constraints {
        if let RawConstraintKind::MaxChars(RawLength::Fixed(most)) = &constraint.kind {
            if !doc.is_empty() {
                doc.push(' ');
            }
            doc.push_str("The page allows ");
            doc.push_str(&most.to_string());
            doc.push_str(" characters.");
        }
    }
}

/// "a text", "an integer", …
pub(super) const fn type_word(ty: &TypeRef) -> &'static str {
    match ty {
        TypeRef::Text => "a text",
        TypeRef::Integer => "an integer",
        TypeRef::Decimal => "a decimal",
        TypeRef::Boolean => "a boolean",
        TypeRef::Millis => "a time",
        TypeRef::Url => "an address",
        TypeRef::Json => "any JSON",
        TypeRef::Enum(_) => "an enum",
        TypeRef::Object(_) => "an object",
        TypeRef::Union(_) => "a union",
        TypeRef::List(_) => "a list",
        TypeRef::Map { .. } => "a map",
    }
}

/// Prose without trailing white space.
pub(super) fn tidy(text: &str) -> String {
    let lines: Vec<&str> = text.trim().lines().map(str::trim_end).collect();
    lines.join("\n")
}

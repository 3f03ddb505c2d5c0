//! Values as findings show them: quoted, short, and harmless in a terminal.

use serde_json::{Number, Value as Any};
use stipula_cond::quoted;
use stipula_rules::Unit;

use super::words::{self, filled};

/// Most characters of a text that are shown.
pub const MOST_SHOWN: usize = 60;

/// Most documented values that are listed.
pub const MOST_LISTED: usize = 12;

/// A value of a body, and whether it may be shown.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seen<'a> {
    pub(super) value: &'a Any,
    pub(super) is_hidden: bool,
}

impl Seen<'_> {
    /// As the subject of a sentence: "`MOVI`", "a list of 3 items".
    pub(super) fn told(self) -> String {
        match self.value {
            Any::String(text) if !self.is_hidden => text_shown(text),
            Any::Number(number) if !self.is_hidden => format!("`{}`", digits(number)),
            Any::Bool(it) if !self.is_hidden => format!("`{it}`"),
            _ => self.kind(),
        }
    }

    /// With its kind: "the text `12`".
    pub(super) fn kind(self) -> String {
        let shown = |with: &str, without: &str| {
            if self.is_hidden {
                without.to_owned()
            } else {
                filled(with, &[&self.told()])
            }
        };
        match self.value {
            Any::Null => "`null`".to_owned(),
            Any::Bool(_) => shown(words::BOOLEAN, words::HIDDEN_BOOLEAN),
            Any::Number(_) => shown(words::NUMBER, words::HIDDEN_NUMBER),
            Any::String(_) => {
                let size = self.size(Unit::Characters);
                shown(words::TEXT, &filled(words::HIDDEN_TEXT, &[&size]))
            }
            Any::Array(_) => filled(words::LIST, &[&self.size(Unit::Items)]),
            Any::Object(_) => words::OBJECT.to_owned(),
        }
    }

    /// "34 characters"
    pub(super) fn size(self, unit: Unit) -> String {
        counted(self.count(unit), unit)
    }

    /// How much of this there is in it.
    pub(super) fn count(self, unit: Unit) -> usize {
        match (self.value, unit) {
            (Any::String(text), Unit::Bytes) => text.len(),
            (Any::String(text), _) => text.chars().count(),
            (Any::Array(items), _) => items.len(),
            (Any::Object(members), _) => members.len(),
            (Any::Null | Any::Bool(_) | Any::Number(_), _) => 0,
        }
    }

    /// As data: a text no longer than it is shown; nothing of what is inside.
    pub(super) fn data(self) -> Option<Any> {
        match self.value {
            _ if self.is_hidden => None,
            Any::String(text) => Some(short(text).into()),
            Any::Null | Any::Bool(_) | Any::Number(_) => Some(self.value.clone()),
            Any::Array(_) | Any::Object(_) => None,
        }
    }
}

/// A text in backticks, shortened.
pub(super) fn text_shown(text: &str) -> String {
    quoted(&short(text))
}

/// "`PASS`, `MOVIE`, …"
pub(super) fn listed<'a>(mut values: impl Iterator<Item = &'a str>) -> String {
    let first: Vec<String> = values.by_ref().take(MOST_LISTED).map(text_shown).collect();
    let rest = if values.next().is_some() { ", …" } else { "" };
    format!("{}{rest}", first.join(", "))
}

/// "; did you mean `MOVIE`?", or nothing.
pub(super) fn near_told(near: Option<&str>) -> String {
    near.map_or_else(String::new, |it| filled(words::NEAR, &[&text_shown(it)]))
}

/// "1 item", "2 items"
fn counted(count: usize, unit: Unit) -> String {
    let s = if count == 1 { "" } else { "s" };
    format!("{count} {}{s}", unit.as_str())
}

fn short(text: &str) -> String {
    match text.char_indices().nth(MOST_SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// A number as a text, as the runtime makes it: how serde_json writes one depends on its version.
pub(super) fn digits(number: &Number) -> String {
    match number.as_f64().filter(|_| number.is_f64()) {
        // `Debug` keeps the `.0` that JSON had.
        Some(double) => format!("{double:?}"),
        None => number.to_string(),
    }
}

//! Where a field of a request travels, as written.

use super::{Keys, keys};
use crate::{diag::Sink, source::Span, yaml::Text};
use stipula_contract::{BodyForm, HttpMethod, Lists, Location, Nested};

/// Where a field travels and how it is written there; each is left out where nothing is said.
#[derive(Debug, Clone, Default)]
pub struct RawPlace {
    /// `in`.
    pub location: Option<(Location, Span)>,
    /// Its name there.
    pub name: Option<Text>,
    /// How lists are written.
    pub lists: Option<(Lists, Span)>,
    /// How objects are written.
    pub nested: Option<(Nested, Span)>,
}

impl RawPlace {
    /// Where it travels, in a word; the whole body is a body.
    pub fn told(&self, method: HttpMethod) -> &'static str {
        let said = self.location.map(|it| it.0);
        match said.unwrap_or(method.usual_place()) {
            Location::Path => "path",
            Location::Query => "query",
            Location::Header => "header",
            Location::Body | Location::Payload | Location::Status => "body",
        }
    }
}

const LOCATIONS: [(&str, Location); 5] = [
    ("path", Location::Path),
    ("query", Location::Query),
    ("header", Location::Header),
    ("body", Location::Body),
    ("payload", Location::Payload),
];

const LISTS: [(&str, Lists); 4] = [
    ("repeat", Lists::Repeat),
    ("brackets", Lists::Brackets),
    ("comma", Lists::Comma),
    ("json", Lists::Json),
];

const NESTED: [(&str, Nested); 2] = [("brackets", Nested::Brackets), ("json", Nested::Json)];

const BODIES: [(&str, BodyForm); 3] = [
    ("json", BodyForm::Json),
    ("form", BodyForm::Form),
    ("multipart", BodyForm::Multipart),
];

pub(super) fn read(keys: &Keys<'_>, sink: &mut Sink) -> RawPlace {
    RawPlace {
        location: word(keys, "in", &LOCATIONS, sink),
        name: keys.text("name", sink),
        lists: word(keys, "lists", &LISTS, sink),
        nested: word(keys, "nested", &NESTED, sink),
    }
}

/// Where a field of an answer stands.
pub(super) fn of_answer(keys: &Keys<'_>, sink: &mut Sink) -> RawPlace {
    let words = [
        ("body", Location::Body),
        ("header", Location::Header),
        ("status", Location::Status),
    ];
    RawPlace {
        location: word(keys, "in", &words, sink),
        name: keys.text("name", sink),
        ..RawPlace::default()
    }
}

/// `defaults` of `api.yaml`.
#[derive(Debug, Clone, Default)]
pub struct RawDefaults {
    /// How bodies are written.
    pub body: Option<(BodyForm, Span)>,
    /// How lists are written.
    pub lists: Option<(Lists, Span)>,
    /// How objects are written.
    pub nested: Option<(Nested, Span)>,
}

pub(super) fn defaults(keys: &Keys<'_>, sink: &mut Sink) -> RawDefaults {
    RawDefaults {
        body: body(keys, sink),
        lists: word(keys, "lists", &LISTS, sink),
        nested: word(keys, "nested", &NESTED, sink),
    }
}

/// `body` of an operation.
pub(super) fn body(keys: &Keys<'_>, sink: &mut Sink) -> Option<(BodyForm, Span)> {
    word(keys, "body", &BODIES, sink)
}

fn word<T: Copy>(
    keys: &Keys<'_>,
    name: &str,
    words: &[(&str, T)],
    sink: &mut Sink,
) -> Option<(T, Span)> {
    let text = keys.text(name, sink)?;
    let found = keys::word(&text, &format!("`{name}`"), words, sink)?;
    Some((found, text.span))
}

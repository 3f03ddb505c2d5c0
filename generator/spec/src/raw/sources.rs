//! Pages that the spec rests on, and where it departs from them.

use serde_json::Value;

use super::{
    Keys, keys,
    language::{self, SHAPES},
};
use crate::{
    diag::{Code, Diagnostic, Sink, list},
    source::Span,
    yaml::{Node, Text},
};
use stipula_facts::Kind;

/// A source as written.
#[derive(Debug)]
pub struct RawSource {
    /// Id.
    pub id: Text,
    /// Title.
    pub title: Option<Text>,
    /// Capture.
    pub file: Option<Text>,
    /// Digest.
    pub sha256: Option<Text>,
    /// Address.
    pub url: Option<Text>,
    /// Claims.
    pub covers: Option<Text>,
    /// Day of the capture, or `unknown`.
    pub captured: Option<Text>,
    /// Shape of the capture.
    pub shape: Option<Text>,
    /// Which page is believed when pages disagree: the higher one.
    pub authority: u32,
    /// The operation it describes.
    pub about: Option<Text>,
    /// Parts of the page, and the part of the spec that each describes.
    pub parts: Vec<(Text, Text)>,
}

/// A quirk as written.
#[derive(Debug)]
pub struct RawQuirk {
    /// Id.
    pub id: Text,
    /// What it concerns.
    pub at: Option<Text>,
    /// Texts.
    pub page: Option<Text>,
    /// Texts.
    pub spec: Option<Text>,
    /// Texts.
    pub why: Option<Text>,
    /// Source.
    pub source: Option<Text>,
    /// Differences that it explains.
    pub waives: Vec<RawWaiver>,
}

/// One difference that a quirk explains, bound to the value that was seen.
#[derive(Debug)]
pub struct RawWaiver {
    /// The mapping.
    pub span: Span,
    /// Page; that of the quirk unless written.
    pub source: Option<Text>,
    /// Where it stands.
    pub at: RawWaived,
    /// What it is about.
    pub kind: Kind,
    /// The value that was seen.
    pub value: Value,
}

/// Which side of a difference a waiver names.
#[derive(Debug)]
pub enum RawWaived {
    /// `at`: a place of the page, which says something else, or more.
    Page(Text),
    /// `spec`: a place of the spec, of which no page speaks.
    Spec(Text),
}

/// Reads a source.
pub(super) fn source(id: &Text, node: &Node, sink: &mut Sink) -> Option<RawSource> {
    let keys = Keys::open(node, &language::SOURCE, sink)?;
    let shape = keys.text("shape", sink);
    if let Some(shape) = &shape {
        keys::word(shape, "`shape`", &SHAPES.map(|it| (it, ())), sink);
        for needed in ["captured", "sha256"] {
            if !keys.has(needed) {
                keys.missing(needed, "a source with a capture", sink);
            }
        }
    }
    let parts = keys.map("parts", sink).iter();
    Some(RawSource {
        id: id.clone(),
        title: keys.required("title", "a source", sink),
        file: keys.text("file", sink),
        sha256: sha256(&keys, sink),
        url: keys.text("url", sink),
        covers: keys.text("covers", sink),
        captured: day(&keys, sink),
        shape,
        authority: keys
            .get("authority")
            .and_then(|node| keys::integer(node, "`authority`", sink))
            .unwrap_or(0),
        about: keys.text("about", sink),
        parts: parts
            .filter_map(|(part, node)| {
                Some((part.clone(), keys::text(node, "a part of the spec", sink)?))
            })
            .collect(),
    })
}

fn sha256(keys: &Keys<'_>, sink: &mut Sink) -> Option<Text> {
    let digest = keys.text("sha256", sink)?;
    let hex = digest.value.bytes().all(|byte| byte.is_ascii_hexdigit());
    if digest.value.len() != 64 || !hex {
        sink.report(
            Diagnostic::new(
                Code::BadScalar,
                digest.span,
                "a SHA-256 digest has 64 hexadecimal digits",
            )
            .help("`sha256sum FILE` prints it"),
        );
    }
    Some(digest)
}

/// `YYYY-MM-DD`, or `unknown` when nobody wrote it down.
fn day(keys: &Keys<'_>, sink: &mut Sink) -> Option<Text> {
    let text = keys.text("captured", sink)?;
    let bytes = text.value.as_bytes();
    let is_day = bytes.len() == 10
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    let number = |at: std::ops::Range<usize>| text.value.get(at)?.parse::<u8>().ok();
    let in_year = |it: u8| (1..=12).contains(&it);
    let in_month = |it: u8| (1..=31).contains(&it);
    let is_day = is_day && number(5..7).is_some_and(in_year) && number(8..10).is_some_and(in_month);
    if !is_day && text.value != "unknown" {
        let message = format!("`{}` is not a day", text.value);
        sink.report(
            Diagnostic::new(Code::BadScalar, text.span, message)
                .help("write it as `2026-01-31`, or `unknown`"),
        );
    }
    Some(text)
}

/// Reads a quirk.
pub(super) fn quirk(id: &Text, node: &Node, sink: &mut Sink) -> Option<RawQuirk> {
    let keys = Keys::open(node, &language::QUIRK, sink)?;
    let required = |name: &str, sink: &mut Sink| keys.required(name, "a quirk", sink);
    let why = required("why", sink);
    if let Some(empty) = why.as_ref().filter(|it| it.value.trim().is_empty()) {
        sink.report(
            Diagnostic::new(Code::BadScalar, empty.span, "a quirk without a reason")
                .help("say why the spec departs from the page"),
        );
    }
    let waives = match keys.get("waives") {
        None => Vec::new(),
        Some(Node::List(items, _)) => items.iter().filter_map(|it| waiver(it, sink)).collect(),
        Some(node) => {
            keys::wrong_kind(sink, node, "a list", "`waives`");
            Vec::new()
        }
    };
    Some(RawQuirk {
        id: id.clone(),
        at: required("at", sink),
        page: required("page", sink),
        spec: required("spec", sink),
        why,
        source: keys.text("source", sink),
        waives,
    })
}

fn waiver(node: &Node, sink: &mut Sink) -> Option<RawWaiver> {
    let kinds: Vec<String> = Kind::ALL.iter().map(|kind| kind.name()).collect();
    let more: Vec<&str> = kinds.iter().map(String::as_str).collect();
    let keys = Keys::open_with(node, &language::WAIVER, &more, sink)?;
    let at = match (keys.text("at", sink), keys.text("spec", sink)) {
        (Some(page), None) => RawWaived::Page(page),
        (None, Some(spec)) => RawWaived::Spec(spec),
        (both, _) => {
            let code = if both.is_some() {
                Code::Exclusive
            } else {
                Code::MissingKey
            };
            sink.report(
                Diagnostic::new(code, keys.span, "a waiver names one place").help(
                    "write `at`, a place of the page, or `spec`, a place of the spec of which no page speaks",
                ),
            );
            return None;
        }
    };
    let mut seen = Kind::ALL.iter().filter_map(|kind| {
        let name = kind.name();
        keys.get(&name).map(|node| (*kind, json(node)))
    });
    let (Some((kind, value)), None) = (seen.next(), seen.next()) else {
        sink.report(
            Diagnostic::new(
                Code::MissingKey,
                keys.span,
                "a waiver is bound to one value",
            )
            .help(format!(
                "add the value that was seen below its kind, such as `max_chars: 32`; kinds are {}",
                list(&kinds.iter().map(String::as_str).collect::<Vec<_>>())
            )),
        );
        return None;
    };
    Some(RawWaiver {
        span: keys.span,
        source: keys.text("source", sink),
        at,
        kind,
        value,
    })
}

/// A value as a fact holds it: plain whole numbers are numbers, everything else is text.
fn json(node: &Node) -> Value {
    match node {
        Node::Scalar(text) if text.plain && text.value == "null" => Value::Null,
        Node::Scalar(text) => match text.value.parse::<i64>() {
            Ok(number) if text.plain => number.into(),
            _ => text.value.clone().into(),
        },
        Node::List(items, _) => items.iter().map(json).collect(),
        Node::Map(entries, _) => entries
            .iter()
            .map(|(key, node)| (key.value.clone(), json(node)))
            .collect(),
    }
}

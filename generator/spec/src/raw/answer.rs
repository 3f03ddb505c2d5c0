//! `response` of an operation: fields, a type, a body that is no JSON, or what the status chooses.

mod by_status;

use super::{RawType, RawTypeKind, field};
use crate::{
    diag::Sink,
    yaml::{Node, Text},
};

/// What is written of an answer, where that is not fields.
#[derive(Debug)]
pub enum RawAnswer {
    /// A type.
    Type(RawType),
    /// `text`.
    Text,
    /// `bytes`.
    Bytes,
    /// `nothing`.
    Nothing,
    /// `{ status: { 200: T, 204: nothing } }`
    ByStatus(Vec<RawStatusAnswer>),
}

/// What an answer with one HTTP status holds, as written.
#[derive(Debug)]
pub struct RawStatusAnswer {
    /// The status.
    pub status: u16,
    /// What it holds.
    pub answer: RawAnswer,
}

impl RawAnswer {
    /// The name of the type that it is, or that it is a list or a map of.
    pub fn named(&self) -> Option<&Text> {
        let mut kind = &self.types().next()?.kind;
        loop {
            match kind {
                RawTypeKind::Name(name) => return Some(name),
                RawTypeKind::List(of) | RawTypeKind::Map(_, of) => kind = &of.kind,
                _ => return None,
            }
        }
    }

    /// The types that it is: several where the status chooses.
    pub fn types(&self) -> Box<dyn Iterator<Item = &RawType> + '_> {
        match self {
            Self::Type(ty) => Box::new(std::iter::once(ty)),
            Self::ByStatus(all) => Box::new(all.iter().flat_map(|it| it.answer.types())),
            Self::Text | Self::Bytes | Self::Nothing => Box::new(std::iter::empty()),
        }
    }
}

/// What `response` says, unless it is fields.
///
/// A field is always a mapping with a `type`. So `{ list: Update }` and `{ type: { list: Update } }` are
/// types, and `{ list: { type: string } }` is a field of this name.
pub(super) fn read(node: &Node, sink: &mut Sink) -> Option<RawAnswer> {
    if let Node::Scalar(word) = node {
        return Some(match word.value.as_str() {
            "text" => RawAnswer::Text,
            "bytes" => RawAnswer::Bytes,
            "nothing" => RawAnswer::Nothing,
            _ => typed(node, sink),
        });
    }
    if let Some(statuses) = by_status::written(node) {
        return Some(by_status::read(statuses, sink));
    }
    written_type(node).map(|node| typed(node, sink))
}

/// A type; one that cannot be read was reported.
fn typed(node: &Node, sink: &mut Sink) -> RawAnswer {
    let unreadable = || RawType {
        kind: RawTypeKind::Unreadable,
        span: node.span(),
        as_text: None,
        constraints: Vec::new(),
    };
    RawAnswer::Type(field::item(node, sink).unwrap_or_else(unreadable))
}

/// The type that a mapping is, if it is one.
fn written_type(node: &Node) -> Option<&Node> {
    let Node::Map(entries, _) = node else {
        return None;
    };
    let (Text { value: first, .. }, inner) = entries.first()?;
    match first.as_str() {
        "type" if entries.len() == 1 && !is_field(inner) => Some(inner),
        "list" | "map" | "any" | "tag" if !is_field(inner) => Some(node),
        _ => None,
    }
}

/// Whether a value can be that of a field.
fn is_field(node: &Node) -> bool {
    match node {
        Node::Map(entries, _) => entries.iter().any(|(key, _)| key.value == "type"),
        Node::Scalar(_) | Node::List(..) => false,
    }
}

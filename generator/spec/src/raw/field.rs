//! Fields: types, presence rules, value rules.

use super::{
    Keys, RawConstraint, RawEvidence, RawPlace, evidence, keys, language, place, value_rule,
};
use crate::{
    diag::{Code, Diagnostic, Sink},
    source::Span,
    yaml::{Node, Text},
};

/// A field as written.
#[derive(Debug, Clone)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each says one thing of its own"
)]
pub struct RawField {
    /// Name on the wire.
    pub wire: Text,
    /// Where it travels; of fields of a request.
    pub place: RawPlace,
    /// Type with value rules.
    pub ty: RawType,
    /// Presence rules.
    pub presence: Vec<RawPresenceRule>,
    /// Aliases.
    pub aliases: Vec<Text>,
    /// Prose.
    pub doc: Option<Text>,
    /// Prose.
    pub deprecated: Option<Text>,
    /// Server default.
    pub default: Option<Text>,
    /// Sample.
    pub sample: Option<Text>,
    /// Rust name.
    pub rust: Option<Text>,
    /// Number and text alike.
    pub lenient: bool,
    /// Never shown.
    pub sensitive: bool,
    /// Where `encrypted` is written, if it is true.
    pub encrypted: Option<Span>,
    /// `presence: guaranteed`.
    pub guaranteed: bool,
    /// `null: clears`.
    pub clears: bool,
    /// Evidence.
    pub evidence: RawEvidence,
}

impl RawField {
    /// Its name where it travels.
    pub fn sent_name(&self) -> &str {
        let name = self.place.name.as_ref().unwrap_or(&self.wire);
        &name.value
    }
}

/// A type with value rules, as written.
#[derive(Debug, Clone)]
pub struct RawType {
    /// The type.
    pub kind: RawTypeKind,
    /// The value of `type`.
    pub span: Span,
    /// `as: text`.
    pub as_text: Option<Span>,
    /// Value rules.
    pub constraints: Vec<RawConstraint>,
}

/// A type as written.
#[derive(Debug, Clone)]
pub enum RawTypeKind {
    /// A built-in or named type.
    Name(Text),
    /// `{ list: T }`
    List(Box<RawType>),
    /// `{ map: K, of: T }`
    Map(Box<RawType>, Box<RawType>),
    /// `{ by: FIELD, cases: … }`
    Union(Text, Vec<(Text, Text)>),
    /// `{ tag: MEMBER, cases: … }`
    Tagged(Text, Vec<(Text, Text)>),
    /// `{ any: [T, U] }`
    Any(Vec<RawType>),
    /// `{ sealed: T }`
    Sealed(Box<RawType>),
    /// Something else, which is reported. The field stays, so that nobody misses it.
    Unreadable,
}

/// Kind of a presence rule, as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RawPresence {
    /// `required`
    Required,
    /// `allowed`
    Allowed,
    /// `effective`
    Effective,
}

/// A presence rule as written.
#[derive(Debug, Clone)]
pub struct RawPresenceRule {
    /// Kind.
    pub kind: RawPresence,
    /// Condition.
    pub when: Text,
    /// Severity, if written.
    pub warning: Option<bool>,
    /// Id.
    pub id: Option<Text>,
    /// Prose.
    pub doc: Option<Text>,
    /// Evidence.
    pub evidence: RawEvidence,
}

/// Reads a field of a type.
pub(super) fn read(wire: &Text, node: &Node, sink: &mut Sink) -> Option<RawField> {
    let keys = Keys::open(node, &language::FIELD, sink)?;
    Some(with(wire, &keys, RawPlace::default(), sink))
}

/// Reads a field of a request, which also says where it travels.
pub(super) fn of_request(wire: &Text, node: &Node, sink: &mut Sink) -> Option<RawField> {
    let keys = Keys::open(node, &language::REQUEST_FIELD, sink)?;
    let place = place::read(&keys, sink);
    Some(with(wire, &keys, place, sink))
}

/// Reads a field of an answer, which also says where it stands.
pub(super) fn of_answer(wire: &Text, node: &Node, sink: &mut Sink) -> Option<RawField> {
    let keys = Keys::open(node, &language::ANSWER_FIELD, sink)?;
    let place = place::of_answer(&keys, sink);
    Some(with(wire, &keys, place, sink))
}

fn with(wire: &Text, keys: &Keys<'_>, place: RawPlace, sink: &mut Sink) -> RawField {
    let mut presence = Vec::new();
    for (name, kind) in [
        ("required", RawPresence::Required),
        ("allowed", RawPresence::Allowed),
        ("effective", RawPresence::Effective),
    ] {
        if let Some(node) = keys.get(name) {
            presence_rules(kind, name, node, sink, &mut presence);
        }
    }
    let guaranteed = keys
        .text("presence", sink)
        .and_then(|text| keys::word(&text, "`presence`", &[("guaranteed", ())], sink));
    let null = keys
        .text("null", sink)
        .and_then(|text| keys::word(&text, "`null`", &[("clears", ())], sink));
    let ty = typed(keys, "a field", sink).unwrap_or_else(|| RawType {
        kind: RawTypeKind::Unreadable,
        span: wire.span,
        as_text: None,
        constraints: Vec::new(),
    });
    RawField {
        wire: wire.clone(),
        place,
        ty,
        presence,
        aliases: keys.texts("alias", sink),
        doc: keys.text("doc", sink),
        deprecated: keys.text("deprecated", sink),
        default: keys.text("default", sink),
        sample: keys.get("sample").and_then(|node| match node {
            Node::Scalar(text) => Some(text.clone()),
            Node::List(..) | Node::Map(..) => keys::text(node, "`sample`", sink),
        }),
        rust: keys.text("rust", sink),
        lenient: keys.flag("lenient", sink),
        sensitive: keys.flag("sensitive", sink),
        encrypted: keys
            .entry("encrypted")
            .filter(|_| keys.flag("encrypted", sink))
            .map(|(key, _)| key.span),
        guaranteed: guaranteed.is_some(),
        clears: null.is_some(),
        evidence: evidence::read(keys, sink),
    }
}

fn presence_rules(
    kind: RawPresence,
    name: &str,
    node: &Node,
    sink: &mut Sink,
    out: &mut Vec<RawPresenceRule>,
) {
    match node {
        Node::List(items, _) => {
            for item in items {
                out.extend(long_presence(kind, item, sink));
            }
        }
        Node::Map(..) => out.extend(long_presence(kind, node, sink)),
        Node::Scalar(_) => {
            let when = keys::text(node, &format!("`{name}`"), sink);
            out.extend(when.map(|when| RawPresenceRule {
                kind,
                when,
                warning: None,
                id: None,
                doc: None,
                evidence: RawEvidence::default(),
            }));
        }
    }
}

fn long_presence(kind: RawPresence, node: &Node, sink: &mut Sink) -> Option<RawPresenceRule> {
    let keys = Keys::open(node, &language::PRESENCE_RULE, sink)?;
    Some(RawPresenceRule {
        kind,
        when: keys.required("when", "a presence rule", sink)?,
        warning: keys::severity(&keys, sink),
        id: keys.text("id", sink),
        doc: keys.text("doc", sink),
        evidence: evidence::read(&keys, sink),
    })
}

fn typed(keys: &Keys<'_>, what: &str, sink: &mut Sink) -> Option<RawType> {
    let constraints = value_rule::all(keys, sink);
    let Some(node) = keys.get("type") else {
        keys.missing("type", what, sink);
        return None;
    };
    let kind = type_kind(node, sink)?;
    let as_text = keys.text("as", sink);
    let is_text = |it: &Text| keys::word(it, "`as`", &[("text", ())], sink).is_some();
    Some(RawType {
        kind,
        span: node.span(),
        as_text: as_text.filter(is_text).map(|it| it.span),
        constraints,
    })
}

/// A type, or a whole mapping with a type and value rules.
pub(super) fn item(node: &Node, sink: &mut Sink) -> Option<RawType> {
    if let Node::Map(entries, _) = node
        && entries.iter().any(|(key, _)| key.value == "type")
    {
        let keys = Keys::open(node, &language::ITEM, sink)?;
        return typed(&keys, "an item", sink).filter(|it| is_open(it, sink));
    }
    let kind = type_kind(node, sink)?;
    let ty = RawType {
        kind,
        span: node.span(),
        as_text: None,
        constraints: Vec::new(),
    };
    Some(ty).filter(|it| is_open(it, sink))
}

/// Only a member can be sealed, for that is where it is opened.
fn is_open(ty: &RawType, sink: &mut Sink) -> bool {
    let is_sealed = matches!(ty.kind, RawTypeKind::Sealed(_));
    if is_sealed {
        let message = "only a member can be sealed, as a whole";
        sink.report(
            Diagnostic::new(Code::WrongType, ty.span, message)
                .help("say it of the member: `field: { type: { sealed: T } }`"),
        );
    }
    !is_sealed
}

/// The types of a union by what chooses them.
fn cases(keys: &Keys<'_>, sink: &mut Sink) -> Vec<(Text, Text)> {
    let cases = keys.map("cases", sink).iter();
    let case =
        |(value, node): &(Text, Node)| Some((value.clone(), keys::text(node, "a case", sink)?));
    cases.filter_map(case).collect()
}

/// A choice that needs no sibling, if the mapping has one: `tag` or `any`.
pub(super) fn choice(keys: &Keys<'_>, sink: &mut Sink) -> Option<RawTypeKind> {
    if keys.has("tag") {
        let tag = keys.text("tag", sink);
        if !keys.has("cases") {
            keys.missing("cases", "a union with a tag", sink);
            return Some(RawTypeKind::Unreadable);
        }
        let cases = cases(keys, sink);
        return Some(tag.map_or(RawTypeKind::Unreadable, |tag| {
            RawTypeKind::Tagged(tag, cases)
        }));
    }
    Some(match keys.get("any")? {
        Node::List(shapes, _) => {
            let shapes = shapes.iter().filter_map(|node| item(node, sink));
            RawTypeKind::Any(shapes.collect())
        }
        node => {
            keys::wrong_kind(sink, node, "a list", "`any`");
            RawTypeKind::Unreadable
        }
    })
}

fn type_kind(node: &Node, sink: &mut Sink) -> Option<RawTypeKind> {
    if !matches!(node, Node::Map(..)) {
        return keys::text(node, "`type`", sink).map(RawTypeKind::Name);
    }
    let keys = Keys::open(node, &language::TYPE, sink)?;
    if let Some(of) = keys.get("list") {
        return Some(RawTypeKind::List(Box::new(item(of, sink)?)));
    }
    if keys.has("map") {
        let Some(of) = keys.get("of") else {
            keys.missing("of", "a map", sink);
            return None;
        };
        let of = item(of, sink);
        let key = item(keys.get("map")?, sink);
        return Some(RawTypeKind::Map(Box::new(key?), Box::new(of?)));
    }
    if let Some(of) = keys.get("sealed") {
        return Some(RawTypeKind::Sealed(Box::new(item(of, sink)?)));
    }
    if keys.has("by") {
        let cases = cases(&keys, sink);
        return Some(RawTypeKind::Union(keys.text("by", sink)?, cases));
    }
    if let Some(kind) = choice(&keys, sink) {
        return Some(kind);
    }
    sink.report(
        Diagnostic::new(Code::MissingKey, keys.span, "this is no type").help(
            "write a name, `{ list: T }`, `{ map: K, of: T }`, `{ by: FIELD, cases: { … } }`, `{ tag: MEMBER, cases: { … } }`, `{ any: [T, U] }` or `{ sealed: T }`",
        ),
    );
    None
}

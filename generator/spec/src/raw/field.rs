//! Fields: types, presence rules, value rules.

use super::{
    Keys, RawEvidence, evidence, keys,
    language::{self, CONSTRAINTS},
};
use crate::{
    diag::{Code, Diagnostic, Sink},
    source::Span,
    yaml::{Node, Text},
};

/// A field as written.
#[derive(Debug, Clone)]
pub struct RawField {
    /// Name on the wire.
    pub wire: Text,
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
    /// `presence: guaranteed`.
    pub guaranteed: bool,
    /// Evidence.
    pub evidence: RawEvidence,
}

/// A type with value rules, as written.
#[derive(Debug, Clone)]
pub struct RawType {
    /// The type.
    pub kind: RawTypeKind,
    /// The value of `type`.
    pub span: Span,
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
    Map(Text, Box<RawType>),
    /// `{ by: FIELD, cases: … }`
    Union(Text, Vec<(Text, Text)>),
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

/// A value rule as written.
#[derive(Debug, Clone)]
pub struct RawConstraint {
    /// The key.
    pub key: Text,
    /// What is demanded.
    pub kind: RawConstraintKind,
    /// The value.
    pub span: Span,
    /// Severity is a warning.
    pub warning: bool,
    /// Id.
    pub id: Option<Text>,
    /// Prose.
    pub doc: Option<Text>,
    /// Evidence.
    pub evidence: RawEvidence,
}

/// A bound: a number, or `any`.
pub type RawBound = Option<i64>;

/// A length as written.
#[derive(Debug, Clone)]
pub enum RawLength {
    /// One number.
    Fixed(u64),
    /// By map key.
    PerKey(Vec<(Text, u64)>),
}

/// What a value rule demands, as written.
#[derive(Debug, Clone)]
pub enum RawConstraintKind {
    /// `min_chars`
    MinChars(u64),
    /// `max_chars`
    MaxChars(RawLength),
    /// `max_bytes`
    MaxBytes(u64),
    /// `range`
    Range(RawBound, RawBound),
    /// `min_items`
    MinItems(u64),
    /// `max_items`
    MaxItems(u64),
    /// `unique`
    Unique,
    /// `prefix`
    Prefix(String),
    /// `pattern`
    Pattern(Text),
    /// `decimal_places`
    DecimalPlaces(u32),
    /// `known_keys`
    KnownKeys,
}

/// Reads a field.
pub(super) fn read(wire: &Text, node: &Node, sink: &mut Sink) -> Option<RawField> {
    let keys = Keys::open(node, &language::FIELD, sink)?;
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
    let ty = typed(&keys, "a field", sink).unwrap_or_else(|| RawType {
        kind: RawTypeKind::Unreadable,
        span: wire.span,
        constraints: Vec::new(),
    });
    Some(RawField {
        wire: wire.clone(),
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
        guaranteed: guaranteed.is_some(),
        evidence: evidence::read(&keys, sink),
    })
}

/// `severity: warning` or `severity: error`.
pub(super) fn severity(keys: &Keys<'_>, sink: &mut Sink) -> Option<bool> {
    let text = keys.text("severity", sink)?;
    keys::word(
        &text,
        "`severity`",
        &[("error", false), ("warning", true)],
        sink,
    )
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
        warning: severity(&keys, sink),
        id: keys.text("id", sink),
        doc: keys.text("doc", sink),
        evidence: evidence::read(&keys, sink),
    })
}

fn typed(keys: &Keys<'_>, what: &str, sink: &mut Sink) -> Option<RawType> {
    let constraints = constraints(keys, sink);
    let Some(node) = keys.get("type") else {
        keys.missing("type", what, sink);
        return None;
    };
    let kind = type_kind(node, sink)?;
    Some(RawType {
        kind,
        span: node.span(),
        constraints,
    })
}

/// A type, or a whole mapping with a type and value rules.
fn item(node: &Node, sink: &mut Sink) -> Option<RawType> {
    if let Node::Map(entries, _) = node
        && entries.iter().any(|(key, _)| key.value == "type")
    {
        let keys = Keys::open(node, &language::ITEM, sink)?;
        return typed(&keys, "an item", sink);
    }
    let kind = type_kind(node, sink)?;
    Some(RawType {
        kind,
        span: node.span(),
        constraints: Vec::new(),
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
        return Some(RawTypeKind::Map(keys.text("map", sink)?, Box::new(of?)));
    }
    if keys.has("by") {
        let cases = keys
            .map("cases", sink)
            .iter()
            .filter_map(|(value, node)| Some((value.clone(), keys::text(node, "a case", sink)?)))
            .collect();
        return Some(RawTypeKind::Union(keys.text("by", sink)?, cases));
    }
    sink.report(
        Diagnostic::new(Code::MissingKey, keys.span, "this is no type").help(
            "write a name, `{ list: T }`, `{ map: K, of: T }` or `{ by: FIELD, cases: { … } }`",
        ),
    );
    None
}

fn constraints(keys: &Keys<'_>, sink: &mut Sink) -> Vec<RawConstraint> {
    CONSTRAINTS
        .iter()
        .filter_map(|rule| {
            let (key, node) = keys.entry(rule.name)?;
            constraint(key, node, sink)
        })
        .collect()
}

fn constraint(key: &Text, node: &Node, sink: &mut Sink) -> Option<RawConstraint> {
    let long = match node {
        Node::Map(entries, _) => entries.iter().any(|(key, _)| key.value == "is"),
        Node::Scalar(_) | Node::List(..) => false,
    };
    if !long {
        let kind = constraint_kind(key, node, sink)?;
        return Some(RawConstraint {
            key: key.clone(),
            kind,
            span: node.span(),
            warning: false,
            id: None,
            doc: None,
            evidence: RawEvidence::default(),
        });
    }
    let keys = Keys::open(node, &language::VALUE_RULE, sink)?;
    let value = keys.get("is")?;
    Some(RawConstraint {
        key: key.clone(),
        kind: constraint_kind(key, value, sink)?,
        span: value.span(),
        warning: severity(&keys, sink).unwrap_or(false),
        id: keys.text("id", sink),
        doc: keys.text("doc", sink),
        evidence: evidence::read(&keys, sink),
    })
}

fn constraint_kind(key: &Text, node: &Node, sink: &mut Sink) -> Option<RawConstraintKind> {
    let what = format!("`{}`", key.value);
    match key.value.as_str() {
        "min_chars" => keys::integer(node, &what, sink).map(RawConstraintKind::MinChars),
        "max_chars" => length(node, &what, sink).map(RawConstraintKind::MaxChars),
        "max_bytes" => keys::integer(node, &what, sink).map(RawConstraintKind::MaxBytes),
        "range" => range(node, sink),
        "min_items" => keys::integer(node, &what, sink).map(RawConstraintKind::MinItems),
        "max_items" => keys::integer(node, &what, sink).map(RawConstraintKind::MaxItems),
        "unique" => set(keys::flag(node, &what, sink)?, RawConstraintKind::Unique),
        "known_keys" => set(keys::flag(node, &what, sink)?, RawConstraintKind::KnownKeys),
        "prefix" => keys::text(node, &what, sink).map(|text| RawConstraintKind::Prefix(text.value)),
        "pattern" => keys::text(node, &what, sink).map(RawConstraintKind::Pattern),
        _ => keys::integer(node, &what, sink).map(RawConstraintKind::DecimalPlaces),
    }
}

fn set(on: bool, kind: RawConstraintKind) -> Option<RawConstraintKind> {
    on.then_some(kind)
}

fn length(node: &Node, what: &str, sink: &mut Sink) -> Option<RawLength> {
    let Node::Map(entries, _) = node else {
        return keys::integer(node, what, sink).map(RawLength::Fixed);
    };
    let keys = entries
        .iter()
        .filter_map(|(key, node)| Some((key.clone(), keys::integer(node, what, sink)?)))
        .collect();
    Some(RawLength::PerKey(keys))
}

fn range(node: &Node, sink: &mut Sink) -> Option<RawConstraintKind> {
    let ends = keys::texts(node, "`range`", sink);
    let [low, high] = ends.as_slice() else {
        sink.report(
            Diagnostic::new(Code::BadScalar, node.span(), "`range` has two ends")
                .help("write `range: [1, 100]`; either end may be `any`"),
        );
        return None;
    };
    let end = |text: &Text, sink: &mut Sink| -> Option<RawBound> {
        if text.value == "any" {
            return Some(None);
        }
        keys::integer(&Node::Scalar(text.clone()), "an end of `range`", sink).map(Some)
    };
    let (low, high) = (end(low, sink), end(high, sink));
    Some(RawConstraintKind::Range(low?, high?))
}

//! Reading mappings and scalars, with a finding for what is not as expected.

use super::language::Mapping;
use crate::{
    diag::{Code, Diagnostic, Sink},
    source::Span,
    yaml::{Node, Text},
};

/// A mapping whose keys are known to be allowed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Keys<'a> {
    entries: &'a [(Text, Node)],
    /// The mapping.
    pub(super) span: Span,
}

impl<'a> Keys<'a> {
    /// Opens a mapping and reports every key that it does not take.
    pub(super) fn open(node: &'a Node, mapping: &Mapping, sink: &mut Sink) -> Option<Self> {
        Self::open_with(node, mapping, &[], sink)
    }

    /// Opens a mapping that takes some keys more.
    pub(super) fn open_with(
        node: &'a Node,
        mapping: &Mapping,
        more: &[&str],
        sink: &mut Sink,
    ) -> Option<Self> {
        let Node::Map(entries, span) = node else {
            wrong_kind(sink, node, "a mapping", mapping.what);
            return None;
        };
        for (key, _) in entries {
            let name = key.value.as_str();
            if !mapping.names().any(|it| it == name) && !more.contains(&name) {
                let mut known: Vec<&str> = mapping.names().collect();
                known.extend(more);
                let message = format!("`{}` is not a key of {}", key.value, mapping.what);
                let found = Diagnostic::new(Code::UnknownKey, key.span, message);
                sink.report(match mapping.instead_of(name) {
                    Some(help) => found.help(help),
                    None => found.suggest(&key.value, known),
                });
            }
        }
        Some(Self {
            entries,
            span: *span,
        })
    }

    /// The value of a key.
    pub(super) fn get(&self, name: &str) -> Option<&'a Node> {
        self.entry(name).map(|(_, node)| node)
    }

    /// A key with its value.
    pub(super) fn entry(&self, name: &str) -> Option<&'a (Text, Node)> {
        self.entries.iter().find(|(key, _)| key.value == name)
    }

    /// Whether no key is there.
    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Whether the key is there.
    pub(super) fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// A text that may be left out.
    pub(super) fn text(&self, name: &str, sink: &mut Sink) -> Option<Text> {
        let node = self.get(name)?;
        text(node, &format!("`{name}`"), sink)
    }

    /// A text that has to be there.
    pub(super) fn required(&self, name: &str, what: &str, sink: &mut Sink) -> Option<Text> {
        if !self.has(name) {
            self.missing(name, what, sink);
        }
        self.text(name, sink)
    }

    /// Reports a key that has to be there.
    pub(super) fn missing(&self, name: &str, what: &str, sink: &mut Sink) {
        let span = self.entries.first().map_or(self.span, |(key, _)| key.span);
        let message = format!("{what} lacks the key `{name}`");
        sink.report(
            Diagnostic::new(Code::MissingKey, span, message).help(format!("add `{name}:`")),
        );
    }

    /// One text or a list of texts.
    pub(super) fn texts(&self, name: &str, sink: &mut Sink) -> Vec<Text> {
        self.get(name)
            .map_or_else(Vec::new, |node| texts(node, &format!("`{name}`"), sink))
    }

    /// `true` or `false`; left out is `false`.
    pub(super) fn flag(&self, name: &str, sink: &mut Sink) -> bool {
        self.get(name)
            .and_then(|node| flag(node, &format!("`{name}`"), sink))
            .unwrap_or(false)
    }

    /// Entries of a mapping; nothing when the key is left out.
    pub(super) fn map(&self, name: &str, sink: &mut Sink) -> &'a [(Text, Node)] {
        match self.get(name) {
            None => &[],
            Some(Node::Map(entries, _)) => entries,
            Some(node) => {
                wrong_kind(sink, node, "a mapping", &format!("`{name}`"));
                &[]
            }
        }
    }
}

/// Reports a node of the wrong kind.
pub(super) fn wrong_kind(sink: &mut Sink, node: &Node, expected: &str, what: &str) {
    let message = format!("{what} is {}, expected {expected}", node.kind());
    sink.report(Diagnostic::new(Code::WrongKind, node.span(), message));
}

/// A text.
pub(super) fn text(node: &Node, what: &str, sink: &mut Sink) -> Option<Text> {
    match node {
        Node::Scalar(text) if text.plain && text.value.is_empty() => {
            let message = format!("{what} has no value");
            sink.report(
                Diagnostic::new(Code::MissingValue, text.span, message)
                    .help("write a value, or remove the key"),
            );
            None
        }
        Node::Scalar(text) => Some(text.clone()),
        Node::List(..) | Node::Map(..) => {
            wrong_kind(sink, node, "a text", what);
            None
        }
    }
}

/// One text or a list of texts.
pub(super) fn texts(node: &Node, what: &str, sink: &mut Sink) -> Vec<Text> {
    match node {
        Node::List(items, _) => items
            .iter()
            .filter_map(|item| text(item, what, sink))
            .collect(),
        Node::Scalar(_) | Node::Map(..) => text(node, what, sink).into_iter().collect(),
    }
}

/// `true` or `false`, no other spelling.
pub(super) fn flag(node: &Node, what: &str, sink: &mut Sink) -> Option<bool> {
    let text = text(node, what, sink)?;
    match text.value.as_str() {
        "true" => Some(true),
        "false" => Some(false),
        other => {
            let message = format!("{what} is `{other}`, expected `true` or `false`");
            sink.report(Diagnostic::new(Code::BadScalar, text.span, message));
            None
        }
    }
}

/// A number of any integer type.
pub(super) fn integer<T: std::str::FromStr>(node: &Node, what: &str, sink: &mut Sink) -> Option<T> {
    let text = text(node, what, sink)?;
    let digits = text.value.replace('_', "");
    if let Ok(number) = digits.parse() {
        return Some(number);
    }
    let message = format!("{what} is `{}`, expected a whole number", text.value);
    sink.report(Diagnostic::new(Code::BadScalar, text.span, message));
    None
}

/// One of a few words.
pub(super) fn word<T: Copy>(
    text: &Text,
    what: &str,
    words: &[(&str, T)],
    sink: &mut Sink,
) -> Option<T> {
    if let Some((_, value)) = words.iter().find(|(word, _)| *word == text.value) {
        return Some(*value);
    }
    let message = format!("{what} is `{}`, which is not one of its words", text.value);
    sink.report(
        Diagnostic::new(Code::BadScalar, text.span, message)
            .suggest(&text.value, words.iter().map(|(word, _)| *word)),
    );
    None
}

/// `severity: warning` or `severity: error`.
pub(super) fn severity(keys: &Keys<'_>, sink: &mut Sink) -> Option<bool> {
    let text = keys.text("severity", sink)?;
    word(
        &text,
        "`severity`",
        &[("error", false), ("warning", true)],
        sink,
    )
}

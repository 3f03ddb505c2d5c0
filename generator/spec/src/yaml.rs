//! YAML into a tree that keeps every place. Scalars stay text: nothing is resolved here.

use std::collections::HashMap;

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, Span as YamlSpan};

use crate::{
    diag::{Code, Diagnostic, Sink},
    source::{FileId, SourceMap, Span},
};

/// Deepest nesting that is read.
const DEPTH_LIMIT: usize = 64;

const NO_ALIASES: &str = "aliases (`*name`) are not used in a spec";
const INSTEAD_OF_ALIASES: &str = "write the value where it is used, or move it to a named type";
const INSTEAD_OF_DEPTH: &str = "move what is inside to a named type";
const QUOTE: &str =
    "text that holds `: `, ` #`, or starts with one of `[ ] { } , & * ! | > @ %` has to be quoted";

fn too_deep() -> String {
    format!("more than {DEPTH_LIMIT} levels of nesting")
}

/// A text with its place.
#[derive(Debug, Clone)]
pub struct Text {
    /// The text after unquoting.
    pub value: String,
    /// The whole token, quotes included.
    pub span: Span,
    /// Byte of the file where the text starts, when it stands there letter for letter.
    pub verbatim: Option<usize>,
    /// Not quoted and not a block.
    pub plain: bool,
}

impl Text {
    /// The place of bytes `start..end` of the text, or the whole token when it was escaped.
    pub fn part(&self, start: usize, end: usize) -> Span {
        match self.verbatim {
            Some(at) => Span {
                file: self.span.file,
                start: at,
                end: at + self.value.len(),
            }
            .part(start, end),
            None => self.span,
        }
    }
}

/// A node of the tree.
#[derive(Debug, Clone)]
pub enum Node {
    /// Text; absent values are empty and plain.
    Scalar(Text),
    /// List.
    List(Vec<Node>, Span),
    /// Mapping, in order, without duplicates.
    Map(Vec<(Text, Node)>, Span),
}

impl Node {
    /// Its place.
    pub fn span(&self) -> Span {
        match self {
            Self::Scalar(text) => text.span,
            Self::List(_, span) | Self::Map(_, span) => *span,
        }
    }

    /// "a text", "a list", "a mapping".
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Scalar(text) if text.plain && text.value.is_empty() => "nothing",
            Self::Scalar(_) => "a text",
            Self::List(..) => "a list",
            Self::Map(..) => "a mapping",
        }
    }
}

/// Reads one document. What is refused is reported, and the file then gives nothing.
pub(crate) fn parse(file: FileId, text: &str, sink: &mut Sink) -> Option<Node> {
    let mut builder = Builder {
        file,
        text,
        sink,
        stack: Vec::new(),
        root: None,
        documents: 0,
        broken: false,
    };
    let options = granit_parser::options! { strict_indentation: false, disallow_directives: true };
    for event in Parser::new_from_str_with_options(text, options) {
        match event {
            Ok((event, span)) => {
                if !builder.event(event, span) {
                    return None;
                }
            }
            Err(error) => {
                builder.scan_error(&error);
                return None;
            }
        }
    }
    let Builder { root, broken, .. } = builder;
    if broken { None } else { root }
}

/// The tree of a text as JSON, every scalar a text, for a comparison with other readers.
#[doc(hidden)]
pub fn tree(text: &str) -> Option<serde_json::Value> {
    fn json(node: Node) -> serde_json::Value {
        match node {
            Node::Scalar(text) => text.value.into(),
            Node::List(items, _) => items.into_iter().map(json).collect(),
            Node::Map(entries, _) => entries
                .into_iter()
                .map(|(key, node)| (key.value, json(node)))
                .collect(),
        }
    }
    let mut sources = SourceMap::memory(&[("", text)]);
    let file = sources.read("").ok()?;
    parse(file, text, &mut Sink::default()).map(json)
}

enum Open {
    List(Vec<Node>, Span),
    Map {
        entries: Vec<(Text, Node)>,
        key: Option<Text>,
        /// Where each key stands.
        seen: HashMap<String, Span>,
        span: Span,
    },
}

struct Builder<'a> {
    file: FileId,
    text: &'a str,
    sink: &'a mut Sink,
    stack: Vec<Open>,
    root: Option<Node>,
    documents: usize,
    broken: bool,
}

impl Builder<'_> {
    fn span(&self, span: YamlSpan) -> Span {
        let start = span.start.byte_offset().unwrap_or(0);
        Span {
            file: self.file,
            start,
            end: span.end.byte_offset().unwrap_or(start).max(start),
        }
    }

    fn scan_error(&mut self, error: &granit_parser::ScanError) {
        let at = error
            .marker()
            .byte_offset()
            .unwrap_or(0)
            .min(self.text.len());
        let span = Span {
            file: self.file,
            start: at,
            end: (at + 1).min(self.text.len()),
        };
        let not_yaml = || format!("this is not YAML: {}", error.info());
        let (code, message, help) = match error.kind() {
            ErrorKind::DirectiveDisallowed => (
                Code::Yaml,
                "directives (`%…`) are not used in a spec".to_owned(),
                "remove the line",
            ),
            ErrorKind::UnknownAnchor => (Code::Anchor, NO_ALIASES.to_owned(), INSTEAD_OF_ALIASES),
            ErrorKind::RecursionLimitExceeded => (Code::Yaml, too_deep(), INSTEAD_OF_DEPTH),
            ErrorKind::TabInBlockIndentation | ErrorKind::TabNotAllowed => {
                (Code::Yaml, not_yaml(), "indent with spaces")
            }
            ErrorKind::UnexpectedCharacter { character } if character.is_control() => (
                Code::Yaml,
                not_yaml(),
                "remove the character; in double quotes it can be written as an escape",
            ),
            _ => (Code::Yaml, not_yaml(), QUOTE),
        };
        let diagnostic = Diagnostic::new(code, span, message).help(help);
        self.sink.report(diagnostic);
    }

    /// False stops the reading.
    fn event(&mut self, event: Event<'_>, span: YamlSpan) -> bool {
        let at = self.span(span);
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    self.sink.report(
                        Diagnostic::new(Code::Yaml, at, "a second document starts here")
                            .help("a spec file holds one document; include a second file instead"),
                    );
                    return false;
                }
                true
            }
            Event::Alias(_) => self.refuse(at, NO_ALIASES),
            Event::Scalar(value, style, anchor, tag) => {
                if anchor != 0 || tag.is_some() {
                    return self.refuse(at, "anchors and tags are not used in a spec");
                }
                let text = self.text_of(value.into_owned(), style, at);
                self.node(Node::Scalar(text))
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.open(anchor != 0 || tag.is_some(), at, Open::List(Vec::new(), at))
            }
            Event::MappingStart(_, anchor, tag) => {
                let open = Open::Map {
                    entries: Vec::new(),
                    key: None,
                    seen: HashMap::new(),
                    span: at,
                };
                self.open(anchor != 0 || tag.is_some(), at, open)
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(at),
            _ => true,
        }
    }

    fn refuse(&mut self, at: Span, message: &str) -> bool {
        self.sink
            .report(Diagnostic::new(Code::Anchor, at, message).help(INSTEAD_OF_ALIASES));
        false
    }

    fn text_of(&self, value: String, style: ScalarStyle, span: Span) -> Text {
        // A value that was left out comes as a `~` that nobody wrote.
        let value = if span.start == span.end {
            String::new()
        } else {
            value
        };
        let plain = matches!(style, ScalarStyle::Plain);
        let quoted = matches!(style, ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted);
        let start = span.start + usize::from(quoted);
        let verbatim = self
            .text
            .get(start..start + value.len())
            .filter(|written| *written == value && (plain || quoted))
            .map(|_| start);
        Text {
            value,
            span,
            verbatim,
            plain,
        }
    }

    fn open(&mut self, marked: bool, at: Span, open: Open) -> bool {
        if marked {
            return self.refuse(at, "anchors and tags are not used in a spec");
        }
        if self.stack.len() >= DEPTH_LIMIT {
            self.sink
                .report(Diagnostic::new(Code::Yaml, at, too_deep()).help(INSTEAD_OF_DEPTH));
            return false;
        }
        self.stack.push(open);
        true
    }

    fn close(&mut self, end: Span) -> bool {
        match self.stack.pop() {
            Some(Open::List(items, span)) => {
                let span = Span {
                    end: end.end.max(span.end),
                    ..span
                };
                self.node(Node::List(items, span))
            }
            Some(Open::Map { entries, span, .. }) => {
                let last = entries.last().map_or(span.end, |(_, node)| node.span().end);
                let span = Span {
                    end: end.end.max(span.end).min(last.max(end.end)),
                    ..span
                };
                self.node(Node::Map(entries, span))
            }
            None => true,
        }
    }

    fn node(&mut self, node: Node) -> bool {
        match self.stack.last_mut() {
            None => self.root = Some(node),
            Some(Open::List(items, _)) => items.push(node),
            Some(Open::Map { entries, key, .. }) => match key.take() {
                Some(name) => entries.push((name, node)),
                None => return self.key(node),
            },
        }
        true
    }

    fn key(&mut self, node: Node) -> bool {
        let span = node.span();
        let Node::Scalar(name) = node else {
            self.sink
                .report(Diagnostic::new(Code::Yaml, span, "a key has to be a text"));
            return false;
        };
        if name.value == "<<" && name.plain {
            return self.refuse(span, "merge keys (`<<`) are not used in a spec");
        }
        let Some(Open::Map { key, seen, .. }) = self.stack.last_mut() else {
            return true;
        };
        if let Some(first) = seen.get(&name.value) {
            self.broken = true;
            self.sink.report(
                Diagnostic::new(
                    Code::DuplicateKey,
                    span,
                    format!("the key `{}` stands twice in this mapping", name.value),
                )
                .also(*first, "first here")
                .help("keep one of the two"),
            );
        }
        seen.entry(name.value.clone()).or_insert(span);
        *key = Some(name);
        true
    }
}

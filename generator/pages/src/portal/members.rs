//! Described members of a dump.

use super::{Reader, is_list, text_of};
use crate::{
    book::Said,
    entry::{self, Entry},
    json::{Json, Node},
    prose,
    text::plain,
    words::{self, Need, Type},
};
use stipula_facts::{Kind, place::below};

impl Reader<'_> {
    pub(super) fn members(&mut self, list: &Node, at: &str) {
        for node in list.items() {
            let name = text_of(node, &["name"]);
            if name.is_empty() {
                self.whole(at, node);
                continue;
            }
            let at = below(at, &name);
            self.member(node, &at, name);
            for children in ["kvs", "children"]
                .into_iter()
                .filter_map(|it| node.get(it))
            {
                if is_list(children) {
                    self.members(children, &at);
                } else {
                    self.other(&at, "children", children, self.first + children.line);
                }
            }
        }
    }

    fn member(&mut self, node: &Node, at: &str, name: String) {
        let line = self.first + node.line;
        let line_of = |name| node.get(name).map(|it| self.first + it.line);
        let (of, type_inferred) = type_of(&text_of(node, &["type"]), &text_of(node, &["editType"]));
        let mut about = vec![];
        // A twin has lost its badge, so it is looked at only when there is nothing else.
        for (first, twin) in TWINS {
            let pieces = [first, twin]
                .map(|name| node.get(name).map(|it| self.pieces(it)).unwrap_or_default());
            about.extend(
                pieces
                    .into_iter()
                    .find(|it| !it.is_empty())
                    .unwrap_or_default(),
            );
        }
        if let (Some(_), Some(it)) = (&of, node.get("type")) {
            let words = it.text().unwrap_or_default();
            self.book.was_read(self.first + it.line, words);
        }
        let need = node.get("required").and_then(need_of);
        let entry = Entry {
            at: at.to_owned(),
            name: Some(name),
            line,
            of,
            type_inferred,
            type_line: line_of("type"),
            need_line: line_of("required"),
            need,
            unsaid: Some(Need::Optional),
            about,
            ..Entry::default()
        };
        entry::describe(self.book, &entry);
        self.doubts(node, at, entry.of.as_ref());
        self.limits(node, at);
    }

    /// What is said twice and differs, or cannot be read.
    fn doubts(&mut self, node: &Node, at: &str, of: Option<&Type>) {
        for (first, twin) in TWINS {
            let first = node.get(first);
            let is_read = first
                .and_then(Node::text)
                .is_none_or(|it| plain(it).is_empty());
            if let Some(twin) = node.get(twin).filter(|it| !is_read || it.text().is_none()) {
                self.twin(at, first, twin);
            }
            if let Some(first) = first.filter(|it| it.text().is_none()) {
                self.other(at, "words", first, self.first + first.line);
            }
        }
        let unread = |name: &str, is_read: bool| {
            let node = node.get(name).filter(|_| !is_read)?;
            Some((name.to_owned(), node))
        };
        let edit = text_of(node, &["editType"]);
        let known = [
            unread("type", of.is_some()),
            unread("editType", is_said(&edit, of)),
            unread("required", node.get("required").and_then(need_of).is_some()),
        ];
        for (name, node) in known.into_iter().flatten() {
            self.other(at, &name, node, self.first + node.line);
        }
    }

    /// What the dump has in members of its own, known or not.
    fn limits(&mut self, node: &Node, at: &str) {
        let Json::Object(members) = &node.value else {
            return;
        };
        for (name, node) in members
            .iter()
            .filter(|(it, _)| !KNOWN.contains(&it.as_str()))
        {
            let line = self.first + node.line;
            let words = self.text.get(node.span.clone()).unwrap_or_default();
            let said = Said { at, line, words };
            let number = match &node.value {
                Json::Number(digits) | Json::Text(digits) => digits.trim().parse::<u64>().ok(),
                _ => None,
            };
            match (name.as_str(), &node.value, number) {
                ("maxLength", _, Some(most)) => self.book.say(said, Kind::MaxChars, most),
                ("maxItems" | "maxSize", _, Some(most)) => {
                    self.book.say(said, Kind::MaxItems, most);
                }
                ("range", Json::Text(text), _)
                    if prose::limit(
                        self.book,
                        Said {
                            words: text,
                            ..said
                        },
                        &plain(text),
                    ) => {}
                _ => self.other(at, name, node, line),
            }
        }
    }
}

/// Texts, and where the portal keeps them once more.
const TWINS: [(&str, &str); 2] = [
    ("description", "descriptionLake"),
    ("warning", "warningLake"),
];

/// Members that are read by name.
const KNOWN: &[&str] = &[
    "name",
    "description",
    "descriptionLake",
    "editType",
    "type",
    "warning",
    "warningLake",
    "required",
    "kvs",
    "children",
];

fn need_of(node: &Node) -> Option<Need> {
    match &node.value {
        Json::Bool(true) => Some(Need::Required),
        Json::Bool(false) | Json::Null => Some(Need::Optional),
        Json::Text(word) => words::need(word)
            .filter(|it| it.1.is_empty())
            .map(|it| it.0),
        _ => None,
    }
}

/// Whether the type that the portal's editor has is the type, or that of its elements.
fn is_said(edit: &str, of: Option<&Type>) -> bool {
    let (Some(edit), Some(of)) = (words::type_of(edit), of) else {
        return edit.is_empty();
    };
    let element = of
        .name
        .strip_prefix("list<")
        .and_then(|it| it.strip_suffix('>'));
    edit.name == of.name
        || element == Some(edit.name.as_str())
        || edit.name == "list" && of.is_list()
}

/// The portal drops `<string>` from `Array<string>` as if it were a tag, and keeps it elsewhere.
fn type_of(word: &str, edit: &str) -> (Option<Type>, bool) {
    let Some(of) = words::type_of(word) else {
        return (None, false);
    };
    let element = words::type_of(edit).filter(|it| !it.is_list());
    match (of.name.as_str(), element) {
        ("list", Some(element)) => (
            Some(Type {
                name: format!("list<{}>", element.name),
                max_chars: None,
            }),
            true,
        ),
        _ => (Some(of), false),
    }
}

//! The data behind a portal's page, dumped as something like JSON.

mod extras;
mod members;

use super::{
    account::Unit,
    book::{Book, Said},
    entry, grid,
    json::{self, Json, Node, Quotes},
    lines, opening,
    piece::Piece,
    text::plain,
};
use stipula_facts::Kind;

/// The dump inside a capture.
pub(super) struct Dump {
    start: usize,
    root: Node,
}

/// Looks for a dump: an object with a list of described members.
pub(super) fn find(text: &str) -> Option<Dump> {
    let start = text.find('{')?;
    let root = json::read(&text[start..], Quotes::Loose)?;
    let dump = Dump { start, root };
    let content = dump.content();
    let is_list = |name| {
        content
            .get(name)
            .is_some_and(|it| it.items().iter().any(|it| it.get("name").is_some()))
    };
    (is_list("request") || is_list("response")).then_some(dump)
}

impl Dump {
    /// The page itself; what stands beside it is about the site.
    fn content(&self) -> &Node {
        self.root.get("content").unwrap_or(&self.root)
    }
}

/// Reads the dump, and the lines above it.
pub(super) fn read(book: &mut Book, text: &str, dump: &Dump) {
    opening::read(book, &lines::of(&text[..dump.start]));
    let dumped = &text[dump.start..];
    let mut reader = Reader {
        book,
        text: dumped,
        first: text[..dump.start].matches('\n').count() + 1,
    };
    let content = dump.content();
    reader.content(content);
    if let (Json::Object(members), true) = (&dump.root.value, dump.root.get("content").is_some()) {
        for (_, node) in members.iter().filter(|(name, _)| name != "content") {
            reader.whole("page", node);
        }
    }
    let after = text[dump.start..]
        .get(dump.root.span.end..)
        .unwrap_or_default();
    let first = text[..dump.start + dump.root.span.end]
        .matches('\n')
        .count()
        + 1;
    for line in lines::numbered(after, first) {
        reader.book.prose(Said {
            at: "page",
            line: line.no,
            words: &line.text,
        });
    }
}

/// Every text of the dump, with the lines around it.
pub(super) fn texts(text: &str, dump: &Dump) -> Vec<Unit> {
    let first = text[..dump.start].matches('\n').count() + 1;
    let mut units = lines::texts(&text[..dump.start]);
    let mut open = vec![&dump.root];
    while let Some(node) = open.pop() {
        match &node.value {
            Json::Object(members) => open.extend(members.iter().rev().map(|it| &it.1)),
            Json::List(items) => open.extend(items.iter().rev()),
            Json::Text(words) => {
                let lines = lines::numbered(words, first + node.line).into_iter();
                units.extend(lines.map(|it| Unit::of_line(it.no, it.text)));
            }
            _ => {}
        }
    }
    units
}

struct Reader<'a> {
    book: &'a mut Book,
    text: &'a str,
    /// Line of the capture in which the dump begins.
    first: usize,
}

impl Reader<'_> {
    fn content(&mut self, content: &Node) {
        let Json::Object(members) = &content.value else {
            return;
        };
        for (name, node) in members {
            let line = self.first + node.line;
            match name.as_str() {
                "request" | "response" if is_list(node) => self.members(node, name),
                "result" | "moreCodes" if is_list(node) => self.codes(node),
                "examples" | "exampleResponse" if is_list(node) => self.examples(node, name),
                "endpoint" if node.text().is_some() => self.endpoint(content, node),
                "description" if node.text().is_some() => self.introduction(node),
                "descriptionLake" => self.twin("page", content.get("description"), node),
                "method" if node.text().is_some() && content.get("endpoint").is_some() => {}
                _ => self.other("operation", name, node, line),
            }
        }
    }

    fn endpoint(&mut self, content: &Node, node: &Node) {
        let Some(path) = node.text().filter(|it| !it.is_empty()) else {
            return;
        };
        let method = content
            .get("method")
            .and_then(Node::text)
            .unwrap_or_default();
        let endpoint = format!("{} {path}", method.to_uppercase());
        let said = Said {
            at: "operation",
            line: self.first + node.line,
            words: path,
        };
        self.book.say(said, Kind::Endpoint, endpoint.trim());
    }

    /// Paragraphs, and tables of states.
    fn introduction(&mut self, node: &Node) {
        let pieces = self.pieces(node);
        let mut index = 0;
        while let Some(piece) = pieces.get(index) {
            if let Some((grid, used)) = grid::take(&pieces[index..]) {
                entry::rows(self.book, "page", &grid);
                index += used;
                continue;
            }
            self.book.prose(Said {
                at: "page",
                line: piece.line,
                words: &piece.text,
            });
            index += 1;
        }
    }

    fn pieces(&self, node: &Node) -> Vec<Piece> {
        let text = node.text().unwrap_or_default();
        lines::numbered(text, self.first + node.line)
            .iter()
            .map(Piece::of)
            .collect()
    }

    /// The portal keeps most texts twice. The second is read only where it says something else, as
    /// prose, so that a change of it alone is seen; it loses the badge in front of a condition.
    fn twin(&mut self, at: &str, first: Option<&Node>, twin: &Node) {
        let plain = |it: Option<&Node>| {
            let text = plain(it.and_then(Node::text).unwrap_or_default());
            let badge = text
                .strip_prefix("REQUIRED")
                .map(|it| it.trim_start().to_owned());
            badge.unwrap_or(text)
        };
        let words = plain(Some(twin));
        let line = self.first + twin.line;
        if twin.text().is_none() {
            self.other(at, "twin", twin, line);
        } else if plain(first) != words {
            let words = words.as_str();
            self.book.prose(Said { at, line, words });
        }
    }

    /// Members that nobody knows, next to those that were read.
    fn rest(&mut self, at: &str, node: &Node, read: &[&str]) {
        let Json::Object(members) = &node.value else {
            return;
        };
        for (name, node) in members
            .iter()
            .filter(|(it, _)| !read.contains(&it.as_str()))
        {
            self.other(at, name, node, self.first + node.line);
        }
    }

    /// A member that no page we know has: its words are kept as prose.
    fn other(&mut self, at: &str, name: &str, node: &Node, line: usize) {
        let raw = self.text.get(node.span.clone()).unwrap_or_default();
        let empty = matches!(raw.trim_matches('"').trim(), "" | "[]" | "{}" | "null");
        if !empty {
            self.book.prose(Said {
                at,
                line,
                words: &format!("{name}: {raw}"),
            });
        }
    }

    fn whole(&mut self, at: &str, node: &Node) {
        let words = self.text.get(node.span.clone()).unwrap_or_default();
        self.book.prose(Said {
            at,
            line: self.first + node.line,
            words,
        });
    }
}

fn is_list(node: &Node) -> bool {
    matches!(node.value, Json::List(_))
}

/// The text of the first of these members that has one.
fn text_of(node: &Node, names: &[&str]) -> String {
    let texts = names.iter().filter_map(|it| node.get(it)?.text());
    texts
        .map(plain)
        .find(|it| !it.is_empty())
        .unwrap_or_default()
}

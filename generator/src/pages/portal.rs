//! The data behind a portal's page, dumped as something like JSON.

use super::{
    Kind,
    book::{Body, Book, Said, below},
    codes::{self, Code},
    entry::{self, Entry, Piece},
    grid,
    json::{self, Json, Node, Quotes},
    lines, opening, prose,
    words::{self, Need, Type},
};

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

/// Members of the content that say the same once more, or nothing.
const TWINS: &[&str] = &["descriptionLake"];

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
                "request" | "response" => self.members(node, name),
                "endpoint" => self.endpoint(content, node),
                "description" => self.introduction(node),
                "result" | "moreCodes" => self.codes(node),
                "examples" | "exampleResponse" => self.examples(node, name),
                "method" => {}
                name if TWINS.contains(&name) => {}
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

    fn members(&mut self, list: &Node, at: &str) {
        for node in list.items() {
            let Some(name) = node
                .get("name")
                .and_then(Node::text)
                .map(super::text::plain)
            else {
                self.whole(at, node);
                continue;
            };
            let at = below(at, &name);
            self.member(node, &at, name);
            if let Some(children) = node.get("kvs").or_else(|| node.get("children")) {
                self.members(children, &at);
            }
        }
    }

    fn member(&mut self, node: &Node, at: &str, name: String) {
        let line = self.first + node.line;
        let text = |name| node.get(name).and_then(Node::text).unwrap_or_default();
        let (of, type_inferred) = type_of(text("type"), text("editType"));
        let mut about = node
            .get("description")
            .map(|it| self.pieces(it))
            .unwrap_or_default();
        // The twin has lost its badge, so it is looked at only when there is nothing else.
        let warnings = ["warning", "warningLake"]
            .map(|name| node.get(name).map(|it| self.pieces(it)).unwrap_or_default());
        about.extend(
            warnings
                .into_iter()
                .find(|it| !it.is_empty())
                .unwrap_or_default(),
        );
        let required = node.get("required").map(|it| it.value == Json::Bool(true));
        let entry = Entry {
            at: at.to_owned(),
            name: Some(name),
            line,
            of,
            type_inferred,
            type_line: node.get("type").map(|it| self.first + it.line),
            need_line: node.get("required").map(|it| self.first + it.line),
            need: required.map(|it| if it { Need::Required } else { Need::Optional }),
            unsaid: Some(Need::Optional),
            about,
            ..Entry::default()
        };
        entry::describe(self.book, &entry);
        self.limits(node, at);
    }

    /// What the dump has in members of its own, known or not.
    fn limits(&mut self, node: &Node, at: &str) {
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
        let Json::Object(members) = &node.value else {
            return;
        };
        for (name, node) in members
            .iter()
            .filter(|(name, _)| !KNOWN.contains(&name.as_str()))
        {
            let line = self.first + node.line;
            let words = self.text.get(node.span.clone()).unwrap_or_default();
            let said = Said { at, line, words };
            match (name.as_str(), &node.value) {
                ("maxLength", Json::Number(digits) | Json::Text(digits))
                    if digits.parse::<u64>().is_ok() =>
                {
                    self.book.say(
                        said,
                        Kind::MaxChars,
                        digits.parse::<u64>().unwrap_or_default(),
                    );
                }
                ("maxItems" | "maxSize", Json::Number(digits)) if digits.parse::<u64>().is_ok() => {
                    self.book.say(
                        said,
                        Kind::MaxItems,
                        digits.parse::<u64>().unwrap_or_default(),
                    );
                }
                ("range", Json::Text(text))
                    if prose::limit(
                        self.book,
                        Said {
                            words: text,
                            ..said
                        },
                        &super::text::plain(text),
                    ) => {}
                _ => self.other(at, name, node, line),
            }
        }
    }

    fn codes(&mut self, list: &Node) {
        for node in list.items() {
            let text = |names: [&str; 2]| {
                names
                    .iter()
                    .find_map(|it| node.get(it).and_then(Node::text))
                    .map(super::text::plain)
                    .unwrap_or_default()
            };
            let (code, class, message) = (
                text(["code", "name"]),
                text(["value", "status"]),
                text(["message", "description"]),
            );
            if code.is_empty() {
                self.whole("page", node);
                continue;
            }
            let line = self.first + node.line;
            codes::say(
                self.book,
                &Code {
                    name: &code,
                    class: &class,
                    message: &message,
                    line,
                },
            );
            if let Some(action) = node.get("action").and_then(Node::text) {
                self.book.prose(Said {
                    at: &below("codes", &code),
                    line,
                    words: action,
                });
            }
        }
    }

    fn examples(&mut self, list: &Node, member: &str) {
        for (index, node) in list.items().iter().enumerate() {
            let title = ["title", "name"]
                .iter()
                .find_map(|it| node.get(it).and_then(Node::text))
                .map(super::text::plain);
            let number = (index + 1).to_string();
            let title = title.filter(|it| !it.is_empty()).unwrap_or(number);
            for direction in ["request", "response"] {
                let Some(body) = node.get(direction) else {
                    continue;
                };
                let text = body.text().map_or_else(
                    || {
                        self.text
                            .get(body.span.clone())
                            .unwrap_or_default()
                            .to_owned()
                    },
                    str::to_owned,
                );
                if text.trim().is_empty() {
                    continue;
                }
                let title = if direction == "response" && node.get("request").is_some() {
                    format!("{title} - response")
                } else {
                    title.clone()
                };
                let title = if member == "exampleResponse" {
                    format!("response {title}")
                } else {
                    title
                };
                let at = below("examples", &title);
                self.book.body(Body {
                    at,
                    direction,
                    text,
                    line: self.first + body.line,
                });
            }
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

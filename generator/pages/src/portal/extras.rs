//! Result codes and documented bodies of a dump.

use super::{Reader, text_of};
use crate::{
    book::Said,
    codes::{self, Code},
    examples::Body,
    json::{Json, Node},
};
use stipula_facts::place::below;

impl Reader<'_> {
    pub(super) fn codes(&mut self, list: &Node) {
        for node in list.items() {
            let code = text_of(node, &["code", "name"]);
            if code.is_empty() {
                self.whole("page", node);
                continue;
            }
            let line = self.first + node.line;
            let named = Code {
                name: &code,
                class: &text_of(node, &["value", "status"]),
                message: &text_of(node, &["message", "description"]),
                line,
            };
            codes::say(self.book, &named);
            let at = below("codes", &code);
            if let Some(action) = node.get("action").and_then(Node::text) {
                self.book.prose(Said {
                    at: &at,
                    line,
                    words: action,
                });
            }
            let mut read = vec!["action"];
            for pair in [
                ["code", "name"],
                ["value", "status"],
                ["message", "description"],
            ] {
                read.extend(said(node, pair));
            }
            self.rest(&at, node, &read);
        }
    }

    pub(super) fn examples(&mut self, list: &Node, member: &str) {
        for (index, node) in list.items().iter().enumerate() {
            let mut title = text_of(node, &["title", "name"]);
            if title.is_empty() {
                title = (index + 1).to_string();
            }
            self.example(node, member, &title);
        }
    }

    fn example(&mut self, node: &Node, member: &str, title: &str) {
        let mut read = said(node, ["title", "name"]).map_or_else(Vec::new, |it| vec![it]);
        let from_response = if member == "exampleResponse" {
            "response "
        } else {
            ""
        };
        for direction in ["request", "response"] {
            let Some(body) = node.get(direction) else {
                continue;
            };
            read.push(direction);
            let raw = self.text.get(body.span.clone()).unwrap_or_default();
            let text = body.text().unwrap_or(raw).to_owned();
            if text.trim().is_empty() || matches!(body.value, Json::Null) {
                continue;
            }
            let answer = direction == "response" && node.get("request").is_some();
            let title = format!(
                "{from_response}{title}{}",
                if answer { " - response" } else { "" }
            );
            self.book.body(Body {
                at: below("examples", &title),
                direction: Some(direction),
                text,
                line: self.first + body.line,
            });
        }
        let at = below("examples", &format!("{from_response}{title}"));
        self.rest(&at, node, &read);
    }
}

/// Which of two names a text was read from.
fn said(node: &Node, names: [&'static str; 2]) -> Option<&'static str> {
    let has_text = |it: &&str| {
        node.get(it)
            .and_then(Node::text)
            .is_some_and(|it| !it.trim().is_empty())
    };
    names.into_iter().find(has_text)
}

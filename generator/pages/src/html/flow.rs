//! A document as parts that follow each other.

use super::{
    inline::{code, inline, is_block, is_furniture, words},
    table::{Table, definitions, table},
    tree::{Id, Tree},
};
use crate::lines::{self, Line};

/// A part of a document.
#[derive(Debug, Clone)]
pub(crate) enum Part {
    Heading {
        /// From 1, the title of the page.
        level: u8,
        line: Line,
    },
    /// A paragraph, or an item of a list, which begins with `• `.
    Text(Line),
    Table(Table),
    /// What stands in a block of code.
    Code(Line),
}

/// The parts of a tree in the order of reading.
pub(super) fn parts(tree: &Tree) -> Vec<Part> {
    let mut flow = Flow {
        tree,
        structured: structured(tree),
        parts: Vec::new(),
    };
    flow.node(Tree::ROOT);
    flow.parts
}

struct Flow<'t> {
    tree: &'t Tree,
    /// Whether an element has one in it that begins on its own line.
    structured: Vec<bool>,
    parts: Vec<Part>,
}

impl Flow<'_> {
    /// Elements inside one another are bounded before a tree is built.
    fn node(&mut self, id: Id) {
        let tree = self.tree;
        if is_furniture(tree, id) {
            return;
        }
        match tree.name(id) {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading(id),
            "table" if !self.is_layout(id) => self.parts.push(Part::Table(table(tree, id))),
            "pre" => self.code(id),
            "dl" => self.definitions(id),
            "li" if !self.structured[id] => {
                let text = words(tree, id);
                self.text(tree.line(id), &format!("• {text}"));
            }
            _ if self.structured[id] => self.inside(id),
            _ => {
                let text = words(tree, id);
                self.text(tree.line(id), &text);
            }
        }
    }

    /// An element with others in it: what stands between them is a paragraph.
    fn inside(&mut self, id: Id) {
        let tree = self.tree;
        let bullet = if tree.name(id) == "li" { "• " } else { "" };
        let mut run = String::new();
        let mut line = tree.line(id);
        for child in tree.children(id) {
            if self.is_own(*child) {
                self.text(line, &format!("{bullet}{run}"));
                run.clear();
                self.node(*child);
                continue;
            }
            if run.trim().is_empty() {
                line = tree.line(*child);
            }
            run.push_str(&inline(tree, *child));
        }
        self.text(line, &format!("{bullet}{run}"));
    }

    /// Whether an element begins on its own line, or has one in it that does.
    fn is_own(&self, id: Id) -> bool {
        self.structured[id] || is_block(self.tree.name(id)) || is_furniture(self.tree, id)
    }

    fn heading(&mut self, id: Id) {
        let tree = self.tree;
        let text = words(tree, id).replace('\n', " ");
        let text = crate::text::plain(text.trim_end_matches(['#', '¶', '§']));
        if text.is_empty() {
            return;
        }
        let level = tree.name(id)[1..].parse().unwrap_or(6);
        let no = tree.line(id);
        self.parts.push(Part::Heading {
            level,
            line: Line { no, text },
        });
    }

    fn code(&mut self, id: Id) {
        let (text, no) = (code(self.tree, id), self.tree.line(id));
        let text = text.trim().to_owned();
        if text.starts_with(['{', '[']) {
            self.parts.push(Part::Code(Line { no, text }));
        } else {
            self.text(no, &text);
        }
    }

    fn text(&mut self, no: usize, text: &str) {
        let lines = lines::numbered(text, no).into_iter();
        let lines = lines.filter(|it| it.text != "•");
        // A break in a paragraph is no line of the source.
        self.parts
            .extend(lines.map(|it| Part::Text(Line { no, ..it })));
    }

    fn definitions(&mut self, id: Id) {
        let all = definitions(self.tree, id);
        match crate::html::terms::table(self.tree.line(id), &all) {
            Some(table) => self.parts.push(Part::Table(table)),
            None => {
                for (line, term, about) in all {
                    self.text(line, &format!("• {term}: {about}"));
                }
            }
        }
    }

    /// A table that only puts things beside each other: one column, or said to be no table.
    fn is_layout(&self, id: Id) -> bool {
        let role = self.tree.attribute(id, "role");
        if role.is_some_and(|it| matches!(it, "presentation" | "none")) {
            return true;
        }
        super::table::widest(self.tree, id) < 2
    }
}

/// For each node, whether one below it begins on its own line.
fn structured(tree: &Tree) -> Vec<bool> {
    let mut order = vec![Tree::ROOT];
    let mut next = 0;
    while let Some(id) = order.get(next).copied() {
        order.extend(tree.children(id));
        next += 1;
    }
    let mut found = vec![false; order.iter().max().map_or(0, |it| it + 1)];
    for id in order.into_iter().rev() {
        if let Some(parent) = tree.parent(id)
            && (found[id] || is_block(tree.name(id)))
        {
            found[parent] = true;
        }
    }
    found
}

//! A document as parts that follow each other.

use super::{
    address,
    blocks::is_block,
    furniture::is_furniture,
    index::Index,
    inline::{code, inline, words},
    members::{self, Boxes},
    rows::{Row, Table},
    table::{definitions, table},
    tabs::Tabs,
    titles,
    tree::{Id, Tree},
};
use crate::{
    lines::{self, Line},
    sections::{answer, section},
};

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
    /// The name of an answer that the capture does not show.
    Lost(Line),
}

/// The parts of a tree in the order of reading.
pub(super) fn parts(tree: &Tree, index: &Index) -> Vec<Part> {
    let boxes = Boxes { tree, index };
    let mut flow = Flow {
        tree,
        index,
        boxes,
        tabs: Tabs::default(),
        parts: Vec::new(),
    };
    flow.node(Tree::ROOT);
    let lost = flow.tabs.lost();
    flow.lost(lost);
    flow.parts
}

struct Flow<'t> {
    tree: &'t Tree,
    index: &'t Index,
    boxes: Boxes<'t>,
    tabs: Tabs,
    parts: Vec<Part>,
}

impl Flow<'_> {
    /// Elements inside one another are bounded before a tree is built.
    fn node(&mut self, id: Id) {
        let tree = self.tree;
        match tree.attribute(id, "role") {
            Some("tablist") => {
                let lost = self.tabs.take(tree, id);
                self.lost(lost);
                return;
            }
            Some("tabpanel") => return self.panel(id),
            _ if is_furniture(tree, id) => return,
            _ => {}
        }
        self.element(id);
    }

    fn element(&mut self, id: Id) {
        let tree = self.tree;
        if let Some(text) = address::of(tree, id) {
            return self.text(tree.place(id), &text);
        }
        if self.index.is_member(id) {
            let row = self.index.head(id).map(|it| self.boxes.member(id, it));
            return self.members(row.into_iter().collect());
        }
        let is_structured = self.index.structured[id];
        match tree.name(id) {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading(id),
            "table" if self.index.head(id).is_none() && !self.is_layout(id) => {
                let table = table(self.boxes, id);
                self.parts.push(Part::Table(table));
            }
            "pre" => self.code(id),
            "dl" if !self.index.is_titled(id) && !self.holds_members(id) => self.definitions(id),
            _ if self.title(id) => {}
            "li" if !is_structured => {
                let text = words(tree, id);
                self.text(tree.place(id), &format!("• {text}"));
            }
            _ if is_structured => self.inside(id),
            _ => {
                let text = words(tree, id);
                self.text(tree.place(id), &text);
            }
        }
    }

    /// An element with others in it: what stands between them is a paragraph, and members beside each
    /// other are a table.
    fn inside(&mut self, id: Id) {
        let tree = self.tree;
        let bullet = if tree.name(id) == "li" { "• " } else { "" };
        let mut run = String::new();
        let mut line = tree.place(id);
        let mut rows: Vec<Row> = Vec::new();
        for child in tree.children(id) {
            if self.is_own(*child) {
                self.text(line, &format!("{bullet}{run}"));
                run.clear();
                if !self.is_row(*child, &mut rows) {
                    self.members(std::mem::take(&mut rows));
                    self.node(*child);
                }
                continue;
            }
            let text = inline(tree, *child);
            if !text.trim().is_empty() {
                self.members(std::mem::take(&mut rows));
            }
            if run.trim().is_empty() {
                line = tree.place(*child);
            }
            run.push_str(&text);
        }
        self.members(rows);
        self.text(line, &format!("{bullet}{run}"));
    }

    /// Takes an element as a member beside those before it, or as words or members of the last of them.
    fn is_row(&self, id: Id, rows: &mut Vec<Row>) -> bool {
        if self.index.is_hidden(id) {
            return self.tree.attribute(id, "role") != Some("tablist");
        }
        let name = self.tree.name(id);
        if self.tree.attribute(id, "role") == Some("tabpanel") {
            return false;
        }
        if self.index.is_member(id) {
            if let Some(head) = self.index.head(id) {
                rows.push(self.boxes.member(id, head));
            }
            return true;
        }
        let Some(row) = rows.last_mut() else {
            return false;
        };
        let is_part = match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "pre" | "dt" => false,
            "dd" => true,
            _ if self.index.is_titled(id) => false,
            _ if self.index.is_list(id) => true,
            "table" => false,
            _ => !row.is_described() && row.inner.is_empty(),
        };
        if is_part {
            self.boxes.below(row, id);
        }
        is_part
    }

    fn members(&mut self, rows: Vec<Row>) {
        if let Some(first) = rows.first() {
            let table = members::table(first.line, rows);
            self.parts.push(Part::Table(table));
        }
    }

    /// What a tab shows, with the name of the tab above it.
    fn panel(&mut self, id: Id) {
        if let Some(line) = self.tabs.enter(self.tree, id) {
            let is_heading = section(&line.text).is_some() || answer(&line.text).is_some();
            self.parts.push(if is_heading {
                Part::Heading {
                    level: titles::WELL_KNOWN,
                    line,
                }
            } else {
                Part::Text(line)
            });
        }
        self.element(id);
        let lost = self.tabs.leave();
        self.lost(lost);
    }

    fn lost(&mut self, lines: Vec<Line>) {
        self.parts.extend(lines.into_iter().map(Part::Lost));
    }

    /// A box that is a heading.
    fn title(&mut self, id: Id) -> bool {
        if !self.index.is_titled(id) {
            return false;
        }
        let found = titles::of(self.tree, id, self.index.loose);
        if let Some((level, text)) = found {
            let no = self.tree.place(id);
            let line = Line { no, text };
            self.parts.push(Part::Heading { level, line });
            return true;
        }
        false
    }

    /// Whether members with members of their own stand in a list of terms.
    fn holds_members(&self, id: Id) -> bool {
        let mut open = self.tree.children(id).to_vec();
        while let Some(it) = open.pop() {
            let is_nested =
                matches!(self.tree.name(it), "dd" | "dl") && self.index.head(it).is_some();
            if is_nested || self.tree.name(it) == "dl" {
                return true;
            }
            open.extend(self.tree.children(it));
        }
        false
    }

    /// Whether an element begins on its own line, or has one in it that does.
    fn is_own(&self, id: Id) -> bool {
        self.index.structured[id]
            || is_block(self.tree.name(id))
            || is_furniture(self.tree, id)
            || self.tree.name(id) == "button"
    }

    fn heading(&mut self, id: Id) {
        let tree = self.tree;
        let text = words(tree, id).replace('\n', " ");
        let text = crate::text::plain(text.trim_end_matches(['#', '¶', '§']));
        if text.is_empty() {
            return;
        }
        let lost = self.tabs.ended();
        self.lost(lost);
        let level = tree.name(id)[1..].parse().unwrap_or(6);
        let no = tree.place(id);
        self.parts.push(Part::Heading {
            level,
            line: Line { no, text },
        });
    }

    fn code(&mut self, id: Id) {
        let (text, no) = (code(self.tree, id), self.tree.place(id));
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
        match crate::html::terms::table(self.tree.place(id), &all) {
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

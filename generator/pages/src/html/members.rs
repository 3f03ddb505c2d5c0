//! Members that stand in boxes of their own and not in a table: names, types and badges, words below
//! them, and members inside of them.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    furniture::is_furniture,
    head::Head,
    index::Index,
    inline::{Apart, Reading, words_by},
    rows::{ABOUT, HEADS, NEED, Row, Table},
    says,
    tree::{Id, Tree},
};
use crate::entry::is_fold;

/// A document and what is known of it.
#[derive(Clone, Copy)]
pub(super) struct Boxes<'t> {
    pub(super) tree: &'t Tree,
    pub(super) index: &'t Index,
}

impl Boxes<'_> {
    /// The member that an element describes, with those inside of it.
    pub(super) fn member(&self, id: Id, head: &Head) -> Row {
        let mut spine: BTreeSet<Id> = BTreeSet::new();
        let up = std::iter::successors(Some(head.anchor), |it| self.tree.parent(*it));
        spine.extend(up.take_while(|it| *it != id));
        let (inner, skip) = self.inside(id, &|it| it == id || spine.contains(&it));
        let used: BTreeMap<Id, &str> = head
            .used
            .iter()
            .map(|(id, left)| (*id, left.as_str()))
            .collect();
        let read = |it: Id| match used.get(&it) {
            Some(left) => Reading::Instead((*left).to_owned()),
            None if skip.contains(&it) => Reading::Skip,
            None => Reading::Keep,
        };
        let words = words_by(self.tree, id, Apart::Yes, &read);
        let words = format!("{}\n{words}", head.more.join(", "));
        let mut row = Row {
            line: self.tree.place(head.anchor),
            cells: vec![
                head.name.clone(),
                head.of.clone(),
                head.need.clone(),
                head.travel.clone(),
                String::new(),
                String::new(),
                String::new(),
            ],
            depth: 0,
            inner: Vec::new(),
        };
        add(&mut row, words.trim(), inner);
        row
    }

    /// Words and members that stand below a member, in an element beside it.
    pub(super) fn below(&self, row: &mut Row, id: Id) {
        if self.index.is_list(id) || self.index.is_member(id) {
            add(row, "", self.members(id));
            return;
        }
        let (inner, skip) = self.inside(id, &|it| it == id);
        let read = |it: Id| {
            if skip.contains(&it) {
                Reading::Skip
            } else {
                Reading::Keep
            }
        };
        let words = words_by(self.tree, id, Apart::Yes, &read);
        add(row, &words, inner);
    }

    /// The members inside of an element, and the elements that have them. `is_own` are those whose head
    /// is the one of the element itself.
    pub(super) fn inside(&self, id: Id, is_own: &dyn Fn(Id) -> bool) -> (Vec<Row>, BTreeSet<Id>) {
        let mut rows: Vec<Row> = Vec::new();
        let mut skip = BTreeSet::new();
        let mut open = vec![id];
        while let Some(it) = open.pop() {
            if is_furniture(self.tree, it) && it != id {
                continue;
            }
            if !is_own(it) && self.index.head(it).is_some() {
                skip.insert(it);
                self.add_members(it, &mut rows);
                continue;
            }
            open.extend(self.tree.children(it).iter().rev());
        }
        (rows, skip)
    }

    /// The members of an element that begins with one.
    fn members(&self, id: Id) -> Vec<Row> {
        let mut rows = Vec::new();
        self.add_members(id, &mut rows);
        rows
    }

    /// Elements inside one another are bounded before a tree is built.
    fn add_members(&self, id: Id, rows: &mut Vec<Row>) {
        if !self.index.is_list(id) {
            if let Some(head) = self.index.head(id) {
                rows.push(self.member(id, head));
            }
            return;
        }
        let from = rows.len();
        for child in self.tree.children(id) {
            let is_one = self.index.head(*child).is_some() && !self.index.is_list(*child);
            // A list that begins with a list holds its members.
            if is_one || rows.len() == from {
                self.add_members(*child, rows);
            } else if let Some(row) = rows.last_mut() {
                self.below(row, *child);
            }
        }
    }
}

/// The table of members, with what it means that one of them has no badge.
pub(super) fn table(line: usize, mut rows: Vec<Row>) -> Table {
    let asked = needs(&rows);
    if asked.contains("required") && !asked.contains("optional") {
        settle(&mut rows);
    }
    Table {
        line,
        heads: HEADS.map(str::to_owned).to_vec(),
        rows,
    }
}

fn needs(rows: &[Row]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for row in rows {
        let need = row.cells.get(NEED).and_then(|it| crate::words::badge(it));
        found.extend(need.map(|it| it.name().to_owned()));
        for inner in row.inner.iter().filter(|it| it.heads.len() == HEADS.len()) {
            found.extend(needs(&inner.rows));
        }
    }
    found
}

/// Where a page marks those that are required, the others are not.
fn settle(rows: &mut [Row]) {
    for row in rows {
        if let Some(need) = row.cells.get_mut(NEED).filter(|it| it.is_empty()) {
            "optional".clone_into(need);
        }
        let inner = row.inner.iter_mut();
        for table in inner.filter(|it| it.heads.len() == HEADS.len()) {
            settle(&mut table.rows);
        }
    }
}

/// Adds words and members to a member.
fn add(row: &mut Row, words: &str, mut inner: Vec<Row>) {
    let prefix = row.cells.first().map_or("", |it| it.trim_end_matches("[]"));
    // `address.city`, where it stands below `address` anyhow.
    for name in inner.iter_mut().filter_map(|it| it.cells.first_mut()) {
        let rest = name.strip_prefix(prefix);
        let rest = rest.map(|it| it.trim_start_matches("[]"));
        if let Some(rest) = rest.and_then(|it| it.strip_prefix('.')) {
            *name = rest.to_owned();
        }
    }
    let unfolded = !inner.is_empty() || !row.inner.is_empty();
    let lines = words.lines().filter(|it| !(unfolded && is_fold(it)));
    says::add(&mut row.cells, &lines.collect::<Vec<_>>());
    if let Some(first) = inner.first() {
        row.inner.push(Table {
            line: first.line,
            heads: HEADS.map(str::to_owned).to_vec(),
            rows: inner,
        });
    }
}

impl Row {
    /// Whether a member from a box has words below it.
    pub(super) fn is_described(&self) -> bool {
        self.cells.get(ABOUT).is_some_and(|it| !it.is_empty())
    }
}

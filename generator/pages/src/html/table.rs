//! Tables and definition lists, cell by cell.

use super::{
    inline::{words, words_without},
    members::{self, Boxes},
    rows::{Row, Table},
    tree::{Id, Tree},
};
use crate::words::pattern;

/// Most columns or rows that one cell may reach over.
const WIDEST: usize = 64;
const LONGEST: usize = 1_000;

/// Most cells of a row, where some are there because others reach into it.
const MOST_COLUMNS: usize = 256;

/// Most cells of a table that are there because others reach over them.
const MOST_REPEATS: usize = 100_000;

/// Cells that reach into rows below, by column.
#[derive(Default)]
struct Reach {
    /// How many rows are left, and the text.
    columns: Vec<Option<(usize, String)>>,
    /// Cells that were repeated.
    repeats: usize,
}

/// Reads a table.
pub(super) fn table(boxes: Boxes<'_>, id: Id) -> Table {
    let tree = boxes.tree;
    let mut rows: Vec<Row> = Vec::new();
    let mut reach = Reach::default();
    let mut heads = None;
    for row in own(tree, id, "tr") {
        let (mut read, is_heads) = self::row(boxes, row, &mut reach);
        let is_below = read
            .cells
            .iter()
            .all(|it| it.is_empty() || crate::entry::is_fold(it));
        if let Some(above) = rows
            .last_mut()
            .filter(|_| is_below && !read.inner.is_empty())
        {
            above.inner.append(&mut read.inner);
            continue;
        }
        if is_heads && heads.is_none() && rows.is_empty() {
            heads = Some(read.cells);
        } else if read.cells.iter().any(|it| !it.is_empty()) || !read.inner.is_empty() {
            rows.push(read);
        }
    }
    let heads = heads.unwrap_or_else(|| {
        // Many pages have their headings in a row like any other.
        let is_heads = rows
            .first()
            .is_some_and(|it: &Row| crate::columns::is_heads(&it.cells));
        if is_heads {
            rows.remove(0).cells
        } else {
            Vec::new()
        }
    });
    Table {
        line: tree.place(id),
        heads,
        rows,
    }
}

/// Most cells of a row of a table.
pub(super) fn widest(tree: &Tree, id: Id) -> usize {
    let is_cell = |it: &&Id| matches!(tree.name(**it), "td" | "th");
    let rows = own(tree, id, "tr").into_iter();
    let widths = rows.map(|row| tree.children(row).iter().filter(is_cell).count());
    widths.max().unwrap_or_default()
}

/// Elements of a name below a table, and not below a table in it.
fn own(tree: &Tree, table: Id, name: &str) -> Vec<Id> {
    let mut found = Vec::new();
    let mut open: Vec<Id> = tree.children(table).iter().rev().copied().collect();
    while let Some(it) = open.pop() {
        match tree.name(it) {
            it_name if it_name == name => found.push(it),
            "table" => {}
            _ => open.extend(tree.children(it).iter().rev()),
        }
    }
    found
}

/// The cells of a row, and whether all of them are headings.
fn row(boxes: Boxes<'_>, row: Id, reach: &mut Reach) -> (Row, bool) {
    let tree = boxes.tree;
    let mut cells: Vec<String> = Vec::new();
    let mut inner = Vec::new();
    let (mut heads, mut all) = (0, 0);
    let own = tree
        .children(row)
        .iter()
        .filter(|it| matches!(tree.name(**it), "td" | "th"));
    for cell in own {
        reach.fill(&mut cells);
        all += 1;
        heads += usize::from(tree.name(*cell) == "th");
        let (members, skip) = match all {
            // The first cell has the member itself.
            1 => (Vec::new(), std::collections::BTreeSet::new()),
            _ => boxes.inside(*cell, &|it| it == *cell || tree.name(it) == "table"),
        };
        let text = words_without(tree, *cell, &|it| {
            tree.name(it) == "table" || skip.contains(&it)
        });
        inner.extend(tables(boxes, *cell));
        if let Some(first) = members.first() {
            inner.push(members::table(first.line, members));
        }
        let wide = span(tree, *cell, "colspan", WIDEST);
        let long = span(tree, *cell, "rowspan", LONGEST);
        reach.put(&mut cells, &text, (wide, long));
    }
    reach.fill(&mut cells);
    let line = tree.place(row);
    let depth = depth(tree, row);
    let row = Row {
        line,
        cells,
        depth,
        inner,
    };
    (row, all > 1 && heads == all)
}

impl Reach {
    /// Puts cells that reach down from rows above.
    fn fill(&mut self, cells: &mut Vec<String>) {
        while let Some(Some((left, text))) = self.columns.get_mut(cells.len()) {
            let text = text.clone();
            *left -= 1;
            if *left == 0 {
                self.columns[cells.len()] = None;
            }
            cells.push(text);
            self.repeats += 1;
        }
    }

    /// Puts a cell over the columns and the rows that it reaches over.
    fn put(&mut self, cells: &mut Vec<String>, text: &str, (wide, long): (usize, usize)) {
        for nth in 0..wide {
            let column = cells.len();
            let is_full = column >= MOST_COLUMNS || self.repeats >= MOST_REPEATS;
            if nth > 0 && is_full {
                return;
            }
            self.repeats += usize::from(nth > 0);
            if long > 1 && !is_full {
                if self.columns.len() <= column {
                    self.columns.resize(column + 1, None);
                }
                self.columns[column] = Some((long - 1, text.to_owned()));
            }
            cells.push(text.to_owned());
        }
    }
}

fn span(tree: &Tree, cell: Id, name: &str, most: usize) -> usize {
    let written = tree
        .attribute(cell, name)
        .and_then(|it| it.trim().parse().ok());
    written.unwrap_or(1).clamp(1, most)
}

/// Tables below a cell, each with those in it.
fn tables(boxes: Boxes<'_>, cell: Id) -> Vec<Table> {
    let found = own(boxes.tree, cell, "table");
    found.into_iter().map(|it| table(boxes, it)).collect()
}

/// How deep a row says that it stands: by an attribute, or by a class such as `level-1`.
fn depth(tree: &Tree, row: Id) -> usize {
    const NAMES: [&str; 4] = ["aria-level", "data-level", "data-depth", "data-indent"];
    let said = NAMES.iter().find_map(|it| tree.attribute(row, it));
    let class = tree.attribute(row, "class").unwrap_or_default();
    let by_class = pattern!(r"(?:^|[\s_-])(?:level|depth|indent)[_-]?(\d)(?:$|\s)")
        .captures(class)
        .and_then(|it| it[1].parse().ok());
    said.and_then(|it| it.trim().parse().ok())
        .or(by_class)
        .unwrap_or(0)
}

/// Reads a definition list: a row for each term, with what is said of it.
pub(super) fn definitions(tree: &Tree, id: Id) -> Vec<(usize, String, String)> {
    let mut found: Vec<(usize, String, String)> = Vec::new();
    let mut open: Vec<Id> = tree.children(id).iter().rev().copied().collect();
    while let Some(it) = open.pop() {
        let text = || words(tree, it);
        match tree.name(it) {
            "dt" => found.push((tree.place(it), text().replace('\n', " "), String::new())),
            "dd" => match found.last_mut() {
                Some((_, _, about)) if about.is_empty() => *about = text(),
                Some((_, _, about)) => {
                    about.push('\n');
                    about.push_str(&text());
                }
                None => found.push((tree.place(it), String::new(), text())),
            },
            "div" => open.extend(tree.children(it).iter().rev()),
            _ => {}
        }
    }
    found
}

//! Rows of a table that stand below another row: moved to the right, marked, or named by a path.

use crate::{
    columns::{self, Column},
    html::{Row, Table},
    text,
    words::{is_name, pattern},
};

/// A table whose rows with a row above them stand in that row.
pub(super) fn nest(table: &Table) -> Table {
    let heads: Vec<String> = table.heads.iter().map(|it| text::bare(it)).collect();
    let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
    let found = columns::table(&heads).filter(|it| it.kind == columns::Table::Fields);
    let place = found.and_then(|it| it.columns.iter().position(|it| *it == Column::Name));
    let Some(place) = place else {
        return table.clone();
    };
    let base = table.rows.iter().map(|it| it.depth).min().unwrap_or(0);
    let mut stack = Stack::new(table);
    for row in &table.rows {
        let cell = row.cells.get(place).map_or("", String::as_str);
        let (steps, name) = marked(cell);
        let mut depth = row.depth - base + steps;
        let mut row = row.clone();
        if let Some(cell) = row.cells.get_mut(place).filter(|_| steps > 0) {
            *cell = text::bare(name);
        }
        if depth == 0
            && let Some((above, rest)) = stack.path(name, place)
        {
            depth = above;
            if let Some(cell) = row.cells.get_mut(place) {
                rest.clone_into(cell);
            }
        }
        stack.push(row, depth);
    }
    stack.close(0);
    Table {
        rows: stack.rows,
        ..table.clone()
    }
}

/// Marks in front of a name, and the name: `└─ width`, `-- width`, `↳ width`.
fn marked(cell: &str) -> (usize, &str) {
    let Some(found) = pattern!(r"^[`\s]*((?:[│┃|└├┗┣╰─━\-–—>»→↳⤷+·•]+\s*)+)`?").find(cell)
    else {
        return (0, cell);
    };
    let ticks = found.as_str().ends_with('`');
    let rest = &cell[found.end() - usize::from(ticks)..];
    let bare = text::bare(rest);
    let first = bare.split([' ', '\n', '*']).next().unwrap_or_default();
    if !is_name(first) {
        return (0, cell);
    }
    let marks = found.as_str().trim_matches(['`', ' ']);
    let bars = marks.matches(['│', '┃', '|']).count();
    let corners = marks.contains(['└', '├', '┗', '┣', '╰']);
    let dashes = marks
        .chars()
        .filter(|it| matches!(it, '-' | '–' | '—'))
        .count();
    let arrows = marks
        .matches(['>', '»', '→', '↳', '⤷', '+', '·', '•'])
        .count();
    let steps = if corners {
        bars + 1
    } else if arrows > 0 {
        arrows
    } else {
        // `-- width` is as deep as `- width` on pages that have one kind only.
        dashes.max(1)
    };
    (steps, rest)
}

/// Rows that may still get rows below them, the deepest last.
struct Stack<'t> {
    table: &'t Table,
    rows: Vec<Row>,
    open: Vec<(usize, Row)>,
}

impl<'t> Stack<'t> {
    fn new(table: &'t Table) -> Self {
        Self {
            table,
            rows: Vec::new(),
            open: Vec::new(),
        }
    }

    fn push(&mut self, row: Row, depth: usize) {
        self.close(depth);
        self.open.push((depth, row));
    }

    /// Ends the rows that are at least so deep.
    fn close(&mut self, depth: usize) {
        while let Some((_, row)) = self.open.pop_if(|it| it.0 >= depth) {
            match self.open.last_mut() {
                None => self.rows.push(row),
                Some((_, above)) => put(self.table, above, row),
            }
        }
    }

    /// How deep a name with a path stands, and the end of the path: `size.width` below `size`.
    fn path<'n>(&self, name: &'n str, place: usize) -> Option<(usize, &'n str)> {
        let bare = |it: &str| text::bare(it).trim_end_matches(['*', ' ']).to_owned();
        let steps: Vec<&str> = name.trim_start_matches('`').split('.').collect();
        let is_above = |(nth, (_, row)): (usize, &(usize, Row))| {
            let cell = row.cells.get(place).map_or("", String::as_str);
            let step = steps.get(nth).copied().unwrap_or_default();
            bare(cell).trim_end_matches("[]") == step.trim_end_matches("[]")
        };
        let above = self.open.iter().enumerate().take_while(|it| is_above(*it));
        let count = above.count().min(steps.len().saturating_sub(1));
        let prefix: usize = steps.iter().take(count).map(|it| it.len() + 1).sum();
        let start = name.len() - name.trim_start_matches('`').len();
        (count > 0).then(|| (count, &name[start + prefix..]))
    }
}

/// Puts a row below another one.
fn put(table: &Table, above: &mut Row, row: Row) {
    // Tables of its own come first, those of rows below it are one.
    if let Some(last) = above
        .inner
        .last_mut()
        .filter(|it| it.line > above.line && it.heads == table.heads)
    {
        last.rows.push(row);
        return;
    }
    above.inner.push(Table {
        line: row.line,
        heads: table.heads.clone(),
        rows: vec![row],
    });
}

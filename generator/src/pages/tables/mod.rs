//! Pages with tables whose cells end in `|`.

mod blocks;
mod fields;
mod places;
mod repair;
mod walk;

use super::{book::Book, columns, lines::Line};

/// The cells of a row; a bar at the end, or at both ends, makes no cell.
fn cells(row: &str) -> Vec<&str> {
    let row = row.trim();
    let row = row.strip_suffix('|').unwrap_or(row);
    row.split('|').map(str::trim).collect()
}

/// The headings in a line, and whether bars stand at both ends.
fn heading(line: &str) -> Option<(columns::Heads, bool)> {
    if !line.contains('|') {
        return None;
    }
    let framed = line.starts_with('|');
    let cells = cells(line);
    let names = if framed { cells.get(1..)? } else { &cells };
    columns::table(names).map(|heads| (heads, framed))
}

/// Whether any line of the page is a row of headings.
pub(super) fn looks_like(lines: &[Line]) -> bool {
    lines.iter().any(|it| heading(&it.text).is_some())
}

/// Reads a page.
pub(super) fn read(book: &mut Book, lines: &[Line]) {
    walk::page(book, &blocks::of(lines));
}

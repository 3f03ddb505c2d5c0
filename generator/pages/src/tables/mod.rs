//! Pages with tables whose cells end in `|`.

pub(super) mod blocks;
pub(super) mod fields;
mod repair;
mod titles;
pub(super) mod values;
pub(super) mod walk;

use super::{book::Book, columns, lines::Line};

/// The cells of a row; a bar at the end, or at both ends, makes no cell, and `\|` is a bar inside.
fn cells(row: &str) -> Vec<&str> {
    let row = row.trim();
    let row = if is_closed(row) {
        &row[..row.len() - 1]
    } else {
        row
    };
    let mut cells = Vec::new();
    let mut start = 0;
    for place in bars(row) {
        cells.push(row[start..place].trim());
        start = place + 1;
    }
    cells.push(row[start..].trim());
    cells
}

/// Where the bars stand that end cells.
fn bars(row: &str) -> impl Iterator<Item = usize> {
    let places = row.match_indices('|').map(|(place, _)| place);
    places.filter(|place| !row[..*place].ends_with('\\'))
}

/// Whether a bar ends the last cell.
fn is_closed(row: &str) -> bool {
    row.ends_with('|') && !row.ends_with("\\|")
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

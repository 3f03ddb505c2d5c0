//! Lines put together: tables with rows over several lines, bodies, titles, text.

use super::{bars, cells, heading, is_closed};
use crate::{
    bodies,
    book::{Book, Said},
    columns::{Column, Heads, Table},
    lines::{Line, is_sentence},
    opening,
    sections::{is_marked, is_numbered, section},
    text,
    words::{is_name, type_of},
};

/// A part of a page.
#[derive(Debug)]
pub(crate) enum Block {
    Title(Line),
    Text(Line),
    Grid(Grid),
    /// A documented body, from its first line.
    Body(Line),
    /// The name of an answer that the capture does not show.
    Lost(Line),
}

/// A table.
#[derive(Debug)]
pub(crate) struct Grid {
    pub(crate) heads: Heads,
    /// Line of the headings.
    pub(crate) line: usize,
    pub(crate) rows: Vec<Row>,
}

/// A row as the page has it, perhaps with cells missing.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) line: usize,
    /// Cells with the line breaks inside.
    pub(crate) cells: Vec<String>,
    /// Tables about what the row is about.
    pub(crate) inner: Vec<Grid>,
}

/// Puts the lines of a page together.
pub(crate) fn of(lines: &[Line]) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut rest = lines;
    while let [line, after @ ..] = rest {
        if let Some((heads, framed)) = heading(&line.text) {
            let bars = bars(&line.text).count();
            let (rows, used) = rows(after, &heads, framed, bars);
            blocks.push(Block::Grid(Grid {
                heads,
                line: line.no,
                rows,
            }));
            rest = &after[used..];
        } else if line.text.starts_with('{') || line.text == "[" {
            let used = bodies::length(rest);
            let text: Vec<_> = rest[..used].iter().map(|it| it.text.as_str()).collect();
            blocks.push(Block::Body(Line {
                no: line.no,
                text: text.join("\n"),
            }));
            rest = &rest[used..];
        } else {
            let title = is_title(line, after.first());
            blocks.push(if title {
                Block::Title(line.clone())
            } else {
                Block::Text(line.clone())
            });
            rest = after;
        }
    }
    blocks
}

/// A numbered line, a well-known heading, or a short line right above a table or body.
fn is_title(line: &Line, next: Option<&Line>) -> bool {
    let text = line.text.as_str();
    if text.contains('|')
        || is_sentence(text) && !is_marked(text)
        || opening::endpoint(text).is_some()
    {
        return false;
    }
    let above = next.is_some_and(|it| heading(&it.text).is_some() || it.text.starts_with('{'));
    is_numbered(text) || is_marked(text) || section(text).is_some() || above && !is_sentence(text)
}

/// Rows below headings, and how many lines they take; a row has as many bars as the headings.
fn rows(lines: &[Line], heads: &Heads, framed: bool, width: usize) -> (Vec<Row>, usize) {
    let mut rows: Vec<Row> = Vec::new();
    let mut open: Option<(usize, String)> = None;
    // Of the open row; counted once, because a cell may have any number of lines.
    let mut count = 0;
    let mut used = 0;
    for (index, line) in lines.iter().enumerate() {
        let text = line.text.as_str();
        if is_rule(text) {
            used = index + 1;
            continue;
        }
        let full = count >= width;
        let ended = open.as_ref().is_none_or(|(_, row)| is_closed(row) || full);
        let starts = starts_row(text, heads, framed);
        let foreign = heading(text).is_some()
            || text.starts_with('{') && (ended || full)
            || ended
                && !text.contains('|')
                && (full || open.is_none() || is_title(line, lines.get(index + 1)));
        if foreign {
            break;
        }
        if ended && (full || starts || open.is_none()) {
            rows.extend(open.take().map(|it| row(it, framed)));
            if !text.contains('|') {
                break;
            }
            count = bars(text).count();
            open = Some((line.no, text.to_owned()));
        } else if let Some((_, row)) = &mut open {
            count += bars(text).count();
            row.push('\n');
            row.push_str(text);
        }
        used = index + 1;
    }
    rows.extend(open.map(|it| row(it, framed)));
    (rows, used)
}

/// `|---|---|`
fn is_rule(line: &str) -> bool {
    line.contains('|')
        && line.contains("--")
        && line.chars().all(|it| matches!(it, '|' | '-' | ':' | ' '))
}

/// Whether a line begins a row and does not go on with one: a name, and a type where types stand.
fn starts_row(line: &str, heads: &Heads, framed: bool) -> bool {
    let columns = &heads.columns;
    if heads.kind != Table::Fields {
        return line.contains('|');
    }
    let line = text::bare(line);
    let cells = cells(&line);
    let cells = if framed {
        cells.get(1..).unwrap_or_default()
    } else {
        &cells
    };
    let cell = |column: Column| {
        columns
            .iter()
            .position(|it| *it == column)
            .and_then(|it| cells.get(it))
    };
    let named = cell(Column::Name).is_some_and(|it| is_name(it));
    named
        && columns
            .iter()
            .position(|it| *it == Column::Type)
            .is_none_or(|_| cell(Column::Type).is_some_and(|it| type_of(it).is_some()))
}

fn row((line, text): (usize, String), framed: bool) -> Row {
    let cells = cells(&text).into_iter();
    let mut cells: Vec<_> = cells.map(|it| it.replace("\\|", "|")).collect();
    if framed && !cells.is_empty() {
        cells.remove(0);
    }
    Row {
        line,
        cells,
        inner: Vec::new(),
    }
}

impl Block {
    pub(crate) fn line(&self) -> Option<&Line> {
        match self {
            Self::Title(line) | Self::Text(line) | Self::Body(line) | Self::Lost(line) => {
                Some(line)
            }
            Self::Grid(_) => None,
        }
    }
}

impl Row {
    /// The cell below a heading, without the ticks of code.
    pub(crate) fn cell(&self, columns: &[Column], wanted: Column) -> String {
        let place = columns.iter().position(|it| *it == wanted);
        let cell = place.and_then(|it| self.cells.get(it));
        cell.map_or_else(String::new, |it| text::bare(it))
    }

    /// Cells that no rule knows are prose.
    pub(crate) fn rest(&self, book: &mut Book, at: &str, columns: &[Column]) {
        let prose = |it: &Column| {
            matches!(
                it,
                Column::Other
                    | Column::Prose
                    | Column::Description
                    | Column::Label
                    | Column::Sample
            )
        };
        for (_, words) in columns.iter().zip(&self.cells).filter(|(it, _)| prose(it)) {
            book.prose(Said {
                at,
                line: self.line,
                words,
            });
        }
    }
}

//! Parts as the blocks that every shape of page shares.

use super::levels;
use crate::{
    columns::{self, Column, Table as Kind},
    entry::is_fold,
    html::{self, Part, Table},
    lines::Line,
    tables::blocks::{Block, Grid, Row},
    text,
    words::{Need, need, pattern},
};

/// The blocks of parts. A table in a cell stands below the member of its row.
pub(crate) fn blocks(parts: &[Part], unsaid: Option<Need>) -> Vec<Block> {
    let mut found = Vec::new();
    for part in parts {
        match part {
            Part::Heading { line, .. } => found.push(Block::Title(line.clone())),
            Part::Text(line) => found.push(Block::Text(line.clone())),
            Part::Code(line) => found.push(Block::Body(line.clone())),
            Part::Table(table) => add(&mut found, table, unsaid),
            Part::Lost(line) => found.push(Block::Lost(line.clone())),
        }
    }
    found
}

fn add(found: &mut Vec<Block>, table: &Table, unsaid: Option<Need>) {
    match grid(&levels::nest(table), unsaid) {
        Some(grid) => found.push(Block::Grid(grid)),
        None => found.extend(lines_of(table).into_iter().map(Block::Text)),
    }
}

/// A table with known headings. What stands in its cells and is none is words of the row.
fn grid(table: &Table, unsaid: Option<Need>) -> Option<Grid> {
    let heads: Vec<String> = table.heads.iter().map(|it| text::bare(it)).collect();
    let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
    let heads = columns::table(&heads)?;
    let place = heads
        .columns
        .iter()
        .position(|it| *it == Column::Description);
    let rows = table.rows.iter().map(|it| row(it, place, unsaid));
    let mut grid = Grid {
        line: table.line,
        rows: rows.collect(),
        heads,
    };
    if grid.heads.kind == Kind::Fields {
        marks(&mut grid);
        about(&mut grid, unsaid);
    }
    Some(grid)
}

fn row(row: &html::Row, place: Option<usize>, unsaid: Option<Need>) -> Row {
    let mut cells = row.cells.clone();
    let mut inner = Vec::new();
    for table in &row.inner {
        if let Some(grid) = grid(table, unsaid) {
            inner.push(grid);
            continue;
        }
        let lines = lines_of(table).into_iter().map(|it| it.text);
        let words = lines.collect::<Vec<_>>().join("\n");
        match place.and_then(|it| cells.get_mut(it)) {
            Some(cell) if cell.is_empty() => *cell = words,
            Some(cell) => {
                cell.push('\n');
                cell.push_str(&words);
            }
            None => cells.push(words),
        }
    }
    if !inner.is_empty() {
        // What was folded away is seen.
        for cell in &mut cells {
            let lines = cell.lines().filter(|it| !is_fold(it));
            *cell = lines.collect::<Vec<_>>().join("\n");
        }
    }
    Row {
        line: row.line,
        cells,
        inner,
    }
}

/// `limit *`, `limit required`: the requirement beside a name becomes a cell of its own.
fn marks(grid: &mut Grid) {
    let columns = &grid.heads.columns;
    let Some(name) = columns.iter().position(|it| *it == Column::Name) else {
        return;
    };
    let has_need = columns.contains(&Column::Need);
    let mut found = false;
    let split: Vec<Option<(String, String)>> = grid
        .rows
        .iter()
        .map(|row| {
            let cell = text::plain(&text::bare(row.cells.get(name)?));
            let parts = pattern!(r"^([^\s*]+)(?:\s*(\*)|\s+(\S.*))$").captures(&cell)?;
            let mark = parts.get(2).or_else(|| parts.get(3))?.as_str();
            let mark = mark.trim_matches(['(', ')', '[', ']', ' ']);
            let is_mark = mark == "*" || need(mark).is_some_and(|(_, rest)| rest.is_empty());
            is_mark.then(|| (parts[1].to_owned(), mark.to_owned()))
        })
        .collect();
    for (row, split) in grid.rows.iter_mut().zip(split) {
        let mark = split.map(|(bare, mark)| {
            row.cells[name] = bare;
            found = true;
            if mark == "*" {
                "required".to_owned()
            } else {
                mark
            }
        });
        if !has_need {
            row.cells.push(mark.unwrap_or_default());
        }
    }
    if !has_need {
        if found {
            grid.heads.columns.push(Column::Need);
        } else {
            grid.rows.iter_mut().for_each(|row| drop(row.cells.pop()));
        }
    }
}

/// "Optional. The text", in a table without a column for it.
fn about(grid: &mut Grid, unsaid: Option<Need>) {
    let columns = &grid.heads.columns;
    let place = columns.iter().position(|it| *it == Column::Description);
    let Some(place) = place.filter(|_| !columns.contains(&Column::Need)) else {
        return;
    };
    if !grid
        .rows
        .iter()
        .any(|row| row.cells.get(place).is_some_and(|it| asked(it).is_some()))
        && unsaid.is_none()
    {
        return;
    }
    let width = columns.len();
    for row in &mut grid.rows {
        row.cells.resize(width, String::new());
        let (mark, rest) = match asked(&row.cells[place]) {
            Some((need, rest)) => (need.name().to_owned(), rest.to_owned()),
            None => (
                unsaid.map_or("", Need::name).to_owned(),
                row.cells[place].clone(),
            ),
        };
        row.cells[place] = rest;
        row.cells.push(mark);
    }
    grid.heads.columns.push(Column::Need);
}

/// A description that begins with the requirement, as a sentence of one word.
fn asked(cell: &str) -> Option<(Need, &str)> {
    let found = pattern!(r"^([A-Za-z]+|[^\x00-\x7F]{2,4})[.。:：]\s*").captures(cell)?;
    let (whole, word) = (found.get(0)?, found.get(1)?);
    let (need, _) = need(word.as_str())?;
    (word.as_str().chars().count() > 1).then(|| (need, &cell[whole.end()..]))
}

/// What it means that a field is not said to be optional: where a page marks the optional ones in their
/// descriptions, the others are always there.
pub(crate) fn unsaid(parts: &[Part]) -> Option<Need> {
    let tables = parts.iter().filter_map(|it| match it {
        Part::Table(table) => Some(table),
        _ => None,
    });
    let mut optional = false;
    for table in tables {
        let names: Vec<&str> = table.heads.iter().map(String::as_str).collect();
        let Some(heads) = columns::table(&names) else {
            continue;
        };
        if heads.columns.contains(&Column::Need) {
            continue;
        }
        let Some(place) = heads
            .columns
            .iter()
            .position(|it| *it == Column::Description)
        else {
            continue;
        };
        let asked = table
            .rows
            .iter()
            .filter_map(|row| asked(row.cells.get(place)?));
        for (need, _) in asked {
            if need == Need::Required {
                return None;
            }
            optional |= need == Need::Optional;
        }
    }
    optional.then_some(Need::Required)
}

/// All words of parts, as lines.
pub(crate) fn lines(parts: &[Part]) -> Vec<Line> {
    let mut found = Vec::new();
    for part in parts {
        match part {
            Part::Heading { line, .. } | Part::Text(line) | Part::Code(line) | Part::Lost(line) => {
                found.push(line.clone());
            }
            Part::Table(table) => found.extend(lines_of(table)),
        }
    }
    found
}

/// A table that nobody can read, row by row.
fn lines_of(table: &Table) -> Vec<Line> {
    let heads = (!table.heads.is_empty()).then(|| Line {
        no: table.line,
        text: table.heads.join(" | "),
    });
    let mut found: Vec<Line> = heads.into_iter().collect();
    for row in &table.rows {
        found.push(Line {
            no: row.line,
            text: row.cells.join(" | ").replace('\n', " "),
        });
        for inner in &row.inner {
            found.extend(lines_of(inner));
        }
    }
    found
}

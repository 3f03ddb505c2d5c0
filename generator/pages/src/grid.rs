//! Tables whose cells are paragraphs of their own, one after the other.

use super::{
    columns::{self, Column, Heads, Table},
    piece::Piece,
    words,
};

/// Rows below headings that stand one per paragraph.
#[derive(Debug)]
pub(super) struct Grid {
    pub(super) kind: Table,
    pub(super) columns: Vec<Column>,
    /// The headings as they stand.
    pub(super) heads: Vec<Piece>,
    pub(super) rows: Vec<Vec<Piece>>,
}

/// Headings at the start of the pieces, one each.
pub(super) fn headings(pieces: &[Piece]) -> Option<Heads> {
    let plain = pieces
        .iter()
        .take(12)
        .take_while(|it| !it.bullet && it.text.len() < 40);
    let names: Vec<&str> = plain.map(|it| it.text.as_str()).collect();
    let most = names
        .iter()
        .take_while(|it| columns::column(it).is_some())
        .count();
    // One heading that nobody knows may end the row: "Notification Logic".
    let extra = names.get(most).filter(|it| is_title_case(it) && most >= 2);
    let with_extra = extra.and_then(|_| columns::table(&names[..=most]));
    match columns::table(&names[..most])? {
        Heads {
            kind: Table::States,
            ..
        } if with_extra.is_some() => with_extra,
        found => Some(found),
    }
}

fn is_title_case(text: &str) -> bool {
    let mut words = text.split(' ');
    text.contains(' ')
        && words.all(|it| it.starts_with(|c: char| c.is_ascii_uppercase()))
        && !text.ends_with('.')
}

/// A table at the start of the pieces, and how many of them it takes.
pub(super) fn take(pieces: &[Piece]) -> Option<(Grid, usize)> {
    let Heads { kind, columns, .. } = headings(pieces)?;
    let width = columns.len();
    let (rows, used) = match kind {
        Table::States => states(&pieces[width..]),
        Table::Values if columns.contains(&Column::Type) => by_type(&pieces[width..]),
        Table::Values | Table::Hosts | Table::Codes => even(&pieces[width..], width),
        Table::Fields => return None,
    };
    (!rows.is_empty()).then_some((
        Grid {
            kind,
            columns,
            heads: pieces[..width].to_vec(),
            rows,
        },
        width + used,
    ))
}

/// A row starts with a status in capitals; its other cells have any number of paragraphs.
fn states(pieces: &[Piece]) -> (Vec<Vec<Piece>>, usize) {
    let mut rows: Vec<Vec<Piece>> = Vec::new();
    for (index, piece) in pieces.iter().enumerate() {
        let ends = words::pattern!(r"^(?i:below|the following|see also)\b").is_match(&piece.text);
        if is_code_word(&piece.text) {
            rows.push(vec![piece.clone()]);
        } else if let Some(row) = rows.last_mut().filter(|_| !ends) {
            row.push(piece.clone());
        } else {
            return (rows, index);
        }
    }
    (rows, pieces.len())
}

/// A type stands alone; `VALUE: words` below it are its values.
fn by_type(pieces: &[Piece]) -> (Vec<Vec<Piece>>, usize) {
    let mut rows: Vec<Vec<Piece>> = Vec::new();
    let mut of: Option<&Piece> = None;
    for (index, piece) in pieces.iter().enumerate() {
        let pair = super::prose::bullet(&piece.text).filter(|it| is_code_word(it.word));
        match (pair, of) {
            (Some(it), Some(of)) if !it.about.is_empty() => {
                rows.push(vec![of.clone(), piece.clone()]);
            }
            (Some(it), _) if it.about.is_empty() => of = Some(piece),
            _ => return (rows, index),
        }
    }
    (rows, pieces.len())
}

/// Every cell is one paragraph, and one of them has to be a code.
fn even(pieces: &[Piece], width: usize) -> (Vec<Vec<Piece>>, usize) {
    let plain =
        |it: &&Piece| !it.bullet && !it.text.ends_with(':') && it.text.chars().count() < 200;
    let coded = |row: &&[Piece]| {
        row.len() == width
            && row.iter().all(|it| plain(&it))
            && row
                .iter()
                .any(|it| super::codes::is_code(&it.text) || it.text.contains('.'))
    };
    let rows = pieces.chunks(width).take_while(coded);
    let rows: Vec<_> = rows.map(<[Piece]>::to_vec).collect();
    let used = rows.len() * width;
    (rows, used)
}

/// A word in capitals: `TICKETED`.
pub(super) fn is_code_word(text: &str) -> bool {
    words::pattern!(r"^[A-Z][A-Z0-9_]{1,}$").is_match(text)
}

//! Headings of tables, in the words of many pages.

mod headings;

use std::{collections::HashMap, sync::LazyLock};

use headings::{HEADINGS, ON_THE_WIRE};

use super::book::{Book, Said};

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Name,
    Type,
    /// Lengths; the languages that a heading names, in its order.
    Length(Option<[&'static str; 2]>),
    Need,
    /// Where a member travels.
    Travel,
    Description,
    Sample,
    /// What is assumed.
    Default,
    Code,
    Class,
    Message,
    Environment,
    Host,
    Status,
    Value,
    /// A name of a value in some language.
    Label,
    /// The number of the row.
    Number,
    /// What to do about it: prose.
    Prose,
    /// Nobody knows; prose, and the table has a gap.
    Other,
}

/// No known heading has more bytes.
const LONGEST: usize = 60;

/// The column a heading names.
pub(super) fn column(heading: &str) -> Option<Column> {
    if heading.len() > LONGEST {
        return None;
    }
    let lower = super::words::ascii(heading).to_lowercase();
    let (word, languages) = match lower.find('(') {
        Some(start) => (&lower[..start], languages(&lower[start..])),
        None => (lower.as_str(), None),
    };
    let word = squeezed(word);
    if ON_THE_WIRE.contains(&word.as_str()) {
        return Some(Column::Name);
    }
    let found = exact(&word).or_else(|| near(&word))?;
    Some(match found {
        Column::Length(_) => Column::Length(languages),
        other => other,
    })
}

/// A heading without blanks and marks.
fn squeezed(word: &str) -> String {
    let kept = |it: &char| !it.is_whitespace() && !matches!(it, '_' | '-' | '*' | '.');
    word.chars().filter(kept).collect()
}

/// Names for people are labels where a column has the names on the wire.
fn name_columns(cells: &[&str], columns: &mut [Column]) {
    let is_wire = |it: &str| ON_THE_WIRE.contains(&squeezed(&it.to_lowercase()).as_str());
    if !cells.iter().any(|it| is_wire(it)) {
        return;
    }
    for (cell, column) in cells.iter().zip(columns) {
        if *column == Column::Name && !is_wire(cell) {
            *column = Column::Label;
        }
    }
}

fn exact(word: &str) -> Option<Column> {
    // "Order status", "Notice status"
    if word.ends_with("status")
        && (7..20).contains(&word.len())
        && !matches!(word, "resultstatus" | "codestatus")
    {
        return Some(Column::Status);
    }
    KNOWN.get(word).copied()
}

/// The columns by their headings; of a heading that stands twice, the first counts.
static KNOWN: LazyLock<HashMap<&str, Column>> = LazyLock::new(|| {
    let mut known = HashMap::new();
    for (column, names) in HEADINGS {
        for name in *names {
            known.entry(*name).or_insert(*column);
        }
    }
    known
});

/// A heading with a slip of the pen, `Requred`, or two in a long one, `Descrptoin`.
fn near(word: &str) -> Option<Column> {
    if !word.is_ascii() {
        return None;
    }
    let close = |name: &&str| {
        let same = |place: usize| word.as_bytes().get(place) == name.as_bytes().get(place);
        let ends = word.as_bytes().last() == name.as_bytes().last();
        let lengths = word.len().abs_diff(name.len());
        same(0)
            && ends
            && lengths < 2
            && match word.len() {
                0..4 => false,
                4..6 => lengths == 0 && one_slip(word, name),
                6..8 => one_slip(word, name),
                _ => stipula_cond::suggest(word, [*name]).is_some(),
            }
    };
    let mut found = HEADINGS
        .iter()
        .filter(|(_, names)| names.iter().any(&close));
    found.next().map(|(column, _)| *column)
}

/// One letter too many or missing, or two swapped. Another letter makes another short word.
fn one_slip(word: &str, name: &str) -> bool {
    let (word, name) = (word.as_bytes(), name.as_bytes());
    let start = word.iter().zip(name).take_while(|(a, b)| a == b).count();
    let (word, name) = (&word[start..], &name[start..]);
    let pairs = word.iter().rev().zip(name.iter().rev());
    let end = pairs.take_while(|(a, b)| a == b).count();
    match (&word[..word.len() - end], &name[..name.len() - end]) {
        ([], [_]) | ([_], []) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

/// `(CN/EN)`: which language the first number is about, and which the second.
fn languages(words: &str) -> Option<[&'static str; 2]> {
    let place = |names: [&str; 3]| names.iter().filter_map(|it| words.find(it)).min();
    let chinese = place(["cn", "zh", "中"])?;
    let english = place(["en", "英", "eng"])?;
    Some(if chinese < english {
        ["zh", "en"]
    } else {
        ["en", "zh"]
    })
}

/// What a table is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Table {
    Fields,
    Codes,
    Hosts,
    Values,
    States,
}

/// A row of headings.
#[derive(Debug, Clone)]
pub(super) struct Heads {
    pub(super) kind: Table,
    pub(super) columns: Vec<Column>,
    /// Headings that nobody knows, where the meaning of a column counts.
    pub(super) strange: Vec<String>,
}

impl Heads {
    /// Notes that cells of the table were kept as prose, because nobody knows their heading.
    pub(super) fn note(&self, book: &mut Book, at: &str, line: usize) {
        if !self.strange.is_empty() {
            let words = self.strange.join(" | ");
            let words = words.as_str();
            book.gap(Said { at, line, words }, "column");
        }
    }
}

/// Whether cells are a row of headings.
pub(super) fn is_heads(cells: &[String]) -> bool {
    let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
    table(&cells).is_some()
}

/// Reads a row of headings; `None` when it is no row of headings that says what the table holds.
pub(super) fn table(cells: &[&str]) -> Option<Heads> {
    let known: Vec<_> = cells.iter().map(|it| column(it)).collect();
    let count = known.iter().flatten().count();
    if count < 2 || count * 2 < known.len() {
        return None;
    }
    // A row of a table of members has words like headings, and a type.
    if cells
        .iter()
        .any(|it| super::words::known_type(it).is_some())
    {
        return None;
    }
    let mut columns: Vec<_> = known
        .into_iter()
        .map(|it| it.unwrap_or(Column::Other))
        .collect();
    name_columns(cells, &mut columns);
    let has = |columns: &[Column], it| columns.contains(&it);
    let kind = if has(&columns, Column::Environment) && has(&columns, Column::Host) {
        Table::Hosts
    } else if has(&columns, Column::Code) && has(&columns, Column::Label) {
        Table::Values
    } else if has(&columns, Column::Code) && !has(&columns, Column::Name) {
        code_columns(&mut columns);
        Table::Codes
    } else if has(&columns, Column::Name) && columns.len() > 1 {
        Table::Fields
    } else if has(&columns, Column::Status) {
        Table::States
    } else if has(&columns, Column::Value) {
        Table::Values
    } else {
        return None;
    };
    // Beside a value or state, whatever else there is tells about it.
    let tells = matches!(kind, Table::Values | Table::States);
    let strange = cells
        .iter()
        .zip(&columns)
        .filter(|(name, column)| **column == Column::Other && !tells && !name.is_empty());
    Some(Heads {
        kind,
        strange: strange.map(|(name, _)| (*name).to_owned()).collect(),
        columns,
    })
}

/// In a table of codes, "value" and "status" are the class, and a description is the message.
fn code_columns(columns: &mut [Column]) {
    for column in columns.iter_mut() {
        if matches!(column, Column::Value | Column::Status | Column::Type) {
            *column = Column::Class;
        }
    }
    if !columns.contains(&Column::Message)
        && let Some(column) = columns.iter_mut().find(|it| **it == Column::Description)
    {
        *column = Column::Message;
    }
}

//! Lines below a member that begin with a word for what they say: a default, an example, values.

use super::rows::{ABOUT, DEFAULT, EXAMPLE};
use crate::{text::bare, words::pattern};

/// What a line announces.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Label {
    Default,
    Example,
    Values,
}

/// Adds lines to the cells of a member.
pub(super) fn add(cells: &mut [String], lines: &[&str]) {
    let mut open: Option<Label> = None;
    for line in lines {
        let found = label(line);
        let (label, words) = match (found, open) {
            (Some((label, words)), _) => (Some(label), words),
            (None, Some(label)) if is_value(line) => (Some(label), *line),
            (None, _) => (None, *line),
        };
        open = match label {
            Some(Label::Values) => label,
            Some(_) if words.is_empty() => label,
            _ => None,
        };
        let Some(label) = label else {
            push(cells, ABOUT, words);
            continue;
        };
        match label {
            Label::Values => {
                for value in values(words) {
                    push(cells, ABOUT, &format!("• {value}"));
                }
            }
            Label::Default | Label::Example => {
                let place = if label == Label::Default {
                    DEFAULT
                } else {
                    EXAMPLE
                };
                let value = unquoted(words);
                match cells.get(place) {
                    Some(it) if it.is_empty() => push(cells, place, value),
                    _ => push(cells, ABOUT, line),
                }
            }
        }
    }
}

fn push(cells: &mut [String], place: usize, words: &str) {
    let Some(cell) = cells.get_mut(place).filter(|_| !words.is_empty()) else {
        return;
    };
    if !cell.is_empty() {
        cell.push('\n');
    }
    cell.push_str(words);
}

/// The word that a line begins with, and what stands behind it. The values have to be values.
fn label(line: &str) -> Option<(Label, &str)> {
    let found = pattern!(
        r"^(?:(?i:(defaults?(?: value| to)?)|(examples?(?: values?)?)|((?:possible|allowed|available|accepted|valid)(?: (?:values?|options?))?(?: are)?|enum(?: values?)?)))\s*(:|：|$|`)\s*(.*)$"
    )
    .captures(line)?;
    let label = if found.get(1).is_some() {
        Label::Default
    } else if found.get(2).is_some() {
        Label::Example
    } else {
        Label::Values
    };
    let mark = found.get(4)?;
    let start = if mark.as_str() == "`" {
        mark.start()
    } else {
        mark.end()
    };
    let words = line[start..].trim();
    let is_fine = match label {
        Label::Values => values(words).iter().all(|it| is_value(it)),
        Label::Default => words.is_empty() || is_value(words),
        Label::Example => true,
    };
    is_fine.then_some((label, words))
}

/// The values in a line: each in ticks, in quotes, or behind a comma or a blank.
fn values(words: &str) -> Vec<&str> {
    let parts = words.split([',', '|', ' ', '[', ']', '`', '"', '“', '”', '•', '·']);
    parts.map(str::trim).filter(|it| !it.is_empty()).collect()
}

/// One word.
fn is_value(line: &str) -> bool {
    let line = bare(
        line.strip_prefix("• ")
            .unwrap_or(line)
            .trim_end_matches(','),
    );
    pattern!(r#"^["“]?[A-Za-z0-9_][A-Za-z0-9_.+\-:/]*["”]?$"#).is_match(line.trim())
}

fn unquoted(words: &str) -> &str {
    words.trim_matches(['`', '"', '“', '”'])
}

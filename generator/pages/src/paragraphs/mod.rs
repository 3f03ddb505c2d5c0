//! Pages with one paragraph per line and tables of one cell per line.

pub(super) mod headers;
pub(super) mod members;
mod numbers;

use super::{
    account, bodies,
    book::{Book, Said},
    codes::{self, Code},
    columns, entry, grid,
    lines::Line,
    opening,
    piece::Piece,
    sections::{Section, section},
    text,
    words::known_type,
};

/// A heading of a section, and the lines below it.
struct Part<'a> {
    section: Section,
    lines: &'a [Line],
}

/// Whether a page has a well-known heading with a member or table of headers below it.
pub(super) fn looks_like(lines: &[Line]) -> bool {
    parts(lines).1.iter().any(|it| match it.section {
        Section::Request | Section::Response | Section::Body | Section::Parameters(_) => {
            it.lines
                .iter()
                .any(|it| members::heading(&it.text).is_some())
                || has_table(it.lines)
        }
        Section::Headers(_) => grid::headings(&pieces(it.lines)).is_some(),
        _ => false,
    })
}

/// Whether a section begins with the headings of a table of members.
fn has_table(lines: &[Line]) -> bool {
    grid::headings(&pieces(lines)).is_some_and(|it| it.kind == columns::Table::Fields)
}

/// Reads a page.
pub(super) fn read(book: &mut Book, lines: &[Line]) {
    let lines = bodies::take(book, lines);
    let (before, parts) = parts(&lines);
    opening::read(book, before);
    let mut direction = None;
    for part in &parts {
        match part.section {
            Section::Request | Section::Parameters(_) => direction = Some("request"),
            Section::Response => direction = Some("response"),
            _ => {}
        }
        match part.section {
            Section::Parameters(it) if has_table(part.lines) => {
                headers::read(book, it.root(), part.lines);
            }
            Section::Parameters(it) => members::read(book, it.root(), part.lines),
            Section::Request | Section::Response | Section::Body if has_table(part.lines) => {
                headers::read(book, direction.unwrap_or("request"), part.lines);
            }
            Section::Request | Section::Response | Section::Body => {
                members::read(book, direction.unwrap_or("request"), part.lines);
            }
            Section::Headers(scope) => {
                headers::read(book, Section::headers_at(scope, direction), part.lines);
            }
            Section::Codes => self::codes(book, part.lines),
            Section::Explorer => explorer(book, part.lines),
            Section::Samples | Section::Aside => aside(book, part.lines),
        }
    }
}

/// What stands before the first heading, and the sections.
fn parts(lines: &[Line]) -> (&[Line], Vec<Part<'_>>) {
    let mut starts: Vec<(usize, Section)> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let Some(found) = section(&line.text) else {
            continue;
        };
        if is_cell(lines, index) {
            continue;
        }
        // The panels of an explorer have headings of their own, each with nothing below.
        let explored = starts.last().is_some_and(|it| it.1 == Section::Explorer);
        if explored
            && matches!(
                line.text.as_str(),
                "Request" | "Response" | "Request Body" | "Response Body"
            )
        {
            continue;
        }
        starts.push((index, found));
    }
    let end = |index: usize| starts.get(index + 1).map_or(lines.len(), |it| it.0);
    let parts = starts
        .iter()
        .enumerate()
        .map(|(index, (start, section))| Part {
            section: *section,
            lines: &lines[start + 1..end(index)],
        });
    let parts: Vec<_> = parts.collect();
    (
        &lines[..starts.first().map_or(lines.len(), |it| it.0)],
        parts,
    )
}

/// Whether a line is one of the headings of a table, as `Sample` can be.
fn is_cell(lines: &[Line], index: usize) -> bool {
    let known = |it: Option<&Line>| it.is_some_and(|it| columns::column(&it.text).is_some());
    // `No` is the first heading of a table.
    let next = lines
        .get(index + 1)
        .and_then(|it| columns::column(&it.text));
    if next == Some(columns::Column::Number) {
        return false;
    }
    let beside = index.checked_sub(1).and_then(|it| lines.get(it));
    known(lines.get(index)) && (known(beside) || known(lines.get(index + 1)))
}

pub(super) fn pieces(lines: &[Line]) -> Vec<Piece> {
    lines.iter().map(Piece::of).collect()
}

/// Rows of codes: of one cell per line, or glued into one line.
pub(super) fn codes(book: &mut Book, lines: &[Line]) {
    let pieces = pieces(lines);
    if let Some((grid, used)) = grid::take(&pieces) {
        entry::rows(book, "page", &grid);
        aside(book, &lines[used..]);
        return;
    }
    for line in lines {
        let words = line.text.as_str();
        if let Some((code, class, message)) = codes::split(words) {
            codes::say(
                book,
                &Code {
                    name: code,
                    class,
                    message,
                    line: line.no,
                },
            );
        } else if codes::is_glued(words) {
            let at = format!("codes/?{}", text::digest(words));
            book.gap(
                Said {
                    at: &at,
                    line: line.no,
                    words,
                },
                "cell",
            );
            book.prose(Said {
                at: &at,
                line: line.no,
                words,
            });
        } else if codes::is_glued_heading(words) {
            book.furniture(line.no, words, account::COLUMN);
        } else {
            aside(book, std::slice::from_ref(line));
        }
    }
}

/// Panels to try things out: their labels say nothing, other words do.
fn explorer(book: &mut Book, lines: &[Line]) {
    let mut case = false;
    for line in lines {
        let label = matches!(
            line.text.as_str(),
            "Request"
                | "Response"
                | "Request Body"
                | "Response Body"
                | "Case"
                | "Send"
                | "Run"
                | "Headers"
        );
        let panel = label || case && grid::is_code_word(&line.text);
        if panel {
            book.furniture(line.no, &line.text, "a panel to try it out");
        } else {
            aside(book, std::slice::from_ref(line));
        }
        case = line.text == "Case";
    }
}

/// Prose without a member.
pub(super) fn aside(book: &mut Book, lines: &[Line]) {
    for line in lines {
        book.prose(Said {
            at: "page",
            line: line.no,
            words: &line.text,
        });
    }
}

/// A cell that names a type.
fn is_type(piece: &Piece) -> bool {
    !piece.bullet && known_type(&piece.text).is_some()
}

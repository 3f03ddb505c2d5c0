//! Pages with one paragraph per line and tables of one cell per line.

mod headers;
mod members;

use super::{
    book::{Book, Said},
    codes::{self, Code},
    columns,
    entry::{self, Piece},
    grid,
    lines::Line,
    opening,
    sections::{Section, section},
};

/// A heading of a section, and the lines below it.
struct Part<'a> {
    section: Section,
    lines: &'a [Line],
}

/// Whether a page has a well-known heading with a member or table of headers below it.
pub(super) fn looks_like(lines: &[Line]) -> bool {
    parts(lines).1.iter().any(|it| match it.section {
        Section::Request | Section::Response | Section::Body => it
            .lines
            .iter()
            .any(|it| members::heading(&it.text).is_some()),
        Section::Headers(_) => grid::headings(&pieces(it.lines)).is_some(),
        _ => false,
    })
}

/// Reads a page.
pub(super) fn read(book: &mut Book, lines: &[Line]) {
    let (before, parts) = parts(lines);
    opening::read(book, before);
    let mut direction = None;
    let mut examples = 0;
    for part in &parts {
        match part.section {
            Section::Request => direction = Some("request"),
            Section::Response => direction = Some("response"),
            _ => {}
        }
        match part.section {
            Section::Request | Section::Response | Section::Body => {
                members::read(book, direction.unwrap_or("request"), part.lines);
            }
            Section::Headers(scope) => {
                headers::read(book, Section::headers_at(scope, direction), part.lines)
            }
            Section::Codes => self::codes(book, part.lines),
            Section::Explorer => explorer(book, part.lines),
            Section::Samples | Section::Aside => aside(book, part.lines, &mut examples, direction),
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
    let beside = index.checked_sub(1).and_then(|it| lines.get(it));
    known(lines.get(index)) && (known(beside) || known(lines.get(index + 1)))
}

pub(super) fn pieces(lines: &[Line]) -> Vec<Piece> {
    lines.iter().map(Piece::of).collect()
}

/// Rows of codes: of one cell per line, or glued into one line.
fn codes(book: &mut Book, lines: &[Line]) {
    let pieces = pieces(lines);
    if let Some((grid, used)) = grid::take(&pieces) {
        entry::rows(book, "page", &grid);
        for piece in &pieces[used..] {
            book.prose(Said {
                at: "page",
                line: piece.line,
                words: &piece.text,
            });
        }
        return;
    }
    for line in lines {
        let text = line.text.as_str();
        let said = Said {
            at: "page",
            line: line.no,
            words: text,
        };
        if let Some((code, class, message)) = codes::split(text) {
            codes::say(
                book,
                &Code {
                    code,
                    class,
                    message,
                    line: line.no,
                },
            );
        } else if is_glued_heading(text) {
        } else if text.starts_with(|it: char| it.is_ascii_uppercase())
            && !text.starts_with("The ")
            && text.contains('_')
        {
            book.gap(said, "cell");
            book.prose(said);
        } else {
            book.prose(said);
        }
    }
}

/// `CodeValueMessage`
fn is_glued_heading(text: &str) -> bool {
    super::words::pattern!(r"^(?i)(?:result|error)?\s*code\s*(?:value|status|resultstatus)?\s*(?:message|description|resultmessage)(?:\s*(?:action|solution))?$").is_match(text)
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
        if !label && !(case && grid::is_code_word(&line.text)) {
            book.prose(Said {
                at: "page",
                line: line.no,
                words: &line.text,
            });
        }
        case = line.text == "Case";
    }
}

/// Prose without a member, and bodies.
fn aside(book: &mut Book, lines: &[Line], examples: &mut usize, direction: Option<&str>) {
    let _ = (examples, direction);
    for line in lines {
        book.prose(Said {
            at: "page",
            line: line.no,
            words: &line.text,
        });
    }
}

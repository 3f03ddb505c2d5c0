//! `name type  REQUIRED` and the paragraphs below it.

use crate::{
    book::{Book, Said},
    entry::{self, Entry},
    lines::Line,
    piece::Piece,
    prose, text,
    words::{self, Need, Type, is_name, pattern},
};
use stipula_facts::place::below;

/// The heading of a member.
pub(crate) struct Heading<'a> {
    name: &'a str,
    of: Type,
    /// The words after the type.
    badge: &'a str,
}

/// Reads a heading; `None` when the line is none.
pub(crate) fn heading(line: &str) -> Option<Heading<'_>> {
    let (name, rest) = line.split_once(' ')?;
    let name = name.trim_matches('`');
    if !is_name(name) {
        return None;
    }
    let badge =
        pattern!(r"\s+(?:(?i:required|optional|conditional|mandatory|必填|可选|必选|选填)\b?|(?:Yes|No|YES|NO|Y|N|M|O|C|✓|✔|√|是|否)(?:\s|$)).*$").find(rest);
    let (of, badge) = match badge {
        Some(it) => (&rest[..it.start()], it.as_str().trim()),
        None => (rest, ""),
    };
    let of = of.trim_matches('`');
    let known = words::known_type(of);
    let found = match known {
        Some(found) => found,
        None => named(name, of, !badge.is_empty())?,
    };
    Some(Heading {
        name,
        of: found,
        badge,
    })
}

/// A shape with a name of its own: one capitalised word after a name that is not.
fn named(name: &str, of: &str, badged: bool) -> Option<Type> {
    let capital = pattern!(r"^[A-Z][A-Za-z0-9]+$").is_match(of);
    let small = name.starts_with(|it: char| it.is_ascii_lowercase());
    let telling = badged
        || name.eq_ignore_ascii_case(of)
        || name.contains(|it: char| it.is_ascii_uppercase() || it == '_');
    (capital && small && telling)
        .then(|| words::type_of(of))
        .flatten()
}

/// Whether "More information:" is the last thing that was said, with bullets or without.
#[derive(Clone, Copy, PartialEq, Eq)]
enum More {
    No,
    Open,
    Bullets,
}

/// Reads the members of a section.
pub(crate) fn read(book: &mut Book, at: &str, lines: &[Line]) {
    let mut entry: Option<Entry> = None;
    let mut more = More::No;
    for line in lines {
        let piece = Piece::of(line);
        if let Some(found) = heading(&line.text).filter(|_| !piece.bullet) {
            book.was_read(line.no, &line.text);
            close(book, at, entry.replace(begin(at, &found, line.no)));
            more = More::No;
        } else if let Some(open) = &mut entry {
            if is_orphan(&open.about, more, &piece) {
                let lost = Entry {
                    at: format!("{at}/?{}", text::digest(&piece.text)),
                    line: line.no,
                    ..Entry::default()
                };
                close(book, at, entry.replace(lost));
                more = More::No;
            }
            if let Some(open) = &mut entry {
                more = match more {
                    _ if entry::is_more(&piece.text) => More::Open,
                    More::Open | More::Bullets if piece.bullet => More::Bullets,
                    _ => More::No,
                };
                open.about.push(piece);
            }
        } else {
            book.prose(Said {
                at: "page",
                line: line.no,
                words: &line.text,
            });
        }
    }
    close(book, at, entry);
}

fn begin(at: &str, heading: &Heading<'_>, line: usize) -> Entry {
    let mut about = Vec::new();
    let (need, need_words) = match words::need(heading.badge) {
        Some((need, "")) => (Some(need), String::new()),
        // A row of a table, its cells side by side.
        Some((need, rest)) if is_cell(heading.badge) => {
            about.push(Piece {
                text: rest.to_owned(),
                line,
                bullet: false,
            });
            (Some(need), String::new())
        }
        _ => (None, heading.badge.to_owned()),
    };
    Entry {
        at: below(at, heading.name),
        name: Some(heading.name.to_owned()),
        line,
        of: Some(heading.of.clone()),
        need,
        need_words,
        unsaid: Some(Need::Optional),
        about,
        ..Entry::default()
    }
}

/// Whether a requirement is the word of a cell: `Yes`, where sentences begin with `Required`.
fn is_cell(badge: &str) -> bool {
    pattern!(r"^(?:Yes|No|YES|NO|Y|N|M|O|C|✓|✔|√|是|否|Optional|Required)\s+[A-Z\x{4E00}-\x{9FFF}]")
        .is_match(badge)
}

fn close(book: &mut Book, part: &str, entry: Option<Entry>) {
    let Some(entry) = entry else { return };
    if entry.name.is_none() {
        let words = entry.about.first().map_or("", |it| it.text.as_str());
        book.gap(
            Said {
                at: &entry.at,
                line: entry.line,
                words,
            },
            "heading",
        );
    }
    let mark = book.mark();
    entry::describe(book, &entry);
    if let Some(name) = &entry.name {
        let folded = entry.about.iter().any(|it| entry::is_fold(&it.text));
        book.list(part, name, folded, mark);
    }
}

/// Whether a paragraph begins a member whose heading the capture lost.
///
/// Such a paragraph introduces a thing, "An address of …", and stands where the member above is
/// described already, or even after the last part that a member has.
fn is_orphan(about: &[Piece], more: More, piece: &Piece) -> bool {
    if piece.bullet || about.is_empty() || prose::asks(&piece.text) {
        return false;
    }
    let introduces = pattern!(r"^(?:A|An)\s").is_match(&piece.text);
    let ended = about.last().is_some_and(|it| entry::is_fold(&it.text)) || more == More::Bullets;
    let sentence = pattern!(r"^[A-Z][a-z]+ ").is_match(&piece.text) && piece.text.ends_with('.');
    let aside = pattern!(r"^(?i:note|please|for|if|when|must|make|only|this|these|refer|see|it|in|to|do|use|should)\b").is_match(&piece.text);
    introduces || ended && sentence && !aside
}

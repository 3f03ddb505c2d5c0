//! One member or header of a page, and the facts about it.

mod about;
mod rows;

use about::{About, List};
use serde_json::json;
use stipula_facts::Kind;

pub(super) use rows::rows;

use super::{
    book::{Book, Said},
    lines::Line,
    prose::Length,
    words::{Need, Type, is_strange_mark, pattern},
};

/// A paragraph, or one of a list.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) line: usize,
    pub(super) bullet: bool,
}

impl Piece {
    pub(super) fn of(line: &Line) -> Self {
        let bare = line
            .text
            .strip_prefix(['•', '·', '◦', '●'])
            .or_else(|| line.text.strip_prefix("- "))
            .or_else(|| line.text.strip_prefix("* "));
        Self {
            text: bare.unwrap_or(&line.text).trim().to_owned(),
            line: line.no,
            bullet: bare.is_some(),
        }
    }
}

/// What a page says about a member, before it is read.
#[derive(Debug, Default)]
pub(super) struct Entry {
    pub(super) at: String,
    /// Not known when the capture lost the heading.
    pub(super) name: Option<String>,
    pub(super) line: usize,
    pub(super) of: Option<Type>,
    /// The type was put together from parts.
    pub(super) type_inferred: bool,
    pub(super) need: Option<Need>,
    /// Lines of the type and of the requirement, where they have their own.
    pub(super) type_line: Option<usize>,
    pub(super) need_line: Option<usize>,
    /// Words beside the requirement.
    pub(super) need_words: String,
    /// What it means that a page does not say whether it is required.
    pub(super) unsaid: Option<Need>,
    /// What the length cell says, and its words.
    pub(super) length: Option<(Length, String)>,
    /// Languages of two lengths, and whether the heading names them.
    pub(super) languages: Option<([&'static str; 2], bool)>,
    pub(super) default: String,
    pub(super) about: Vec<Piece>,
    pub(super) sample: Vec<Piece>,
}

/// Writes down every fact about a member.
pub(super) fn describe(book: &mut Book, entry: &Entry) {
    let said = Said {
        at: &entry.at,
        line: entry.line,
        words: entry.name.as_deref().unwrap_or_default(),
    };
    if let Some(name) = &entry.name {
        book.say(said, Kind::Field, name.as_str());
    }
    if let Some(of) = &entry.of {
        let line = entry.type_line.unwrap_or(entry.line);
        let said = Said {
            line,
            words: &of.name,
            ..said
        };
        if entry.type_inferred {
            book.infer(said, Kind::Type, of.name.as_str());
        } else {
            book.say(said, Kind::Type, of.name.as_str());
        }
        if let Some(most) = of.max_chars {
            book.say(said, Kind::MaxChars, most);
        }
    }
    if !matches!(
        entry.default.as_str(),
        "" | "/" | "-" | "—" | "无" | "無" | "none" | "None" | "N/A"
    ) {
        let said = Said {
            words: &entry.default,
            ..said
        };
        book.say(said, Kind::Default, entry.default.as_str());
    }
    length(book, entry);
    let mut about = About {
        book,
        entry,
        list: List::Plain,
        need: None,
        asked: false,
    };
    about.cell();
    about.pieces();
    let (found, asked) = (about.need, about.asked);
    let is_strange = entry.need.is_none() && is_strange_mark(&entry.need_words);
    if is_strange {
        book.gap(
            Said {
                words: &entry.need_words,
                ..said
            },
            "mark",
        );
    }
    let need = found
        .filter(|it| *it == Need::Conditional)
        .or(entry.need)
        .or(found)
        .or(entry.unsaid.filter(|_| !is_strange));
    let line = entry.need_line.unwrap_or(entry.line);
    if let Some(need) = need {
        book.say(
            Said {
                line,
                words: need.name(),
                ..said
            },
            Kind::Need,
            need.name(),
        );
    }
    // The page says two things: what is overruled has to be seen when it changes.
    if let Some(overruled) = entry.need.filter(|it| Some(*it) != need) {
        book.prose(Said {
            line,
            words: overruled.name(),
            ..said
        });
    }
    if need == Some(Need::Conditional) && !asked {
        book.gap(said, "condition");
    }
    sample(book, entry);
}

fn length(book: &mut Book, entry: &Entry) {
    let Some((length, words)) = &entry.length else {
        return;
    };
    let said = Said {
        at: &entry.at,
        line: entry.line,
        words,
    };
    match length {
        Length::Nothing => {}
        Length::Chars(most) => book.say(said, Kind::MaxChars, *most),
        Length::Items(most) => book.say(said, Kind::MaxItems, *most),
        Length::Range(low, high) => book.say(said, Kind::Range, json!([low, high])),
        Length::Two(first, second) => {
            let (order, said_so) = entry.languages.unwrap_or((["zh", "en"], false));
            let value = json!({ order[0]: first, order[1]: second });
            let value = json!({ "en": value["en"], "zh": value["zh"] });
            if said_so {
                book.say(said, Kind::MaxChars, value);
            } else {
                book.infer(said, Kind::MaxChars, value);
            }
        }
    }
}

/// A sample of one line is a fact; of more lines it is text.
fn sample(book: &mut Book, entry: &Entry) {
    if let [one] = entry.sample.as_slice() {
        book.say(
            Said {
                at: &entry.at,
                line: one.line,
                words: &one.text,
            },
            Kind::Sample,
            one.text.as_str(),
        );
        return;
    }
    for piece in &entry.sample {
        book.prose(Said {
            at: &entry.at,
            line: piece.line,
            words: &piece.text,
        });
    }
}

/// "Show child parameters": a fold that the capture did not open.
pub(super) fn is_fold(text: &str) -> bool {
    pattern!(r"^(?i:show (?:child|nested) (?:parameters|attributes|fields|properties)|show children|select scenario|expand all|展开子参数|查看子参数)$").is_match(text)
}

pub(super) fn is_more(text: &str) -> bool {
    pattern!(r"^(?i:more information|more info|更多信息)\s*:?$").is_match(text)
}

/// "default", "default when …"; "default barcode standard" is no such thing.
fn is_default(about: &str) -> bool {
    pattern!(r"^(?i)\(?(?:the |by )?default(?: value)?\)?(?: (?:when|if)\b.*)?[.。]?$")
        .is_match(about)
}

//! One member or header of a page, and the facts about it.

mod about;
mod rows;

use about::{About, List};
use serde_json::json;
use stipula_facts::Kind;

pub(super) use rows::rows;

use super::{
    book::{Book, Said},
    piece::Piece,
    prose::Length,
    travel::Travel,
    words::{Need, Type, is_strange_mark, pattern},
};

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
    /// Where a cell says that it travels.
    pub(super) travel: Option<Travel>,
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

impl Entry {
    /// The member, as it stands on the page.
    fn said(&self) -> Said<'_> {
        Said {
            at: &self.at,
            line: self.line,
            words: self.name.as_deref().unwrap_or_default(),
        }
    }
}

/// Writes down every fact about a member.
pub(super) fn describe(book: &mut Book, entry: &Entry) {
    if let Some(name) = &entry.name {
        book.say(entry.said(), Kind::Field, name.as_str());
        let travel = entry.travel.or_else(|| Travel::of_place(&entry.at));
        if let Some(place) = travel.and_then(Travel::fact) {
            book.say(entry.said(), Kind::Place, place);
        }
    }
    type_(book, entry);
    default(book, entry);
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
    let need = need(book, entry, found);
    if need == Some(Need::Conditional) && !asked {
        book.gap(entry.said(), "condition");
    }
    sample(book, entry);
}

fn type_(book: &mut Book, entry: &Entry) {
    let Some(of) = &entry.of else {
        return;
    };
    let said = Said {
        line: entry.type_line.unwrap_or(entry.line),
        words: &of.name,
        ..entry.said()
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

fn default(book: &mut Book, entry: &Entry) {
    let words = entry.default.as_str();
    if matches!(
        words,
        "" | "/" | "-" | "—" | "无" | "無" | "none" | "None" | "N/A"
    ) {
        return;
    }
    let said = Said {
        words,
        ..entry.said()
    };
    book.say(said, Kind::Default, words);
}

/// Whether the member is required, by the cell that says so and by the words about it.
fn need(book: &mut Book, entry: &Entry, found: Option<Need>) -> Option<Need> {
    let is_strange = entry.need.is_none() && is_strange_mark(&entry.need_words);
    if is_strange {
        let said = Said {
            words: &entry.need_words,
            ..entry.said()
        };
        book.gap(said, "mark");
    }
    let need = found
        .filter(|it| *it == Need::Conditional)
        .or(entry.need)
        .or(found)
        .or(entry.unsaid.filter(|_| !is_strange));
    let said = |need: Need| Said {
        line: entry.need_line.unwrap_or(entry.line),
        words: need.name(),
        ..entry.said()
    };
    if let Some(need) = need {
        book.say(said(need), Kind::Need, need.name());
    }
    // The page says two things: what is overruled has to be seen when it changes.
    if let Some(overruled) = entry.need.filter(|it| Some(*it) != need) {
        book.prose(said(overruled));
    }
    need
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
    pattern!(r"^(?i:(?:show |hide |expand )?(?:child|nested|\d+) (?:parameters|attributes|fields|properties)|(?:show|expand) (?:children|properties)|click here to expand\W*|select scenario|expand all|展开子参数|查看子参数)$").is_match(text)
}

pub(super) fn is_more(text: &str) -> bool {
    pattern!(r"^(?i:more information|more info|更多信息)\s*:?$").is_match(text)
}

/// "default", "default when …"; "default barcode standard" is no such thing.
fn is_default(about: &str) -> bool {
    pattern!(r"^(?i)\(?(?:the |by )?default(?: value)?\)?(?: (?:when|if)\b.*)?[.。]?$")
        .is_match(about)
}

//! What sentences say about a member, whatever shape the page has.

pub(super) mod conditions;
pub(super) mod demands;
mod forms;
mod groups;
mod limits;
mod values;

use super::{
    book::{Book, Said},
    text,
    words::{Need, Type, ascii},
};
use demands::Demand;
use stipula_facts::Kind;

pub(super) use limits::{Length, length, limit};
pub(super) use values::bullet;

/// The member that sentences are about.
pub(super) struct Subject<'a> {
    pub(super) at: &'a str,
    pub(super) of: Option<&'a Type>,
}

impl Subject<'_> {
    fn is_list(&self) -> bool {
        self.of.is_some_and(Type::is_list)
    }

    /// What a documented word of this member is: a key of an object, a value otherwise.
    pub(super) fn word(&self) -> Kind {
        if self.of.is_some_and(Type::is_object) {
            Kind::Key
        } else {
            Kind::Value
        }
    }
}

/// Reads a sentence or a cell of sentences.
pub(super) fn read(book: &mut Book, it: &Subject<'_>, line: usize, words: &str) -> Reading {
    let words = &ascii(words);
    let said = Said {
        at: it.at,
        line,
        words,
    };
    let mut needs = Vec::new();
    let mut rest = String::new();
    for sentence in sentences(words) {
        let left = if let Some(found) = demands::required(sentence) {
            needs.push(say(book, &found, said));
            found.rest
        } else if let Some(condition) = demands::effective(sentence) {
            book.condition(said, Kind::EffectiveWhen, &condition);
            String::new()
        } else {
            sentence.to_owned()
        };
        rest.push_str(&left);
        rest.push(' ');
    }
    let rest = rest.trim();
    let whole = rest.is_empty()
        || limits::line(
            book,
            Said {
                words: &text::bare(rest),
                ..said
            },
        );
    if !whole {
        let bare = text::bare(rest);
        let said = Said {
            words: &bare,
            ..said
        };
        limits::inside(book, it, said);
        forms::read(book, said);
        values::read(book, it, said);
    }
    let conditional = needs
        .contains(&Need::Conditional)
        .then_some(Need::Conditional);
    Reading {
        whole,
        need: conditional.or(needs.first().copied()),
    }
}

/// What became of a sentence.
pub(super) struct Reading {
    /// Every word of it became a fact.
    pub(super) whole: bool,
    /// What it says about being required.
    pub(super) need: Option<Need>,
}

/// Sentences of a text, with their marks. "i.e. A" is one.
fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    let mut from = 0;
    while let Some(place) = rest[from..].find(". ") {
        let end = from + place + 1;
        let (sentence, after) = rest.split_at(end);
        let next = after.trim_start().chars().next();
        let word = sentence
            .rsplit(' ')
            .next()
            .unwrap_or_default()
            .trim_start_matches('(');
        if matches!(word, "i.e." | "e.g." | "etc." | "No." | "vs.")
            || !next.is_some_and(char::is_uppercase)
        {
            from = end;
            continue;
        }
        found.push(sentence.trim());
        (rest, from) = (after, 0);
    }
    found.push(rest.trim());
    found
}

/// Writes a demand down.
pub(super) fn say(book: &mut Book, found: &demands::Found, said: Said<'_>) -> Need {
    match &found.demand {
        Demand::Always => return Need::Required,
        Demand::When(condition) => book.condition(said, Kind::RequiredWhen, condition),
        Demand::Lost => book.gap(said, "condition"),
        Demand::Either(names) => book.say(said, Kind::AtLeastOne, names.clone()),
    }
    Need::Conditional
}

//! What sentences say about a member, whatever shape the page has.

mod clauses;
pub(super) mod conditions;
mod counts;
mod demand;
pub(super) mod demands;
mod effects;
mod forms;
mod groups;
mod limits;
mod starts;
mod tokens;
mod values;

use super::{
    book::{Book, Said},
    text,
    waiting::Asked,
    words::{Need, Type, ascii, pattern},
};
use demand::Demand;
use stipula_facts::{Kind, place};

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

    /// Its name, as sentences say it.
    fn name(&self) -> String {
        place::last(self.at).into_owned()
    }

    /// A value as it travels: pages write booleans as their languages do.
    fn plain(&self, value: &str) -> String {
        let is_boolean = self.of.is_some_and(|it| it.name == "boolean");
        match value {
            "True" | "False" | "TRUE" | "FALSE" if is_boolean => value.to_lowercase(),
            other => other.to_owned(),
        }
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
    if words.len() > LONGEST {
        book.gap(said, "text");
        return Reading {
            whole: false,
            need: None,
        };
    }
    let mut needs = Vec::new();
    let mut rest = String::new();
    let name = it.name();
    for sentence in sentences(words) {
        let mut left = about_this(sentence, &name);
        // Each round takes words away.
        while let Some(found) = demands::required(&left, &name) {
            needs.extend(say(book, &found, said));
            left = found.rest;
        }
        while let Some((condition, words)) = effects::effective(&left) {
            book.condition(said, Kind::EffectiveWhen, &condition);
            left = demands::without(&left, &words);
        }
        if demands::forbids(&left) {
            book.gap(said, "condition");
        }
        rest.push_str(&left);
        rest.push(' ');
    }
    let rest = rest.trim();
    let is_mark = |it: char| it.is_whitespace() || matches!(it, '.' | ',' | ';' | '。');
    let whole = rest.trim_matches(is_mark).is_empty()
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
        counts::read(book, it, said);
        forms::read(book, it, said);
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

/// Reads sentences about a table of members: "at most one of the optional fields can be present".
pub(super) fn about_table(book: &mut Book, said: Said<'_>) {
    if said.words.len() > LONGEST {
        return;
    }
    for sentence in sentences(&ascii(said.words)) {
        if let Some(asked) = groups::of_table(sentence) {
            book.ask(said, asked);
        }
    }
}

/// Bytes of the longest description that is read by sentences; no page has one that long.
const LONGEST: usize = 16 * 1024;

/// Whether words say when a member is required, or has an effect.
pub(super) fn asks(words: &str) -> bool {
    demands::required(words, "").is_some() || effects::effective(words).is_some()
}

/// What became of a sentence.
pub(super) struct Reading {
    /// Every word of it became a fact.
    pub(super) whole: bool,
    /// What it says about being required.
    pub(super) need: Option<Need>,
}

/// A sentence that begins with the name of its member, as one about "this field".
fn about_this(sentence: &str, name: &str) -> String {
    let bare = sentence.strip_prefix('`').unwrap_or(sentence);
    let rest = bare.strip_prefix(name).filter(|_| !name.is_empty());
    let rest = rest.map(|it| it.strip_prefix('`').unwrap_or(it));
    let verb = pattern!(r"^ (?:is|are|must|can|may|has|will|cannot|should)\b");
    match rest.filter(|it| verb.is_match(it)) {
        Some(rest) => format!("this field{rest}"),
        None => sentence.to_owned(),
    }
}

/// Sentences of a text, with their marks. "i.e. A" is one.
fn sentences(text: &str) -> Vec<&str> {
    let whole = |it: &&str| !it.trim().is_empty();
    let parts = text.split_inclusive('。').filter(whole);
    parts.flat_map(latin).collect()
}

fn latin(text: &str) -> Vec<&str> {
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

/// Writes a demand down; what it says about being required, if anything.
pub(super) fn say(book: &mut Book, found: &demands::Found, said: Said<'_>) -> Option<Need> {
    match &found.demand {
        Demand::Always => return Some(Need::Required),
        Demand::Never => return Some(Need::Optional),
        Demand::When(condition) => book.condition(said, Kind::RequiredWhen, condition),
        Demand::Lost => book.gap(said, "condition"),
        Demand::Group(kind, names) => {
            book.ask(said, Asked::Group(*kind, names.clone()));
            if *kind == Kind::AtMostOne {
                return None;
            }
        }
    }
    Some(Need::Conditional)
}

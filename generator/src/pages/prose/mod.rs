//! What sentences say about a member, whatever shape the page has.

pub(super) mod conditions;
pub(super) mod demands;
mod forms;
mod limits;
mod values;

use super::{
    Kind,
    book::{Book, Said},
    words::{Need, Type, ascii},
};
use demands::Demand;

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

/// Reads a sentence or a cell of sentences. Says whether every word of it became a fact.
pub(super) fn read(book: &mut Book, it: &Subject<'_>, line: usize, text: &str) -> Reading {
    let text = &ascii(text);
    let said = Said {
        at: it.at,
        line,
        words: text,
    };
    if let Some(demand) = demands::required(text) {
        return Reading {
            whole: demand.whole,
            need: say(book, &demand, said),
            rest: demand.rest,
        };
    }
    if let Some((condition, whole)) = demands::effective(text) {
        book.condition(said, Kind::EffectiveWhen, &condition);
        return Reading {
            whole,
            need: None,
            rest: None,
        };
    }
    let whole = limits::read(book, it, said);
    forms::read(book, said);
    values::read(book, it, said);
    Reading {
        whole,
        need: None,
        rest: None,
    }
}

/// What became of a sentence.
pub(super) struct Reading {
    /// Nothing is left for a reader.
    pub(super) whole: bool,
    /// What it says about being required.
    pub(super) need: Option<Need>,
    /// Words beside a condition, to be read on their own.
    pub(super) rest: Option<String>,
}

/// Writes a demand down.
pub(super) fn say(book: &mut Book, found: &demands::Found, said: Said<'_>) -> Option<Need> {
    match &found.demand {
        Demand::Always => return Some(Need::Required),
        Demand::When(condition) => book.condition(said, Kind::RequiredWhen, condition),
        Demand::Lost => book.gap(said, "condition"),
        Demand::Either(names) => book.say(said, Kind::AtLeastOne, names.clone()),
    }
    Some(Need::Conditional)
}

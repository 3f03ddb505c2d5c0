//! What became of every text of a page: nothing on it is lost in silence.
//!
//! A text is a cell, an item of a list, a paragraph, a heading or a block of code. Each one is a fact,
//! prose for people to read, a named gap, or furniture with the rule that made it furniture. The
//! counts of an [`Account`] add up to the page.

use std::{collections::BTreeMap, rc::Rc};

use stipula_facts::Kind;

/// What became of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Fate {
    /// At least one fact was read from it.
    Fact,
    /// It is kept for people to read, by its digest.
    Prose,
    /// It names something that could not be read.
    Gap,
    /// It says nothing about the API, by the rule of this name.
    Furniture(&'static str),
}

/// A text of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Text {
    /// Line of the capture, from 1.
    pub line: usize,
    /// Its words, with plain spaces.
    pub words: String,
    /// What became of it.
    pub fate: Fate,
}

/// Every text of a page, in the order of reading.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Account {
    /// The texts.
    pub texts: Vec<Text>,
}

impl Account {
    /// How many texts became what; the sum is the page.
    pub fn counts(&self) -> BTreeMap<Fate, usize> {
        let mut counts = BTreeMap::new();
        for text in &self.texts {
            *counts.entry(text.fate).or_default() += 1;
        }
        counts
    }
}

/// A text before its fate is known.
#[derive(Debug)]
pub(crate) struct Unit {
    pub(crate) line: usize,
    pub(crate) words: String,
    /// The rule that made it furniture.
    pub(crate) rule: Option<&'static str>,
    /// Places where facts about it stand, the nearest first: each range holds the one before it.
    pub(crate) near: Vec<(usize, usize)>,
    /// Whether a block of code may go on for many texts.
    pub(crate) is_line: bool,
}

impl Unit {
    /// A line of a text, or a part of one.
    pub(crate) fn of_line(line: usize, words: String) -> Self {
        /// Lines above one in which facts about it may stand: a row may have that many.
        const ABOVE: [usize; 4] = [0, 8, 20, 60];
        Self {
            line,
            words,
            rule: None,
            near: ABOVE.map(|it| (line.saturating_sub(it), line)).to_vec(),
            is_line: true,
        }
    }
}

/// A heading of a section that everybody has.
pub(crate) const SECTION: &str = "a heading of a section";

/// A heading that calls an operation or a type by several words.
pub(crate) const TITLE: &str = "a title";

/// A heading of a column.
pub(crate) const COLUMN: &str = "a heading of a column";

/// Words that were read, and what became of them.
#[derive(Debug, Clone)]
pub(crate) struct Said {
    /// Where they stand, in the numbers of [`Unit::near`].
    pub(crate) place: usize,
    /// Without blanks and marks.
    pub(super) key: Rc<str>,
    pub(super) fate: Fate,
    pub(super) is_body: bool,
    /// Whether it is the name of a member, of which several facts are noted.
    pub(super) is_name: bool,
}

impl Said {
    pub(crate) fn new(place: usize, words: &str, kind: Kind) -> Self {
        Self::of_key(place, key(words).into(), kind)
    }

    /// Of words whose key is known, since several facts were read from them.
    pub(super) fn of_key(place: usize, key: Rc<str>, kind: Kind) -> Self {
        let fate = match kind {
            Kind::Gap => Fate::Gap,
            Kind::Paragraph | Kind::Message => Fate::Prose,
            _ => Fate::Fact,
        };
        Self {
            place,
            key,
            fate,
            is_body: kind == Kind::Example,
            is_name: matches!(kind, Kind::Field | Kind::Place | Kind::Gap),
        }
    }

    pub(crate) fn furniture(place: usize, words: &str, rule: &'static str) -> Self {
        Self {
            fate: Fate::Furniture(rule),
            ..Self::new(place, words, Kind::Paragraph)
        }
    }
}

/// Letters, digits and signs of a text. Blanks, ticks and bullets are accidents of its markup; facts
/// have requirements and methods in one case.
pub(super) fn key(words: &str) -> String {
    let is_mark = |it: char| {
        it.is_whitespace() || matches!(it, '`' | '•' | '|' | '\u{200b}' | '\u{feff}' | '\\')
    };
    let kept = words.chars().filter(|it| !is_mark(*it));
    kept.flat_map(char::to_lowercase).collect()
}

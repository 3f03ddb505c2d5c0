//! Where facts are written down while a page is read.

use std::{collections::BTreeSet, rc::Rc};
use stipula_facts::{Confidence, Fact, Kind, place::below};

use serde_json::Value;

use super::{
    account,
    condition::Condition,
    examples::Body,
    folds::{self, Listed, Nesting},
    scope::Scope,
    text,
    waiting::{Asked, Meant, Waiting},
};

/// Facts so far, and what has to wait until the page is read to its end.
pub(super) struct Book {
    /// Title of the page.
    pub(super) title: Option<String>,
    source: String,
    facts: Vec<Fact>,
    waiting: Vec<Waiting>,
    bodies: Vec<Body>,
    listed: Vec<Listed>,
    /// The words behind all of it.
    read: Vec<account::Said>,
    /// The words that were noted last, of which a page tells many things.
    last: Rc<str>,
    digest: String,
    key: Rc<str>,
}

/// What a book holds at its end.
#[derive(Debug, Default)]
pub(super) struct Closed {
    pub(super) facts: Vec<Fact>,
    /// Bodies to judge.
    pub(super) bodies: Vec<Body>,
    /// The words that were read.
    pub(super) read: Vec<account::Said>,
}

/// Words of a page and where they stand.
#[derive(Clone, Copy)]
pub(super) struct Said<'a> {
    pub(super) at: &'a str,
    pub(super) line: usize,
    pub(super) words: &'a str,
}

impl Book {
    pub(super) fn new(source: &str) -> Self {
        Self {
            title: None,
            source: source.to_owned(),
            facts: vec![],
            waiting: vec![],
            bodies: vec![],
            listed: vec![],
            read: vec![],
            last: Rc::from(""),
            digest: text::digest(""),
            key: Rc::from(""),
        }
    }

    /// The page says so.
    pub(super) fn say(&mut self, said: Said<'_>, kind: Kind, value: impl Into<Value>) {
        self.add(said, kind, value.into(), Confidence::Exact);
    }

    /// The page says so with something left out.
    pub(super) fn infer(&mut self, said: Said<'_>, kind: Kind, value: impl Into<Value>) {
        self.add(said, kind, value.into(), Confidence::Inferred);
    }

    /// Prose, of which only the digest is kept.
    pub(super) fn prose(&mut self, said: Said<'_>) {
        if !text::plain(said.words).is_empty() {
            self.add(said, Kind::Paragraph, Value::Null, Confidence::Exact);
        }
    }

    pub(super) fn gap(&mut self, said: Said<'_>, what: &str) {
        self.say(said, Kind::Gap, what);
    }

    /// Words of the page that a fact was read from, and that the fact has in another form.
    pub(super) fn was_read(&mut self, line: usize, words: &str) {
        self.read.push(account::Said::new(line, words, Kind::Type));
    }

    /// Words that say nothing about the API, by the rule of this name.
    pub(super) fn furniture(&mut self, line: usize, words: &str, rule: &'static str) {
        self.read.push(account::Said::furniture(line, words, rule));
    }

    pub(super) fn body(&mut self, body: Body) {
        self.read
            .push(account::Said::new(body.line, &body.text, Kind::Example));
        self.bodies.push(body);
    }

    /// A condition. Which members the page has is known at its end.
    pub(super) fn condition(&mut self, said: Said<'_>, kind: Kind, condition: &Condition) {
        self.ask(said, Asked::Condition(kind, condition.clone()));
    }

    /// Something that names members of the page.
    pub(super) fn ask(&mut self, said: Said<'_>, asked: Asked) {
        let words = self.noted(said.words);
        self.waiting.push(Waiting {
            at: said.at.to_owned(),
            line: said.line,
            words,
            asked,
        });
    }

    /// Words to keep, once for all that is said about them.
    fn noted(&mut self, words: &str) -> Rc<str> {
        if *self.last != *words {
            self.last = Rc::from(words);
            self.digest = text::digest(words);
            self.key = account::key(words).into();
        }
        Rc::clone(&self.last)
    }

    fn add(&mut self, said: Said<'_>, kind: Kind, value: Value, confidence: Confidence) {
        self.noted(said.words);
        let read = account::Said::of_key(said.line, Rc::clone(&self.key), kind);
        self.read.push(read);
        self.fact(said, kind, value, confidence);
    }

    fn fact(&mut self, said: Said<'_>, kind: Kind, value: Value, confidence: Confidence) {
        self.noted(said.words);
        self.facts.push(Fact {
            source: self.source.clone(),
            at: said.at.to_owned(),
            kind,
            value,
            line: said.line,
            digest: self.digest.clone(),
            confidence,
        });
    }

    /// How far the book has come, for [`Book::list`].
    pub(super) fn mark(&self) -> (usize, usize) {
        (self.facts.len(), self.waiting.len())
    }

    /// A member of a page that folds members away, with what was said of it since the mark.
    pub(super) fn list(&mut self, part: &str, name: &str, folded: bool, mark: (usize, usize)) {
        self.listed.push(Listed {
            part: part.to_owned(),
            name: name.to_owned(),
            folded,
            facts: mark.0..self.facts.len(),
            waiting: mark.1..self.waiting.len(),
        });
    }

    /// Puts members below the fold that they stand in.
    fn unfold(&mut self) {
        let mut opened = BTreeSet::new();
        for (it, nesting) in self
            .listed
            .iter()
            .zip(folds::nestings(&self.listed, &self.bodies))
        {
            let old = below(&it.part, &it.name);
            let facts = &mut self.facts[it.facts.clone()];
            match nesting {
                Nesting::Beside => {}
                Nesting::Unsure => {
                    let of = |fact: &&mut Fact| fact.kind == Kind::Field && fact.at == old;
                    for fact in facts.iter_mut().filter(of) {
                        fact.confidence = Confidence::Inferred;
                    }
                }
                Nesting::Inside(at) => {
                    let new = below(&at, &it.name);
                    let waiting = self.waiting[it.waiting.clone()].iter_mut();
                    let places = facts.iter_mut().map(|it| &mut it.at);
                    for place in places.chain(waiting.map(|it| &mut it.at)) {
                        if let Some(rest) = place.strip_prefix(&old) {
                            *place = format!("{new}{rest}");
                        }
                    }
                    opened.insert(at);
                }
            }
        }
        self.facts.retain(|it| {
            it.kind != Kind::Gap || it.value != "children" || !opened.contains(&it.at)
        });
    }

    /// Ends the reading.
    pub(super) fn close(mut self) -> Closed {
        self.unfold();
        let scope = Scope::of(&self.facts);
        let mut before: Option<Rc<str>> = None;
        for it in std::mem::take(&mut self.waiting) {
            let is_same = before.is_some_and(|before| Rc::ptr_eq(&before, &it.words));
            before = Some(Rc::clone(&it.words));
            let said = Said {
                at: &it.at,
                line: it.line,
                words: &it.words,
            };
            match it.asked.meant(&scope, &it.at) {
                // Many things can be told by the same words.
                Meant::Fact(kind, value, confidence) if is_same => {
                    self.fact(said, kind, value, confidence);
                }
                Meant::Fact(kind, value, confidence) => self.add(said, kind, value, confidence),
                Meant::Unknown => {
                    self.gap(said, "condition");
                    self.prose(said);
                }
                Meant::Nothing => self.prose(said),
            }
        }
        Closed {
            facts: self.facts,
            bodies: self.bodies,
            read: self.read,
        }
    }
}

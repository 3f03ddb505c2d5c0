//! A body in the course of reading: where it is, and what did not fit so far.

use std::borrow::Cow;

use serde::de::DeserializeOwned;

use super::body::Body;
use super::cursor::Cursor;
use super::head::Head;
use super::misfits::Misfits;
use super::{Fit, Misfit, MisfitKind, Mismatch, text};
use crate::path::{write_index, write_name};

/// How many lists and objects may stand inside each other, the body included.
pub const MOST_DEPTH: usize = 127;

const TOO_DEEP: Mismatch = Mismatch::new(
    "at most 127 lists and objects inside each other",
    "more of them",
);

/// What is asked of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// Everything is read leniently, and only what is guaranteed has to fit.
    Answer,
    /// Everything has to fit.
    Request,
}

/// What kind of value comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean,
    /// A number.
    Number,
    /// A text.
    Text,
    /// A list.
    List,
    /// An object.
    Object,
    /// Nothing, as where a member is missing.
    Nothing,
}

/// A step of the way from the body to a value.
#[derive(Debug, Clone, Copy)]
pub(super) enum Step<'t> {
    /// A name as it is written.
    Name(&'t str),
    /// A name that the code knows.
    Known(&'static str),
    Index(usize),
}

/// Reads one body. Slots take values from it.
#[derive(Debug)]
pub struct Reader<'t> {
    pub(super) cursor: Cursor<'t>,
    pub(super) path: Vec<Step<'t>>,
    pub(super) mode: Mode,
    /// Whether the value that comes next is read leniently.
    pub(super) lenient: bool,
    /// Whether the numbers that come next are texts.
    pub(super) as_text: bool,
    /// Whether texts stand for numbers and booleans everywhere, as in a query.
    pub(super) takes_texts: bool,
    /// The text of the sibling that chooses the case of the next union.
    pub(super) case: Option<String>,
    pub(super) misfits: Misfits,
    /// What makes the body unfit as a whole.
    pub(super) problems: Misfits,
    /// What comes before the body, for the first object.
    pub(super) head: Option<&'t dyn Head>,
    /// The header that is read, where that is no body.
    pub(super) header: Option<&'static str>,
}

impl<'t> Reader<'t> {
    /// Reads a text that is known to be JSON.
    pub(super) fn new(json: &'t str, mode: Mode) -> Self {
        Self {
            cursor: Cursor::new(json),
            path: Vec::new(),
            mode,
            lenient: mode == Mode::Answer,
            takes_texts: false,
            as_text: false,
            case: None,
            misfits: Misfits::default(),
            problems: Misfits::default(),
            head: None,
            header: None,
        }
    }

    /// Reads the body of an answer that is known to be JSON.
    pub(super) fn of_answer(body: &'t Body<'_>) -> Self {
        let mut reader = Self::new(&body.text, Mode::Answer);
        for misfit in &body.odd {
            reader.misfits.push(|| misfit.clone());
        }
        reader
    }

    /// Goes to a member inside members: along the first of these ways that is there. Where none is,
    /// what comes next is nothing at the end of the first.
    #[cfg(feature = "client")]
    pub(super) fn enter(&mut self, ways: &[&[&'static str]]) {
        let place = self.cursor.place();
        for way in ways {
            if way.iter().all(|name| self.cursor.member(name)) {
                self.path.extend(way.iter().map(|name| Step::Known(name)));
                return;
            }
            self.cursor.go(place);
        }
        if let Some(way) = ways.first() {
            self.path.extend(way.iter().map(|name| Step::Known(name)));
            self.cursor.end();
        }
    }

    /// What kind of value comes next.
    pub fn kind(&mut self) -> Kind {
        match self.cursor.peek() {
            Some(b'n') => Kind::Null,
            Some(b't' | b'f') => Kind::Boolean,
            Some(b'"') => Kind::Text,
            Some(b'[') => Kind::List,
            Some(b'{') => Kind::Object,
            Some(b'-' | b'0'..=b'9') => Kind::Number,
            _ => Kind::Nothing,
        }
    }

    /// Whether the next value is to be taken where only its type differs, as `"1"` for `1`.
    pub fn is_lenient(&self) -> bool {
        self.lenient
    }

    /// The text of the sibling that chooses the case of a union.
    pub fn case(&self) -> Option<&str> {
        self.case.as_deref()
    }

    /// Takes the next value, whatever it is, as JSON text.
    pub fn raw(&mut self) -> &'t str {
        self.cursor.skip()
    }

    /// Takes the next value as a `T` that serde reads, all of it or nothing.
    pub fn by_serde<T: DeserializeOwned>(&mut self) -> Result<T, Mismatch> {
        let mismatch = self.mismatch("a value of another shape");
        serde_json::from_str(self.raw()).map_err(|_| mismatch)
    }

    /// Takes the next value if it is a text.
    pub fn text(&mut self, expected: &'static str) -> Result<Cow<'t, str>, Mismatch> {
        if self.kind() != Kind::Text {
            return Err(self.mismatch(expected));
        }
        let half = Mismatch::new(expected, "a text with half a character");
        text::meant(self.cursor.string()).ok_or(half)
    }

    /// Says that the next value is not what was expected, in words such as "a text".
    pub fn mismatch(&mut self, expected: &'static str) -> Mismatch {
        let found = match self.kind() {
            Kind::Null => "`null`",
            Kind::Boolean => "a boolean",
            Kind::Number => "a number",
            Kind::Text if self.is_empty_text() => "an empty text",
            Kind::Text => "a text",
            Kind::List => "a list",
            Kind::Object => "an object",
            Kind::Nothing => "nothing",
        };
        Mismatch::new(expected, found)
    }

    pub(super) fn is_answer(&self) -> bool {
        self.mode == Mode::Answer
    }

    /// Whether the next value is `""`.
    pub(super) fn is_empty_text(&mut self) -> bool {
        let place = self.cursor.place();
        let is_empty = self.kind() == Kind::Text && self.cursor.string() == "\"\"";
        self.cursor.go(place);
        is_empty
    }

    /// Runs what takes one value, and goes on behind that value whatever it says.
    pub(super) fn attempt(
        &mut self,
        read: &mut dyn FnMut(&mut Self) -> Fit,
    ) -> Result<(), (Mismatch, &'t str)> {
        let (start, depth) = (self.cursor.place(), self.path.len());
        let marks = (self.misfits.mark(), self.problems.mark());
        let fit = read(self);
        if fit.is_ok() && self.cursor.place() != start {
            return Ok(());
        }
        self.path.truncate(depth);
        self.misfits.back_to(marks.0);
        self.problems.back_to(marks.1);
        self.cursor.go(start);
        let raw = self.cursor.skip();
        fit.map_err(|mismatch| (mismatch, raw))
    }

    /// Whether a list or an object may be entered here.
    pub(super) fn deeper(&self) -> Fit {
        if self.path.len() < MOST_DEPTH {
            Ok(())
        } else {
            Err(TOO_DEEP)
        }
    }

    /// Notes something odd at the current place; a request is unfit by that.
    pub(super) fn note(&mut self, kind: MisfitKind, mismatch: Mismatch, raw: &str) {
        match self.mode {
            Mode::Answer => self.misfits.push(|| Misfit {
                header: self.header,
                pointer: pointer(&self.path),
                kind,
                mismatch,
                raw: raw.into(),
            }),
            Mode::Request => self.refuse(mismatch, raw),
        }
    }

    /// Notes something that makes the whole body unfit.
    pub(super) fn refuse(&mut self, mismatch: Mismatch, raw: &str) {
        self.problems.push(|| Misfit {
            header: self.header,
            pointer: pointer(&self.path),
            kind: MisfitKind::LeftOut,
            mismatch,
            raw: raw.into(),
        });
    }
}

fn pointer(path: &[Step<'_>]) -> String {
    let mut pointer = String::new();
    for step in path {
        // Writing to a string does not fail.
        let _ = match step {
            Step::Name(written) => write_name(&mut pointer, &text::shown(written)),
            Step::Known(name) => write_name(&mut pointer, name),
            Step::Index(index) => write_index(&mut pointer, *index),
        };
    }
    pointer
}

//! A fact: one structured claim of a page, with its place and a digest of the words behind it.
//!
//! What a capture lost, or has in a form that nobody knows, is a fact of kind [`Kind::Gap`]:
//!
//! | value | what it says |
//! | --- | --- |
//! | `condition` | a member is conditional, and the capture does not have its condition; or a sentence forbids it in some case, or counts how many of some things are given of which one is no member beside it |
//! | `cell` | a row had a missing cell, and the others were shifted |
//! | `children` | members are folded away |
//! | `heading` | paragraphs or a table of members whose heading is lost or names nothing |
//! | `column` | a heading of the table is not known; its cells are prose |
//! | `text` | words that no reader took, or a description longer than 16 KiB; they are a paragraph as well |
//! | `mark` | a requirement is marked with letters that nobody knows, such as `ME` |
//!
//! A documented body is a fact of kind [`Kind::Example`]: `request`, `response`, `not JSON`, or
//! `other` when no heading says which way it goes and it shares no member with either table. Only
//! bodies whose way is known are held against the facts of their page.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::Kind;

/// One claim of a page, or one thing that its capture lost.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// Id of the page in `sources.yaml`.
    pub source: String,
    /// What it is about, by the names of the page: `request/address/street`, `codes/SUCCESS`.
    pub at: String,
    /// What it says.
    pub kind: Kind,
    /// What it says it is; `null` for prose, of which only the digest is kept.
    #[serde(default, skip_serializing_if = "Value::is_null")]
    pub value: Value,
    /// Line of the capture, from 1; 0 in a file that is kept, since a line above would move it.
    #[serde(default, skip_serializing_if = "is_no_line")]
    pub line: usize,
    /// Digest of the words it was read from, the first 16 hexadecimal digits of a SHA-256.
    pub digest: String,
    /// How it was read.
    pub confidence: Confidence,
}

/// How a fact was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// The page says so.
    Exact,
    /// The page says so with something left out, which only one reading fills in.
    Inferred,
    /// The page says that there is a condition, and nobody could put it into the language of the
    /// spec: a word of it is not understood, or a name in it is no member of the same table. The
    /// value is the page's own words, for people to read.
    Words,
}

impl Fact {
    /// Without the sentences of the page.
    #[must_use]
    pub fn without_sentences(mut self) -> Self {
        if self.kind == Kind::Message {
            self.value = Value::Null;
        }
        self
    }

    /// For a file that is kept: without sentences and without its line.
    #[must_use]
    pub fn for_record(self) -> Self {
        Self {
            line: 0,
            ..self.without_sentences()
        }
    }
}

#[allow(clippy::trivially_copy_pass_by_ref)] // serde hands out a reference
const fn is_no_line(line: &usize) -> bool {
    *line == 0
}

/// Sorted, with the first of facts that say the same.
pub fn sort(facts: &mut Vec<Fact>) {
    facts.sort_by(|a, b| {
        let said = said_of(a).cmp(&said_of(b));
        let value = || by_text(&a.value, &b.value);
        let behind = || (&a.digest, a.line).cmp(&(&b.digest, b.line));
        said.then_with(value).then_with(behind)
    });
    facts.dedup_by(|a, b| {
        let is_same = said_of(a) == said_of(b) && a.value == b.value;
        is_same && (a.digest == b.digest || !a.kind.is_prose())
    });
}

/// With the value, what decides whether two facts are the same.
fn said_of(fact: &Fact) -> (&str, &str, Kind) {
    (&fact.source, &fact.at, fact.kind)
}

/// In the order of their JSON, which is written only where it has to be.
fn by_text(a: &Value, b: &Value) -> Ordering {
    if a == b {
        return Ordering::Equal;
    }
    let is_plain = |it: u8| it >= b' ' && !matches!(it, b'"' | b'\\');
    if let (Some(a), Some(b)) = (a.as_str(), b.as_str())
        && a.bytes().chain(b.bytes()).all(is_plain)
    {
        return a.bytes().chain([b'"']).cmp(b.bytes().chain([b'"']));
    }
    a.to_string().cmp(&b.to_string())
}

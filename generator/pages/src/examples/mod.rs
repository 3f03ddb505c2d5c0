//! Documented bodies, held against the facts of their own page.

mod judge;

use serde_json::Value;
use stipula_facts::{Confidence, Fact, Kind};

use super::{
    json::{self, Quotes},
    text,
};

/// A documented body, judged when all facts are known.
#[derive(Debug)]
pub(super) struct Body {
    pub(super) at: String,
    /// `request` or `response`, where the page says so.
    pub(super) direction: Option<&'static str>,
    pub(super) text: String,
    pub(super) line: usize,
}

/// Adds a fact for each body, and one for each rule of the page that it breaks.
pub(super) fn add(source: &str, bodies: &[Body], facts: &mut Vec<Fact>) {
    let schema = judge::Schema::of(facts);
    for body in bodies {
        // No-break spaces are an accident of the capture.
        let tidy = body
            .text
            .replace('\u{a0}', " ")
            .replace(['\u{200b}', '\u{feff}'], "");
        let is_json = serde_json::from_str::<serde::de::IgnoredAny>(&tidy).is_ok();
        let root = json::read(tidy.trim(), Quotes::Plain);
        let direction = body.direction.or_else(|| schema.direction(root.as_ref()?));
        let what = match direction {
            _ if !is_json => "not JSON",
            Some(direction) => direction,
            None => "other",
        };
        let fact = |kind, value: Value, words: &str| Fact {
            source: source.to_owned(),
            at: body.at.clone(),
            kind,
            value,
            line: body.line,
            digest: text::digest(words),
            confidence: Confidence::Exact,
        };
        facts.push(fact(Kind::Example, what.into(), &body.text));
        let (Some(root), Some(direction)) = (root, direction) else {
            continue;
        };
        for broken in schema.judge(&root, direction) {
            facts.push(fact(Kind::Contradiction, broken.as_str().into(), &broken));
        }
    }
}

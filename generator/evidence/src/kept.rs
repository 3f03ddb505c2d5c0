//! What is kept beside a spec: facts of pages, paragraphs that were read, figures once reached,
//! verdicts. All of it is text in lines, sorted, without dates.

use std::collections::{BTreeMap, BTreeSet};
use stipula_facts::{Fact, VERDICTS, Verdict, from_lines};

use serde::{Deserialize, Serialize};

use stipula_spec::{raw::RawSpec, source::SourceMap};

use super::Coverage;

/// Paragraphs that were read.
pub(super) const LEDGER: &str = "ledger.jsonl";
/// Figures that were reached.
pub(super) const RATCHET: &str = "ratchet.json";

/// The file of the facts of one page.
pub(super) fn facts_of(source: &str) -> String {
    format!("facts/{source}.jsonl")
}

/// A paragraph that somebody has read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Read {
    pub(super) source: String,
    /// The nearest field, by the names of the page.
    pub(super) at: String,
    pub(super) digest: String,
}

impl Read {
    pub(super) fn of(fact: &Fact) -> Self {
        Self {
            source: fact.source.clone(),
            at: fact.at.clone(),
            digest: fact.digest.clone(),
        }
    }
}

/// Figures that may not get worse.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Ratchet {
    /// Least number of claims that a page confirms or a quirk explains.
    pub(super) accounted: usize,
    /// Most claims that nobody can verify.
    pub(super) unverifiable: usize,
    /// Most gaps.
    pub(super) gaps: usize,
}

impl Ratchet {
    pub(super) fn of(coverage: &Coverage) -> Self {
        Self {
            accounted: coverage.of(Verdict::Confirmed) + coverage.of(Verdict::Waived),
            unverifiable: coverage.of(Verdict::Unverifiable),
            gaps: coverage.gaps,
        }
    }

    /// What got worse, in words.
    pub(super) fn worse(&self, now: &Self) -> Vec<String> {
        let mut told = Vec::new();
        if now.accounted < self.accounted {
            told.push(format!(
                "{} claims are confirmed or explained, {} were",
                now.accounted, self.accounted
            ));
        }
        for (what, now, then) in [
            (
                "claims are unverifiable",
                now.unverifiable,
                self.unverifiable,
            ),
            ("gaps", now.gaps, self.gaps),
        ] {
            if now > then {
                told.push(format!("{now} {what}, there were {then}"));
            }
        }
        told
    }

    /// The better of both, figure by figure.
    pub(super) fn best(&self, other: &Self) -> Self {
        Self {
            accounted: self.accounted.max(other.accounted),
            unverifiable: self.unverifiable.min(other.unverifiable),
            gaps: self.gaps.min(other.gaps),
        }
    }
}

/// The kept facts of a page.
fn facts(source: &str, path: &str, text: &str) -> Result<Vec<Fact>, Vec<String>> {
    match from_lines::<Fact>(text) {
        Ok(facts) => match facts.iter().position(|it| it.source != source) {
            Some(index) => {
                let line = index + 1;
                Err(vec![format!("{path}, line {line}: a fact of another page")])
            }
            None => Ok(facts.into_iter().map(Fact::for_record).collect()),
        },
        Err((line, error)) => Err(vec![format!("{path}, line {line}: {error}")]),
    }
}

/// The facts of every page that are kept beside a spec; none of a page that nobody has captured.
///
/// # Errors
/// What cannot be read, with file and line.
pub fn kept_facts(spec: &RawSpec, sources: &mut SourceMap) -> Result<Vec<Fact>, Vec<String>> {
    let (mut found, mut errors) = (Vec::new(), Vec::new());
    for source in &spec.sources {
        let path = facts_of(&source.id.value);
        let text = match sources.read_if_there(&path) {
            Ok(Some(file)) => sources.text(file),
            Ok(None) => continue,
            Err(error) => {
                errors.push(format!("{path}: {error}"));
                continue;
            }
        };
        match facts(&source.id.value, &path, text) {
            Ok(mut facts) => found.append(&mut facts),
            Err(mut own) => errors.append(&mut own),
        }
    }
    if errors.is_empty() {
        Ok(found)
    } else {
        Err(errors)
    }
}

/// Everything that is kept.
#[derive(Debug, Default)]
pub(super) struct Kept {
    /// By page.
    pub(super) facts: BTreeMap<String, Vec<Fact>>,
    pub(super) read: BTreeSet<Read>,
    pub(super) ratchet: Option<Ratchet>,
    /// Texts by path, as they are on disk.
    pub(super) texts: BTreeMap<String, String>,
}

impl Kept {
    /// Reads what is there; a file that is not there is empty. Errors name file and line.
    pub(super) fn read(spec: &RawSpec, sources: &mut SourceMap) -> Result<Self, Vec<String>> {
        let mut kept = Self::default();
        let mut errors = Vec::new();
        for source in &spec.sources {
            let path = facts_of(&source.id.value);
            let Some(text) = kept.text(&path, sources, &mut errors) else {
                continue;
            };
            match facts(&source.id.value, &path, text) {
                Ok(facts) => {
                    kept.facts.insert(source.id.value.clone(), facts);
                }
                Err(mut own) => errors.append(&mut own),
            }
        }
        if let Some(text) = kept.text(LEDGER, sources, &mut errors) {
            match from_lines::<Read>(text) {
                Ok(read) => kept.read = read.into_iter().collect(),
                Err((line, error)) => errors.push(format!("{LEDGER}, line {line}: {error}")),
            }
        }
        if let Some(text) = kept.text(RATCHET, sources, &mut errors) {
            match serde_json::from_str(text) {
                Ok(ratchet) => kept.ratchet = Some(ratchet),
                Err(error) => errors.push(format!("{RATCHET}: {error}")),
            }
        }
        kept.text(VERDICTS, sources, &mut errors);
        if errors.is_empty() {
            Ok(kept)
        } else {
            Err(errors)
        }
    }

    /// The text of a file that is there. One that cannot be read would be written anew, and lost.
    fn text(
        &mut self,
        path: &str,
        sources: &mut SourceMap,
        errors: &mut Vec<String>,
    ) -> Option<&str> {
        match sources.read_if_there(path) {
            Ok(file) => {
                let text = sources.text(file?).to_owned();
                Some(self.texts.entry(path.to_owned()).or_insert(text))
            }
            Err(error) => {
                errors.push(format!("{path}: {error}"));
                None
            }
        }
    }
}

//! What moved, put together: a member with all that is said of it is one entry.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use stipula_facts::{Fact, Kind};

use crate::{
    Change, FactChange,
    compare::is_many,
    drift::{Moved, moved},
    told,
};

/// One item of work, before anybody knows what it means for the spec.
#[derive(Debug)]
pub(crate) struct Entry<'a> {
    pub(crate) change: Change,
    /// Place by the names of the page.
    pub(crate) at: String,
    /// Its place before, where it has another name now.
    pub(crate) from: Option<String>,
    pub(crate) moves: Vec<Moved<'a>>,
}

/// Everything that changed on one page, without a look for new names.
pub(super) fn parts<'a>(old: &'a [Fact], new: &'a [Fact]) -> Vec<Entry<'a>> {
    let (before, now) = (places(old), places(new));
    let mut parts: BTreeMap<(Change, String, String), Vec<Moved<'a>>> = BTreeMap::new();
    let mut words: BTreeMap<&str, Vec<Moved<'a>>> = BTreeMap::new();
    for it in moved(old, new) {
        let head = match (it.old, it.new) {
            (None, Some(new)) => head(&new.at, &before).map(|at| (Change::Added, at)),
            (Some(old), None) => head(&old.at, &now).map(|at| (Change::Removed, at)),
            _ => None,
        };
        let key = match head {
            Some((change, at)) => (change, at.to_owned(), String::new()),
            None if is_many(it.kind()) => {
                let change = if it.new.is_some() {
                    Change::Added
                } else {
                    Change::Removed
                };
                let text = it.any().map(|it| told(&it.value));
                (change, it.at().to_owned(), text.unwrap_or_default())
            }
            None if it.kind().is_prose() => {
                words.entry(it.at()).or_default().push(it);
                continue;
            }
            None => (Change::Changed, it.at().to_owned(), key(it.kind())),
        };
        parts.entry(key).or_default().push(it);
    }
    let mut found: Vec<Entry<'a>> = parts
        .into_iter()
        .map(|((change, at, _), moves)| Entry {
            change,
            at,
            from: None,
            moves,
        })
        .collect();
    // Words beside something that changed are read with it.
    for (at, moves) in words {
        match found.iter_mut().find(|it| it.at == at) {
            Some(beside) => beside.moves.extend(moves),
            None => found.push(Entry {
                change: Change::Changed,
                at: at.to_owned(),
                from: None,
                moves,
            }),
        }
    }
    found
}

/// The key of a member, or what stands in its place; kinds of one key are one edit.
pub(super) fn key(kind: Kind) -> String {
    match kind {
        Kind::Need | Kind::RequiredWhen => "required".to_owned(),
        Kind::EffectiveWhen => "effective".to_owned(),
        Kind::Place => "in".to_owned(),
        other => other.name(),
    }
}

/// Every place of a page, and every place that one stands in.
fn places(facts: &[Fact]) -> BTreeSet<&str> {
    facts.iter().flat_map(|it| upwards(&it.at)).collect()
}

/// A place and those that it stands in, the outermost first.
fn upwards(at: &str) -> impl Iterator<Item = &str> {
    let ends = at.match_indices('/').map(|(end, _)| end);
    ends.chain([at.len()]).map(|end| &at[..end])
}

/// The outermost of what a place stands in that the other side does not have.
fn head<'a>(at: &'a str, other: &BTreeSet<&str>) -> Option<&'a str> {
    upwards(at).find(|it| !other.contains(it))
}

impl Entry<'_> {
    /// Whether it is about the member itself, and not just about a text that it may be.
    pub(super) fn is_of_member(&self) -> bool {
        self.moves.iter().any(|it| it.kind() == Kind::Field)
    }

    /// The value or key that came or went by itself, and not with its member.
    pub(super) fn value(&self) -> Option<&Fact> {
        let mut many = self.moves.iter().filter(|it| is_many(it.kind()));
        let first = many.find_map(Moved::any);
        first.filter(|_| !self.is_of_member())
    }

    /// What happened, in words.
    pub(super) fn message(&self) -> String {
        let name = stipula_facts::place::last;
        match (self.change, &self.from, self.value()) {
            (Change::Renamed, Some(from), _) if name(from) == name(&self.at) => {
                format!("`{from}` is now at `{}`{}", self.at, self.besides())
            }
            (Change::Renamed, Some(from), _) => {
                let (from, to) = (name(from), name(&self.at));
                format!("`{from}` is called `{to}` now{}", self.besides())
            }
            (Change::Added, _, Some(fact)) if fact.at == self.at => {
                format!(
                    "the page has a new `{}`: {}",
                    fact.kind.name(),
                    told(&fact.value)
                )
            }
            (Change::Removed, _, Some(fact)) if fact.at == self.at => {
                format!(
                    "the page lost its `{}`: {}",
                    fact.kind.name(),
                    told(&fact.value)
                )
            }
            (Change::Added, ..) => format!("the page has a new `{}`", name(&self.at)),
            (Change::Removed, ..) => format!("the page has no `{}` any more", name(&self.at)),
            (Change::Changed | Change::Renamed, ..) => self.sentences().join("; "),
        }
    }

    /// Fact by fact, without what a new name leaves as it was.
    pub(super) fn facts(&self) -> Vec<FactChange> {
        let is_told = |it: &&Moved<'_>| it.kind() == Kind::Field || !it.is_same();
        let facts = self.moves.iter().filter(is_told).map(|it| FactChange {
            at: it.at().to_owned(),
            kind: it.kind(),
            was: it.old.map(said),
            is: it.new.map(said),
        });
        facts.collect()
    }

    /// What else changed about a member of another name.
    fn besides(&self) -> String {
        let facts = self.sentences().into_iter().map(|it| format!("; {it}"));
        facts.collect()
    }

    fn sentences(&self) -> Vec<String> {
        let mut told: Vec<String> = self.moves.iter().filter_map(sentence).collect();
        told.dedup();
        told
    }
}

/// What a fact says; of prose, the digest.
fn said(fact: &Fact) -> Value {
    if fact.kind.is_prose() {
        fact.digest.as_str().into()
    } else {
        fact.value.clone()
    }
}

/// One fact that changed at a place that stays.
fn sentence(it: &Moved<'_>) -> Option<String> {
    let kind = it.kind();
    let what = kind.name();
    Some(match (it.old, it.new) {
        _ if kind == Kind::Field || it.is_same() => return None,
        (Some(_), Some(_)) if kind.is_prose() => {
            let article = if what.starts_with('e') { "an" } else { "a" };
            format!("the words of {article} {what} changed")
        }
        (Some(old), Some(new)) => {
            format!(
                "`{what}` was {}, and is {}",
                told(&old.value),
                told(&new.value)
            )
        }
        (None, Some(new)) => format!("the page has a new `{what}`{}", with(new)),
        (Some(old), None) => format!("the page lost its `{what}`{}", with(old)),
        (None, None) => return None,
    })
}

fn with(fact: &Fact) -> String {
    match &fact.value {
        Value::Null => String::new(),
        value => format!(": {}", told(value)),
    }
}

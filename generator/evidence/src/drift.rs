//! What a new capture says beside the facts that are kept. Lines do not count.

use std::collections::{BTreeMap, BTreeSet};
use stipula_facts::{Fact, Kind};

use super::compare::is_many;

/// What came, went or changed at one place of a page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Moved<'a> {
    /// What the page said.
    pub(super) old: Option<&'a Fact>,
    /// What it says.
    pub(super) new: Option<&'a Fact>,
}

impl<'a> Moved<'a> {
    /// The fact as it is now, or else as it was; one of them is there.
    pub(super) fn any(&self) -> Option<&'a Fact> {
        self.new.or(self.old)
    }

    /// Whether the page says the same of it as before, be it under another name.
    pub(super) fn is_same(&self) -> bool {
        self.old.zip(self.new).is_some_and(|(old, new)| {
            old.value == new.value && (!old.kind.is_prose() || old.digest == new.digest)
        })
    }

    pub(super) fn at(&self) -> &'a str {
        self.any().map_or("", |it| it.at.as_str())
    }

    pub(super) fn kind(&self) -> Kind {
        self.any().map_or(Kind::Paragraph, |it| it.kind)
    }
}

/// Every fact that came, went or changed, in the order of places and kinds.
pub(super) fn moved<'a>(old: &'a [Fact], new: &'a [Fact]) -> Vec<Moved<'a>> {
    let mut came: BTreeMap<(&str, Kind), Vec<&Fact>> = BTreeMap::new();
    for fact in missing(new, old).into_iter().rev() {
        came.entry((&fact.at, fact.kind)).or_default().push(fact);
    }
    let mut found = Vec::new();
    for fact in missing(old, new) {
        // Each of several texts comes and goes on its own.
        let next = came
            .get_mut(&(fact.at.as_str(), fact.kind))
            .filter(|_| !is_many(fact.kind))
            .and_then(Vec::pop);
        found.push(Moved {
            old: Some(fact),
            new: next,
        });
    }
    found.extend(came.into_values().flatten().map(|fact| Moved {
        old: None,
        new: Some(fact),
    }));
    found.sort_by_key(|it| (it.at(), it.kind()));
    found
}

/// What decides whether two facts say the same.
type Same<'a> = (&'a str, Kind, String, &'a str);

fn same(fact: &Fact) -> Same<'_> {
    let digest = if fact.kind.is_prose() {
        fact.digest.as_str()
    } else {
        ""
    };
    (&fact.at, fact.kind, fact.value.to_string(), digest)
}

/// Facts of the first list that the second does not have.
fn missing<'a>(of: &'a [Fact], among: &[Fact]) -> Vec<&'a Fact> {
    let known: BTreeSet<Same<'_>> = among.iter().map(same).collect();
    of.iter().filter(|it| !known.contains(&same(it))).collect()
}

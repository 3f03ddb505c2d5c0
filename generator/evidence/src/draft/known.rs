//! Types that a page describes by name: what they are, and which operations lead to them.

use std::collections::{BTreeMap, BTreeSet};

use stipula_facts::Kind;

use super::{
    page::{Part, Read},
    tree::Node,
    words::Words,
};

/// A type that a page describes.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) members: Vec<Member>,
    /// Types that it is one of.
    pub(super) cases: Option<Words>,
    /// Texts, where it is an enum.
    pub(super) values: Vec<String>,
    pub(super) way: Way,
}

/// What tells an object from others.
#[derive(Debug)]
pub(super) struct Member {
    pub(super) name: String,
    pub(super) is_always_there: bool,
    pub(super) constant: Option<String>,
    only_value: Option<String>,
}

/// Which way something travels.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Way {
    pub(super) is_sent: bool,
    pub(super) is_answered: bool,
}

impl Way {
    pub(super) const SENT: Self = Self {
        is_sent: true,
        is_answered: false,
    };
    pub(super) const ANSWERED: Self = Self {
        is_sent: false,
        is_answered: true,
    };

    pub(super) fn is_used(self) -> bool {
        self.is_sent || self.is_answered
    }
}

/// The types of all pages, by name; the first page that describes one is believed. Those that a spec has
/// lead nowhere: what they hold is written there.
pub(super) fn all(
    pages: &[Read<'_>],
    operations: &[Vec<&Part<'_>>],
    present: &BTreeSet<String>,
) -> BTreeMap<String, Known> {
    let mut found = BTreeMap::new();
    let mut leads: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for page in pages {
        for part in &page.types {
            let known = || {
                leads.insert(&part.name, names(part, &[]));
                read(page, part)
            };
            found.entry(part.name.clone()).or_insert_with(known);
        }
    }
    distinguish(&mut found);
    let sent = &["request", "path", "query", "request-headers"][..];
    for (roots, way) in [(sent, Way::SENT), (&["response"][..], Way::ANSWERED)] {
        let parts = operations.iter().flatten();
        let mut open: Vec<String> = parts.flat_map(|it| names(it, roots)).collect();
        let mut seen = BTreeSet::new();
        while let Some(name) = open.pop() {
            let Some(known) = found.get_mut(&name) else {
                continue;
            };
            if !present.contains(&name) && seen.insert(name.clone()) {
                known.way.is_sent |= way.is_sent;
                known.way.is_answered |= way.is_answered;
                open.extend(leads.get(name.as_str()).into_iter().flatten().cloned());
            }
        }
    }
    found
}

/// Where a type is one of several, the one text that a member may have tells it from the others.
fn distinguish(found: &mut BTreeMap<String, Known>) {
    let choices = found.values().filter_map(|it| it.cases.as_ref());
    let cases: BTreeSet<String> = choices
        .flat_map(|it| it.names().into_iter().map(str::to_owned))
        .collect();
    for (name, known) in found {
        if cases.contains(name) {
            for member in &mut known.members {
                member.constant = member.constant.take().or(member.only_value.take());
            }
        }
    }
}

/// Names that types of members are made of.
fn names(part: &Part<'_>, roots: &[&str]) -> Vec<String> {
    let words = part.texts_below(roots, Kind::Type);
    let mut found = Vec::new();
    for text in words {
        found.extend(Words::of(text).names().into_iter().map(str::to_owned));
    }
    found
}

fn read(page: &Read<'_>, part: &Part<'_>) -> Known {
    let node = Node::of_type(page, part);
    let members = node.members().map(|it| Member {
        name: it.name.clone(),
        is_always_there: it.text(Kind::Need) == Some("required"),
        constant: it.text(Kind::Const).map(str::to_owned),
        only_value: it.only_value().map(str::to_owned),
    });
    Known {
        members: members.collect(),
        cases: node.text(Kind::Type).map(Words::of),
        values: node
            .texts(Kind::Value)
            .into_iter()
            .map(str::to_owned)
            .collect(),
        way: Way::default(),
    }
}

impl Known {
    /// Whether it has members, and a reader can tell a value of it from one of the other by its
    /// members alone.
    pub(super) fn goes_before(&self, other: &Self) -> bool {
        self.members.iter().any(|it| {
            let is_sure = it.is_always_there || it.constant.is_some();
            let same = other.members.iter().find(|that| that.name == it.name);
            let differs = same.is_none_or(|that| {
                it.constant.is_some() && that.constant.is_some() && it.constant != that.constant
            });
            is_sure && differs
        })
    }

    /// The one text that a member may have.
    pub(super) fn constant(&self, member: &str) -> Option<&str> {
        let mut members = self.members.iter();
        members.find(|it| it.name == member)?.constant.as_deref()
    }

    pub(super) fn is_object(&self) -> bool {
        self.cases.is_none() && self.values.is_empty()
    }
}

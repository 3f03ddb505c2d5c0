//! Members that stand after a fold: those inside of it, or those next to it.
//!
//! "Show child parameters" says that a member has members, and not where they end. A documented body
//! tells, and so does the order: what stands between a fold and a member inside of it is inside, too,
//! and so is a name that the page gives once more. What stands after a member that is seen beside
//! the fold is beside it. What nothing tells stays where it is, as inferred.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use super::{
    examples::Body,
    json::{self, Json, Node, Quotes},
};
use stipula_facts::place::below;

/// A member of a page of paragraphs, in the order of the page.
#[derive(Debug)]
pub(super) struct Listed {
    /// `request` or `response`.
    pub(super) part: String,
    pub(super) name: String,
    /// Whether members of it are folded away.
    pub(super) folded: bool,
    /// Which facts are about it.
    pub(super) facts: Range<usize>,
    /// Which of its conditions wait for the end of the page.
    pub(super) waiting: Range<usize>,
}

/// Where a member stands after all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Nesting {
    /// Where the page has it.
    Beside,
    /// Nothing tells.
    Unsure,
    /// Below the place of a fold.
    Inside(String),
}

/// The place of each member, by the documented bodies of its part.
pub(super) fn nestings(members: &[Listed], bodies: &[Body]) -> Vec<Nesting> {
    let sections = members.chunk_by(|a, b| a.part == b.part);
    let of = |section: &[Listed]| {
        let Some(first) = section
            .first()
            .filter(|_| section.iter().any(|it| it.folded))
        else {
            return vec![Nesting::Beside; section.len()];
        };
        let bodies = bodies
            .iter()
            .filter(|it| it.direction == Some(first.part.as_str()));
        let roots: Vec<Node> = bodies
            .filter_map(|it| json::read(it.text.trim(), Quotes::Plain))
            .collect();
        Section::of(section, &roots).nestings()
    };
    sections.flat_map(of).collect()
}

/// A fold whose members may still follow.
struct Fold {
    at: String,
    /// Names in the documented objects of the member.
    keys: BTreeSet<String>,
    /// The last member that a body has inside of it.
    last: Option<usize>,
}

struct Section<'a> {
    members: &'a [Listed],
    /// Documented objects, by the place of their member; those of the part are whole bodies.
    objects: BTreeMap<String, Vec<&'a Node>>,
    /// Names of the whole bodies.
    top: BTreeSet<String>,
    /// Names that come twice or more: how often each is still to come.
    to_come: BTreeMap<&'a str, usize>,
    open: Vec<Fold>,
}

impl<'a> Section<'a> {
    fn of(members: &'a [Listed], roots: &'a [Node]) -> Self {
        let mut to_come = BTreeMap::new();
        for member in members {
            *to_come.entry(member.name.as_str()).or_default() += 1;
        }
        let part = members.first().map_or("", |it| it.part.as_str());
        let roots: Vec<&Node> = roots.iter().flat_map(objects).collect();
        Self {
            members,
            top: names(&roots),
            objects: BTreeMap::from([(part.to_owned(), roots)]),
            to_come,
            open: Vec::new(),
        }
    }

    fn nestings(mut self) -> Vec<Nesting> {
        let mut seen = BTreeSet::new();
        let mut found = Vec::with_capacity(self.members.len());
        for (index, member) in self.members.iter().enumerate() {
            let nesting = self.nesting(index, seen.contains(member.name.as_str()));
            let owner = match &nesting {
                Nesting::Inside(at) => at.clone(),
                Nesting::Beside | Nesting::Unsure => {
                    seen.insert(member.name.as_str());
                    member.part.clone()
                }
            };
            if member.folded {
                self.unfold(index, &owner);
            }
            if let Some(count) = self.to_come.get_mut(member.name.as_str()) {
                *count -= 1;
            }
            found.push(nesting);
        }
        found
    }

    fn nesting(&mut self, index: usize, again: bool) -> Nesting {
        let name = self.members[index].name.as_str();
        if self.open.is_empty() {
            return Nesting::Beside;
        }
        let holds = self.open.iter().rposition(|it| it.keys.contains(name));
        // A body has the name in both places: the first of two is the one inside.
        let comes_again = self.to_come.get(name).is_some_and(|it| *it > 1);
        if self.top.contains(name) && !again && !(holds.is_some() && comes_again) {
            self.open.clear();
            return Nesting::Beside;
        }
        let before = |it: &Fold| it.last.is_some_and(|last| index < last);
        let inside = holds
            .or_else(|| self.open.iter().rposition(before))
            .or_else(|| again.then(|| self.open.len() - 1));
        match inside {
            None => Nesting::Unsure,
            Some(fold) => {
                self.open.truncate(fold + 1);
                Nesting::Inside(self.open[fold].at.clone())
            }
        }
    }

    /// Looks into the documented objects of a member.
    fn unfold(&mut self, index: usize, owner: &str) {
        let name = self.members[index].name.as_str();
        let outer = self.objects.get(owner).into_iter().flatten();
        let inner: Vec<&Node> = outer
            .filter_map(|it| it.get(name))
            .flat_map(objects)
            .collect();
        let keys = names(&inner);
        let at = below(owner, name);
        let rest = self.members.iter().enumerate().skip(index + 1);
        let last = match keys.len() {
            0 => None,
            _ => rest
                .take_while(|(_, it)| keys.contains(&it.name) || !self.top.contains(&it.name))
                .filter(|(_, it)| keys.contains(&it.name) && !self.top.contains(&it.name))
                .last()
                .map(|(index, _)| index),
        };
        self.objects.insert(at.clone(), inner);
        // A fold of which no body shows a member holds only what comes right after it.
        if self.open.last().is_some_and(|it| it.keys.is_empty()) {
            self.open.pop();
        }
        self.open.push(Fold { at, keys, last });
    }
}

/// The object, or those of a list.
fn objects(node: &Node) -> Vec<&Node> {
    match &node.value {
        Json::Object(_) => vec![node],
        Json::List(items) => items.iter().flat_map(objects).collect(),
        _ => vec![],
    }
}

fn names(objects: &[&Node]) -> BTreeSet<String> {
    let members = objects.iter().filter_map(|it| match &it.value {
        Json::Object(members) => Some(members),
        _ => None,
    });
    members.flatten().map(|(name, _)| name.clone()).collect()
}

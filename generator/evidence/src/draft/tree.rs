//! Facts of one page as a tree of members, in the order of the page.

use super::page::{Part, Read};
use stipula_facts::{Fact, Kind, place};

/// A member, or a whole body, with what the page says of it.
#[derive(Debug, Default)]
pub(super) struct Node<'a> {
    /// Name on the wire.
    pub(super) name: String,
    /// For one of several shapes of a member: what the page calls it.
    pub(super) variant: Option<String>,
    /// Its place on the page, as `parts` names it.
    pub(super) at: String,
    /// Facts about it.
    pub(super) facts: Vec<&'a Fact>,
    /// Members inside.
    pub(super) inside: Vec<Node<'a>>,
}

impl<'a> Node<'a> {
    /// What begins with this step.
    pub(super) fn of(page: &Read<'a>, part: &Part<'a>, root: &str) -> Self {
        Self::of_roots(page, part, &[root])
    }

    /// The members of a request, wherever they travel.
    pub(super) fn of_request(page: &Read<'a>, part: &Part<'a>) -> Self {
        // The headers of a page of one operation are those of the API.
        let roots = ["request", "path", "query", "request-headers"];
        let count = if page.is_reference { 4 } else { 3 };
        Self::of_roots(page, part, &roots[..count])
    }

    /// The members of a type.
    pub(super) fn of_type(page: &Read<'a>, part: &Part<'a>) -> Self {
        Self::of_roots(page, part, &[])
    }

    /// What begins with one of these steps; with none of them, everything.
    fn of_roots(page: &Read<'a>, part: &Part<'a>, roots: &[&str]) -> Self {
        let inside = |step: &str| match (part.at.is_empty(), step.is_empty()) {
            (true, _) => step.to_owned(),
            (false, true) => part.at.clone(),
            (false, false) => format!("{}/{step}", part.at),
        };
        let root = roots.first().copied();
        let mut node = Self {
            name: root.unwrap_or(&part.name).to_owned(),
            at: inside(root.unwrap_or_default()),
            ..Self::default()
        };
        let is_below = |at: &str| at.split('/').next().is_some_and(|it| roots.contains(&it));
        let facts = part.facts.iter();
        let mut all: Vec<(&str, &Fact)> = facts
            .filter(|it| roots.is_empty() || is_below(it.0))
            .copied()
            .collect();
        all.sort_by_cached_key(|(at, it)| {
            let is_listed = matches!(it.kind, Kind::Value | Kind::Key);
            let word = it.value.as_str().filter(|_| is_listed);
            let place = word.map_or(0, |word| page.place(it.line, word));
            (it.line, at.matches('/').count(), place)
        });
        for (at, fact) in all {
            let mut steps: Vec<&str> = at.split('/').filter(|it| !it.is_empty()).collect();
            let root = match roots {
                [] => String::new(),
                _ => steps.remove(0).to_owned(),
            };
            // An orphan has no name that a spec could give.
            if steps.iter().all(|step| !step.starts_with('?')) {
                node.put(&inside(&root), &steps, fact);
            }
        }
        node
    }

    /// Lays a fact to the member that these steps lead to from a place.
    fn put(&mut self, from: &str, steps: &[&str], fact: &'a Fact) {
        let Some((step, rest)) = steps.split_first() else {
            self.facts.push(fact);
            return;
        };
        let at = format!("{from}/{}", place::name(step));
        let place = self.inside.iter().position(|it| it.at == at);
        let index = place.unwrap_or_else(|| {
            let (name, variant) = named(step);
            self.inside.push(Node {
                name,
                variant,
                at: at.clone(),
                ..Node::default()
            });
            self.inside.len() - 1
        });
        self.inside[index].put(&at, rest, fact);
    }

    /// The first fact of this kind.
    pub(super) fn fact(&self, kind: Kind) -> Option<&'a Fact> {
        self.facts.iter().find(|it| it.kind == kind).copied()
    }

    /// The text of the first fact of this kind.
    pub(super) fn text(&self, kind: Kind) -> Option<&'a str> {
        self.fact(kind)?.value.as_str()
    }

    /// Texts of all facts of this kind, in the order of the page.
    pub(super) fn texts(&self, kind: Kind) -> Vec<&'a str> {
        let facts = self.facts.iter().filter(|it| it.kind == kind);
        facts.filter_map(|it| it.value.as_str()).collect()
    }

    /// The one text that the page gives, of a text.
    pub(super) fn only_value(&self) -> Option<&'a str> {
        match self.texts(Kind::Value).as_slice() {
            [only] if self.text(Kind::Type) == Some("string") => Some(only),
            _ => None,
        }
    }

    /// Members that the page names; the others only hold facts of nobody.
    pub(super) fn members(&self) -> impl Iterator<Item = &Self> {
        let plain = self.inside.iter().filter(|it| it.variant.is_none());
        plain.filter(|it| it.fact(Kind::Field).is_some())
    }

    /// The shapes of a member, when it has several.
    pub(super) fn shapes_of<'s>(&'s self, name: &'s str) -> impl Iterator<Item = &'s Self> {
        let shapes = self.inside.iter().filter(|it| it.variant.is_some());
        shapes.filter(move |it| it.name == name)
    }
}

/// Name and variant of a step: `extra[Gift card]`.
fn named(step: &str) -> (String, Option<String>) {
    let plain = place::name(step);
    match plain.strip_suffix(']').and_then(|it| it.split_once('[')) {
        Some((name, variant)) => (name.to_owned(), Some(variant.to_owned())),
        None => (plain.into_owned(), None),
    }
}

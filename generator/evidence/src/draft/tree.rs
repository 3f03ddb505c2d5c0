//! Facts of one page as a tree of members, in the order of the page.

use super::Draftable;
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
    /// The part of the page that begins with this step.
    pub(super) fn of(page: &'a Draftable<'_>, root: &str) -> Self {
        Self::of_roots(page, &[root])
    }

    /// The members of a request, wherever they travel.
    pub(super) fn of_request(page: &'a Draftable<'_>) -> Self {
        Self::of_roots(page, &["request", "path", "query"])
    }

    fn of_roots(page: &'a Draftable<'_>, roots: &[&str]) -> Self {
        let root = roots.first().copied().unwrap_or_default();
        let mut node = Self {
            name: root.to_owned(),
            at: root.to_owned(),
            ..Self::default()
        };
        let starts = starts(page.text);
        let mut all: Vec<&Fact> = page
            .page
            .facts
            .iter()
            .filter(|it| {
                it.at
                    .split('/')
                    .next()
                    .is_some_and(|it| roots.contains(&it))
            })
            .collect();
        all.sort_by_cached_key(|it| {
            let is_listed = matches!(it.kind, Kind::Value | Kind::Key);
            let word = it.value.as_str().filter(|_| is_listed);
            let place = word.map_or(0, |word| place(page.text, &starts, it.line, word));
            (it.line, it.at.matches('/').count(), place)
        });
        for fact in all {
            let mut steps = fact.at.split('/');
            let root = steps.next().unwrap_or_default();
            let steps: Vec<&str> = steps.collect();
            // An orphan has no name that a spec could give.
            if steps.iter().all(|step| !step.starts_with('?')) {
                node.put(root, &steps, fact);
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

/// Where the lines of a text begin.
fn starts(text: &str) -> Vec<usize> {
    let breaks = text.match_indices('\n').map(|(place, _)| place + 1);
    std::iter::once(0).chain(breaks).collect()
}

/// How far behind the beginning of its line a word stands; a cell can go on in lines below.
fn place(text: &str, starts: &[usize], line: usize, word: &str) -> usize {
    const FAR: usize = 4096;
    let start = line.checked_sub(1).and_then(|it| starts.get(it));
    let rest = start.map_or("", |it| &text[*it..]);
    let is_part = |it: Option<char>| it.is_some_and(|it| it.is_ascii_alphanumeric() || it == '_');
    let mut found = rest.match_indices(word).map(|(place, _)| place);
    let whole = found.find(|place| {
        let (before, after) = (&rest[..*place], &rest[place + word.len()..]);
        !is_part(before.chars().next_back()) && !is_part(after.chars().next())
    });
    whole.unwrap_or(FAR).min(FAR)
}

/// Name and variant of a step: `extra[Gift card]`.
fn named(step: &str) -> (String, Option<String>) {
    let plain = place::name(step);
    match plain.strip_suffix(']').and_then(|it| it.split_once('[')) {
        Some((name, variant)) => (name.to_owned(), Some(variant.to_owned())),
        None => (plain, None),
    }
}

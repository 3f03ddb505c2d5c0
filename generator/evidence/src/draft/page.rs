//! Pages of a draft, divided: one operation, or the operations and types of a reference.

use std::{cell::OnceCell, collections::BTreeMap};

use stipula_facts::{Fact, Kind, place};

use super::Draftable;

/// A page with its facts divided.
#[derive(Debug)]
pub(super) struct Read<'a> {
    pub(super) from: &'a Draftable<'a>,
    /// Whether it tells the names of several operations or types.
    pub(super) is_reference: bool,
    /// What belongs to no operation and no type; of a page of one operation, everything.
    pub(super) common: Part<'a>,
    /// In the order of the page.
    pub(super) operations: Vec<Part<'a>>,
    /// In the order of the page.
    pub(super) types: Vec<Part<'a>>,
    /// Where its lines begin, once somebody asks.
    starts: OnceCell<Vec<usize>>,
}

/// What a page says of one thing.
#[derive(Debug, Default, Clone)]
pub(super) struct Part<'a> {
    /// As the page calls it; nothing for what is the whole page.
    pub(super) name: String,
    /// Its place on the page.
    pub(super) at: String,
    /// Facts, with their places below it.
    pub(super) facts: Vec<(&'a str, &'a Fact)>,
}

impl<'a> Read<'a> {
    pub(super) fn new(from: &'a Draftable<'a>) -> Self {
        let mut parts: BTreeMap<(&str, &str), Part<'a>> = BTreeMap::new();
        let mut common = Part::default();
        for fact in &from.page.facts {
            let mut steps = fact.at.splitn(3, '/');
            let (head, name) = (steps.next().unwrap_or_default(), steps.next());
            let rest = steps.next().unwrap_or_default();
            match (head, name) {
                ("operations" | "types", Some(name)) => {
                    let part = parts.entry((head, name)).or_insert_with(|| Part {
                        name: place::name(name).into_owned(),
                        at: format!("{head}/{name}"),
                        facts: Vec::new(),
                    });
                    part.facts.push((rest, fact));
                }
                _ => common.facts.push((fact.at.as_str(), fact)),
            }
        }
        let is_reference = !parts.is_empty();
        let (mut operations, mut types) = (Vec::new(), Vec::new());
        for ((head, _), part) in parts {
            match head {
                "types" => types.push(part),
                _ => operations.push(part),
            }
        }
        operations.sort_by_key(Part::line);
        types.sort_by_key(Part::line);
        if !is_reference {
            operations.push(common.clone());
        }
        Self {
            from,
            is_reference,
            common,
            operations,
            types,
            starts: OnceCell::new(),
        }
    }

    pub(super) fn id(&self) -> &'a str {
        &self.from.id
    }

    fn starts(&self) -> &[usize] {
        self.starts.get_or_init(|| {
            let breaks = self.from.text.match_indices('\n').map(|it| it.0 + 1);
            std::iter::once(0).chain(breaks).collect()
        })
    }

    /// How far behind the beginning of its line a word stands; a cell can go on in lines below.
    pub(super) fn place(&self, line: usize, word: &str) -> usize {
        const FAR: usize = 4096;
        let start = line.checked_sub(1).and_then(|it| self.starts().get(it));
        let rest = start.map_or("", |it| &self.from.text[*it..]);
        let mut end = rest.len().min(FAR);
        while !rest.is_char_boundary(end) {
            end += 1;
        }
        let rest = &rest[..end];
        let is_part =
            |it: Option<char>| it.is_some_and(|it| it.is_ascii_alphanumeric() || it == '_');
        let mut found = rest.match_indices(word).map(|(place, _)| place);
        let whole = found.find(|place| {
            let (before, after) = (&rest[..*place], &rest[place + word.len()..]);
            !is_part(before.chars().next_back()) && !is_part(after.chars().next())
        });
        whole.unwrap_or(FAR)
    }
}

impl Part<'_> {
    /// Where the page names it.
    fn line(&self) -> usize {
        let named = self.facts.iter();
        let named = named.filter(|it| it.0.is_empty() && it.1.kind == Kind::Field);
        named.map(|it| it.1.line).min().unwrap_or(usize::MAX)
    }

    /// The first fact of a kind, wherever it stands.
    pub(super) fn text(&self, kind: Kind) -> Option<&str> {
        let mut facts = self.facts.iter().filter(|it| it.1.kind == kind);
        facts.next()?.1.value.as_str()
    }

    /// The texts of a kind below one of these steps.
    pub(super) fn texts_below(&self, roots: &[&str], kind: Kind) -> impl Iterator<Item = &str> {
        let is_below =
            |at: &str| roots.is_empty() || roots.contains(&at.split('/').next().unwrap_or(at));
        let facts = self.facts.iter().filter(move |it| it.1.kind == kind);
        let found: Vec<&str> = facts
            .filter(|it| is_below(it.0))
            .filter_map(|it| it.1.value.as_str())
            .collect();
        found.into_iter()
    }
}

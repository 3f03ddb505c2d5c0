//! Parts of a page that are new beside an existing spec: one member, one type, one operation.

use std::collections::{BTreeMap, BTreeSet};

use heck::ToUpperCamelCase as _;
use stipula_facts::{Fact, Kind, place};
use stipula_pages::Page;

use super::{
    Draftable, fields,
    known::{self, Known, Way},
    operation::{self, Style},
    page::Read,
    tree::Node,
    types::Types,
    yaml::Lines,
};

/// A part of a page.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Part<'a> {
    /// Id of the source.
    pub(crate) source: &'a str,
    /// Text of the capture, for the order of what stands in one line.
    pub(crate) text: &'a str,
    /// The page, of which shape and title count.
    pub(crate) page: &'a Page,
    /// Facts of the page.
    pub(crate) facts: &'a [Fact],
    /// Types that the whole page describes, which the spec has or which are told apart.
    pub(crate) described: &'a Described,
    /// Where the part begins.
    pub(crate) at: &'a str,
}

/// Types that a page describes, by name.
#[derive(Debug)]
pub(crate) struct Described(BTreeMap<String, Known>);

impl Described {
    /// Those of a page whose facts stand apart from it.
    pub(crate) fn by(source: &str, text: &str, page: &Page, facts: &[Fact]) -> Self {
        let mut page = page.clone();
        page.facts = facts.to_vec();
        let page = Draftable::new(source, "", text, page);
        let read = Read::new(&page);
        let operations = vec![read.operations.iter().collect()];
        Self(known::all(
            std::slice::from_ref(&read),
            &operations,
            &BTreeSet::new(),
        ))
    }
}

/// Lines of YAML for a part, and for the types that it needs.
#[derive(Debug, Default)]
pub(crate) struct Sketch {
    pub(crate) lines: String,
    pub(crate) types: String,
}

/// A member, at the place that its owner has in the spec, which may be an answer.
pub(crate) fn member(part: Part<'_>, owner: &str, is_answer: bool) -> Sketch {
    let page = part.page_at(&format!("request/{}", part.last()));
    let read = Read::new(&page);
    let mut types = Types::new(&part.described.0, BTreeSet::new(), &BTreeSet::new());
    let mut lines = Lines::default();
    let node = Node::of(&read, &read.common, "request");
    let placed = (0, part.way(is_answer));
    fields::all(&mut types, part.source, owner, &node, placed, &mut lines);
    sketch(&lines, &types)
}

/// A type: an object of the members that the page lists, or an enum of its texts.
pub(crate) fn object(part: Part<'_>) -> Sketch {
    let page = part.page_at("request");
    let read = Read::new(&page);
    let mut types = Types::new(&part.described.0, BTreeSet::new(), &BTreeSet::new());
    let mut node = Node::of(&read, &read.common, "request");
    let plain = place::name(part.last());
    node.name = plain.replace(['[', ']'], " ").to_upper_camel_case();
    let texts = node.texts(Kind::Value);
    if texts.is_empty() || node.members().next().is_some() {
        types.object(part.source, &node, part.way(false));
    } else {
        types.enum_(part.source, &node.name, &texts);
    }
    sketch(&Lines::default(), &types)
}

/// An operation of a page of many.
pub(crate) fn operation(part: Part<'_>) -> Sketch {
    let page = part.page_at("");
    let read = Read::new(&page);
    let mut types = Types::new(&part.described.0, BTreeSet::new(), &BTreeSet::new());
    let name = place::name(part.last());
    let style = Style {
        failing: None,
        no_method: false,
        group: None,
    };
    let lines = operation::lines(&mut types, (&read, &read.common), &name, style, 0);
    sketch(&lines, &types)
}

fn sketch(lines: &Lines, types: &Types<'_>) -> Sketch {
    let done = types.done.iter().map(|it| it.1.text());
    // Types stand one step in, below `types`.
    let types = done.flat_map(str::lines).map(|it| {
        let line = it.strip_prefix("  ").unwrap_or(it);
        format!("{line}\n")
    });
    Sketch {
        types: types.collect(),
        lines: lines.text().to_owned(),
    }
}

impl<'a> Part<'a> {
    /// What an answer holds is required of nobody.
    fn way(&self, is_answer: bool) -> Way {
        if is_answer || self.at.split('/').any(|it| it.starts_with("response")) {
            Way::ANSWERED
        } else {
            Way::SENT
        }
    }

    fn last(&self) -> &'a str {
        self.at.rsplit('/').next().unwrap_or(self.at)
    }

    /// A page that holds this part only, and there.
    fn page_at(&self, root: &str) -> Draftable<'a> {
        let moved = self.facts.iter().filter_map(|fact| {
            let rest = fact.at.strip_prefix(self.at)?;
            let is_inside = rest.is_empty() || rest.starts_with('/');
            let at = if root.is_empty() {
                rest.trim_start_matches('/').to_owned()
            } else {
                format!("{root}{rest}")
            };
            is_inside.then(|| Fact { at, ..fact.clone() })
        });
        let mut page = self.page.clone();
        page.facts = moved.collect();
        Draftable::new(self.source, "", self.text, page)
    }
}

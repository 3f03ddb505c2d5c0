//! Types that a draft needs: those that pages name, objects for members with members, enums for listed
//! texts, choices.

use std::collections::{BTreeMap, BTreeSet};
use stipula_facts::Kind;

use heck::ToUpperCamelCase as _;

use super::{
    choices, fields,
    known::{Known, Way},
    page::{Part, Read},
    rules,
    tree::Node,
    words::{Words, numbered},
    yaml::{Lines, Tag, doc, quoted},
};

/// The key of a tag of what has a name of its own, when the name is refused.
pub(super) const RUST: &str = "rust";

/// Types of one draft, by name, in the order they were needed.
#[derive(Debug)]
pub(super) struct Types<'k> {
    pub(super) names: BTreeSet<String>,
    /// Enums by their texts, so that the same list becomes one type.
    pub(super) enums: BTreeMap<Vec<String>, String>,
    /// Choices by their words, likewise.
    pub(super) choices: BTreeMap<String, String>,
    /// Types that pages describe.
    pub(super) known: &'k BTreeMap<String, Known>,
    /// Names of those that the spec has, or will have, under another name.
    called: BTreeMap<String, String>,
    /// Whether names of enums begin with what has them: a reference has many members of one name.
    pub(super) is_reference: bool,
    /// Parts of the page at hand that names do not lead to, and their types.
    pub(super) parts: BTreeMap<String, String>,
    /// A value beside the body that conditions of the page at hand are about.
    pub(super) context: Option<String>,
    /// Declarations, by name, in their order.
    pub(super) done: Vec<(String, Lines)>,
    /// What the language refused, to be left out.
    pub(super) refused: BTreeSet<Tag>,
}

impl<'k> Types<'k> {
    /// Types that know what was refused before, and which names are taken.
    pub(super) fn new(
        known: &'k BTreeMap<String, Known>,
        taken: BTreeSet<String>,
        refused: &BTreeSet<Tag>,
    ) -> Self {
        Self {
            names: taken,
            enums: BTreeMap::new(),
            choices: BTreeMap::new(),
            known,
            called: BTreeMap::new(),
            is_reference: false,
            parts: BTreeMap::new(),
            context: None,
            done: Vec::new(),
            refused: refused.clone(),
        }
    }

    /// A place in the order of declarations, before those that it needs.
    fn reserve(&mut self, name: &str) -> usize {
        self.done.push((name.to_owned(), Lines::default()));
        self.done.len() - 1
    }

    /// A name that no other type has.
    fn name(&mut self, wanted: &str) -> String {
        let base = wanted.to_upper_camel_case();
        let base = if base.starts_with(|it: char| it.is_ascii_alphabetic()) {
            base
        } else {
            format!("Type{base}")
        };
        self.free(&base)
    }

    fn free(&mut self, base: &str) -> String {
        let name = numbered(base, |it| {
            self.names.contains(it)
                || self.has_refused(it, RUST)
                || ["String", "Integer"].contains(&it)
        });
        self.names.insert(name.clone());
        name
    }

    pub(super) fn has_refused(&self, at: &str, key: &str) -> bool {
        self.refused.contains(&(at.to_owned(), key.to_owned()))
    }

    /// The name of a type that a page describes, kept for it.
    pub(super) fn keep(&mut self, wanted: &str) -> String {
        let name = self.free(wanted);
        self.called.insert(wanted.to_owned(), name.clone());
        name
    }

    /// A type that a page describes, by the name that it has in the spec. One that the language does not
    /// take has none.
    pub(super) fn described<'s>(&'s self, name: &'s str) -> Option<&'s str> {
        if !self.known.contains_key(name) {
            return None;
        }
        let called = self.called.get(name).map_or(name, String::as_str);
        (!self.has_refused(called, "choice")).then_some(called)
    }

    /// Whether it is the name of an enum.
    pub(super) fn is_enum(&self, name: &str) -> bool {
        let is_described =
            |it: &&Known| self.described(name) == Some(name) && !it.values.is_empty();
        self.enums.values().any(|it| it == name)
            || self.known.get(name).is_some_and(|it| is_described(&it))
    }

    /// The enum of these texts.
    pub(super) fn enum_(&mut self, source: &str, wanted: &str, texts: &[&str]) -> String {
        let mut key: Vec<String> = texts.iter().map(|it| (*it).to_owned()).collect();
        key.sort();
        key.dedup();
        if let Some(name) = self.enums.get(&key) {
            return name.clone();
        }
        let name = self.name(wanted);
        self.enums.insert(key, name.clone());
        let mut lines = Lines::default();
        self.texts(source, &name, texts, &mut lines);
        self.done.push((name.clone(), lines));
        name
    }

    /// Writes an enum.
    fn texts(&self, source: &str, name: &str, texts: &[&str], lines: &mut Lines) {
        lines.tagged(1, &format!("{name}:"), (name.to_owned(), "enum".to_owned()));
        lines.add(
            2,
            "doc: \"TODO: say what it tells, and whether the list is complete\"",
        );
        lines.add(2, &format!("source: {}", quoted(source)));
        lines.add(2, "open: true");
        lines.add(2, "enum:");
        let mut seen = BTreeSet::new();
        let texts = texts.iter().filter(|it| seen.insert(**it));
        for (index, text) in texts.enumerate() {
            let at = format!("{name} {text}");
            let doc = if self.has_refused(&at, RUST) {
                format!("{{ doc: TODO, rust: Value{} }}", index + 1)
            } else {
                "TODO".to_owned()
            };
            let line = format!("{}: {doc}", quoted(text));
            lines.tagged(3, &line, (at, "value".to_owned()));
        }
    }

    /// The object of the members of a node.
    pub(super) fn object(&mut self, source: &str, node: &Node<'_>, way: Way) -> String {
        let wanted = match &node.variant {
            Some(variant) => format!("{} {variant}", node.name),
            None => node
                .text(Kind::Type)
                .filter(|it| it.starts_with(|it: char| it.is_uppercase()))
                .unwrap_or(&node.name)
                .to_owned(),
        };
        let name = self.name(&wanted);
        if node.variant.is_some() {
            self.parts.insert(node.at.clone(), name.clone());
        }
        let place = self.reserve(&name);
        self.done[place].1 = self.fields(source, &name, node, (way, Vec::new()));
        name
    }

    /// An object with its members.
    fn fields(
        &mut self,
        source: &str,
        name: &str,
        node: &Node<'_>,
        (way, left): (Way, Vec<String>),
    ) -> Lines {
        let mut lines = Lines::default();
        lines.tagged(
            1,
            &format!("{name}:"),
            (name.to_owned(), "object".to_owned()),
        );
        let mut inside = Lines::default();
        let left = [
            left,
            fields::all(self, source, name, node, (3, way), &mut inside),
        ]
        .concat();
        lines.add(2, &format!("doc: {}", doc(&left)));
        lines.add(2, &format!("source: {}", quoted(source)));
        if inside.text().is_empty() {
            lines.add(2, "fields: {}");
        } else {
            lines.add(2, "fields:");
        }
        lines.append(inside);
        rules::all(&self.refused, source, name, node, 2, &mut lines);
        lines
    }

    /// Writes a type that a page describes.
    pub(super) fn describe(&mut self, page: &Read<'_>, part: &Part<'_>, others: &[String]) {
        let known = self.known;
        let (Some(known), Some(name)) = (known.get(&part.name), self.described(&part.name)) else {
            return;
        };
        let name = name.to_owned();
        if name != part.name {
            self.parts.insert(part.at.clone(), name.clone());
        }
        let place = self.reserve(&name);
        let mut left: Vec<String> = others
            .iter()
            .map(|it| format!("the page `{it}` describes it as well"))
            .collect();
        let node = Node::of_type(page, part);
        let lines = match &known.cases {
            Some(Words::Any(cases)) => self.choice_lines(page.id(), &name, cases, &left),
            _ if known.members.is_empty() && !known.values.is_empty() => {
                let texts: Vec<&str> = known.values.iter().map(String::as_str).collect();
                let mut lines = Lines::default();
                self.texts(page.id(), &name, &texts, &mut lines);
                lines
            }
            _ => {
                if known.members.is_empty() {
                    left.push("the page names no member of it".to_owned());
                }
                self.fields(page.id(), &name, &node, (known.way, left))
            }
        };
        self.done[place].1 = lines;
    }

    /// A choice of types with a name of its own.
    fn choice_lines(
        &mut self,
        source: &str,
        name: &str,
        cases: &[Words],
        left: &[String],
    ) -> Lines {
        let mut left = left.to_vec();
        let types: Vec<String> = cases
            .iter()
            .map(|it| self.written(source, (name, name), it, &mut left))
            .collect();
        let text = choices::written(self.known, cases, &types);
        let tag = || (name.to_owned(), "choice".to_owned());
        let mut lines = Lines::default();
        lines.tagged(1, &format!("{name}:"), tag());
        lines.add(2, &format!("doc: {}", doc(&left)));
        lines.add(2, &format!("source: {}", quoted(source)));
        match text.split_once(", cases: ") {
            Some((of, cases)) => {
                lines.tagged(2, of, tag());
                lines.tagged(2, &format!("cases: {cases}"), tag());
            }
            None => lines.tagged(2, &text, tag()),
        }
        lines
    }

    /// The words of a page as a type. What it cannot be is left to people.
    pub(super) fn written(
        &mut self,
        source: &str,
        (owner, member): (&str, &str),
        words: &Words,
        left: &mut Vec<String>,
    ) -> String {
        match words {
            Words::One(word) => self.named(word, left),
            Words::List(of) => {
                let of = self.written(source, (owner, member), of, left);
                format!("{{ list: {of} }}")
            }
            Words::Any(cases) => {
                let called = words.called();
                if let Some(name) = self.choices.get(&words.key()) {
                    return name.clone();
                }
                let wanted = if cases.len() == 2 {
                    called.clone()
                } else {
                    member.to_owned()
                };
                let name = self.name(&wanted);
                if self.has_refused(&name, "choice") {
                    left.push(format!(
                        "the page says {called}, which the language does not tell apart"
                    ));
                    return "json".to_owned();
                }
                self.choices.insert(words.key(), name.clone());
                let place = self.reserve(&name);
                self.done[place].1 = self.choice_lines(source, &name, cases, &[]);
                name
            }
        }
    }

    fn named(&self, word: &str, left: &mut Vec<String>) -> String {
        match (word, self.described(word)) {
            ("boolean" | "integer" | "string", _) => word.to_owned(),
            ("number", _) => "decimal".to_owned(),
            ("date", _) => "timestamp_millis".to_owned(),
            (_, Some(name)) => name.to_owned(),
            (_, None) if self.known.contains_key(word) => {
                left.push(format!(
                    "the page calls it `{word}`, whose cases the language does not tell apart"
                ));
                "json".to_owned()
            }
            (_, None) => {
                left.push(format!("the page calls it `{word}` and names no members"));
                "json".to_owned()
            }
        }
    }
}

//! Types that a draft needs: objects for members with members, enums for listed texts.

use std::collections::{BTreeMap, BTreeSet};
use stipula_facts::Kind;

use heck::ToUpperCamelCase as _;

use super::{
    fields, rules,
    tree::Node,
    yaml::{Lines, Tag, quoted},
};

/// Types of one draft, by name, in the order they were needed.
#[derive(Debug, Default)]
pub(super) struct Types {
    names: BTreeSet<String>,
    /// Enums by their texts, so that the same list becomes one type.
    enums: BTreeMap<Vec<String>, String>,
    /// Parts of the page at hand that names do not lead to, and their types.
    pub(super) parts: BTreeMap<String, String>,
    /// A value beside the body that conditions of the page at hand are about.
    pub(super) context: Option<String>,
    pub(super) done: Vec<Lines>,
    /// What the language refused, to be left out.
    pub(super) refused: BTreeSet<Tag>,
}

impl Types {
    /// Types that know what was refused before.
    pub(super) fn without(refused: &BTreeSet<Tag>) -> Self {
        Self {
            refused: refused.clone(),
            ..Self::default()
        }
    }

    /// A name that no other type has.
    fn name(&mut self, wanted: &str) -> String {
        let base = wanted.to_upper_camel_case();
        let base = if base.starts_with(|it: char| it.is_ascii_alphabetic()) {
            base
        } else {
            format!("Type{base}")
        };
        let taken = |names: &BTreeSet<String>, name: &str| {
            names.contains(name) || ["String", "Integer"].contains(&name)
        };
        let mut name = base.clone();
        let mut number = 2;
        while taken(&self.names, &name) {
            name = format!("{base}{number}");
            number += 1;
        }
        self.names.insert(name.clone());
        name
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
        lines.add(1, &format!("{name}:"));
        lines.add(
            2,
            "doc: \"TODO: say what it tells, and whether the list is complete\"",
        );
        lines.add(2, &format!("source: {}", quoted(source)));
        lines.add(2, "open: true");
        lines.add(2, "enum:");
        let mut seen = BTreeSet::new();
        for text in texts.iter().filter(|it| seen.insert(**it)) {
            lines.add(3, &format!("{}: TODO", quoted(text)));
        }
        self.done.push(lines);
        name
    }

    /// Whether it is the name of an enum.
    pub(super) fn is_enum(&self, name: &str) -> bool {
        self.enums.values().any(|it| it == name)
    }

    /// The object of the members of a node.
    pub(super) fn object(&mut self, source: &str, node: &Node<'_>) -> String {
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
        let mut lines = Lines::default();
        lines.add(1, &format!("{name}:"));
        lines.add(2, "doc: TODO");
        lines.add(2, &format!("source: {}", quoted(source)));
        lines.add(2, "fields:");
        let place = self.done.len();
        self.done.push(Lines::default());
        fields::all(self, source, &name, node, 3, &mut lines);
        rules::all(&self.refused, source, &name, node, 2, &mut lines);
        self.done[place] = lines;
        name
    }
}

//! Rules between members: of several, how many are given.

use std::collections::BTreeSet;

use heck::ToKebabCase as _;
use serde_json::Value;
use stipula_facts::Kind;

use super::{
    tree::Node,
    yaml::{Lines, Tag, quoted},
};

/// Kinds of rules between members, the one that demands most first.
pub(super) const GROUPS: [Kind; 3] = [Kind::ExactlyOne, Kind::AtLeastOne, Kind::AtMostOne];

/// A kind of rule, and the members that it counts.
type Group<'a> = (Kind, Vec<&'a str>);

/// Members of which the page says how many are given; all of them stand in the object, and the
/// language took the rule.
pub(super) fn groups<'a>(refused: &BTreeSet<Tag>, source: &str, node: &Node<'a>) -> Vec<Group<'a>> {
    let mut found: Vec<Group<'_>> = Vec::new();
    for kind in GROUPS {
        let members = node.members().flat_map(|it| it.facts.iter());
        let facts = node.facts.iter().chain(members);
        let lists = facts.filter(|it| it.kind == kind);
        for names in lists.filter_map(|it| it.value.as_array()) {
            let names: Vec<&str> = names.iter().filter_map(Value::as_str).collect();
            let is_member = |name: &&str| node.members().any(|it| it.name == *name);
            let is_known = names.len() > 1 && names.iter().all(is_member);
            let is_new = !found.iter().any(|it| it.1 == names);
            let group = (kind, names);
            if is_known && is_new && !refused.contains(&tag(source, node, &group)) {
                found.push(group);
            }
        }
    }
    found
}

/// Writes the rules between the members of a node.
pub(super) fn all(
    refused: &BTreeSet<Tag>,
    source: &str,
    owner: &str,
    node: &Node<'_>,
    depth: usize,
    lines: &mut Lines,
) {
    for (index, group) in groups(refused, source, node).into_iter().enumerate() {
        if index == 0 {
            lines.add(depth, "rules:");
        }
        let names = &group.1;
        let first = node.members().find(|it| names.contains(&it.name.as_str()));
        let blamed = first.map_or("", |it| it.name.as_str());
        let id = format!("{owner}-{}", names.join("-or-")).to_kebab_case();
        let listed: Vec<String> = names.iter().map(|it| quoted(it)).collect();
        let text = format!(
            "- {{ id: {id}, at: {}, {}: [{}], doc: TODO, source: {} }}",
            quoted(blamed),
            group.0.name(),
            listed.join(", "),
            quoted(source)
        );
        lines.tagged(depth + 1, &text, tag(source, node, &group));
    }
}

fn tag(source: &str, node: &Node<'_>, (kind, names): &Group<'_>) -> Tag {
    let at = format!("{source} {}", node.at);
    (at, format!("{}: {}", kind.name(), names.join(", ")))
}

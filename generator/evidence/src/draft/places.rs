//! Where members of a request travel, and their keys where two have one name.

use std::collections::BTreeSet;

use stipula_facts::Kind;

use super::{
    tree::Node,
    yaml::{Lines, quoted},
};

/// Whether another member of this name has the name as its key: the one in the body, where no other
/// name can stand, or else the first.
pub(super) fn is_second(node: &Node<'_>, nth: usize, member: &Node<'_>) -> bool {
    let is_in_body = |it: &Node<'_>| place(it).is_none_or(|it| it == "body");
    let same = || {
        let members = node.members().enumerate();
        members.filter(|it| it.0 != nth && it.1.name == member.name)
    };
    if is_in_body(member) {
        same().any(|it| it.0 < nth && is_in_body(it.1))
    } else {
        same().any(|it| it.0 < nth || is_in_body(it.1))
    }
}

/// A path with the names of its members in braces, also where the page marks them otherwise:
/// `/boats/<ID>`, `/boats/:id`.
pub(super) fn path(path: &str, node: &Node<'_>) -> String {
    let segments = path.split('/').map(|segment| {
        let Some(told) = marked(segment) else {
            return segment.to_owned();
        };
        let mut members = node.members().filter(|it| place(it) == Some("path"));
        let member = members.find(|it| it.name.eq_ignore_ascii_case(told));
        format!("{{{}}}", member.map_or(told, |it| it.name.as_str()))
    });
    segments.collect::<Vec<_>>().join("/")
}

/// The name in a part of a path that stands for a member.
pub(super) fn marked(segment: &str) -> Option<&str> {
    let within = |open, close| segment.strip_prefix(open)?.strip_suffix(close);
    let name = within('{', '}').or_else(|| within('<', '>'));
    let name = name.or_else(|| segment.strip_prefix(':'));
    name.filter(|it| !it.is_empty() && !it.contains(['{', '}', '<', '>', ':']))
}

/// Members of a path that the page does not describe.
pub(super) fn of_path(source: &str, path: &str, node: &Node<'_>, depth: usize, lines: &mut Lines) {
    let names = path.split('{').skip(1);
    let names = names.filter_map(|it| it.split_once('}').map(|it| it.0));
    let mut seen = BTreeSet::new();
    for name in names.filter(|it| !it.is_empty() && seen.insert(*it)) {
        let mut members = node.members();
        if members.any(|it| it.name == name && place(it) == Some("path")) {
            continue;
        }
        let is_taken = node.members().any(|it| it.name == name);
        let key = if is_taken {
            format!("{name}InPath")
        } else {
            name.to_owned()
        };
        lines.add(depth, &format!("{}:", quoted(&key)));
        lines.add(depth + 1, "type: string");
        lines.add(depth + 1, "in: path");
        if is_taken {
            lines.add(depth + 1, &format!("name: {}", quoted(name)));
        }
        lines.add(depth + 1, "required: true");
        lines.add(
            depth + 1,
            "doc: \"TODO: it stands in the path, and the page does not describe it\"",
        );
        lines.add(depth + 1, &format!("source: {}", quoted(source)));
    }
}

/// Where a member of a request travels, when the page says it.
pub(super) fn place<'a>(member: &Node<'a>) -> Option<&'a str> {
    let is_header = member.at.contains("request-headers/");
    member.text(Kind::Place).or(is_header.then_some("header"))
}

//! Operations of a draft, and the API around them.

use std::collections::{BTreeMap, BTreeSet};
use stipula_facts::{Fact, Kind};

use heck::ToLowerCamelCase as _;

use super::{
    Draftable, fields, rules,
    tree::Node,
    types::Types,
    yaml::{Lines, quoted},
};

/// The last word of the path, or the id of the page; no name twice.
pub(super) fn name(facts: &[Fact], id: &str, taken: &mut BTreeSet<String>) -> String {
    let path = endpoint(facts).map(|(_, path)| path);
    let last = path.and_then(|it| it.rsplit('/').next());
    let wanted = last.filter(|it| !it.is_empty() && !it.contains(['{', '?']));
    let base = wanted.unwrap_or(id).to_lower_camel_case();
    let base = if base.starts_with(|it: char| it.is_ascii_alphabetic()) {
        base
    } else {
        format!("operation{base}")
    };
    let mut name = base.clone();
    let mut number = 2;
    while !taken.insert(name.clone()) {
        name = format!("{base}{number}");
        number += 1;
    }
    name
}

/// Method, when the page gives one, and path.
fn endpoint(facts: &[Fact]) -> Option<(Option<&str>, &str)> {
    let fact = facts.iter().find(|it| it.kind == Kind::Endpoint)?;
    let text = fact.value.as_str()?;
    Some(match text.split_once(' ') {
        Some((method, path)) => (Some(method), without_host(path)),
        None => (None, without_host(text)),
    })
}

/// The path of an address.
fn without_host(address: &str) -> &str {
    let Some((_, rest)) = address.split_once("://") else {
        return address;
    };
    rest.find('/').map_or("/", |it| &rest[it..])
}

/// The file of one operation.
pub(super) fn lines(
    types: &mut Types,
    page: &Draftable<'_>,
    name: &str,
    failing: Option<&str>,
) -> Lines {
    let mut lines = Lines::default();
    let facts = &page.page.facts;
    lines.add(0, &format!("operation: {name}"));
    lines.add(0, "summary: TODO");
    let (method, path) = endpoint(facts).unwrap_or((None, "/TODO"));
    let codes_of = Node::of(page, "codes");
    let mut left: Vec<String> = Vec::new();
    if method.is_none() {
        left.push("the page gives no method".to_owned());
    }
    if failing.is_none() && !codes_of.inside.is_empty() {
        let names: Vec<&str> = codes_of.inside.iter().map(|it| it.name.as_str()).collect();
        left.push(format!(
            "result codes without a class: {}",
            names.join(", ")
        ));
    }
    let others = other_answers(facts);
    if !others.is_empty() {
        left.push(format!(
            "members of other answers: {}",
            others.into_iter().collect::<Vec<_>>().join(", ")
        ));
    }
    let doc = match left.as_slice() {
        [] => "TODO".to_owned(),
        left => quoted(&format!("TODO: {}", left.join("; "))),
    };
    lines.add(0, &format!("doc: {doc}"));
    let method = method.unwrap_or("POST").to_lowercase();
    lines.add(0, &format!("{method}: {}", quoted(path)));
    lines.add(0, &format!("source: {}", quoted(&page.id)));
    context(types, page, &mut lines);
    for part in ["request", "response"] {
        let node = match part {
            "request" => Node::of_request(page),
            _ => Node::of(page, part),
        };
        if node.members().next().is_some() {
            lines.add(0, &format!("{part}:"));
            let owner = format!("{name}.{part}");
            fields::all(types, &page.id, &owner, &node, 1, &mut lines);
            if part == "request" {
                rules::all(&types.refused, &page.id, name, &node, 0, &mut lines);
            }
        }
    }
    codes(&codes_of, failing, &mut lines);
    lines
}

/// Parts of a page that describe answers which are no success: a draft has no place for them.
fn other_answers(facts: &[Fact]) -> BTreeSet<&str> {
    let fields = facts.iter().filter(|it| it.kind == Kind::Field);
    let parts = fields.filter_map(|it| it.at.split('/').next());
    parts
        .filter(|it| it.starts_with("response-") && *it != "response-headers")
        .collect()
}

/// States of something that is no member: conditions that name one are about a value beside the body.
fn context(types: &mut Types, page: &Draftable<'_>, lines: &mut Lines) {
    types.context = None;
    let states = Node::of(page, "states");
    let states: Vec<&str> = states.inside.iter().map(|it| it.name.as_str()).collect();
    if states.is_empty() {
        return;
    }
    let facts = page.page.facts.as_slice();
    let is_member = |name: &str| {
        let mut fields = facts.iter().filter(|it| it.kind == Kind::Field);
        fields.any(|it| it.value == name)
    };
    let conditions = facts.iter().filter(|it| it.kind == Kind::RequiredWhen);
    let name = conditions
        .filter_map(|it| it.value.as_str())
        .find_map(|it| {
            let (name, state) = it.split_once(" == ")?;
            let is_one = states.contains(&state.split(' ').next()?);
            (is_one && !name.contains(' ') && !is_member(name)).then_some(name)
        });
    let ty = types.enum_(&page.id, name.unwrap_or("state"), &states);
    types.parts.insert("states".to_owned(), ty.clone());
    if let Some(name) = name {
        lines.add(0, &format!("context: {{ {name}: {ty} }}"));
        types.context = Some(name.to_owned());
    }
}

fn codes(codes: &Node<'_>, failing: Option<&str>, lines: &mut Lines) {
    let mut any = false;
    for code in &codes.inside {
        let (class, doc) = match (code.text(Kind::Class), failing) {
            (Some(class), _) => (class, "TODO"),
            (None, Some(class)) => (class, "\"TODO: the page gives no class\""),
            (None, None) => continue,
        };
        if !any {
            lines.add(0, "errors:");
            any = true;
        }
        let name = quoted(&code.name);
        lines.add(
            1,
            &format!("{name}: {{ class: {}, doc: {doc} }}", quoted(class)),
        );
    }
}

/// Classes of the result codes of all pages, in their order.
fn classes<'a>(pages: &'a [Draftable<'_>]) -> Vec<&'a str> {
    let mut classes: Vec<&str> = Vec::new();
    for page in pages {
        for fact in page.page.facts.iter().filter(|it| it.kind == Kind::Class) {
            let class = fact.value.as_str().unwrap_or_default();
            if !classes.contains(&class) {
                classes.push(class);
            }
        }
    }
    classes
}

/// The class of codes that say that a call failed.
pub(super) fn failing<'a>(pages: &'a [Draftable<'_>]) -> Option<&'a str> {
    let classes = classes(pages);
    let failed = classes.iter().find(|it| **it == "F");
    failed
        .or_else(|| classes.iter().find(|it| **it != "S"))
        .copied()
}

/// `api.yaml`: hosts, headers, and how an answer says how it went.
pub(super) fn api(name: &str, pages: &[Draftable<'_>], includes: &[String]) -> Lines {
    let mut lines = Lines::default();
    lines.add(0, &format!("api: {name}"));
    lines.add(0, "title: TODO");
    lines.add(0, "doc: TODO");
    lines.add(0, &format!("include: [{}]", includes.join(", ")));
    hosts(pages, &mut lines);
    outcome(pages, &mut lines);
    headers(pages, &mut lines);
    lines
}

fn hosts(pages: &[Draftable<'_>], lines: &mut Lines) {
    let mut seen = BTreeSet::new();
    for page in pages {
        for host in Node::of(page, "hosts").inside {
            let Some(address) = host.text(Kind::Host) else {
                continue;
            };
            if !seen.insert(host.name.to_lowercase()) {
                continue;
            }
            if seen.len() == 1 {
                lines.add(0, "environments:");
            }
            let bare = address.split_once("://").map_or(address, |(_, rest)| rest);
            let url = quoted(&format!("https://{}", bare.trim_end_matches('/')));
            lines.add(1, &format!("{}:", quoted(&host.name.to_lowercase())));
            lines.add(2, &format!("url: {url}"));
            lines.add(2, "doc: TODO");
            lines.add(2, &format!("source: {}", quoted(&page.id)));
        }
    }
}

/// Statuses of result codes, by the letters that vendors use; everything else is open.
fn outcome(pages: &[Draftable<'_>], lines: &mut Lines) {
    let classes = classes(pages);
    if classes.is_empty() {
        return;
    }
    let of = |letters: &[&str]| -> Vec<String> {
        let mut found = classes.iter().filter(|it| {
            let known = ["S", "F"].contains(it);
            letters.contains(it) || (letters.is_empty() && !known)
        });
        found.by_ref().map(|it| quoted(it)).collect()
    };
    lines.add(0, "outcome:");
    lines.add(1, "object: [TODO]");
    lines.add(1, "code: [TODO]");
    lines.add(1, "status: [TODO]");
    lines.add(1, "message: [TODO]");
    lines.add(1, &format!("success: [{}]", of(&["S"]).join(", ")));
    lines.add(1, &format!("failed: [{}]", of(&["F"]).join(", ")));
    lines.add(1, &format!("unknown: [{}]", of(&[]).join(", ")));
}

fn headers(pages: &[Draftable<'_>], lines: &mut Lines) {
    let mut seen = BTreeSet::new();
    let directions = [
        ("headers", "both"),
        ("request-headers", "request"),
        ("response-headers", "response"),
    ];
    let mut ways: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for page in pages {
        for (part, direction) in directions {
            for header in Node::of(page, part).inside {
                let name = header.name.to_lowercase();
                ways.entry(name).or_default().insert(direction);
            }
        }
    }
    for page in pages {
        for (part, _) in directions {
            for header in Node::of(page, part).inside {
                if header.fact(Kind::Field).is_none() || !seen.insert(header.name.to_lowercase()) {
                    continue;
                }
                if seen.len() == 1 {
                    lines.add(0, "headers:");
                }
                lines.add(1, &format!("{}:", quoted(&header.name)));
                let ways = ways.get(&header.name.to_lowercase());
                let way = match ways.map(|it| it.iter().collect::<Vec<_>>()).as_deref() {
                    Some([one]) => one,
                    _ => "both",
                };
                lines.add(2, &format!("in: {way}"));
                match (header.text(Kind::Need), header.text(Kind::RequiredWhen)) {
                    (_, Some(when)) => {
                        lines.add(2, &format!("required: {}", quoted(&format!("when {when}"))));
                    }
                    (Some("required"), None) => lines.add(2, "required: true"),
                    _ => {}
                }
                if let Some(sample) = header.text(Kind::Sample) {
                    lines.add(2, &format!("sample: {}", quoted(sample)));
                }
                lines.add(2, "doc: TODO");
                lines.add(2, &format!("source: {}", quoted(&page.id)));
            }
        }
    }
}

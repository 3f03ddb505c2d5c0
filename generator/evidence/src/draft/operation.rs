//! Operations of a draft, and the API around them.

use std::collections::BTreeSet;
use stipula_facts::Kind;

use heck::{ToLowerCamelCase as _, ToSnakeCase as _, ToUpperCamelCase as _};

use super::{
    fields,
    known::Way,
    page::{Part, Read},
    places, rules,
    tree::Node,
    types::{RUST, Types},
    words::{Words, numbered},
    yaml::{Lines, doc, quoted},
};

const GROUP: &str = "group";

/// A name for each operation: of a reference the one that the page gives; otherwise the last word of
/// the path, or the id of the page. No name twice.
pub(super) fn name(page: &Read<'_>, part: &Part<'_>, taken: &mut BTreeSet<String>) -> String {
    let path = endpoint(part).map(|(_, path)| path);
    let last = path.and_then(|it| it.rsplit('/').next());
    let wanted = last.filter(|it| !it.is_empty() && !it.contains(['{', '?']));
    let base = match part.name.as_str() {
        "" => wanted.unwrap_or(page.id()).to_lower_camel_case(),
        name if is_identifier(name) => name.to_owned(),
        name => name.to_lower_camel_case(),
    };
    let base = if base.starts_with(|it: char| it.is_ascii_alphabetic()) {
        base
    } else {
        format!("operation{base}")
    };
    numbered(&base, |it| !taken.insert(it.to_owned()))
}

fn is_identifier(name: &str) -> bool {
    let is_part = |it: char| it.is_ascii_alphanumeric() || it == '_';
    name.starts_with(|it: char| it.is_ascii_alphabetic()) && name.chars().all(is_part)
}

/// Method, when the page gives one, and path.
pub(super) fn endpoint<'a>(part: &'a Part<'_>) -> Option<(Option<&'a str>, &'a str)> {
    let text = part.text(Kind::Endpoint)?;
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

/// How operations of a draft are written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style<'a> {
    /// The class of codes that say that a call failed.
    pub(super) failing: Option<&'a str>,
    /// The pages give no method at all, which is asked once.
    pub(super) no_method: bool,
    /// What it belongs to.
    pub(super) group: Option<&'a str>,
}

/// One operation: a file of its own, or, at a depth, one of several.
pub(super) fn lines(
    types: &mut Types<'_>,
    (page, part): (&Read<'_>, &Part<'_>),
    name: &str,
    style: Style<'_>,
    depth: usize,
) -> Lines {
    let mut head = Lines::default();
    let tag = (name.to_owned(), "operation".to_owned());
    match depth {
        0 => head.tagged(0, &format!("operation: {name}"), tag),
        _ => head.tagged(depth - 1, &format!("{name}:"), tag),
    }
    if types.has_refused(name, RUST) {
        head.add(
            depth,
            &format!("rust: {}", format!("call {name}").to_snake_case()),
        );
    }
    let mut body = Lines::default();
    let left = bodies(types, (page, part), name, style, (depth, &mut body));
    let (method, path) = endpoint(part).unwrap_or((None, "/TODO"));
    head.add(depth, "summary: TODO");
    head.add(depth, &format!("doc: {}", doc(&left)));
    let method = method.unwrap_or("POST").to_lowercase();
    let path = places::path(path, &Node::of_request(page, part));
    head.tagged(
        depth,
        &format!("{method}: {}", quoted(&path)),
        (name.to_owned(), "endpoint".to_owned()),
    );
    // What cannot be the name of a feature is none.
    if let Some(group) = style.group.filter(|_| !types.has_refused(name, GROUP)) {
        let tag = (name.to_owned(), GROUP.to_owned());
        head.tagged(depth, &format!("group: {}", quoted(group)), tag);
    }
    head.add(depth, &format!("source: {}", quoted(page.id())));
    head.append(body);
    if part.name != name && !part.at.is_empty() {
        if endpoint(part).is_some() {
            types
                .parts
                .insert(format!("{}/operation", part.at), name.to_owned());
        }
        for side in ["request", "path", "query", "request-headers", "response"] {
            let is_there = |it: &str| it.split('/').next() == Some(side);
            if part.facts.iter().any(|it| is_there(it.0)) {
                let body = if side == "response" { side } else { "request" };
                let target = format!("{name}.{body}");
                types.parts.insert(format!("{}/{side}", part.at), target);
            }
        }
    }
    head
}

/// What goes, what comes back, and what is left to people.
fn bodies(
    types: &mut Types<'_>,
    (page, part): (&Read<'_>, &Part<'_>),
    name: &str,
    style: Style<'_>,
    (depth, lines): (usize, &mut Lines),
) -> Vec<String> {
    let mut left: Vec<String> = Vec::new();
    match endpoint(part) {
        None if page.is_reference => left.push("the page gives no address".to_owned()),
        Some((Some(_), _)) => {}
        _ if style.no_method => {}
        _ => left.push("the page gives no method".to_owned()),
    }
    let codes_of = Node::of(page, part, "codes");
    context(types, (page, part), (depth, lines));
    for side in ["request", "response"] {
        let node = match side {
            "request" => Node::of_request(page, part),
            _ => Node::of(page, part, side),
        };
        let owner = format!("{name}.{side}");
        let way = match (page.is_reference, side) {
            (true, "response") => Way::ANSWERED,
            _ => Way::SENT,
        };
        let mut inside = Lines::default();
        if side == "request" {
            let path = endpoint(part).map_or("", |it| it.1);
            let path = places::path(path, &node);
            places::of_path(page.id(), &path, &node, depth + 1, &mut inside);
        }
        if node.members().next().is_some() || !inside.text().is_empty() {
            lines.add(depth, &format!("{side}:"));
            lines.append(inside);
            let within = (depth + 1, way);
            left.extend(fields::all(types, page.id(), &owner, &node, within, lines));
            if side == "request" {
                rules::all(&types.refused, page.id(), name, &node, depth, lines);
            }
        } else if let Some(text) = node.text(Kind::Type).filter(|_| side == "response") {
            answer(types, page.id(), &owner, text, &mut left, (depth, lines));
        }
    }
    let refused = codes(types, name, &[&codes_of], style.failing, (depth, lines));
    if !refused.is_empty() {
        left.push(format!(
            "result codes without a class: {}",
            refused.join(", ")
        ));
    }
    let others = other_answers(part);
    if !others.is_empty() {
        left.push(format!(
            "members of other answers: {}",
            others.into_iter().collect::<Vec<_>>().join(", ")
        ));
    }
    left
}

/// The type that sentences of the page say is given back.
fn answer(
    types: &mut Types<'_>,
    source: &str,
    owner: &str,
    text: &str,
    left: &mut Vec<String>,
    (depth, lines): (usize, &mut Lines),
) {
    let words = Words::of(text);
    if types.has_refused(owner, "response") {
        left.push(format!(
            "the page says that {} is given back",
            words.called()
        ));
        return;
    }
    let ty = types.written(source, (owner, owner), &words, left);
    lines.claim(depth, owner, "response", &ty);
}

/// Parts of a page that describe answers which are no success: a draft has no place for them.
fn other_answers<'a>(part: &Part<'a>) -> BTreeSet<&'a str> {
    let fields = part.facts.iter().filter(|it| it.1.kind == Kind::Field);
    let parts = fields.filter_map(|it| it.0.split('/').next());
    parts
        .filter(|it| it.starts_with("response-") && *it != "response-headers")
        .collect()
}

/// States of something that is no member: conditions that name one are about a value beside the body.
fn context(
    types: &mut Types<'_>,
    (page, part): (&Read<'_>, &Part<'_>),
    (depth, lines): (usize, &mut Lines),
) {
    types.context = None;
    let states = Node::of(page, part, "states");
    let states: Vec<&str> = states.inside.iter().map(|it| it.name.as_str()).collect();
    if states.is_empty() {
        return;
    }
    let is_member = |name: &str| {
        let mut fields = part.facts.iter().filter(|it| it.1.kind == Kind::Field);
        fields.any(|it| it.1.value == name)
    };
    let conditions = part.facts.iter();
    let name = conditions
        .filter(|it| it.1.kind == Kind::RequiredWhen)
        .filter_map(|it| it.1.value.as_str())
        .find_map(|it| {
            let (name, state) = it.split_once(" == ")?;
            let is_one = states.contains(&state.split(' ').next()?);
            (is_one && !name.contains(' ') && !is_member(name)).then_some(name)
        });
    let ty = types.enum_(page.id(), name.unwrap_or("state"), &states);
    types.parts.insert("states".to_owned(), ty.clone());
    if let Some(name) = name {
        lines.add(depth, &format!("context: {{ {name}: {ty} }}"));
        types.context = Some(name.to_owned());
    }
}

/// Result codes with their classes; the names of those that have none, or one that the spec does not know.
pub(super) fn codes(
    types: &Types<'_>,
    owner: &str,
    codes: &[&Node<'_>],
    failing: Option<&str>,
    (depth, lines): (usize, &mut Lines),
) -> Vec<String> {
    let mut left = Vec::new();
    let mut any = false;
    let mut seen = BTreeSet::new();
    let all = codes.iter().flat_map(|it| &it.inside);
    for code in all.filter(|it| seen.insert(it.name.as_str())) {
        let at = format!("{owner} code {}", code.name);
        let (class, doc) = match (code.text(Kind::Class), failing) {
            (Some(class), _) => (class, "TODO"),
            (None, Some(class)) => (class, "\"TODO: the page gives no class\""),
            (None, None) => ("", ""),
        };
        if class.is_empty() || types.has_refused(&at, "class") {
            left.push(code.name.clone());
            continue;
        }
        if !any {
            lines.add(depth, "errors:");
            any = true;
        }
        let rust = if types.has_refused(&at, RUST) {
            let name = format!("code {}", code.name).to_upper_camel_case();
            format!(", rust: {name}")
        } else {
            String::new()
        };
        let line = format!(
            "{}: {{ class: {}, doc: {doc}{rust} }}",
            quoted(&code.name),
            quoted(class)
        );
        lines.tagged(depth + 1, &line, (at, "class".to_owned()));
    }
    left
}

//! Additions to the text of a file of a spec. Every byte that was there stays, and in its order.
//!
//! An addition is made where the text allows it, and then read again: what comes of it is the old tree
//! and what was added, or the addition is not made.

#[cfg(test)]
mod tests;

use serde_json::{Value, json};

use crate::{
    diag::Sink,
    source::SourceMap,
    yaml::{self, Node},
};

/// Adds texts to the list below a key of the file.
pub fn add_items(text: &str, key: &str, items: &[String]) -> Option<String> {
    let mut wanted = tree(text)?;
    let list = wanted.as_object_mut()?.entry(key).or_insert(json!([]));
    list.as_array_mut()?
        .extend(items.iter().map(|it| json!(it)));
    let written: Vec<String> = items.iter().map(|it| scalar(it)).collect();
    let root = read(text)?;
    let changed = match find(&root, &[key])? {
        (Node::List(have, span), []) => match have.last() {
            None => insert(text, span.start + 1, &written.join(", ")),
            Some(last) if is_flow(text, span.start) => in_flow(text, last, &written),
            Some(last) => {
                let line = text.get(line_start(text, last.span().start)..)?;
                let (indent, _) = line.split_once('-').filter(|it| it.0.trim().is_empty())?;
                let lines = written.iter().map(|it| format!("{indent}- {it}"));
                below(text, last, &lines.collect::<Vec<_>>())
            }
        },
        (Node::Map(..), [_]) => {
            let line = format!("{key}: [{}]", written.join(", "));
            append(text, &root, &[line])
        }
        _ => None,
    };
    changed.filter(|it| tree(it).as_ref() == Some(&wanted))
}

/// Adds the entries of a mapping, written as a block, to the mapping that these keys lead to. Mappings
/// that are not there are made.
pub fn add_entries(text: &str, path: &[&str], block: &str) -> Option<String> {
    let added = tree(block)?;
    let mut wanted = tree(text)?;
    let mut place = &mut wanted;
    for key in path {
        place = place.as_object_mut()?.entry(*key).or_insert(json!({}));
    }
    for (key, value) in added.as_object()? {
        if place
            .as_object_mut()?
            .insert(key.clone(), value.clone())
            .is_some()
        {
            return None;
        }
    }
    let root = read(text)?;
    let (node, missing) = find(&root, path)?;
    let mut lines: Vec<String> = block.lines().map(str::to_owned).collect();
    let mut value = added.clone();
    for key in missing.iter().rev() {
        lines = lines.iter().map(|it| format!("  {it}")).collect();
        lines.insert(0, format!("{key}:"));
        value = json!({ *key: value });
    }
    let changed = match node {
        Node::Map(entries, span) if is_flow(text, span.start) => {
            // A text of JSON is a text of YAML.
            let inner = value.to_string();
            let inner = inner.get(1..inner.len() - 1)?.to_owned();
            match entries.last() {
                None => insert(text, span.start + 1, &inner),
                Some((_, last)) => in_flow(text, last, &[inner]),
            }
        }
        Node::Map(..) => append(text, node, &lines),
        Node::Scalar(_) | Node::List(..) => None,
    };
    changed.filter(|it| tree(it).as_ref() == Some(&wanted))
}

/// A tree with all of its texts; nothing that cannot be read.
fn tree(text: &str) -> Option<Value> {
    yaml::tree(text)
}

fn read(text: &str) -> Option<Node> {
    let mut sources = SourceMap::memory(&[("", text)]);
    let file = sources.read("").ok()?;
    yaml::parse(file, text, &mut Sink::default())
}

/// The innermost node that these keys lead to, and the keys that are not there.
fn find<'n, 'k>(root: &'n Node, path: &'k [&'k str]) -> Option<(&'n Node, &'k [&'k str])> {
    let mut node = root;
    for (depth, key) in path.iter().enumerate() {
        let Node::Map(entries, _) = node else {
            return None;
        };
        match entries.iter().find(|it| it.0.value == *key) {
            Some((_, next)) => node = next,
            None => return Some((node, &path[depth..])),
        }
    }
    Some((node, &[]))
}

/// Lines behind the last entry of a mapping that is a block.
fn append(text: &str, node: &Node, lines: &[String]) -> Option<String> {
    let Node::Map(entries, _) = node else {
        return None;
    };
    let (first, (_, last)) = (entries.first()?, entries.last()?);
    let start = first.0.span.start;
    if is_flow(text, node.span().start) {
        return None;
    }
    let indent = " ".repeat(start - line_start(text, start));
    let lines: Vec<String> = lines.iter().map(|it| format!("{indent}{it}")).collect();
    below(text, last, &lines)
}

/// Lines below the one in which a node ends.
fn below(text: &str, last: &Node, lines: &[String]) -> Option<String> {
    let end = end(text, last);
    let place = if text.get(..end)?.ends_with('\n') {
        end
    } else {
        text[end..].find('\n').map_or(text.len(), |it| end + it + 1)
    };
    let line_break = line_break(text);
    let mut added = String::new();
    if !text[..place].is_empty() && !text[..place].ends_with('\n') {
        added.push_str(line_break);
    }
    for line in lines {
        added.push_str(line);
        added.push_str(line_break);
    }
    insert(text, place, &added)
}

/// Behind the last item between brackets; on a line of its own where that item has one.
fn in_flow(text: &str, last: &Node, items: &[String]) -> Option<String> {
    let span = last.span();
    let line = line_start(text, span.start);
    let before = text.get(line..span.start)?;
    let between = if before.trim().is_empty() && line > 0 {
        format!(",{}{before}", line_break(text))
    } else {
        ", ".to_owned()
    };
    insert(
        text,
        span.end,
        &format!("{between}{}", items.join(&between)),
    )
}

fn insert(text: &str, place: usize, added: &str) -> Option<String> {
    Some([text.get(..place)?, added, text.get(place..)?].concat())
}

/// The end of the last thing in a node.
fn end(text: &str, node: &Node) -> usize {
    let last = match node {
        Node::Scalar(_) => None,
        Node::List(_, span) | Node::Map(_, span) if is_flow(text, span.start) => None,
        Node::List(items, _) => items.last(),
        Node::Map(entries, _) => entries.last().map(|it| &it.1),
    };
    last.map_or(node.span().end, |it| end(text, it))
}

fn is_flow(text: &str, start: usize) -> bool {
    text.get(start..)
        .is_some_and(|it| it.starts_with(['[', '{']))
}

/// Where the line of a byte begins.
fn line_start(text: &str, place: usize) -> usize {
    let before = text.get(..place).unwrap_or_default();
    before.rfind('\n').map_or(0, |it| it + 1)
}

fn line_break(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

/// A text as YAML: bare where every reader takes it for that text.
fn scalar(text: &str) -> String {
    let is_plain = |it: char| it.is_ascii_alphanumeric() || "_-./".contains(it);
    let is_word =
        text.starts_with(|it: char| it.is_ascii_alphabetic()) && text.contains(['.', '/']);
    if is_word && text.chars().all(is_plain) {
        text.to_owned()
    } else {
        Value::from(text).to_string()
    }
}

//! The words of an element, as a reader sees them.

use super::{
    blocks::is_block,
    furniture::is_furniture,
    tree::{Id, Tree},
};
use crate::text::plain;

/// What stands in a line with others: the blanks around it are kept.
pub(super) fn inline(tree: &Tree, id: Id) -> String {
    let mut out = String::new();
    match tree.text(id) {
        Some(text) => push_text(&mut out, text),
        None => out.push_str(&words(tree, id)),
    }
    out
}

/// The words below a node, a line for each block and each break; items of lists begin with `• `, code
/// stands in ticks.
pub(super) fn words(tree: &Tree, id: Id) -> String {
    words_without(tree, id, &|_| false)
}

/// The same, without the elements that `skip` says.
pub(super) fn words_without(tree: &Tree, id: Id, skip: &dyn Fn(Id) -> bool) -> String {
    let read = |it| {
        if skip(it) {
            Reading::Skip
        } else {
            Reading::Keep
        }
    };
    words_by(tree, id, Apart::No, &read)
}

/// What becomes of a node.
pub(super) enum Reading {
    Keep,
    Skip,
    /// Another text stands in its place.
    Instead(String),
}

/// Whether elements beside each other are words of their own, as badges are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Apart {
    Yes,
    No,
}

/// The words below a node, as `read` says of each node.
pub(super) fn words_by(tree: &Tree, id: Id, apart: Apart, read: &dyn Fn(Id) -> Reading) -> String {
    let mut out = String::new();
    let mut open = vec![Step::Enter(id)];
    while let Some(step) = open.pop() {
        let it = match step {
            Step::Write(text) => {
                out.push_str(text);
                continue;
            }
            Step::Enter(it) => it,
        };
        match read(it) {
            Reading::Keep => {}
            Reading::Skip if it == id => {}
            Reading::Skip => continue,
            Reading::Instead(text) => {
                out.push_str(&text);
                continue;
            }
        }
        if let Some(text) = tree.text(it) {
            push_text(&mut out, text);
            continue;
        }
        if it != id && is_furniture(tree, it) {
            continue;
        }
        let name = tree.name(it);
        let (before, after) = around(name, it == id);
        out.push_str(before);
        out.push_str(picture(tree, it));
        open.push(Step::Write(after));
        for child in tree.children(it).iter().rev() {
            open.push(Step::Enter(*child));
            if apart == Apart::Yes && tree.text(*child).is_none() {
                open.push(Step::Write(" "));
            }
        }
    }
    let lines = out
        .lines()
        .map(plain)
        .filter(|it| !matches!(it.as_str(), "" | "•"));
    lines.collect::<Vec<_>>().join("\n")
}

enum Step {
    Enter(Id),
    Write(&'static str),
}

/// Line breaks of the source are blanks.
fn push_text(out: &mut String, text: &str) {
    out.extend(text.chars().map(|it| if it == '\n' { ' ' } else { it }));
}

fn around(name: &str, is_root: bool) -> (&'static str, &'static str) {
    match name {
        "br" => ("\n", ""),
        "li" if !is_root => ("\n• ", "\n"),
        "code" | "tt" | "kbd" if !is_root => ("`", "`"),
        "td" | "th" if !is_root => ("\n", "\n"),
        _ if !is_root && is_block(name) => ("\n", "\n"),
        _ => ("", ""),
    }
}

/// What a picture says: a tick, or its text for those who do not see it.
fn picture(tree: &Tree, id: Id) -> &str {
    if tree.name(id) == "img" {
        tree.attribute(id, "alt").unwrap_or_default()
    } else {
        ""
    }
}

/// The text of code, with its line breaks.
pub(super) fn code(tree: &Tree, id: Id) -> String {
    let mut out = String::new();
    let mut open = vec![id];
    while let Some(it) = open.pop() {
        if let Some(text) = tree.text(it) {
            out.push_str(text);
        } else if tree.name(it) == "br" {
            out.push('\n');
        }
        open.extend(tree.children(it).iter().rev());
    }
    out
}

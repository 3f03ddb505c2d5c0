//! Headings that are no elements for headings: a box, a fold or a bold paragraph with a well-known word.

use super::{
    inline::{Apart, Reading, words_by},
    tree::{Id, Tree},
};
use crate::{
    lines::is_sentence,
    sections::{Section, answer, is_numbered, section},
};

/// Level of headings that everybody has: they stand below all others.
pub(super) const WELL_KNOWN: u8 = 20;

/// Level of the other ones; each step of a number is one deeper.
const OWN: u8 = 6;

/// No such heading has more letters.
const LONGEST: usize = 80;

/// Level and text of the heading that an element is. `loose` is whether the page has no headings of its
/// own, so that bold paragraphs are what divides it.
pub(super) fn of(tree: &Tree, id: Id, loose: bool) -> Option<(u8, String)> {
    if !is_box(tree.name(id)) || !is_short(tree, id) {
        return None;
    }
    let text = words_by(tree, id, Apart::Yes, &|_| Reading::Keep);
    if text.is_empty() || text.contains('|') {
        return None;
    }
    let text = text.replace('\n', " ");
    let is_fold = matches!(tree.name(id), "button" | "summary");
    let is_answer = answer(&text).is_some_and(|it| is_fold || it.is_usual());
    let is_bold = tree.name(id) == "p" && is_bold(tree, id);
    let is_own = is_bold && (loose || is_numbered(&text)) && !is_sentence(&text);
    if is_answer {
        Some((WELL_KNOWN, text))
    } else if is_own && is_numbered(&text) {
        let number = text.split(' ').next().unwrap_or_default();
        let steps = number.split('.').filter(|it| !it.is_empty()).count();
        Some((OWN + u8::try_from(steps.min(10)).unwrap_or(10), text))
    } else if is_announcing(&text) && (tree.name(id) != "p" || is_bold) {
        Some((WELL_KNOWN, text))
    } else {
        is_own.then_some((OWN, text))
    }
}

/// Whether a text is a heading that everybody has, by itself.
fn is_announcing(text: &str) -> bool {
    let found = section(text);
    found.is_some_and(|it| !matches!(it, Section::Samples | Section::Explorer | Section::Aside))
}

fn is_box(name: &str) -> bool {
    matches!(
        name,
        "div" | "p" | "summary" | "button" | "label" | "legend" | "header" | "dt"
    )
}

/// Whether an element has few letters and few parts.
fn is_short(tree: &Tree, id: Id) -> bool {
    let (mut letters, mut count) = (0, 0);
    let mut open = vec![id];
    while let Some(it) = open.pop() {
        count += 1;
        letters += tree.text(it).map_or(0, |it| it.trim().chars().count());
        if count > 24 || letters > LONGEST || is_never(tree.name(it)) {
            return false;
        }
        open.extend(tree.children(it));
    }
    letters > 0
}

/// Parts that no heading has; headings of their own are read as such.
fn is_never(name: &str) -> bool {
    matches!(
        name,
        "table" | "li" | "pre" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6"
    )
}

/// Whether every word of an element is bold.
fn is_bold(tree: &Tree, id: Id) -> bool {
    let mut open = vec![id];
    while let Some(it) = open.pop() {
        if tree.text(it).is_some_and(|it| !it.trim().is_empty()) {
            return false;
        }
        let inner = tree.children(it).iter();
        open.extend(inner.filter(|it| !matches!(tree.name(**it), "b" | "strong")));
    }
    true
}

//! The words of an element, as a reader sees them.

use super::tree::{Id, Tree};
use crate::text::plain;

/// Elements that a reader never sees, or that belong to the site around the page.
pub(super) fn is_furniture(tree: &Tree, id: Id) -> bool {
    const NAMES: [&str; 13] = [
        "script", "style", "noscript", "template", "svg", "head", "nav", "footer", "button",
        "select", "iframe", "input", "textarea",
    ];
    const ROLES: [&str; 5] = ["navigation", "banner", "contentinfo", "search", "tablist"];
    NAMES.contains(&tree.name(id))
        || tree
            .attribute(id, "role")
            .is_some_and(|it| ROLES.contains(&it))
        || tree.attribute(id, "hidden").is_some()
        || tree.attribute(id, "aria-hidden") == Some("true")
        || is_of_site(tree, id)
}

/// Whether the class of an element says that it belongs to the site, in words that all sites use.
fn is_of_site(tree: &Tree, id: Id) -> bool {
    const WORDS: [&str; 8] = [
        "footer",
        "sidebar",
        "navbar",
        "breadcrumb",
        "breadcrumbs",
        "pagination",
        "toc",
        "cookie",
    ];
    let is_box = matches!(
        tree.name(id),
        "div" | "section" | "aside" | "ul" | "ol" | "header"
    );
    let class = tree
        .attribute(id, "class")
        .filter(|_| is_box)
        .unwrap_or_default();
    let mut words = class.split(|it: char| !it.is_ascii_alphanumeric());
    words.any(|it| WORDS.iter().any(|word| word.eq_ignore_ascii_case(it)))
}

/// Elements that begin on a line of their own.
pub(super) fn is_block(name: &str) -> bool {
    const NAMES: [&str; 36] = [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tr",
        "td",
        "ul",
    ];
    NAMES.contains(&name)
}

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
        if let Some(text) = tree.text(it) {
            push_text(&mut out, text);
            continue;
        }
        if it != id && (is_furniture(tree, it) || skip(it)) {
            continue;
        }
        let name = tree.name(it);
        let (before, after) = around(name, it == id);
        out.push_str(before);
        out.push_str(picture(tree, it));
        open.push(Step::Write(after));
        open.extend(tree.children(it).iter().rev().map(|it| Step::Enter(*it)));
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

//! What belongs to the site, and what to the page.

use super::{
    address,
    tree::{Id, Tree},
};
use crate::words::pattern;

/// Whether an element is one that a reader never sees, or belongs to the site around the page.
pub(super) fn is_furniture(tree: &Tree, id: Id) -> bool {
    furniture(tree, id).is_some()
}

/// The rule that says so.
pub(super) fn furniture(tree: &Tree, id: Id) -> Option<&'static str> {
    const ROLES: [&str; 5] = ["navigation", "banner", "contentinfo", "search", "tablist"];
    let by_name = match tree.name(id) {
        "script" | "style" | "noscript" | "template" | "head" => Some("not shown"),
        "svg" | "iframe" => Some("a picture"),
        "nav" | "footer" => Some("around the page"),
        "select" | "input" | "textarea" => Some("a form"),
        "button" if !is_toggle(tree, id) => Some("a button"),
        _ => None,
    };
    let role = tree.attribute(id, "role");
    // What a tab shows is hidden as long as another one is chosen.
    let is_hidden = tree.attribute(id, "hidden").is_some() && role != Some("tabpanel")
        || tree.attribute(id, "aria-hidden") == Some("true");
    let is_around = role.is_some_and(|it| ROLES.contains(&it)) || is_of_site(tree, id);
    by_name
        .or(is_hidden.then_some("not shown"))
        .or(is_around.then_some("around the page"))
}

/// Whether a button unfolds what stands below it, or has the address of the operation: its words
/// belong to the page.
fn is_toggle(tree: &Tree, id: Id) -> bool {
    let label = tree.attribute(id, "aria-label").unwrap_or_default();
    let unfolds = ["expand", "collapse", "show", "hide", "toggle"];
    tree.attribute(id, "aria-expanded").is_some()
        || unfolds
            .iter()
            .any(|it| label.to_lowercase().starts_with(it))
        || address::of(tree, id).is_some()
        || pattern!(r"^\s*[1-5]\d\d\b").is_match(&tree.all_text(id))
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

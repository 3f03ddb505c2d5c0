//! What belongs to the site, and what to the page.

use super::{
    address,
    tree::{Id, Tree},
};
use crate::words::pattern;

/// Elements that a reader never sees, or that belong to the site around the page.
pub(super) fn is_furniture(tree: &Tree, id: Id) -> bool {
    const NAMES: [&str; 12] = [
        "script", "style", "noscript", "template", "svg", "head", "nav", "footer", "select",
        "iframe", "input", "textarea",
    ];
    const ROLES: [&str; 5] = ["navigation", "banner", "contentinfo", "search", "tablist"];
    let role = tree.attribute(id, "role");
    // What a tab shows is hidden as long as another one is chosen.
    let is_panel = role == Some("tabpanel");
    NAMES.contains(&tree.name(id))
        || tree.name(id) == "button" && !is_toggle(tree, id)
        || role.is_some_and(|it| ROLES.contains(&it))
        || tree.attribute(id, "hidden").is_some() && !is_panel
        || tree.attribute(id, "aria-hidden") == Some("true")
        || is_of_site(tree, id)
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

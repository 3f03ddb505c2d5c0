//! Method and path that stand in badges beside each other.

use super::{
    blocks::is_block,
    tree::{Id, Tree},
};
use crate::words::pattern;

/// More nodes are no address.
const MOST: usize = 40;

/// The address that an element is, with its parts put together; `None` where it says more, or where it
/// is no box of its own.
pub(super) fn of(tree: &Tree, id: Id) -> Option<String> {
    if !(is_block(tree.name(id)) || tree.name(id) == "button") || !is_small(tree, id) {
        return None;
    }
    let mut texts = Vec::new();
    let mut open = vec![id];
    while let Some(it) = open.pop() {
        // A button beside the address tries it out; one may hold the address, too.
        let is_beside = tree.name(it) == "button" && !tree.all_text(it).contains('/');
        if it != id && (is_beside || matches!(tree.name(it), "svg" | "select")) {
            continue;
        }
        texts.extend(tree.text(it).map(str::trim).filter(|it| !it.is_empty()));
        open.extend(tree.children(it).iter().rev());
    }
    let (method, path) = texts.split_first()?;
    let is_method = pattern!(r"^(?i:GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS)$").is_match(method);
    let path = path.concat();
    let is_path = pattern!(r"^(?:https?://[^\s/]+)?/[^\s]*$").is_match(&path);
    (is_method && is_path).then(|| format!("{} {path}", method.to_uppercase()))
}

/// Whether a box has few parts, and none that an address never has.
fn is_small(tree: &Tree, id: Id) -> bool {
    let mut count = 0;
    let mut open = vec![id];
    while let Some(it) = open.pop() {
        count += 1;
        if count > MOST || matches!(tree.name(it), "table" | "p" | "li" | "h1" | "h3" | "h4") {
            return false;
        }
        open.extend(tree.children(it));
    }
    count > 2
}

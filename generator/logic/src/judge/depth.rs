//! How deep a body may be, so that no judge runs out of stack.

use serde_json::Value as Any;

/// So many lists and objects may stand inside each other, as in the reader of a client.
pub(super) const MOST_DEPTH: usize = 127;

/// What is said of a value below that.
pub(super) const TOO_DEEP: &str =
    "nested too deeply: at most 127 lists and objects may stand inside each other";

/// A copy of a value that is so deep in its body, without what is too deep, and whether anything was.
pub(super) fn copied(value: &Any, depth: usize) -> (Any, bool) {
    match value {
        Any::Array(_) | Any::Object(_) if depth >= MOST_DEPTH => (Any::Null, true),
        Any::Array(items) => {
            let mut is_cut = false;
            let each = items
                .iter()
                .map(|it| noted(copied(it, depth + 1), &mut is_cut));
            (each.collect(), is_cut)
        }
        Any::Object(members) => {
            let mut is_cut = false;
            let each = members.iter().map(|(name, it)| {
                let copy = noted(copied(it, depth + 1), &mut is_cut);
                (name.clone(), copy)
            });
            (Any::Object(each.collect()), is_cut)
        }
        other => (other.clone(), false),
    }
}

fn noted((copy, was_cut): (Any, bool), is_cut: &mut bool) -> Any {
    *is_cut |= was_cut;
    copy
}

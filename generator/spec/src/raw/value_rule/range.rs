//! The ends of a range: two in a list, or by name.

use super::{RawArgument, RawEnd};
use crate::{
    diag::{Code, Diagnostic, Sink},
    raw::{keys, keys::Keys, language},
    yaml::{Node, Text},
};

/// Reads `[1, 100]` or `{ above: 0, max: 100 }`.
pub(super) fn read(node: &Node, what: &str, sink: &mut Sink) -> Option<RawArgument> {
    let [low, high] = match node {
        Node::Map(..) => named(node, what, sink)?,
        Node::List(..) | Node::Scalar(_) => listed(node, what, sink)?,
    };
    // What else an end can be, its type says.
    let is_whole = |it: &RawEnd| {
        let digits = it.text.value.trim_start_matches('-');
        !it.is_excluded && digits.bytes().all(|it| it.is_ascii_digit())
    };
    if ![&low, &high].into_iter().flatten().all(is_whole) {
        return Some(RawArgument::Bounds(low, high));
    }
    let whole = |end: &Option<RawEnd>, sink: &mut Sink| match end {
        None => Some(None),
        Some(end) => {
            let node = Node::Scalar(end.text.clone());
            keys::integer(&node, &format!("an end of {what}"), sink).map(Some)
        }
    };
    let (low, high) = (whole(&low, sink), whole(&high, sink));
    Some(RawArgument::Range(low?, high?))
}

/// `[1, 100]`
fn listed(node: &Node, what: &str, sink: &mut Sink) -> Option<[Option<RawEnd>; 2]> {
    let ends = keys::texts(node, what, sink);
    let [low, high] = ends.as_slice() else {
        let message = format!("{what} has two ends");
        sink.report(
            Diagnostic::new(Code::BadScalar, node.span(), message).help(format!(
                "write {what} as `[1, 100]`, where either end may be `any`, or as `{{ above: 0, max: 100 }}`"
            )),
        );
        return None;
    };
    let end = |text: &Text| {
        (text.value != "any").then(|| RawEnd {
            text: plain(text),
            is_excluded: false,
        })
    };
    Some([end(low), end(high)])
}

/// `{ above: 0, max: 100 }`
fn named(node: &Node, what: &str, sink: &mut Sink) -> Option<[Option<RawEnd>; 2]> {
    let keys = Keys::open(node, &language::RANGE, sink)?;
    let names = [["min", "above"], ["max", "below"]];
    let [low, high] = names.map(|names| end(&keys, what, names, sink));
    if keys.is_empty() {
        let message = format!("{what} has no end");
        sink.report(
            Diagnostic::new(Code::MissingKey, node.span(), message)
                .help("add `min`, `above`, `max` or `below`"),
        );
        return None;
    }
    // What could not be read was told, as were keys that are none.
    let is_read = |end: &Option<RawEnd>, names: [&str; 2]| {
        end.is_some() || !names.iter().any(|it| keys.has(it))
    };
    let is_good =
        (low.is_some() || high.is_some()) && is_read(&low, names[0]) && is_read(&high, names[1]);
    is_good.then_some([low, high])
}

/// The end by the first of two names, or without it by the second.
fn end(
    keys: &Keys<'_>,
    what: &str,
    [included, excluded]: [&str; 2],
    sink: &mut Sink,
) -> Option<RawEnd> {
    if let (Some(_), Some((other, _))) = (keys.entry(included), keys.entry(excluded)) {
        let message = format!("{what} has `{included}` and `{excluded}`, which are the same end");
        sink.report(
            Diagnostic::new(Code::Exclusive, other.span, message).help(format!(
                "keep `{included}` when the number is in the range, `{excluded}` when it is not"
            )),
        );
        return None;
    }
    for (name, is_excluded) in [(included, false), (excluded, true)] {
        if let Some(node) = keys.get(name) {
            let text = plain(&keys::text(node, &format!("`{name}`"), sink)?);
            return Some(RawEnd { text, is_excluded });
        }
    }
    None
}

/// Without the `_` between digits.
fn plain(text: &Text) -> Text {
    Text {
        value: text.value.replace('_', ""),
        ..text.clone()
    }
}

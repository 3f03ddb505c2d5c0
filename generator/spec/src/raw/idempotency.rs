//! `idempotency` of an operation, as written.

use super::{Keys, keys, language};
use crate::{
    diag::{Code, Diagnostic, Sink},
    yaml::{Node, Text},
};

/// Idempotency as written.
#[derive(Debug)]
pub struct RawIdempotency {
    /// What makes a repeat the same; none where that was not written, which is reported.
    pub key: Option<RawRepeatKey>,
    /// What a repeat gives.
    pub repeat: RawRepeat,
}

/// What makes a repeat the same.
#[derive(Debug)]
pub enum RawRepeatKey {
    /// Fields of the request.
    Fields(Vec<Text>),
    /// A header.
    Header(Text),
}

/// What a repeat gives.
#[derive(Debug)]
pub enum RawRepeat {
    /// `undocumented`, or nothing.
    Undocumented,
    /// `same`
    Same,
    /// A code that means "done".
    Done(Text),
}

/// Reads `idempotency`.
pub(super) fn read(keys: &Keys<'_>, sink: &mut Sink) -> Option<RawIdempotency> {
    let (at, node) = keys.entry("idempotency")?;
    let keys = Keys::open(node, &language::IDEMPOTENCY, sink)?;
    let key = match (keys.entry("key"), keys.entry("header")) {
        (Some((first, _)), Some((second, _))) => {
            let message =
                "`header` stands beside `key`, and a server knows a repeat by one of them";
            let found = Diagnostic::new(Code::Exclusive, second.span, message);
            sink.report(
                found
                    .also(first.span, "the other one")
                    .help("leave the one by which the server goes"),
            );
            None
        }
        (Some(_), None) => Some(RawRepeatKey::Fields(keys.texts("key", sink))),
        (None, Some(_)) => keys.text("header", sink).map(RawRepeatKey::Header),
        (None, None) => {
            let message = "`idempotency` does not say what makes a repeat the same request";
            let found = Diagnostic::new(Code::MissingKey, at.span, message);
            sink.report(found.help("add `key:` with fields of the request, or `header:`"));
            None
        }
    };
    let repeat = keys.get("repeat").and_then(|node| repeat(node, sink));
    Some(RawIdempotency {
        key,
        repeat: repeat.unwrap_or(RawRepeat::Undocumented),
    })
}

fn repeat(node: &Node, sink: &mut Sink) -> Option<RawRepeat> {
    if let Node::Map(..) = node {
        let keys = Keys::open(node, &language::REPEAT, sink)?;
        if let Some(means) = keys.required("means", "`repeat`", sink) {
            keys::word(&means, "`means`", &[("done", ())], sink);
        }
        return keys.required("code", "`repeat`", sink).map(RawRepeat::Done);
    }
    let word = keys::text(node, "`repeat`", sink)?;
    let words = [("undocumented", false), ("same", true)];
    let is_same = keys::word(&word, "`repeat`", &words, sink)?;
    Some(if is_same {
        RawRepeat::Same
    } else {
        RawRepeat::Undocumented
    })
}

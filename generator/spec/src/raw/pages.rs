//! `pages` of an operation, as written.

use super::{Keys, keys, language};
use crate::{
    diag::{Code, Diagnostic, Sink},
    source::Span,
    yaml::{Node, Text},
};

/// How pages hang together, as written.
#[derive(Debug)]
pub struct RawPages {
    /// The key.
    pub span: Span,
    /// The first way that is written.
    pub by: Option<RawPageBy>,
    /// The member that says whether there is more.
    pub more: Option<Text>,
    /// The list.
    pub items: Option<Text>,
}

/// What leads to the next page; without what was not written, which is reported.
#[derive(Debug)]
pub enum RawPageBy {
    /// A member of the answer.
    Cursor {
        /// The member.
        of: Text,
        /// The field of the request.
        into: Text,
    },
    /// A member of the last item.
    LastId {
        /// The member.
        of: Text,
        /// The field of the request.
        into: Text,
    },
    /// A number.
    Number {
        /// The field of the request.
        into: Text,
        /// The first one.
        from: i64,
    },
    /// The header `Link`.
    Link,
}

const WAYS: [&str; 4] = ["cursor", "last_id", "number", "link"];

/// Reads `pages`.
pub(super) fn read(keys: &Keys<'_>, sink: &mut Sink) -> Option<RawPages> {
    let (key, node) = keys.entry("pages")?;
    let keys = Keys::open(node, &language::PAGES, sink)?;
    let written = WAYS.iter().filter_map(|it| keys.entry(it));
    let written: Vec<_> = written.collect();
    if let [(first, _), (second, _), ..] = written.as_slice() {
        let message = format!(
            "`{}` stands beside `{}`, and pages hang together in one way",
            second.value, first.value
        );
        let diagnostic = Diagnostic::new(Code::Exclusive, second.span, message);
        sink.report(
            diagnostic
                .also(first.span, "the other one")
                .help("remove one of them"),
        );
    }
    let by = match written.first() {
        Some((name, node)) => by(&name.value, node, sink),
        None => {
            let message = "`pages` does not say what leads to the next page".to_owned();
            sink.report(
                Diagnostic::new(Code::MissingKey, key.span, message)
                    .help("add `cursor:`, `last_id:`, `number:` or `link: next`"),
            );
            None
        }
    };
    Some(RawPages {
        span: key.span,
        by,
        more: keys.text("more", sink),
        items: keys.text("items", sink),
    })
}

fn by(name: &str, node: &Node, sink: &mut Sink) -> Option<RawPageBy> {
    match name {
        "link" => {
            let word = keys::text(node, "`link`", sink)?;
            keys::word(&word, "`link`", &[("next", ())], sink)?;
            Some(RawPageBy::Link)
        }
        "number" => {
            let keys = Keys::open(node, &language::PAGE_NUMBER, sink)?;
            let from = match keys.get("from") {
                Some(node) => keys::integer(node, "`from`", sink)?,
                None => 1,
            };
            let into = keys.required("into", "`number`", sink)?;
            Some(RawPageBy::Number { into, from })
        }
        _ => {
            let keys = Keys::open(node, &language::PAGE_STEP, sink)?;
            let what = format!("`{name}`");
            let of = keys.required("of", &what, sink);
            let into = keys.required("into", &what, sink);
            let (of, into) = (of?, into?);
            Some(if name == "cursor" {
                RawPageBy::Cursor { of, into }
            } else {
                RawPageBy::LastId { of, into }
            })
        }
    }
}

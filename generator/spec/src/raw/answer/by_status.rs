//! `response: { status: … }`: what an answer holds, by its HTTP status.

use super::{RawAnswer, RawStatusAnswer};
use crate::{
    diag::{Code, Diagnostic, Sink},
    source::Span,
    yaml::{Node, Text},
};

/// Statuses whose answers have no body.
const EMPTY: [u16; 2] = [204, 205];

/// What stands below `status`, where that is no field of this name.
pub(super) fn written(node: &Node) -> Option<(&[(Text, Node)], Span)> {
    let Node::Map(entries, _) = node else {
        return None;
    };
    match entries.as_slice() {
        [(key, inner @ Node::Map(statuses, _))]
            if key.value == "status" && !super::is_field(inner) =>
        {
            Some((statuses, key.span))
        }
        _ => None,
    }
}

/// What each status chooses; what cannot be read was reported, and is left out.
pub(super) fn read((entries, at): (&[(Text, Node)], Span), sink: &mut Sink) -> RawAnswer {
    if entries.is_empty() {
        let message = "`status` names no status";
        sink.report(
            Diagnostic::new(Code::MissingKey, at, message)
                .help("write `status: { 200: T, 204: nothing }`"),
        );
    }
    let statuses = entries.iter().filter_map(|(key, node)| {
        let status = status(key, sink);
        let answer = one(key, node, sink)?;
        let status = status?;
        if EMPTY.contains(&status) && !matches!(answer, RawAnswer::Nothing) {
            let message = format!("an answer with HTTP status {status} has no body");
            sink.report(
                Diagnostic::new(Code::WrongType, node.span(), message)
                    .help("write `nothing`, or another status"),
            );
        }
        Some(RawStatusAnswer { status, answer })
    });
    RawAnswer::ByStatus(statuses.collect())
}

fn status(key: &Text, sink: &mut Sink) -> Option<u16> {
    let status = key.value.parse().ok();
    let status = status.filter(|it| key.value == format!("{it}"));
    let (message, help) = match status {
        Some(200..=299) => return status,
        Some(300..=599) => (
            format!("`{}` is no HTTP status of success", key.value),
            "name those from 200 to 299; what a failure says is told by `outcome` and `errors`",
        ),
        _ => (
            format!("`{}` is not an HTTP status", key.value),
            "write a number from 200 to 299; other statuses of success are kept as they come",
        ),
    };
    sink.report(Diagnostic::new(Code::BadScalar, key.span, message).help(help));
    None
}

fn one(key: &Text, node: &Node, sink: &mut Sink) -> Option<RawAnswer> {
    match super::read(node, sink) {
        Some(RawAnswer::ByStatus(_)) => {
            let message = "the status chooses already";
            let diagnostic = Diagnostic::new(Code::WrongType, node.span(), message);
            sink.report(diagnostic.help("write what an answer with this status holds"));
            None
        }
        Some(answer) => Some(answer),
        None => {
            let message = format!("what `{}` holds needs a name", key.value);
            let help = "declare a type, `types: { NAME: { fields: … } }`, and write its name";
            sink.report(Diagnostic::new(Code::WrongType, node.span(), message).help(help));
            None
        }
    }
}

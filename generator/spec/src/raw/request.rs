//! `request` of an operation: fields, or the name of an object whose fields it has.

use super::{Keys, RawField, field, keys};
use crate::{
    diag::{Code, Diagnostic, Sink},
    yaml::{Node, Text},
};

/// The named object, and the fields.
///
/// A field is always a mapping with a `type`. So `{ type: Order }` is an object of `types`, and
/// `{ type: { type: string } }` is a field of this name.
pub(super) fn read(keys: &Keys<'_>, sink: &mut Sink) -> (Option<Text>, Vec<RawField>) {
    if let Some(Node::Scalar(name)) = keys.get("request")
        && !name.value.is_empty()
    {
        let message = "`request` is a text, expected a mapping";
        let found = Diagnostic::new(Code::WrongKind, name.span, message);
        sink.report(found.help(format!(
            "for an object of `types` write `{{ type: {} }}`",
            name.value
        )));
        return (None, Vec::new());
    }
    let fields = keys.map("request", sink);
    let written = fields.iter().find(|(key, _)| key.value == "type");
    let Some((key, node)) = written.filter(|(_, node)| !is_field(node)) else {
        return (None, of(fields, sink));
    };
    if let Some((other, _)) = fields.iter().find(|(it, _)| it.span != key.span) {
        let message = format!(
            "`{}` stands beside `type`, which says all of the request",
            other.value
        );
        let found = Diagnostic::new(Code::Exclusive, other.span, message);
        sink.report(found.also(key.span, "the type").help(
            "write the fields of that type here, or a field called `type` in full: `type: { type: … }`",
        ));
    }
    if let Node::Scalar(_) = node {
        return (keys::text(node, "`type`", sink), Vec::new());
    }
    let message = format!(
        "`type` of a request is {}, expected the name of an object",
        node.kind()
    );
    let found = Diagnostic::new(Code::WrongKind, node.span(), message);
    sink.report(found.help("a body of another type is a field that is `in: payload`"));
    (None, Vec::new())
}

/// Whether a value is that of a field called `type`, or was meant to be.
fn is_field(node: &Node) -> bool {
    match node {
        Node::Map(entries, _) => {
            let types = ["list", "map", "by", "tag", "any", "sealed"];
            entries
                .first()
                .is_none_or(|(first, _)| !types.contains(&first.value.as_str()))
        }
        Node::Scalar(_) | Node::List(..) => false,
    }
}

fn of(fields: &[(Text, Node)], sink: &mut Sink) -> Vec<RawField> {
    let fields = fields.iter();
    fields
        .filter_map(|(wire, node)| field::of_request(wire, node, sink))
        .collect()
}

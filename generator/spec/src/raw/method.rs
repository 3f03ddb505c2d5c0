//! Method and path of an operation, as written.

use super::{Keys, language};
use crate::{
    diag::{Code, Diagnostic, Sink},
    yaml::{Node, Text},
};
use stipula_contract::HttpMethod;

/// Method and path as written.
#[derive(Debug)]
pub struct RawMethod {
    /// Method.
    pub method: HttpMethod,
    /// Path; where an address is handed out, the field that it is, in braces.
    pub path: Text,
    /// Where and how an address is handed out.
    pub handed_out: Option<RawHandedOut>,
}

/// An address that an earlier answer handed out, as written.
#[derive(Debug)]
pub struct RawHandedOut {
    /// The field that it is.
    pub field: Text,
    /// Hosts that may be asked.
    pub hosts: Vec<Text>,
}

/// Reads the method, which an operation has one of, and an overlay none.
pub(super) fn read(name: &Text, keys: &Keys<'_>, sink: &mut Sink) -> Option<RawMethod> {
    let methods = [
        ("get", HttpMethod::Get),
        ("head", HttpMethod::Head),
        ("put", HttpMethod::Put),
        ("post", HttpMethod::Post),
        ("patch", HttpMethod::Patch),
        ("delete", HttpMethod::Delete),
    ];
    let written: Vec<_> = methods.iter().filter(|(key, _)| keys.has(key)).collect();
    let report = |message: String, help: &str, sink: &mut Sink| {
        sink.report(Diagnostic::new(Code::Method, name.span, message).help(help));
    };
    match (written.as_slice(), keys.has("overlay")) {
        ([(key, method)], false) => match (keys.get(key)?, method) {
            (node @ Node::Map(..), HttpMethod::Get) => handed_out(node, sink),
            _ => Some(RawMethod {
                method: *method,
                path: keys.text(key, sink)?,
                handed_out: None,
            }),
        },
        ([], true) => None,
        // A method that no operation has is told as the key that it is.
        ([], false) if language::OPERATION.refused.iter().any(|it| keys.has(it.0)) => None,
        ([], false) => {
            report(
                format!("`{}` has no method", name.value),
                "write `post: /path`, or `overlay: OPERATION`",
                sink,
            );
            None
        }
        (_, true) => {
            report(
                format!(
                    "`{}` overlays an operation and so has its method and path",
                    name.value
                ),
                "remove the method",
                sink,
            );
            None
        }
        _ => {
            report(
                format!("`{}` has more than one method", name.value),
                "make it several operations",
                sink,
            );
            None
        }
    }
}

/// A `GET` of an address that an earlier answer handed out.
fn handed_out(node: &Node, sink: &mut Sink) -> Option<RawMethod> {
    let keys = Keys::open(node, &language::HANDED_OUT, sink)?;
    let what = "an address from an answer";
    let field = keys.required("url_from", what, sink);
    if !keys.has("hosts") {
        keys.missing("hosts", what, sink);
        return None;
    }
    let field = field?;
    Some(RawMethod {
        method: HttpMethod::Get,
        path: Text {
            value: format!("{{{}}}", field.value),
            ..field.clone()
        },
        handed_out: Some(RawHandedOut {
            field,
            hosts: keys.texts("hosts", sink),
        }),
    })
}

//! The group of an operation: a feature of the client.

use super::Cx;
use crate::{
    diag::{Code, Diagnostic},
    raw::RawOperation,
};

/// Features that clients have for something else.
const TAKEN: [&str; 7] = [
    "blocking",
    "client",
    "default",
    "encryption",
    "fake",
    "hyper",
    "tracing",
];

/// The group; an overlay has that of its base unless it says another.
pub(super) fn of(
    cx: &mut Cx<'_>,
    raw: &RawOperation,
    base: Option<&RawOperation>,
) -> Option<String> {
    let Some(written) = &raw.group else {
        return base?.group.as_ref().map(|it| it.value.clone());
    };
    let name = written.value.as_str();
    let is_plain = |it: u8| it.is_ascii_lowercase() || it.is_ascii_digit() || b"-_".contains(&it);
    let starts_well = name.starts_with(|it: char| it.is_ascii_lowercase());
    let problem = if TAKEN.contains(&name) {
        Some((
            format!("`{name}` is a feature of every client, so it cannot name a group"),
            "name it after what the operations are about".to_owned(),
        ))
    } else if !starts_well || !name.bytes().all(is_plain) {
        Some((
            format!("`{name}` cannot name a group, which is a feature of the client"),
            "use `a-z`, `0-9`, `-` and `_`, with a letter at the start".to_owned(),
        ))
    } else {
        None
    };
    if let Some((message, help)) = problem {
        let diagnostic = Diagnostic::new(Code::BadName, written.span, message);
        cx.sink.report(diagnostic.help(help));
        return None;
    }
    Some(name.to_owned())
}

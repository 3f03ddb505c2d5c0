//! What a draft leaves to people.

use crate::{
    diag::{Code, Diagnostic, Sink},
    yaml::{Node, Text},
};

/// The word that marks it.
const TODO: &str = "TODO";

/// Reports every text with the word `TODO`.
pub fn report(node: &Node, sink: &mut Sink) {
    match node {
        Node::Scalar(text) => of_text(text, sink),
        Node::List(items, _) => items.iter().for_each(|it| report(it, sink)),
        Node::Map(entries, _) => {
            for (key, node) in entries {
                of_text(key, sink);
                report(node, sink);
            }
        }
    }
}

fn of_text(text: &Text, sink: &mut Sink) {
    let word = |letter: char| letter.is_alphanumeric() || letter == '_';
    // Few texts have the letter, and most are shorter than a search takes to begin.
    if !text.value.as_bytes().contains(&b'T') {
        return;
    }
    let Some(at) = text.value.find(TODO) else {
        return;
    };
    let (before, rest) = (&text.value[..at], &text.value[at + TODO.len()..]);
    if before.ends_with(word) || rest.starts_with(word) {
        return;
    }
    let what = rest.trim_start_matches(':').trim();
    let message = match what {
        "" => "left to do".to_owned(),
        what => format!("left to do: {what}"),
    };
    sink.report(Diagnostic::new(
        Code::Todo,
        text.part(at, text.value.len()),
        message,
    ));
}

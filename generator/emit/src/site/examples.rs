//! Bodies to copy, as JSON, for `curl` and in Rust.

use crate::Model;
use std::fmt::Write;

use serde::Serialize;

use stipula_contract::{Body, CarriedIn, Carrier, Operation};

use crate::view::examples::{self, harmless};

use super::{
    html::blocks,
    page::{Chip, Page},
    snippet,
};

/// One body.
#[derive(Debug, Serialize)]
pub(super) struct Sample {
    /// How the list of examples calls it.
    name: String,
    /// Name of the scenario that it is the minimal body of.
    scenario: Option<String>,
    is_minimal: bool,
    doc: String,
    context: Vec<(String, String)>,
    json: String,
    rust: Option<String>,
    chips: Vec<Chip>,
}

/// The call around a body, for a shell: what comes before it and what after.
#[derive(Debug, Serialize)]
pub(super) struct Call {
    before: &'static str,
    pub(super) after: String,
}

/// A body of an operation.
pub(super) fn sample(page: &Page<'_>, operation: &Operation, it: &examples::Sample<'_>) -> Sample {
    let is_request = it.body == Body::Request;
    let rust = || snippet::rust_of(page, operation, it);
    Sample {
        name: it.name.clone().into_owned(),
        scenario: it.scenario.map(|it| it.name.clone()),
        is_minimal: it.is_minimal,
        doc: blocks(it.doc),
        context: it.context.clone().into_owned(),
        json: format!("{:#}", it.json),
        rust: is_request.then(rust).flatten(),
        chips: page.chips(&it.marks),
    }
}

/// A call of `curl` that sends exactly the bytes of `$BODY`, which are the ones to sign: a
/// here-document alone would add the end of a line.
pub(super) fn curl(api: &Model, operation: &Operation) -> Option<Call> {
    if !api.is_plain(operation) {
        return None;
    }
    let environment = harmless(api);
    let host = environment.map_or("", |it| it.url.as_str());
    let mut after = "\nJSON\nBODY=$(cat body.json)\n".to_owned();
    let scheme = operation.authentication.map(|id| api.scheme(id));
    if let Some(scheme) = scheme.filter(|it| it.signs()) {
        let section = match scheme.signature() {
            Some(_) => "Signing",
            None => "Authentication",
        };
        let _ = writeln!(
            after,
            "# $SIGNATURE is made of these bytes: see \"{section}\" on the overview."
        );
    }
    if let Some(it) = environment {
        let _ = writeln!(
            after,
            "# The environment is `{}`.",
            it.name.replace('\n', " ")
        );
    }
    let carried = scheme.map_or_else(Vec::new, |it| it.carriers(&api.credentials));
    let mut lines = vec![format!(
        "curl -X {} {}",
        operation.method.as_str(),
        address(&format!("{host}{}", operation.path), &carried, api)
    )];
    let content_type = format!("Content-Type: {}", api.content_type);
    lines.push(format!("-H {}", quoted(&content_type)));
    for it in carried.iter().filter(|it| it.part == CarriedIn::Header) {
        lines.push(format!("-H \"{}: {}\"", it.name, it.in_shell()));
    }
    lines.push("--data-binary \"$BODY\"".to_owned());
    after.push_str(&lines.join(" \\\n  "));
    Some(Call {
        before: "cat >body.json <<'JSON'\n",
        after,
    })
}

/// An address as one word of a shell: credentials are variables, the rest is as it is written.
fn address(url: &str, carried: &[Carrier<'_>], api: &Model) -> String {
    let mut word = quoted(url);
    for it in &api.credentials {
        let variable = format!("'\"{}\"'", it.variable());
        word = word.replace(&format!("{{{}}}", it.name), &variable);
    }
    for it in carried.iter().filter(|it| it.part == CarriedIn::Query) {
        let before = if url.contains('?') { '&' } else { '?' };
        let name = quoted(&format!("{before}{}=", it.name));
        word.extend([&name, "\"", &it.value, "\""]);
    }
    word
}

/// A text as one word of a shell.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

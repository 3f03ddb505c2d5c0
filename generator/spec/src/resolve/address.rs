//! Base addresses: a scheme, a host, a path, and credentials in braces.

use super::{Cx, auth::Credentials, sentences::text, url};
use crate::{
    diag::{Code, Diagnostic},
    raw::RawEnvironment,
    yaml::Text,
};
use stipula_contract::Environment;

/// One host.
pub(super) fn environment(
    cx: &mut Cx<'_>,
    known: &mut Credentials<'_>,
    raw: &RawEnvironment,
) -> Option<Environment> {
    let written = raw.url.as_ref()?;
    if let Err(help) = url::check(&written.value) {
        let message = format!("`{}` is not a base address", written.value);
        cx.sink
            .report(Diagnostic::new(Code::BadUrl, written.span, message).help(help));
    }
    braces(cx, known, written);
    Some(Environment {
        name: raw.name.value.clone(),
        url: written.value.clone(),
        doc: text(raw.doc.as_ref()),
        evidence: cx.index.evidence(&raw.evidence, &mut cx.sink),
    })
}

/// Credentials in braces.
fn braces(cx: &mut Cx<'_>, known: &mut Credentials<'_>, url: &Text) {
    let mut rest = url.value.as_str();
    while let Some(open) = rest.find(['{', '}']) {
        let close = rest[open..]
            .find('}')
            .filter(|_| rest[open..].starts_with('{'));
        let Some(close) = close else {
            let message = "a brace has no partner";
            cx.sink.report(
                Diagnostic::new(Code::BadUrl, url.span, message)
                    .help("write `{name}` for a credential"),
            );
            return;
        };
        let name = &rest[open + 1..open + close];
        if known.named(name).is_none() {
            let message = format!("there is no credential `{name}`");
            cx.sink.report(
                Diagnostic::new(Code::UnknownCredential, url.span, message)
                    .suggest(name, known.names()),
            );
        }
        rest = &rest[open + close + 1..];
    }
}

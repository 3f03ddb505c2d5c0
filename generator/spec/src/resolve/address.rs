//! Base addresses: a scheme, a host, a path, and credentials in braces.

use super::{Cx, auth::Credentials, sentences::text};
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
    let url = raw.url.as_ref()?;
    if let Err(help) = check(&url.value) {
        let message = format!("`{}` is not a base address", url.value);
        cx.sink
            .report(Diagnostic::new(Code::BadUrl, url.span, message).help(help));
    }
    braces(cx, known, url);
    Some(Environment {
        name: raw.name.value.clone(),
        url: url.value.clone(),
        doc: text(raw.doc.as_ref()),
        evidence: cx.index.evidence(&raw.evidence, &mut cx.sink),
    })
}

/// What to do about an address that cannot be used.
pub(super) fn check(url: &str) -> Result<(), &'static str> {
    let rest = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"));
    let rest = rest.ok_or("write `https://host`, with a path where all operations share one")?;
    let host = rest.split('/').next().unwrap_or_default();
    let is_plain = |it: &str| it.bytes().all(|it| it.is_ascii_graphic());
    if host.is_empty() || host.contains(['{', '}', '@']) || !is_plain(rest) {
        return Err("write `https://host`; credentials stand in the path only");
    }
    if rest.contains(['?', '#', '%']) {
        return Err("leave out the query, the fragment and percent signs");
    }
    if rest.ends_with('/') {
        return Err("remove the slash at the end");
    }
    let mut segments = rest.split('/').skip(1);
    if segments.any(|it| matches!(it, "" | "." | "..")) {
        return Err("remove the segments that are empty, `.` or `..`");
    }
    Ok(())
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

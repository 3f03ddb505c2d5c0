//! `authentication` of `api.yaml`: schemes of which a request carries everything.

use super::super::{Keys, evidence, language::auth};
use super::{RawScheme, RawSchemeKind, oauth2, signed};
use crate::{
    diag::{Code, Diagnostic, Sink},
    yaml::{Node, Text},
};

/// A key as written.
#[derive(Debug)]
pub struct RawApiKey {
    /// The header.
    pub header: Option<Text>,
    /// The parameter of the query.
    pub query: Option<Text>,
    /// The credential.
    pub is: Option<Text>,
}

/// User and password as written.
#[derive(Debug)]
pub struct RawBasic {
    /// The credential that is the user.
    pub user: Option<Text>,
    /// The credential that is the password.
    pub password: Option<Text>,
}

pub(in super::super) fn read(name: &Text, node: &Node, sink: &mut Sink) -> Option<RawScheme> {
    let keys = Keys::open(node, &auth::SCHEME, sink)?;
    let evidence = evidence::read(&keys, sink);
    let what = format!("the scheme `{}`", name.value);
    let word = one_of(&keys, auth::SCHEME.one_of, name, &what, sink)?;
    let kind = match word {
        "bearer" => RawSchemeKind::Bearer(keys.text(word, sink)?),
        "basic" => RawSchemeKind::Basic(basic(keys.get(word)?, sink)?),
        "oauth2" => RawSchemeKind::OAuth2(oauth2::read(keys.get(word)?, sink)?),
        "signature" => RawSchemeKind::Signed(Box::new(signed::read(keys.entry(word)?, sink)?)),
        _ => RawSchemeKind::ApiKey(api_key(keys.entry(word)?, sink)?),
    };
    Some(RawScheme {
        name: Some(name.clone()),
        span: name.span,
        trace_headers: match &kind {
            RawSchemeKind::Signed(it) => it.trace_headers.clone(),
            _ => Vec::new(),
        },
        kind,
        content_type: None,
        evidence,
    })
}

fn basic(node: &Node, sink: &mut Sink) -> Option<RawBasic> {
    let keys = Keys::open(node, &auth::BASIC, sink)?;
    Some(RawBasic {
        user: keys.required("user", "`basic`", sink),
        password: keys.text("password", sink),
    })
}

fn api_key((key, node): &(Text, Node), sink: &mut Sink) -> Option<RawApiKey> {
    let keys = Keys::open(node, &auth::API_KEY, sink)?;
    let is = keys.required("is", "`api_key`", sink);
    one_of(&keys, auth::API_KEY.one_of, key, "`api_key`", sink)?;
    Some(RawApiKey {
        header: keys.text("header", sink),
        query: keys.text("query", sink),
        is,
    })
}

/// The one of these keys that is there.
fn one_of(
    keys: &Keys<'_>,
    words: &[&'static str],
    at: &Text,
    what: &str,
    sink: &mut Sink,
) -> Option<&'static str> {
    let there: Vec<_> = words.iter().copied().filter(|it| keys.has(it)).collect();
    let choice = words.iter().map(|it| format!("`{it}`"));
    let choice = choice.collect::<Vec<_>>().join(", ");
    let (code, message) = match there.as_slice() {
        [word] => return Some(word),
        [] => (Code::MissingKey, format!("{what} says none of {choice}")),
        _ => (
            Code::Exclusive,
            format!("{what} says more than one of {choice}"),
        ),
    };
    sink.report(Diagnostic::new(code, at.span, message).help("say exactly one"));
    None
}

//! Tokens that the client fetches.

use super::super::{Cx, api::values, url as host};
use super::credentials::Credentials;
use crate::{
    diag::{Code, Diagnostic},
    raw::RawOAuth2,
    yaml::Text,
};
use stipula_contract::OAuth2;

/// What the form says by itself.
const OWN: [(&str, &str); 4] = [
    ("grant_type", "it is `client_credentials`"),
    ("scope", "use `scopes`"),
    ("client_id", "use `client_id` beside `parameters`"),
    ("client_secret", "use `client_secret` beside `parameters`"),
];

/// A token; a missing key was reported when it was read.
pub(super) fn scheme(
    cx: &mut Cx<'_>,
    known: &mut Credentials<'_>,
    raw: &RawOAuth2,
) -> Option<OAuth2> {
    let id = raw.client_id.as_ref();
    let id = id.and_then(|it| known.find(it, &mut cx.sink));
    let secret = raw.client_secret.as_ref();
    let secret = secret.and_then(|it| known.find(it, &mut cx.sink));
    if let Some(url) = &raw.token_url {
        check_url(cx, url);
    }
    for scope in &raw.scopes {
        check_scope(cx, scope);
    }
    for (name, _) in &raw.parameters {
        if let Some((own, help)) = OWN.iter().find(|(own, _)| *own == name.value) {
            let message = format!("the client itself writes `{own}`");
            cx.sink
                .report(Diagnostic::new(Code::BadName, name.span, message).help(*help));
        }
    }
    let pairs = raw.parameters.iter();
    Some(OAuth2 {
        token_url: raw.token_url.as_ref()?.value.clone(),
        client_id: id?,
        client_secret: secret?,
        scopes: values(&raw.scopes),
        parameters: pairs
            .map(|(name, it)| (name.value.clone(), it.value.clone()))
            .collect(),
        place: raw.place,
    })
}

fn check_url(cx: &mut Cx<'_>, url: &Text) {
    let help = if url.value.contains(['{', '}']) {
        Err("write it without braces; a path, such as `/oauth/token`, follows the environment")
    } else if url.value.starts_with('/') {
        host::check(&format!("https://host{}", url.value))
    } else {
        host::check(&url.value)
            .map_err(|_| "write `https://host/path`, or a path below that of the environment")
    };
    if let Err(help) = help {
        let message = format!("no token can be fetched at `{}`", url.value);
        cx.sink
            .report(Diagnostic::new(Code::BadUrl, url.span, message).help(help));
    }
}

/// The characters of RFC 6749, section 3.3.
fn check_scope(cx: &mut Cx<'_>, scope: &Text) {
    let is_good = |it: u8| it.is_ascii_graphic() && it != b'"' && it != b'\\';
    if scope.value.is_empty() || !scope.value.bytes().all(is_good) {
        let message = format!("`{}` is not a scope", scope.value);
        let help = "write each scope as a text of its own in the list, without blanks and quotes";
        cx.sink
            .report(Diagnostic::new(Code::BadName, scope.span, message).help(help));
    }
}

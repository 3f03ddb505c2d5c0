//! What the fake asks of schemes that sign nothing: that the right text stands in its place.

use http::header::AUTHORIZATION;

use super::{Credentials, Received, required};
use crate::client::wire::query;
use crate::refusal::Refusal;

/// The header has to be there once, with exactly this value.
pub(super) fn header(request: Received<'_>, name: &str, value: &str) -> Result<(), Refusal> {
    let found = required(request.headers, name)?;
    if found == value {
        return Ok(());
    }
    // What was sent may be a real secret, and the refusal is recorded.
    let message = format!("the header `{name}` has another value, expected `{value}`");
    Err(Refusal::new("FAKE_WRONG_CREDENTIAL", message).at(401))
}

/// A token has to be there that was handed out, and is good still.
pub(super) fn token(request: Received<'_>, credentials: &Credentials) -> Result<(), Refusal> {
    let found =
        required(request.headers, AUTHORIZATION.as_str()).map_err(|refusal| refusal.at(401))?;
    let token = found.strip_prefix("Bearer ").unwrap_or_default();
    if credentials.tokens.iter().any(|it| it == token) {
        return Ok(());
    }
    let message = "the header `authorization` holds no token that is good; fetch another one";
    Err(Refusal::new("FAKE_WRONG_TOKEN", message).at(401))
}

/// The parameter of the query has to be there, with exactly this value.
pub(super) fn parameter(request: Received<'_>, name: &str, value: &str) -> Result<(), Refusal> {
    let refuse = |what: &str| {
        let message = format!("the query parameter `{name}` {what}, expected `{value}`");
        Err(Refusal::new("FAKE_WRONG_CREDENTIAL", message).at(401))
    };
    match query::values(request.query(), name).as_slice() {
        [found] if found == value => Ok(()),
        [] => refuse("is missing"),
        [_] => refuse("has another value"),
        _ => refuse("is there twice"),
    }
}

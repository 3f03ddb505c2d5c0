//! A token that the client fetches, as written.

use super::super::{Keys, keys, language::auth};
use crate::{
    diag::Sink,
    yaml::{Node, Text},
};
use stipula_contract::SecretPlace;

const WHAT: &str = "`oauth2`";

/// A token that the client fetches, as written.
#[derive(Debug)]
pub struct RawOAuth2 {
    /// Where tokens are fetched.
    pub token_url: Option<Text>,
    /// The credential that is the id.
    pub client_id: Option<Text>,
    /// The credential that is the secret.
    pub client_secret: Option<Text>,
    /// What the token is to be good for.
    pub scopes: Vec<Text>,
    /// What the form says besides.
    pub parameters: Vec<(Text, Text)>,
    /// Where id and secret stand.
    pub place: SecretPlace,
}

pub(super) fn read(node: &Node, sink: &mut Sink) -> Option<RawOAuth2> {
    let keys = Keys::open(node, &auth::OAUTH2, sink)?;
    let parameters = keys.map("parameters", sink).iter();
    let parameters = parameters
        .filter_map(|(name, node)| Some((name.clone(), keys::text(node, "a parameter", sink)?)))
        .collect();
    let places = [("header", SecretPlace::Header), ("body", SecretPlace::Body)];
    let place = keys.text("in", sink);
    let place = place.and_then(|it| keys::word(&it, "`in`", &places, sink));
    Some(RawOAuth2 {
        token_url: keys.required("token_url", WHAT, sink),
        client_id: keys.required("client_id", WHAT, sink),
        client_secret: keys.required("client_secret", WHAT, sink),
        scopes: keys.texts("scopes", sink),
        parameters,
        place: place.unwrap_or(SecretPlace::Header),
    })
}

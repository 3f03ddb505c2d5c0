//! Schemes of which a request carries everything: tokens, passwords, keys.

use super::super::{Cx, index::header_name};
use super::credentials::Credentials;
use crate::{
    raw::{RawApiKey, RawBasic},
    yaml::Text,
};
use stipula_contract::{ApiKey, Basic, Bearer, CarriedIn};

/// A token.
pub(super) fn bearer(cx: &mut Cx<'_>, known: &mut Credentials<'_>, raw: &Text) -> Option<Bearer> {
    let token = known.find(raw, &mut cx.sink)?;
    Some(Bearer { token })
}

/// A user and a password; a missing key was reported when it was read.
pub(super) fn basic(cx: &mut Cx<'_>, known: &mut Credentials<'_>, raw: &RawBasic) -> Option<Basic> {
    let user = known.find(raw.user.as_ref()?, &mut cx.sink);
    let password = raw.password.as_ref();
    let password = password.map(|it| known.find(it, &mut cx.sink));
    Some(Basic {
        user: user?,
        password: match password {
            Some(found) => Some(found?),
            None => None,
        },
    })
}

/// A key; a missing key of the mapping was reported when it was read.
pub(super) fn api_key(
    cx: &mut Cx<'_>,
    known: &mut Credentials<'_>,
    raw: &RawApiKey,
) -> Option<ApiKey> {
    let key = known.find(raw.is.as_ref()?, &mut cx.sink);
    let (part, name) = match (&raw.header, &raw.query) {
        (Some(header), _) => (CarriedIn::Header, header),
        (None, Some(query)) => (CarriedIn::Query, query),
        (None, None) => return None,
    };
    if part == CarriedIn::Header {
        header_name(&mut cx.sink, name);
    }
    Some(ApiKey {
        part,
        name: name.value.clone(),
        key: key?,
    })
}

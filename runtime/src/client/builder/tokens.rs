//! Where tokens are fetched.

use std::collections::BTreeMap;

use super::Builder;
use super::address::{self, PlainHttp};
use crate::client::Api;
use crate::client::address::Address;

/// Where tokens are fetched.
pub(super) enum TokenPlace {
    /// Where the API says.
    Documented,
    /// At this address.
    Url(String),
    /// At the documented path of this scheme and host.
    #[cfg(feature = "fake")]
    Origin(String),
}

impl<T, K> Builder<T, K> {
    /// Where tokens are fetched, instead of where the API says. Id and secret of the client go there.
    ///
    /// A documented path follows [`base_url`](Self::base_url) by itself; a documented address does not.
    pub fn token_url(mut self, url: &str) -> Self {
        self.tokens = TokenPlace::Url(url.to_owned());
        self
    }

    #[cfg(feature = "fake")]
    pub(crate) fn token_origin(mut self, origin: String) -> Self {
        self.tokens = TokenPlace::Origin(origin);
        self
    }
}

/// The address of each server of tokens, by what the API says of it.
pub(super) fn urls(
    place: &TokenPlace,
    api: &Api,
    address: &Address,
    plain_http: PlainHttp,
) -> Result<BTreeMap<&'static str, String>, String> {
    let fetching = api.schemes.iter().filter_map(|it| it.as_oauth2());
    let urls = fetching.map(|it| {
        let url = match place {
            TokenPlace::Url(url) => url.clone(),
            #[cfg(feature = "fake")]
            TokenPlace::Origin(origin) => format!("{origin}{}", it.path()),
            TokenPlace::Documented if it.token_url.starts_with('/') => {
                format!("{}{}{}", address.origin, address.prefix, it.token_url)
            }
            TokenPlace::Documented => it.token_url.to_owned(),
        };
        address::checked("token_url", &url, plain_http)?;
        Ok((it.token_url, url))
    });
    urls.collect()
}

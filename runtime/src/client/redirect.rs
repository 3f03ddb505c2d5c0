//! Redirects: where an answer points to, and what is asked there.
//!
//! Transports follow none, so that every transport behaves alike. Only what asks is followed, and it asks
//! again with its own method. Another scheme, host or port is asked without anything of the client: no
//! proof, no header, no body.

use http::StatusCode;
use http::header::{HeaderValue, LOCATION};

use super::Config;
use super::place::Place;
use super::target::Target;
use super::wire::query;
use super::{Scheme, fixed};

/// The most redirects that one attempt follows.
const MOST: u32 = 5;

/// Where an answer points to, if it is a redirect.
pub(super) fn of(answer: &http::Response<Vec<u8>>) -> Option<&HeaderValue> {
    let is_redirect = matches!(
        answer.status(),
        StatusCode::MOVED_PERMANENTLY
            | StatusCode::FOUND
            | StatusCode::SEE_OTHER
            | StatusCode::TEMPORARY_REDIRECT
            | StatusCode::PERMANENT_REDIRECT
    );
    answer.headers().get(LOCATION).filter(|_| is_redirect)
}

/// What is told of the place that an answer points to: its host. The whole address may be secret.
pub(super) fn told(location: &str) -> String {
    match Place::read(location) {
        Ok(place) => format!("`{}`", place.host),
        Err(_) if location.starts_with('/') && !location.starts_with("//") => {
            "another path".to_owned()
        }
        Err(_) => "an address that is not read".to_owned(),
    }
}

/// The place that the next request goes to. An error says why it is not asked. `before` tells how many
/// redirects came before this one.
pub(super) fn next(
    target: &Target<'_>,
    config: &Config,
    location: &HeaderValue,
    before: u32,
) -> Result<Place, String> {
    if before == MOST {
        return Err(format!(
            "{MOST} redirects came before it, which is the most"
        ));
    }
    let unread = |why: &str| format!("the address that it points to {why}");
    let base = Place::base(&config.address).map_err(unread)?;
    let here = match &target.origin {
        Some(origin) => format!("{origin}{}", target.path),
        None => {
            let address = &config.address;
            format!("{}{}{}", address.origin, address.prefix, target.path)
        }
    };
    let location = location.to_str().map_err(|_| unread("cannot be read"))?;
    let next = Place::read(&here).and_then(|it| it.join(location));
    let next = next.map_err(unread)?;
    if next.scheme != "https" && next.scheme != base.scheme {
        return Err(format!(
            "it points to `{}` over plain `http`, which anybody on the way can read",
            next.host
        ));
    }
    Ok(next)
}

impl Place {
    /// Makes this the place that the next request goes to.
    pub(super) fn go(self, target: &mut Target<'_>, config: &Config) {
        let is_base = self.has_origin_of(&config.address);
        let is_own = is_base || (!target.bare && target.origin.as_ref() == Some(&self.origin));
        if !is_own {
            target.bare = true;
            target.origin = Some(self.origin);
            target.path = self.path.into();
            return;
        }
        // Whoever went to another host does not come back with a proof: the way there was not ours.
        self.put(target, &config.address);
        if target.bare {
            return;
        }
        let path = without_key(target.scheme(), config, &target.path);
        target.path = match target.hosts {
            [] => fixed::with_query(config.api, &path).into_owned().into(),
            _ => path.into(),
        };
    }
}

/// A key in the query is added to every request, so an answer that repeats it would make two of it.
fn without_key(scheme: Option<&'static Scheme>, config: &Config, path: &str) -> String {
    let scheme = scheme.map(Scheme::implementation);
    let own = scheme.and_then(|it| it.parameter(&config.credentials));
    match (own, path.split_once('?')) {
        (Some(own), Some((path, asked))) => match query::without_pair(asked, own.name) {
            rest if rest.is_empty() => path.to_owned(),
            rest => format!("{path}?{rest}"),
        },
        _ => path.to_owned(),
    }
}

/// Where an attempt starts.
pub(super) struct Home {
    path: String,
    origin: Option<String>,
}

impl Home {
    /// None where no redirect is followed, so that an attempt ends where it starts.
    pub(super) fn of(target: &Target<'_>) -> Option<Self> {
        target.follows.then(|| Self {
            path: target.path.to_string(),
            origin: target.origin.clone(),
        })
    }

    /// Goes back there.
    pub(super) fn restore(&self, target: &mut Target<'_>) {
        target.path = self.path.clone().into();
        target.origin.clone_from(&self.origin);
        target.bare = false;
    }
}

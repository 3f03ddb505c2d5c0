//! Addresses that an earlier answer handed out: a member of the request is the whole address.
//!
//! What goes there is what goes to the base address: proof and headers. So only hosts that the API lists
//! are asked, and the place that the client was set up for, which is how tests let a fake hand out its own.

use super::place::Place;
use super::target::Target;
use super::wire::percent;
use super::{Config, Error};

/// Goes to the address that stands in the path as one segment.
pub(super) fn go(target: &mut Target<'_>, config: &Config) -> Result<(), Error> {
    if target.hosts.is_empty() {
        return Ok(());
    }
    let address = percent::decoded(&target.path);
    let refuse = |why: &str| Error::encode(target.name, &format!("the address {why}"));
    let place = Place::read(&address).map_err(refuse)?;
    let is_base = place.has_origin_of(&config.address);
    let is_listed = target.hosts.contains(&place.host.as_str());
    if !is_base && !is_listed {
        let hosts = target.hosts.join("`, `");
        return Err(refuse(&format!(
            "leads to `{}`, and only `{hosts}` and the host of the base address are asked; \
             another one is listed below `hosts` of the operation in its spec",
            place.host
        )));
    }
    if !is_base && place.origin != format!("https://{}", place.host) {
        return Err(refuse(&format!(
            "leads to `{}` by another scheme or port than those of `https`, which only the base address has",
            place.host
        )));
    }
    place.put(target, &config.address);
    Ok(())
}

/// The same for an address that was asked already.
pub(super) fn went(target: &mut Target<'_>, config: &Config, sent: &http::Uri) {
    let Ok(place) = Place::read(&sent.to_string()) else {
        return;
    };
    if !target.hosts.is_empty() && place.below(&config.address).is_none() {
        target.path = place.path.into();
        target.origin = Some(place.origin);
    }
}

//! The key in a header that makes a repeat the same request.

use crate::client::target::Target;
use crate::client::wire::fits_header;
use crate::client::{Config, Error};

/// Sees to it that a request has the key that its operation takes: what the caller gave, or a fresh one.
pub(super) fn make(target: &mut Target<'_>, config: &Config) -> Result<(), Error> {
    let Some(header) = target.idempotency_header else {
        return match target.idempotency_key {
            Some(_) => Err(Error::setup(
                target,
                "it was given a key for repeats, but its operation states no header for it",
            )),
            None => Ok(()),
        };
    };
    let (key, source) = match target.idempotency_key.take() {
        Some(key) => (key, "idempotency_key"),
        None => {
            let fresh = config.new_id();
            let fresh = fresh.map_err(|error| Error::setup(target, &error.to_string()))?;
            (fresh, "Builder::ids")
        }
    };
    if key.is_empty() || !fits_header(&key) {
        let found = if key.is_empty() {
            "is empty"
        } else {
            "does not fit"
        };
        let why = format!(
            "the key for the header `{header}` {found}; let `{source}` give visible ASCII characters, and blanks between them only"
        );
        return Err(Error::encode(target.name, &why));
    }
    target.idempotency_key = Some(key);
    Ok(())
}

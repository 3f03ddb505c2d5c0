//! The bodies of a call that is encrypted: sealed before it is sent, opened when its answer came.

use super::encryption::Outgoing;
use super::members;
use super::target::Target;
use super::{Config, Error};
use crate::read::Body;

impl Outgoing {
    /// Encrypts the bytes if the call asks for it. Once per call: every attempt sends the same.
    pub(super) fn seal(&mut self, target: &Target<'_>, config: &Config) -> Result<(), Error> {
        if !target.encrypted {
            return Ok(());
        }
        let sealing = config.sealer.as_ref().map_err(|why| {
            let why = format!("it is to be encrypted, but {why}");
            Error::setup(target, &why)
        })?;
        *self = sealing
            .seal(&self.bytes)
            .ok_or_else(|| Error::encode(target.name, "the body could not be encrypted"))?;
        Ok(())
    }
}

/// Decrypts the body of an answer whose signature has been found good.
pub(super) fn open(
    target: &Target<'_>,
    config: &Config,
    header: &str,
    body: &[u8],
) -> Result<Vec<u8>, Error> {
    let sealing = match &config.sealer {
        Ok(sealing) if target.encrypted => sealing,
        _ => {
            return Err(Error::decode(
                target,
                "it is encrypted, but the request was not; `Builder::encrypt` of the feature `encryption` reads such answers",
            ));
        }
    };
    sealing.open(header, body).ok_or_else(|| {
        Error::decode(
            target,
            "it cannot be decrypted; check that the platform has the public half of your private key, and encrypts as the API says",
        )
    })
}

/// Opens the sealed members of an answer; none where it has none.
pub(super) fn open_members<'b>(
    target: &Target<'_>,
    config: &Config,
    body: &'b Body<'_>,
) -> Result<Option<Body<'b>>, Error> {
    let Some(sealed) = config.api.sealed.as_ref() else {
        return Ok(None);
    };
    if target.sealed.is_empty() {
        return Ok(None);
    }
    let checked = body.check();
    checked.map_err(|error| Error::decode(target, &error.to_string()))?;
    let opened = sealed.open(&body.text, target.sealed, &config.credentials);
    let opened = opened.map_err(|pointer| {
        let name = sealed.key.name();
        let why = format!(
            "`{pointer}` cannot be opened; check that `{name}` is the key of this environment"
        );
        Error::decode(target, &why)
    })?;
    Ok(Some(body.with_text(opened)))
}

/// Encrypts the members of a request that are to be, once for all its attempts, and notes under which key.
pub(super) fn encrypt_members(
    target: &mut Target<'_>,
    config: &Config,
    json: Vec<u8>,
) -> Result<Vec<u8>, Error> {
    let how = config.api.encrypted;
    let Some(how) = how.filter(|_| !target.to_encrypt.is_empty()) else {
        return Ok(json);
    };
    let Some(key) = &config.vendor_key else {
        let why = "members of it are to be encrypted, and no `encryption_key` is given";
        return Err(Error::setup(target, why));
    };
    let text = String::from_utf8(json);
    let text = text.map_err(|_| Error::encode(target.name, "the body is not UTF-8"))?;
    let encrypted = members::encrypt(&text, target.to_encrypt, how, key);
    let encrypted = encrypted.map_err(|pointer| {
        let why = format!("`{pointer}` cannot be encrypted; it may be too long for the key");
        Error::encode(target.name, &why)
    })?;
    if encrypted != text {
        target.encrypted_under = Some((how.key_header, key.id.clone()));
    }
    Ok(encrypted.into_bytes())
}

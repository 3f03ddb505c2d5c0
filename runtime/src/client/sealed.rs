//! The bodies of a call that is encrypted: sealed before it is sent, opened when its answer came.

use super::encryption::Outgoing;
use super::target::Target;
use super::{Config, Error};

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

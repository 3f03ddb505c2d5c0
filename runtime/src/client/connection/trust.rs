//! Whose certificates are trusted, and what it looks like when one is not.

use std::error::Error as StdError;
use std::io;
use std::sync::Arc;

use rustls::crypto::aws_lc_rs::default_provider;
use rustls::{ClientConfig, RootCertStore};

use crate::client::{TransportError, TransportErrorKind};

/// The settings of TLS: the roots of Mozilla are trusted.
pub(in crate::client) fn client_config() -> Result<ClientConfig, TransportError> {
    // The provider is named: asking for the process default panics where there are two.
    let builder = ClientConfig::builder_with_provider(Arc::new(default_provider()));
    let builder = builder.with_safe_default_protocol_versions();
    let builder = builder.map_err(|error| {
        TransportError::new(TransportErrorKind::Other, "cannot set up TLS").with_source(error)
    })?;
    let roots = RootCertStore {
        roots: webpki_roots::TLS_SERVER_ROOTS.to_vec(),
    };
    Ok(builder.with_root_certificates(roots).with_no_client_auth())
}

/// Whether the certificate of the server was refused.
pub(super) fn is_distrust(error: &(dyn StdError + 'static)) -> bool {
    let mut next = Some(error);
    while let Some(error) = next {
        if let Some(error) = error.downcast_ref::<rustls::Error>() {
            use rustls::Error::{InvalidCertificate, NoCertificatesPresented};
            return matches!(error, InvalidCertificate(_) | NoCertificatesPresented);
        }
        next = match error.downcast_ref::<io::Error>().map(io::Error::get_ref) {
            // What an `io::Error` was made of is not its source.
            Some(inner) => inner.map(|inner| inner as &(dyn StdError + 'static)),
            None => error.source(),
        };
    }
    false
}

#[cfg(test)]
mod tests {
    use rustls::CertificateError;

    use super::*;

    #[test]
    fn a_refused_certificate_is_found_below_other_errors() {
        let refused = rustls::Error::InvalidCertificate(CertificateError::UnknownIssuer);
        let below = io::Error::other(io::Error::new(io::ErrorKind::InvalidData, refused));
        assert!(is_distrust(&below));
        let other = io::Error::other(rustls::Error::DecryptError);
        assert!(!is_distrust(&other));
        assert!(!is_distrust(&io::Error::from(io::ErrorKind::TimedOut)));
    }
}

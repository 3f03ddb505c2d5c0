//! Whose certificates are trusted, what the client shows of itself, and what distrust looks like.

use std::error::Error as StdError;
use std::io;
use std::sync::Arc;

use rustls::client::WantsClientCert;
use rustls::crypto::CryptoProvider;
use rustls::crypto::aws_lc_rs::default_provider;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ClientConfig, ConfigBuilder, RootCertStore};

/// What TLS is set up with.
#[derive(Default)]
pub(super) struct Trust {
    base: Base,
    roots: Vec<CertificateDer<'static>>,
    shown: Option<(Vec<CertificateDer<'static>>, PrivateKeyDer<'static>)>,
    whole: Option<ClientConfig>,
}

/// Who is trusted at first.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Base {
    #[default]
    Mozilla,
    #[cfg(feature = "system-roots")]
    System,
    Nobody,
}

impl Trust {
    /// Trusts these, too.
    pub(super) fn add(&mut self, pem: &str) -> Result<(), String> {
        self.roots.extend(certificates(pem)?);
        Ok(())
    }

    pub(super) fn forget_mozilla(&mut self) {
        self.base = Base::Nobody;
    }

    #[cfg(feature = "system-roots")]
    pub(super) fn ask_system(&mut self) {
        self.base = Base::System;
    }

    pub(super) fn show(&mut self, chain: &str, key: &str) -> Result<(), String> {
        let chain = certificates(chain)?;
        let key = PrivateKeyDer::from_pem_slice(key.as_bytes());
        let key = key.map_err(|_| "the key is no private key in PEM".to_owned())?;
        self.shown = Some((chain, key));
        Ok(())
    }

    pub(super) fn replace(&mut self, whole: ClientConfig) {
        self.whole = Some(whole);
    }

    /// The settings of TLS.
    pub(super) fn settled(&mut self) -> Result<ClientConfig, String> {
        if let Some(whole) = self.whole.take() {
            let own = self.base == Base::default() && self.roots.is_empty();
            return if own && self.shown.is_none() {
                Ok(whole)
            } else {
                Err("`tls` holds roots and certificates already; set them there".to_owned())
            };
        }
        // The provider is named: asking for the process default panics where there are two.
        let provider = Arc::new(default_provider());
        let builder = self.trusting(&provider)?;
        match self.shown.take() {
            None => Ok(builder.with_no_client_auth()),
            Some((chain, key)) => builder.with_client_auth_cert(chain, key).map_err(|why| {
                format!("`client_certificate` cannot be used: {why}; does the key belong to it?")
            }),
        }
    }

    fn trusting(
        &self,
        provider: &Arc<CryptoProvider>,
    ) -> Result<ConfigBuilder<ClientConfig, WantsClientCert>, String> {
        let builder = ClientConfig::builder_with_provider(Arc::clone(provider));
        let builder = builder.with_safe_default_protocol_versions();
        let builder = builder.map_err(|why| format!("cannot set up TLS: {why}"))?;
        let mut store = RootCertStore::empty();
        match self.base {
            Base::Mozilla => store.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned()),
            Base::Nobody => {}
            #[cfg(feature = "system-roots")]
            Base::System => {
                let roots = self.roots.iter().cloned();
                let verifier = rustls_platform_verifier::Verifier::new_with_extra_roots(
                    roots,
                    Arc::clone(provider),
                );
                let verifier = verifier.map_err(|why| {
                    format!("`system_roots` cannot be used: the system says {why}")
                })?;
                let builder = builder.dangerous();
                return Ok(builder.with_custom_certificate_verifier(Arc::new(verifier)));
            }
        }
        for root in &self.roots {
            let added = store.add(root.clone());
            added.map_err(|why| format!("a root cannot be used: {why}"))?;
        }
        Ok(builder.with_root_certificates(store))
    }
}

fn certificates(pem: &str) -> Result<Vec<CertificateDer<'static>>, String> {
    let found: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(pem.as_bytes()).collect();
    match found {
        Ok(found) if !found.is_empty() => Ok(found),
        Ok(_) => Err("it holds no certificate in PEM".to_owned()),
        Err(_) => Err("it is no good PEM".to_owned()),
    }
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

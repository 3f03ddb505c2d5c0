//! What the builder of transports makes for hyper.

use super::HyperTransport;
use crate::client::{TransportBuilder, TransportError};

impl TransportBuilder<HyperTransport> {
    /// Makes the transport, or says everything that is wrong. No connection is made yet.
    pub fn build(self) -> Result<HyperTransport, TransportError> {
        let protocols = self.protocols();
        let (settings, tls) = self.settled(protocols)?;
        Ok(HyperTransport::of(settings, tls))
    }
}

#[cfg(feature = "http2")]
impl TransportBuilder<HyperTransport> {
    /// Speaks HTTP/2 with servers that have it, which TLS finds out.
    pub fn http2(mut self) -> Self {
        self.settings.speaks_http2 = true;
        self
    }

    fn protocols(&self) -> &'static [&'static [u8]] {
        if self.settings.speaks_http2 {
            &[b"h2", b"http/1.1"]
        } else {
            &[b"http/1.1"]
        }
    }
}

#[cfg(not(feature = "http2"))]
impl TransportBuilder<HyperTransport> {
    #[allow(clippy::unused_self, reason = "with the feature there is a choice")]
    fn protocols(&self) -> &'static [&'static [u8]] {
        &[b"http/1.1"]
    }
}

//! What both transports over HTTPS share: whom they trust, and what a connection that fails means.

mod builder;
#[cfg(feature = "compression")]
pub(super) mod decode;
mod environment;
mod exceptions;
mod names;
mod proxy;
mod trust;
mod tunnel;

use std::error::Error as StdError;
use std::time::Duration;

use super::{TransportError, TransportErrorKind};

pub(super) use self::builder::Settings;
pub use self::builder::TransportBuilder;
pub use self::names::Resolver;
pub(super) use self::names::look_up;
#[cfg(feature = "blocking")]
pub(super) use self::names::{as_address, bare, port_of};
pub(super) use self::proxy::{Proxies, Proxy};
pub(super) use self::tunnel::{Step, Tunnel};

/// How long a connection may take to come about, unless set: name, TCP, proxy and TLS together.
pub(super) const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// How long an attempt may take in all, unless set.
pub(super) const TIMEOUT: Duration = Duration::from_secs(30);

/// An error of a library.
type Cause = Box<dyn StdError + Send + Sync>;

/// No connection came about, for this reason. Nothing was sent.
pub(super) fn unconnected(cause: impl Into<Cause>) -> TransportError {
    let cause = cause.into();
    let (kind, message) = if trust::is_distrust(&*cause) {
        let message = "the certificate of the server is not trusted";
        (TransportErrorKind::Untrusted, message)
    } else {
        (TransportErrorKind::Connect, "no connection")
    };
    TransportError::new(kind, message).with_source(cause)
}

/// No connection came about in this time. Nothing was sent.
pub(super) fn no_connection_within(limit: Duration) -> TransportError {
    let message = format!("no connection within {limit:?}");
    TransportError::new(TransportErrorKind::Connect, message)
}

/// The request may have arrived, and its answer did not come in this time.
pub(super) fn no_answer_within(limit: Duration) -> TransportError {
    let message = format!("no answer within {limit:?}");
    TransportError::new(TransportErrorKind::Timeout, message)
}

/// The answer is larger than this.
pub(super) fn too_large(limit: usize) -> TransportError {
    let message = format!("the answer is larger than {limit} bytes");
    TransportError::new(TransportErrorKind::TooLarge, message)
}

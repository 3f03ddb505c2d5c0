//! The client: signing vectors, keys, and calls to a server on this machine.

mod async_signers;
#[cfg(feature = "blocking")]
mod blocking;
#[cfg(feature = "fake")]
mod carried;
mod classes;
#[cfg(feature = "blocking")]
mod dropped;
#[cfg(feature = "encryption")]
mod encryption;
#[cfg(feature = "blocking")]
mod faulty;
#[cfg(feature = "fake")]
mod fixed;
mod handed_out;
mod http_outcome;
mod keyed;
mod keys;
mod loopback;
mod misfits;
#[cfg(feature = "fake")]
mod oauth2;
#[cfg(feature = "blocking")]
mod proxies;
#[cfg(feature = "blocking")]
mod redirects;
mod retry;
mod retry_budget;
#[cfg(feature = "fake")]
mod schemes;
mod script;
mod secrets;
#[cfg(feature = "blocking")]
mod secure;
mod server;
#[cfg(feature = "blocking")]
mod settings;
mod shown_keys;
mod signatures;
mod support;
#[cfg(feature = "blocking")]
mod tls;
#[cfg(feature = "blocking")]
mod transports;
mod two_steps;
mod vectors;

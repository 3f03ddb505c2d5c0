//! Keys in a header that make a repeat the same request: a call makes one, or is given it, and keeps it.

use super::{Call, Request};

/// A request whose operation takes a key in a header, by which a repeat is told from a new request.
///
/// Each call makes a fresh one, and all of its attempts have it. Generated clients say it of the requests
/// of such operations.
#[diagnostic::on_unimplemented(
    message = "the operation of `{Self}` takes no key in a header",
    note = "nothing of such a request but its own members makes a repeat the same"
)]
pub trait Keyed: Request {}

impl<R: Keyed, T> Call<'_, R, T> {
    /// Sets the key that makes a repeat of this call the same request, instead of a fresh one.
    ///
    /// Keep it where it outlives the program, and a call that is made again after a crash does not do the
    /// work twice: `client.charge(&request).idempotency_key(&order.id)`. Another request needs another key.
    /// One that is empty, or that a header cannot hold, is an error of the call; nothing is sent then.
    ///
    /// Only calls of operations that take a key have this method:
    ///
    /// ```compile_fail
    /// use stipula::client::{Client, Request};
    ///
    /// fn pay<R: Request<Context = ()>>(client: &Client, request: &R) {
    ///     let call = client.call(request).idempotency_key("order-7");
    /// }
    /// ```
    ///
    /// ```
    /// use stipula::client::{Client, Keyed};
    ///
    /// fn pay<R: Keyed<Context = ()>>(client: &Client, request: &R) {
    ///     let call = client.call(request).idempotency_key("order-7");
    /// }
    /// ```
    pub fn idempotency_key(mut self, key: impl Into<String>) -> Self {
        self.idempotency_key = Some(key.into());
        self
    }
}

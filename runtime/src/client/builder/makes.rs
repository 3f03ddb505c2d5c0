//! What a builder makes.

use crate::client::Client;

/// A client that a [`Builder`](crate::client::Builder) can make, whatever carries its requests.
///
/// A generated client says this of itself, so that `Client::builder()…build()` gives it.
pub trait Makes {
    /// It, with what carries its requests.
    type Client<T>;

    /// It, around the client that calls are made of.
    fn made_of<T>(core: Client<T>) -> Self::Client<T>;
}

/// The client without methods of its own.
impl Makes for Client {
    type Client<T> = Client<T>;

    fn made_of<T>(core: Client<T>) -> Client<T> {
        core
    }
}

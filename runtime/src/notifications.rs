//! Notifications: what the vendor calls you with.
//!
//! A [`Receiver`] takes a request that came in, whatever server carries it: it checks the proof of who
//! sent it, reads the body, and says which kind it is and what to answer. A client does not need one, and
//! a receiver needs no client: it has a builder of its own, which asks for the keys of notifications only.
//!
//! ```
//! use stipula::client::{Api, Credential};
//! use stipula::notifications::{Notice, Notifications, Receiver};
//!
//! static SECRET: Credential = Credential::secret("webhook_secret");
//! static API: Api = Api::new("shop");
//!
//! // Generated code has such an enum, with a variant for each kind.
//! #[derive(Debug, PartialEq)]
//! enum Notification {
//!     Paid(serde_json::Value),
//!     Other(serde_json::Value),
//! }
//!
//! static PAID: Notice<Notification> = Notice::new("paid", |body| body.read(Notification::Paid))
//!     .when(|body| body.is(&["event"], &["paid"]))
//!     .secret("X-Secret", &SECRET)
//!     .reply(204);
//!
//! impl Notifications for Notification {
//!     const API: &'static Api = &API;
//!     const KINDS: &'static [&'static Notice<Self>] = &[&PAID];
//!
//!     fn other(json: serde_json::Value) -> Self {
//!         Self::Other(json)
//!     }
//! }
//!
//! let receiver = Receiver::<Notification>::builder().credential(&SECRET, "s3cret").build()?;
//! let request = http::Request::post("/hook")
//!     .header("X-Secret", "s3cret")
//!     .body(r#"{"event":"paid","id":"1"}"#)?;
//! let received = receiver.receive(&request)?;
//! assert_eq!(received.kind(), Some("paid"));
//! assert_eq!(received.answer::<Vec<u8>>().status(), 204);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A vendor sends a notification again until it is taken, and whoever saw one may send it again as long
//! as its time is fresh. So act once for each id that the body has.

mod builder;
mod error;
mod incoming;
mod notice;
mod received;
mod receiver;

pub use builder::ReceiverBuilder;
pub use error::{NotificationError, NotificationErrorKind};
pub use incoming::{Head, Incoming};
pub use notice::Notice;
pub(crate) use notice::NoticeProof;
pub use received::Received;
pub use receiver::Receiver;

use crate::client::Api;

/// The kinds of notifications of an API; generated code implements it for an enum of them.
pub trait Notifications: Sized + 'static {
    /// The API.
    const API: &'static Api;
    /// Each kind that is documented.
    const KINDS: &'static [&'static Notice<Self>];

    /// What is of no documented kind, as it came.
    fn other(json: serde_json::Value) -> Self;
}

//! Runtime of [stipula](https://github.com/stipula/stipula) clients.
//!
//! Without features this crate holds what types and their rules need:
//!
//! - [`trait@Validate`] judges a value and gives back all [`Violations`] at once;
//!   [`Rules`] is the half of it that `#[derive(Validate)]` writes for each struct.
//! - [`open_enum!`] makes enums that keep texts nobody documented, [`open_integer_enum!`] those that
//!   keep numbers.
//! - [`read`] reads answers that drift, so that one odd member loses no good answer.
//! - [`Decimal`] is a number with a fraction, digit for digit.
//! - [`cond`] and [`rules`] are the small functions that derived code calls.
//!
//! # Features
//!
//! None is on by default.
//!
//! - `client`: the module `client`, that is signing, sending and reading
//!   answers, and the module `notifications`, without cryptography and without a transport.
//! - `aws-lc`: RSA keys on AWS-LC.
//! - `encryption`: encrypted bodies, for APIs that say how; on AWS-LC.
//! - `hyper`: the default transport, hyper and rustls on tokio.
//! - `blocking`: the module `blocking`, a client that waits, over ureq and rustls; without tokio.
//! - `http2`: HTTP/2 for servers that have it, with `hyper`.
//! - `compression`: answers that are compressed on the way, for both transports.
//! - `system-roots`: the operating system says whom to trust, for both transports.
//! - `tracing`: a span per call and an event per attempt.
//! - `fake`: the module `fake`, a server on this machine that plays the platform; for tests.
//! - `pattern`: rules with regular expressions.
//! - `time`: [`DateTime`] and [`Date`], which travel as text.
//! - `bytes`: [`Bytes`], which travel as Base64.
//! - `jiff`, `chrono`: conditions and ranges take the types of that crate for times.

#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "client")]
pub mod client;
#[cfg(feature = "blocking")]
pub use client::blocking;
pub mod as_text;
mod clearable;
pub mod cond;
#[cfg(feature = "fake")]
pub mod fake;
#[cfg(feature = "client")]
pub mod notifications;
pub mod open_enum;
mod open_integer_enum;
pub mod read;
pub mod rules;

#[cfg(feature = "bytes")]
mod bytes;
#[cfg(feature = "time")]
mod date;
#[cfg(feature = "time")]
mod date_time;
mod decimal;
mod duration;
#[cfg(feature = "client")]
mod file;
mod location;
mod moment_text;
mod path;
#[cfg(feature = "fake")]
mod refusal;
mod rule;
mod sensitive;
mod unique;
mod unix_time;
mod unjudged;
mod validate;
mod verdict;
mod violations;

#[cfg(feature = "bytes")]
pub use bytes::Bytes;
pub use clearable::Clearable;
#[cfg(feature = "time")]
pub use date::{Date, NoDate};
#[cfg(feature = "time")]
pub use date_time::{DateTime, NoDateTime};
pub use decimal::{Decimal, DecimalError};
pub use duration::{Duration, NoDuration};
#[cfg(feature = "client")]
pub use file::File;
pub use location::Location;
pub use open_enum::{OpenEnum, UnknownText};
pub use open_integer_enum::UnknownNumber;
pub use path::Path;
pub use rule::{End, Limit, Rule, Severity};
pub use sensitive::{Expose, Sensitive};
pub use stipula_macros::Validate;
pub use unix_time::{UnixMillis, UnixSeconds};
pub use validate::{Rules, Scope, Validate};
pub use verdict::{Finding, Verdict};
pub use violations::{Violation, Violations};

/// What macro output names; not for use by hand.
#[doc(hidden)]
pub mod __private {
    pub use crate::cond::Wrapper;
    pub use crate::location::Placed;
    pub use crate::open_integer_enum::Known;
    pub use crate::unique::{ByHash, ByJson, ByOrder, ByPair, Items, PAIRS, Unique};
    pub use crate::unjudged::{HasRules, Member, WithoutRules};
    pub use crate::violations::KeyOrder;
    pub use serde::{Deserialize, Deserializer, Serialize, Serializer};
}

/// The README is true.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

//! Unofficial client of AlipayHK iPass: cards and tickets in the AlipayHK wallet.
//!
//! Requests are checked against the documented rules, "required when …" included, before they are
//! sent; [`Violations`] lists everything at once. Answers are read with tolerance.
//!
//! ```
//! use alipayhk_ipass::request::QueryTemplateRequest;
//!
//! let request = QueryTemplateRequest::new()
//!     .merchant_id("2160120041113167")
//!     .template_code("82022031100135000000000000626075")
//!     .build()?;
//! assert_eq!(request.template_code.as_deref(), Some("82022031100135000000000000626075"));
//!
//! let violations = QueryTemplateRequest::new().build().unwrap_err();
//! let pointers: Vec<&str> = violations.iter().map(|it| it.pointer()).collect();
//! assert_eq!(pointers, ["/merchantId", "/templateCode"]);
//! # Ok::<(), alipayhk_ipass::Violations>(())
//! ```

#![cfg_attr(docsrs, feature(doc_cfg))]

#[rustfmt::skip]
mod generated;

#[cfg(feature = "blocking")]
pub use generated::blocking;
#[cfg(feature = "fake")]
pub use generated::fake;
#[cfg(feature = "client")]
pub use generated::{
    api,
    client::{self, Client},
    operations,
};
pub use generated::{codes, enums, request, response, scenario};
pub use stipula::{self, UnixMillis, Validate, Violation, Violations};

/// Examples, one for each operation.
///
/// # Create a template
#[doc = concat!("```no_run\n", include_str!("../examples/create_template.rs"), "```")]
/// # Create a pass
#[doc = concat!("```no_run\n", include_str!("../examples/create_pass.rs"), "```")]
/// # Redeem a pass
#[doc = concat!("```no_run\n", include_str!("../examples/update_pass.rs"), "```")]
/// # Pause a template
#[doc = concat!("```no_run\n", include_str!("../examples/switch_status.rs"), "```")]
/// # Report an order
#[doc = concat!("```no_run\n", include_str!("../examples/order_sync.rs"), "```")]
/// # Query a template, blocking
#[doc = concat!("```no_run\n", include_str!("../examples/query_template.rs"), "```")]
/// # Report a film ticket
#[doc = concat!("```no_run\n", include_str!("../examples/movie_ticket.rs"), "```")]
#[cfg(all(doc, feature = "hyper", feature = "blocking"))]
pub mod examples {}

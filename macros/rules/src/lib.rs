//! The rules of stipula, in one registry: what derive, runtime and generator know of a rule, they
//! read here.
//!
//! - A [`ValueRule`] is about one value, such as `max_chars`; each is a file of its own, with its
//!   name, the [shape](Shape) of its argument, its sentence and its function. [`VALUE_RULES`] holds
//!   all of them, in the order in which documentation tells them.
//! - [`Presence`], [`Group`] and [`EXPECT`] are about whether members are given and how they
//!   compare. They have names and sentences; whether they are broken, conditions say.
//! - [`Rule`] is any of these, [found](Rule::named) by its code.
//! - [`checks`] are the functions of the value rules, as derived code calls them.
//!
//! The sentence of a rule is data, in two forms from one place: for
//! [documentation](Code::documentation) ("At most 32 characters.") and for the
//! [message](Code::message) about a value that breaks it ("`/name` must have at most 32
//! characters").
//!
//! ```
//! use stipula_rules::{Arg, Severity, value_rule};
//!
//! let rule = value_rule("max_chars").unwrap();
//! let arg = Arg::Count(32);
//! let says = rule.code.documentation(arg, Severity::Error);
//! assert_eq!(says.to_string(), "At most 32 characters.");
//! let message = rule.code.message("/name", arg).unwrap();
//! assert_eq!(message.to_string(), "`/name` must have at most 32 characters");
//! ```
//!
//! # Adding a value rule
//!
//! A file in `value/` with its definition, its function and their tests; in `value.rs` its `mod`, its
//! place in [`VALUE_RULES`] and its function in [`checks`]; its words in `tests/sentences.rs`. The
//! derive, the runtime and the messages take it from there; a test asks for its name in the
//! documentation of the derive.

#![cfg_attr(docsrs, feature(doc_cfg))]

mod arg;
#[cfg(feature = "bytes")]
pub mod base64;
mod code;
pub mod duration;
mod group;
#[cfg(feature = "json")]
pub mod json;
#[cfg(feature = "time")]
pub mod moment;
pub mod number_text;
mod presence;
mod rule;
mod severity;
mod suggest;
mod template;
mod told;
mod unit;
mod value;
mod wording;

pub use arg::{Arg, End};
pub use code::{Code, Documentation, Message};
pub use group::Group;
pub use presence::Presence;
pub use rule::{CHECK, EXPECT, Rule};
pub use severity::Severity;
pub use suggest::suggest;
pub use told::{Open, Told, limit};
pub use unit::Unit;
pub use value::digits;
pub use value::{
    COUNTRIES, CURRENCIES, Judge, Shape, Subject, VALUE_RULES, Value, ValueRule, checks, counts,
    range_end, value_rule,
};

//! Formats: texts that many pages name by one word. Each is a rule of its own, by a rule that its file
//! states.

pub(super) mod country;
pub(super) mod currency;
pub(super) mod email;
pub(super) mod hostname;
pub(super) mod ipv4;
pub(super) mod ipv6;
pub(super) mod phone;
pub(super) mod uri;
pub(super) mod uuid;

use super::{Judge, Shape, ValueRule};

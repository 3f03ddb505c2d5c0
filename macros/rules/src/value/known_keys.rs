//! `known_keys`: the keys of a map are documented texts of an enum.

use super::known::MESSAGE;
use super::{Judge, Shape, ValueRule};
use crate::wording::{Case, Wording};

pub(super) const RULE: &ValueRule = &ValueRule::new(
    "known_keys",
    Judge::KnownKeys,
    Shape::None,
    // A message is about one key.
    &[
        Wording::new(Case::Any, "Keys are the documented ones.", MESSAGE)
            .found("{key} is not a documented key{known}"),
    ],
)
.key("a map whose key is an enum takes its documented keys only");

//! `known`: a documented text of an open enum.

use super::{Judge, Shape, ValueRule};
use crate::wording::{Case, Wording};

/// What a value that breaks it is told.
pub(super) const MESSAGE: &str = "{at} must be one of the documented values";

pub(super) const RULE: &ValueRule = &ValueRule::new(
    "known",
    Judge::Known,
    Shape::None,
    &[
        Wording::new(Case::Any, "One of the documented values.", MESSAGE)
            .found("{at} is not a documented value{known}"),
    ],
);

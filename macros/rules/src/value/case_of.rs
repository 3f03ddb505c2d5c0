//! `case_of`: the case that a sibling chooses.

use super::{Judge, Shape, ValueRule};
use crate::wording::{Case, Wording};

/// The documentation stands beside the sibling.
const DOCS: &str = "Its type is the one its sibling chooses.";

pub(super) const RULE: &ValueRule = &ValueRule::new(
    "case_of",
    Judge::Case,
    Shape::Sibling,
    &[
        Wording::new(
            Case::Text,
            DOCS,
            "{at} must be of the kind that {text} calls for",
        ),
        Wording::new(
            Case::Any,
            DOCS,
            "{at} must be of the kind that its sibling calls for",
        ),
    ],
);

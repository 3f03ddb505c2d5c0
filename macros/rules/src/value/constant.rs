//! `const`: the one value that a member holds.

use super::{Judge, Shape, ValueRule};
use crate::wording::{Case, Wording};

pub(super) const RULE: &ValueRule = &ValueRule::new(
    "const",
    Judge::Constant,
    Shape::Constant,
    &[Wording::new(
        Case::Text,
        "Always `{text}`.",
        "{at} must be `{text}`",
    )],
)
.key("the one value that it always holds");

/// Whether `value` is the constant.
#[inline]
pub fn r#const<T: PartialEq + Copy>(value: T, constant: T) -> bool {
    value == constant
}

/// Whether an integer is the constant, as it is written.
pub(super) fn is_number(number: i128, constant: &str) -> bool {
    constant.parse() == Ok(number)
}

#[cfg(test)]
mod tests {
    use super::{r#const, is_number};

    #[test]
    fn one_value_and_no_other() {
        assert!(r#const("photo", "photo") && !r#const("Photo", "photo") && !r#const("", "photo"));
        assert!(r#const(-5_i64, -5) && !r#const(5_u8, 6));
        assert!(is_number(-5, "-5") && !is_number(5, "-5") && !is_number(5, "5.0"));
    }
}

//! `phone`: a phone number as E.164 has it.

use super::{Judge, Shape, ValueRule};
use crate::wording::{Case, Wording};

pub(in super::super) const RULE: &ValueRule = &ValueRule::new(
    "phone",
    Judge::Text(|text, _| Some(phone(text))),
    Shape::None,
    &[Wording::new(
        Case::Any,
        "A phone number such as `+85212345678`.",
        "{at} must be a phone number such as `+85212345678`",
    )
    .found("{at} is not a phone number; write one such as `+85212345678`")],
)
.format();

/// Whether `text` is a phone number as E.164 has it: `+`, a country code that does not begin with 0,
/// and at most 15 digits in all. Whether the number is in use is not asked.
pub fn phone(text: &str) -> bool {
    let Some(digits) = text.strip_prefix('+') else {
        return false;
    };
    (2..=15).contains(&digits.len())
        && !digits.starts_with('0')
        && digits.bytes().all(|it| it.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::phone;

    #[test]
    fn phones() {
        assert!(phone("+85212345678") && phone("+12") && phone("+123456789012345"));
        for bad in [
            "",
            "+",
            "+1",
            "85212345678",
            "+0123",
            "+852 1234",
            "+1234567890123456",
            "+１２",
        ] {
            assert!(!phone(bad), "{bad}");
        }
    }
}

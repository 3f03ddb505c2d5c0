//! `uuid`: a UUID.

use super::{Judge, Shape, ValueRule};
use crate::wording::{Case, Wording};

pub(in super::super) const RULE: &ValueRule = &ValueRule::new(
    "uuid",
    Judge::Text(|text, _| Some(uuid(text))),
    Shape::None,
    &[Wording::new(
        Case::Any,
        "A UUID.",
        "{at} must be a UUID such as `123e4567-e89b-12d3-a456-426614174000`",
    )
    .found("{at} is not a UUID; write one such as `123e4567-e89b-12d3-a456-426614174000`")],
)
.format();

/// Whether `text` is a UUID as RFC 9562 writes it: 32 hexadecimal digits of either case in groups of
/// 8, 4, 4, 4 and 12 with hyphens in between. Any version will do.
pub fn uuid(text: &str) -> bool {
    let groups = text.split('-');
    groups.clone().map(str::len).eq([8, 4, 4, 4, 12])
        && groups.flat_map(str::bytes).all(|it| it.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::uuid;

    #[test]
    fn uuids() {
        for good in [
            "123e4567-e89b-12d3-a456-426614174000",
            "00000000-0000-0000-0000-000000000000",
            "ABCDEFAB-CDEF-ABCD-EFAB-CDEFABCDEFAB",
        ] {
            assert!(uuid(good), "{good}");
        }
        for bad in [
            "",
            "123e4567e89b12d3a456426614174000",
            "{123e4567-e89b-12d3-a456-426614174000}",
            "123e4567-e89b-12d3-a456-42661417400g",
            "123e4567-e89b-12d3-a456-426614174000-",
        ] {
            assert!(!uuid(bad), "{bad}");
        }
    }
}

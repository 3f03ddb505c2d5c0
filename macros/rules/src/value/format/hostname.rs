//! `hostname`: a host name.

use super::{Judge, Shape, ValueRule};
use crate::wording::{Case, Wording};

pub(in super::super) const RULE: &ValueRule = &ValueRule::new(
    "hostname",
    Judge::Text(|text, _| Some(hostname(text))),
    Shape::None,
    &[Wording::new(
        Case::Any,
        "A host name.",
        "{at} must be a host name such as `example.com`",
    )
    .found("{at} is not a host name; write one such as `example.com`")],
)
.format();

/// Whether `text` is a host name as RFC 1123 has it: at most 253 characters, labels of 1 to 63
/// letters, digits and hyphens with dots in between, no hyphen at the ends of a label.
pub fn hostname(text: &str) -> bool {
    is_host(text)
}

pub(super) fn is_host(text: &str) -> bool {
    let is_label = |label: &str| {
        let is_sign = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        (1..=63).contains(&label.len())
            && label.bytes().all(is_sign)
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    text.len() <= 253 && text.split('.').all(is_label)
}

#[cfg(test)]
mod tests {
    use super::hostname;

    #[test]
    fn host_names() {
        let long = format!("{}.x", "a".repeat(63));
        for good in ["localhost", "example.com", "1.example", "a--b.c", &long] {
            assert!(hostname(good), "{good}");
        }
        let too_long = format!("{}.x", "a".repeat(64));
        for bad in [
            "", ".", "a.", ".a", "a..b", "-a", "a-", "a_b", "é", "a b", &too_long,
        ] {
            assert!(!hostname(bad), "{bad}");
        }
        let most = vec!["a"; 127].join(".");
        assert!(most.len() == 253 && hostname(&most) && !hostname(&format!("{most}.a")));
    }
}

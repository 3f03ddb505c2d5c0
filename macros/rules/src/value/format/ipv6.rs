//! `ipv6`: an IPv6 address.

use super::{Judge, Shape, ValueRule};
use crate::wording::{Case, Wording};

pub(in super::super) const RULE: &ValueRule = &ValueRule::new(
    "ipv6",
    Judge::Text(|text, _| Some(ipv6(text))),
    Shape::None,
    &[Wording::new(
        Case::Any,
        "An IPv6 address.",
        "{at} must be an IPv6 address such as `2001:db8::1`",
    )
    .found("{at} is not an IPv6 address; write one such as `2001:db8::1`")],
)
.format();

/// Whether `text` is an IPv6 address as RFC 4291 writes it, without a zone.
pub fn ipv6(text: &str) -> bool {
    text.parse::<core::net::Ipv6Addr>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::ipv6;

    #[test]
    fn addresses() {
        for good in [
            "::",
            "::1",
            "2001:DB8::1",
            "1:2:3:4:5:6:7:8",
            "::ffff:192.0.2.1",
        ] {
            assert!(ipv6(good), "{good}");
        }
        for bad in [
            "",
            ":",
            "1:2",
            "::1::",
            "fe80::1%eth0",
            "[::1]",
            "12345::",
            "1:2:3:4:5:6:7:8:9",
        ] {
            assert!(!ipv6(bad), "{bad}");
        }
    }
}

//! `ipv4`: an IPv4 address.

use super::{Judge, Shape, ValueRule};
use crate::wording::{Case, Wording};

pub(in super::super) const RULE: &ValueRule = &ValueRule::new(
    "ipv4",
    Judge::Text(|text, _| Some(ipv4(text))),
    Shape::None,
    &[Wording::new(
        Case::Any,
        "An IPv4 address.",
        "{at} must be an IPv4 address such as `192.0.2.1`",
    )
    .found("{at} is not an IPv4 address; write one such as `192.0.2.1`")],
)
.format();

/// Whether `text` is an IPv4 address: four numbers to 255 without leading zeros.
pub fn ipv4(text: &str) -> bool {
    text.parse::<core::net::Ipv4Addr>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::ipv4;

    #[test]
    fn addresses() {
        assert!(ipv4("0.0.0.0") && ipv4("255.255.255.255"));
        for bad in [
            "",
            "1.2.3",
            "1.2.3.4.5",
            "256.0.0.1",
            "01.2.3.4",
            "1.2.3.4 ",
            "0x1.2.3.4",
        ] {
            assert!(!ipv4(bad), "{bad}");
        }
    }
}

//! `email`: an email address.

use super::{Judge, Shape, ValueRule};
use crate::wording::{Case, Wording};

pub(in super::super) const RULE: &ValueRule = &ValueRule::new(
    "email",
    Judge::Text(|text, _| Some(email(text))),
    Shape::None,
    &[Wording::new(
        Case::Any,
        "An email address.",
        "{at} must be an email address such as `name@example.com`",
    )
    .found("{at} is not an email address; write one such as `name@example.com`")],
)
.format();

use super::hostname::is_host;

/// Whether `text` is an email address as forms take it: a local part of letters, digits and the
/// signs of RFC 5322, single dots in between, then `@` and a host name.
///
/// At most 254 characters, as SMTP can carry. Quoted local parts, comments and addresses with other letters than ASCII are none: few servers
/// take them.
pub fn email(text: &str) -> bool {
    let Some((local, host)) = text.rsplit_once('@') else {
        return false;
    };
    let is_atom = |atom: &str| !atom.is_empty() && atom.bytes().all(is_sign);
    text.len() <= LONGEST && local.split('.').all(is_atom) && is_host(host)
}

/// RFC 5321: a path of 256 characters with its brackets.
const LONGEST: usize = 254;

const fn is_sign(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(
            byte,
            b'!' | b'#'
                | b'$'
                | b'%'
                | b'&'
                | b'\''
                | b'*'
                | b'+'
                | b'-'
                | b'/'
                | b'='
                | b'?'
                | b'^'
                | b'_'
                | b'`'
                | b'{'
                | b'|'
                | b'}'
                | b'~'
        )
}

#[cfg(test)]
mod tests {
    use super::email;

    #[test]
    fn emails() {
        for good in [
            "a@b",
            "first.last+tag@sub.example.com",
            "!#$%&'*+-/=?^_`{|}~@x.y",
        ] {
            assert!(email(good), "{good}");
        }
        for bad in [
            "", "@", "a@", "@b", "a", ".a@b", "a.@b", "a..b@c", "a b@c", "a@b..c", "a@-b", "a@b@c",
            "\"a\"@b", "é@b", "a@é", "a@b\n",
        ] {
            assert!(!email(bad), "{bad}");
        }
        assert!(email(&format!("{}@b", "a".repeat(252))));
        assert!(!email(&format!("{}@b", "a".repeat(253))));
    }
}

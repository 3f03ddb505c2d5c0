//! Formats: texts that many pages name by one word.

use serde_json::json;
use stipula_rules::{COUNTRIES, CURRENCIES};

use super::{Entry, Good, Keyword};

/// The entry of a format: its keywords, and texts that keep and break it.
macro_rules! format {
    ($name:ident, $code:literal, [$(($keyword:literal, $value:expr)),*], $good:expr, $bad:expr) => {
        pub(super) const $name: Entry = Entry::new($code, |_, _| {
            Keyword::Here(vec![$(($keyword, json!($value))),*])
        })
        .good(|_| Good::Texts($good.map(str::to_owned).to_vec()))
        .bad(|_, _| $bad.map(|it: &str| json!(it)).to_vec());
    };
}

/// A label of a host name.
macro_rules! label {
    () => {
        "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
    };
}

macro_rules! host {
    () => {
        concat!(label!(), r"(?:\.", label!(), ")*")
    };
}

/// The longest address.
const ADDRESS: u32 = 254;

/// The longest host name.
const HOST: u32 = 253;

const EMAIL: &str = concat!(
    r"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@",
    host!(),
    "$"
);
const HOSTNAME: &str = concat!("^", host!(), "$");

macro_rules! byte {
    () => {
        "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
    };
}

macro_rules! v4 {
    () => {
        concat!("(?:", byte!(), r"\.){3}", byte!())
    };
}

macro_rules! v6 {
    () => {
        concat!(
            "(?:(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}",
            "|(?:[0-9A-Fa-f]{1,4}:){6}", v4!(),
            "|::(?:[0-9A-Fa-f]{1,4}:){0,5}", v4!(),
            "|[0-9A-Fa-f]{1,4}::(?:[0-9A-Fa-f]{1,4}:){0,4}", v4!(),
            "|(?:[0-9A-Fa-f]{1,4}:[0-9A-Fa-f]{1,4})::(?:[0-9A-Fa-f]{1,4}:){0,3}", v4!(),
            "|(?:[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4}){2})::(?:[0-9A-Fa-f]{1,4}:){0,2}", v4!(),
            "|(?:[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4}){3})::(?:[0-9A-Fa-f]{1,4}:)?", v4!(),
            "|(?:[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4}){4})::", v4!(),
            "|::(?:[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4}){0,6})?",
            "|[0-9A-Fa-f]{1,4}::(?:[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4}){0,5})?",
            "|[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4})::(?:[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4}){0,4})?",
            "|[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4}){2}::(?:[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4}){0,3})?",
            "|[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4}){3}::(?:[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4}){0,2})?",
            "|[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4}){4}::(?:[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4})?)?",
            "|[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4}){5}::(?:[0-9A-Fa-f]{1,4})?",
            "|[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4}){6}::)"
        )
    };
}

const IPV4: &str = concat!("^", v4!(), "$");
const IPV6: &str = concat!("^", v6!(), "$");
/// A character of a URI, with some more signs.
macro_rules! sign {
    ($more:literal) => {
        concat!("(?:[A-Za-z0-9._~!$&'()*+,;=", $more, "-]|%[0-9A-Fa-f]{2})")
    };
}

const URI: &str = concat!(
    "^[A-Za-z][A-Za-z0-9+.-]*:",
    "(?://(?:",
    sign!(":"),
    r"*@)?(?:\[",
    v6!(),
    r"\]|",
    sign!(""),
    "*)(?::[0-9]*)?",
    "(?:/",
    sign!(":@/"),
    "*)?",
    "|/?(?:",
    sign!(":@"),
    sign!(":@/"),
    "*)?)",
    r"(?:\?",
    sign!(":@/?"),
    "*)?(?:#",
    sign!(":@/?"),
    "*)?$"
);
const UUID: &str = "^[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}$";
const PHONE: &str = r"^\+[1-9][0-9]{1,14}$";

fn words(all: &str) -> Vec<&str> {
    all.split(' ').collect()
}

format!(
    EMAIL_ENTRY,
    "email",
    [
        ("format", "email"),
        ("pattern", EMAIL),
        ("maxLength", ADDRESS)
    ],
    ["name@example.com", "other@example.com"],
    ["x", "a@b@c", "a..b@c"]
);
format!(
    URI_ENTRY,
    "uri",
    [("format", "uri"), ("pattern", URI)],
    ["https://example.com/1", "https://example.com/2"],
    ["x", "a:b c", "a:%4g"]
);
format!(
    UUID_ENTRY,
    "uuid",
    [("format", "uuid"), ("pattern", UUID)],
    [
        "123e4567-e89b-12d3-a456-426614174000",
        "123e4567-e89b-12d3-a456-426614174001"
    ],
    ["x", "123e4567e89b12d3a456426614174000"]
);
format!(
    IPV4_ENTRY,
    "ipv4",
    [("format", "ipv4"), ("pattern", IPV4)],
    ["192.0.2.1", "192.0.2.2"],
    ["256.0.0.1", "x"]
);
format!(
    IPV6_ENTRY,
    "ipv6",
    [("format", "ipv6"), ("pattern", IPV6)],
    ["2001:db8::1", "2001:db8::2"],
    ["1::2::3", "x"]
);
format!(
    HOSTNAME_ENTRY,
    "hostname",
    [
        ("format", "hostname"),
        ("pattern", HOSTNAME),
        ("maxLength", HOST)
    ],
    ["example.com", "example.org"],
    ["a_b", "-"]
);
format!(
    COUNTRY_ENTRY,
    "country",
    [("enum", words(COUNTRIES))],
    ["HK", "CN"],
    ["ZZ", "hk"]
);
format!(
    CURRENCY_ENTRY,
    "currency",
    [("enum", words(CURRENCIES))],
    ["HKD", "CNY"],
    ["ZZZ", "hkd"]
);
format!(
    PHONE_ENTRY,
    "phone",
    [("pattern", PHONE)],
    ["+85212345678", "+85212345679"],
    ["85212345678", "+0"]
);

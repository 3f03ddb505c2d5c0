//! `url`: an address with a scheme.

use serde_json::json;

use super::{Entry, Good, here};

pub(super) const ENTRY: Entry = Entry::new("url", |_, _| here("pattern", URL))
    .good(|_| Good::Start(WEB.to_owned()))
    .bad(|_, _| vec![json!("x")]);

/// How an address begins when nothing is said.
const WEB: &str = "https://";

/// A scheme, a colon and something without white space or control characters. They are spelt out:
/// `\s` is not the same everywhere.
const URL: &str = concat!(
    r"^[A-Za-z][A-Za-z0-9+.-]*:[^\u0000-\u0020\u007f-\u00a0\u1680\u2000-\u200a",
    r"\u2028\u2029\u202f\u205f\u3000]+$"
);

//! Sentences that say none of this, though their words could make one think so.

use std::fmt::Write as _;

use super::said;

const CASES: &[(&str, &str)] = &[
    ("String", "Not required if you are a robot."),
    ("String", "It isn't required if url is specified."),
    ("String", "This keeps your data up to date."),
    ("String", "It takes 1-2 days."),
    ("Integer", "It takes 1-2 days."),
    ("String", "Required for authentication."),
    ("String", "Required for the decryption of data."),
    (
        "String",
        "A detailed description of required fields is given by the provider.",
    ),
    (
        "String",
        "Encrypted credentials required to decrypt the data",
    ),
    ("String", "If type is CARD, the customer sees a card."),
    ("String", "If url is specified, the page is opened."),
    ("Boolean", "Pass True if url should be opened."),
    ("Boolean", "True, if the url is required by the shop"),
    ("String", "If positive, then the right to post is required."),
    ("String", "Can be ignored if thumbnails are made elsewhere."),
    ("String", "Unlike url, it is never ignored."),
    ("String", "Use it for testing purposes only."),
    ("String", "Used only for testing purposes."),
    ("String", "For internal use only."),
    ("String", "A read-only text."),
    ("String", "There is only one of them."),
    ("String", "It is one of the best."),
    ("String", "Either way, it works."),
    ("String", "Pass either of them."),
    ("String", "Text can be used instead of this object."),
    ("String", "The text that is shown instead of the photo"),
    ("String", "Has at least one of letters and digits in it."),
    ("String", "Allows up to 1000 messages per second."),
    ("Array of String", "Allows up to 1000 messages per second."),
    (
        "Array of String",
        "Words with a total length of up to 64 characters",
    ),
    (
        "String",
        "Up to 256 characters for members, and less for others.",
    ),
    ("String", "Only the first 100 characters are shown."),
    ("String", "Must begin within 5-10 minutes."),
    ("String", "See chapters 3-4 of the manual."),
    ("String", "Only characters A-Z, a-z, 0-9 and _ are allowed."),
    (
        "Integer",
        "Should be between 60 and 86400, or 0x7FFFFFFF for ever",
    ),
    (
        "Integer",
        "Must be 1000 for 3 months, 1500 for 6 months, and 2500 for 12 months",
    ),
    (
        "Integer",
        "Must be at least 5 and no more than 600 seconds in the future.",
    ),
    ("String", "By default, all of them are returned."),
    ("String", "Defaults to the value of url."),
    (
        "Boolean",
        "Defaults to True for admins and to False for others.",
    ),
    ("String", "Defaults to all kinds except the newest."),
    ("String", "The default language of the user."),
    ("String", "Pass “XTR” for stars. Pass “TON” for coins."),
    ("String", "For example, “a”, “b” or “c” of it."),
    ("String", "A kind, for example, “a”, “b” or “c”."),
    ("String", "A kind. (For example, “a/x”, “b/x” or “c/x”.)"),
    ("Boolean", "Always True in channels."),
    ("Boolean", "Pass True, if only selected users can open it"),
    ("String", "当用户打开页面时，展示此文本"),
    ("String", "用户下单时的编号"),
    ("String", "1-2天内到账"),
    ("String", "非必填"),
    ("String", "仅供参考"),
    ("String", "非必填，下单时间"),
    ("String", "默认情况下不展示"),
    ("String", "不超过3天"),
];

#[test]
fn nothing() {
    let mut wrong = String::new();
    for (of, sentence) in CASES {
        let said = said(of, sentence);
        if !said.is_empty() {
            let _ = write!(wrong, "\n{of}: {sentence}\n  found: {said}");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

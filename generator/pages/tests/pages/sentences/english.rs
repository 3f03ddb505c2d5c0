//! Conditions and groups in English.

use super::{Case, check};

const REQUIRED: &[Case] = &[
    (
        "String",
        "Required if url is not specified",
        "required_when not present(url)",
    ),
    (
        "String",
        "Required if url isn't specified.",
        "required_when not present(url)",
    ),
    (
        "String",
        "Required if url is omitted.",
        "required_when not present(url)",
    ),
    (
        "String",
        "Required if chatId and messageId are not specified. Some id.",
        "required_when not present(chatId) and not present(messageId)",
    ),
    (
        "String",
        "Required if neither chatId nor messageId is given.",
        "required_when not present(chatId) and not present(messageId)",
    ),
    (
        "String",
        "Required when url or file_id is present.",
        "required_when present(url) or present(file_id)",
    ),
    (
        "String",
        "The id; required if is_open is True",
        "required_when is_open == true",
    ),
    (
        "String",
        "The id (required when type is CARD).",
        "required_when type == CARD",
    ),
    (
        "String",
        "This field is required if `type` is `CARD` or `CASH`.",
        "required_when type in [CARD, CASH]",
    ),
    (
        "String",
        "`it` is required if type is card.",
        "required_when type == card",
    ),
    (
        "String",
        "If type is CARD, this field is required.",
        "required_when type == CARD",
    ),
    (
        "String",
        "When type is CARD, it must be specified.",
        "required_when type == CARD",
    ),
    (
        "String",
        "Must be specified if type is CASH.",
        "required_when type == CASH",
    ),
    (
        "Boolean",
        "Must be True if type is CARD.",
        "required_when type == CARD",
    ),
    (
        "String",
        "Required unless url is specified.",
        "required_when not present(url)",
    ),
    (
        "String",
        "Required if stock > 0.",
        "required_when stock > 0",
    ),
    (
        "String",
        "Required if type is not CARD.",
        "required_when not (type == CARD)",
    ),
    (
        "String",
        "Required if type is CARD and url is not specified.",
        "required_when type == CARD and not present(url)",
    ),
    (
        "String",
        "Required for CARD.",
        "required_when inferred type == CARD",
    ),
    (
        "String",
        "Required only for `CARD` and `CASH`.",
        "required_when inferred type in [CARD, CASH]",
    ),
    (
        "String",
        "Required if url is not empty.",
        "required_when present(url)",
    ),
    (
        "String",
        "Required if url is set (see above).",
        "required_when present(url)",
    ),
    // Words: a name that is no member, a value that nobody documents, words that no one understands.
    (
        "String",
        "Required if link is not specified.",
        "required_when words link is not specified",
    ),
    (
        "String",
        "Required if type is gift.",
        "required_when words type is gift",
    ),
    (
        "String",
        "Required if the message is sent to a channel.",
        "required_when words the message is sent to a channel",
    ),
    (
        "String",
        "The id; required if a new url isn't given",
        "required_when words a new url isn't given",
    ),
    (
        "String",
        "The options, required for polls in quiz mode",
        "required_when words polls in quiz mode",
    ),
    ("String", "Required for GIFT.", "required_when words GIFT"),
    (
        "String",
        "Required if type equals one of the following values.",
        "gap condition",
    ),
    // Forbidden in some case: no kind says so, and nobody may overlook it.
    (
        "String",
        "The date; omit if it was given before.",
        "gap condition",
    ),
    (
        "String",
        "Must be empty if the order is paid.",
        "gap condition",
    ),
    (
        "Boolean",
        "If True, url can't be specified.",
        "gap condition",
    ),
];

const EFFECTIVE: &[Case] = &[
    (
        "String",
        "Ignored if url is specified.",
        "effective_when not present(url)",
    ),
    (
        "String",
        "The name. Ignored if is_open is false.",
        "effective_when not (is_open == false)",
    ),
    (
        "String",
        "It is ignored unless type is CARD.",
        "effective_when type == CARD",
    ),
    (
        "String",
        "Only valid when type is CARD.",
        "effective_when type == CARD",
    ),
    (
        "String",
        "The name (only valid when type is card)",
        "effective_when type == card",
    ),
    (
        "String",
        "Has no effect if url is not specified.",
        "effective_when present(url)",
    ),
    (
        "String",
        "Some text; for `photo` and `video` only",
        "effective_when inferred type in [photo, video]",
    ),
    (
        "String",
        "Used only for “photo” and “video” messages.",
        "effective_when inferred type in [photo, video]",
    ),
    (
        "String",
        "For “photo” only, the name of it",
        "effective_when inferred type == photo",
    ),
    (
        "String",
        "Applies to CASH only.",
        "effective_when inferred type == CASH",
    ),
    (
        "String",
        "Not supported for CASH.",
        "effective_when inferred not (type == CASH)",
    ),
    (
        "String",
        "The effect; for private chats only",
        "effective_when words private chats",
    ),
    (
        "String",
        "Available only if there is a keyboard.",
        "effective_when words there is a keyboard",
    ),
    (
        "String",
        "Supported only for photo and video messages.",
        "effective_when words photo and video messages",
    ),
    (
        "String",
        "Ignored for payments in stars.",
        "effective_when words Ignored for payments in stars",
    ),
    (
        "String",
        "Ignored if a new caption isn't specified.",
        "effective_when words Ignored if a new caption isn't specified",
    ),
    (
        "String",
        "Applied for groups and channels only.",
        "effective_when words groups and channels",
    ),
];

const GROUPS: &[Case] = &[
    (
        "String",
        "Some entities, which can be specified instead of url",
        r#"at_most_one ["it","url"]"#,
    ),
    (
        "String",
        "It can be used instead of `file_id`.",
        r#"at_most_one ["file_id","it"]"#,
    ),
    (
        "String",
        "The id. file_id can be used instead.",
        r#"at_most_one ["file_id","it"]"#,
    ),
    (
        "String",
        "Can't be used together with url.",
        r#"at_most_one ["it","url"]"#,
    ),
    (
        "String",
        "Mutually exclusive with url.",
        r#"at_most_one ["it","url"]"#,
    ),
    (
        "String",
        "Must not be specified if url is specified.",
        r#"at_most_one ["it","url"]"#,
    ),
    (
        "String",
        "url and file_id are mutually exclusive.",
        r#"at_most_one ["file_id","url"]"#,
    ),
    (
        "String",
        "At most one of it and url may be given.",
        r#"at_most_one ["it","url"]"#,
    ),
    (
        "String",
        "Pass either it or url.",
        r#"at_least_one ["it","url"]"#,
    ),
    (
        "String",
        "Pass either chatId or file_id here.",
        r#"at_least_one ["chatId","file_id"]"#,
    ),
    (
        "String",
        "One of it or url must be specified.",
        r#"at_least_one ["it","url"]"#,
    ),
    (
        "String",
        "At least one of it, url and file_id must be given.",
        r#"at_least_one ["file_id","it","url"]"#,
    ),
    (
        "String",
        "Exactly one of it and url must be specified.",
        r#"exactly_one ["it","url"]"#,
    ),
    (
        "String",
        "One and only one of it, url must be given.",
        r#"exactly_one ["it","url"]"#,
    ),
    (
        "String",
        "Either it or url must be given, but not both.",
        r#"exactly_one ["it","url"]"#,
    ),
    (
        "String",
        "Exactly one of it and sticker_id must be specified.",
        "gap condition",
    ),
    (
        "String",
        "Can't be used together with sticker_id.",
        "gap condition",
    ),
];

#[test]
fn when_it_is_required() {
    check(REQUIRED);
}

#[test]
fn when_it_has_an_effect() {
    check(EFFECTIVE);
}

#[test]
fn how_many_of_several_are_given() {
    check(GROUPS);
}

//! Keys of named types and of rules between fields.

use stipula_rules::Group;

use super::{ANY, CASES, FIELD, Key, Mapping, TAG, Takes, evidence, key};

/// A named type.
pub static TYPE_DEF: Mapping = Mapping {
    what: "a named type",
    keys: &[
        &[
            key("doc", Takes::Text, "what it is for"),
            key("fields", Takes::NamedOf(|| &FIELD), "fields of an object"),
            key("rules", Takes::ListOf(|| &RULE), "rules between fields"),
            key(
                "closed",
                Takes::Flag,
                "in requests, a member that is no field is an error; answers keep it",
            ),
            key(
                "enum",
                Takes::Named(&Takes::Either(&[Takes::Text, Takes::Of(|| &ENUM_VALUE)])),
                "values of an enum, each with what it means",
            ),
            key(
                "of",
                Takes::Words(&["integer"]),
                "the values of the enum are whole numbers of 64 bits, not texts",
            ),
            key(
                "open",
                Takes::Flag,
                "in requests, too, other values are allowed",
            ),
            key(
                "moves",
                Takes::Named(&Takes::Texts),
                "a status machine: what may follow each value",
            ),
            TAG,
            CASES,
            ANY,
        ],
        evidence::KEYS,
    ],
    one_of: &["fields", "enum", "tag", "any"],
    needs: &[
        ("of", &["enum"]),
        ("closed", &["fields"]),
        ("open", &["enum"]),
        ("moves", &["enum"]),
        ("tag", &["cases"]),
        ("cases", &["tag"]),
    ],
    refused: &[],
};

/// A value of an enum, written long.
pub static ENUM_VALUE: Mapping = Mapping::new(
    "a value of an enum",
    &[
        &[
            key("doc", Takes::Text, "what it means"),
            key(
                "rust",
                Takes::Text,
                "the Rust name, where the made one does not do",
            ),
        ],
        evidence::KEYS,
    ],
);

const GROUP_KEYS: &[Key] = &[
    key(
        Group::AtLeastOne.code().name,
        Takes::Texts,
        "one of these fields has to be given",
    ),
    key(
        Group::ExactlyOne.code().name,
        Takes::Texts,
        "one of them, and no more",
    ),
    key(
        Group::AtMostOne.code().name,
        Takes::Texts,
        "one of them, or none",
    ),
    key(
        Group::AllOrNone.code().name,
        Takes::Texts,
        "all of them, or none",
    ),
    key(
        Group::AtLeast(2).code().name,
        Takes::Of(|| &AT_LEAST),
        "so many of them, or more",
    ),
];

/// A group with a count.
pub static AT_LEAST: Mapping = Mapping::new(
    "`at_least`",
    &[&[
        key("of", Takes::Texts, "the fields, 16 at most").required(),
        key(
            "count",
            Takes::Whole,
            "how many of them have to be given: 2 or more, and not all",
        )
        .required(),
    ]],
);

/// A rule between fields.
pub static RULE: Mapping = Mapping {
    what: "a rule",
    keys: &[
        &[
            key("id", Takes::Text, "name of the rule").required(),
            key("at", Takes::Text, "the field that is blamed"),
            key(
                "when",
                Takes::Text,
                "when it applies; always, when left out",
            ),
            key("expect", Takes::Text, "what has to hold"),
            key(
                "severity",
                Takes::Words(&["error", "warning"]),
                "a warning never stops a request",
            ),
            key(
                "code",
                Takes::Text,
                "the result code that the server answers with",
            ),
            key("doc", Takes::Text, "why"),
        ],
        GROUP_KEYS,
        evidence::KEYS,
    ],
    one_of: &[
        "expect",
        Group::AtLeastOne.code().name,
        Group::ExactlyOne.code().name,
        Group::AtMostOne.code().name,
        Group::AllOrNone.code().name,
        Group::AtLeast(2).code().name,
    ],
    needs: &[("when", &["expect"]), ("expect", &["at"])],
    refused: &[],
};

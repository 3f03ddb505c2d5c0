//! Keys of notifications.

use super::{FIELD, Mapping, TYPE, Takes, evidence, key};

/// What the vendor calls us with.
pub static NOTIFICATION: Mapping = Mapping::new(
    "a notification",
    &[
        &[
            key(
                "summary",
                Takes::Text,
                "one line, without a final period: what happened",
            ),
            key("doc", Takes::Text, "more, if there is more to say"),
            key(
                "proof",
                Takes::Either(&[Takes::Text, Takes::Of(|| &NOTIFICATION_PROOF)]),
                "how it proves who sent it: a scheme of `authentication`, as its `response` says; a secret in a header; or `none`, where the vendor proves nothing",
            )
            .required(),
            key(
                "when",
                Takes::Text,
                "condition on the body that tells this kind from the others; left out where there is no other",
            ),
            key(
                "body",
                Takes::Either(&[
                    Takes::Text,
                    Takes::Of(|| &TYPE),
                    Takes::NamedOf(|| &FIELD),
                ]),
                "its fields, or its type; it is read as an answer is, and never judged",
            )
            .required(),
            key(
                "answer",
                Takes::Of(|| &REPLY),
                "what the vendor expects to be answered; status 200 without a body when left out",
            ),
            key(
                "rust",
                Takes::Text,
                "the Rust name, where the made one does not do",
            ),
        ],
        evidence::KEYS,
    ],
);

/// A secret that proves it.
pub static NOTIFICATION_PROOF: Mapping = Mapping::new(
    "`proof`",
    &[&[
        key("header", Takes::Text, "the header with the secret").required(),
        key(
            "is",
            Takes::Text,
            "the credential that the header holds; compared in constant time",
        )
        .required(),
    ]],
);

/// What is answered to it.
pub static REPLY: Mapping = Mapping::new(
    "`answer` of a notification",
    &[&[
        key(
            "http",
            Takes::Whole,
            "HTTP status, 200 to 299; 200 when left out",
        ),
        key("json", Takes::Any, "the body, as JSON"),
        key("text", Takes::Text, "the body, as a text"),
    ]],
);

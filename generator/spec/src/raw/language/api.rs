//! Keys of `api.yaml`.

use super::{Key, Mapping, Takes, evidence, key};

/// The keys of the API itself.
pub const API: &[Key] = &[
    key("api", Takes::Text, "name of the API: `a-z`, `0-9` and `-`").required(),
    key("title", Takes::Text, "title for people"),
    key("doc", Takes::Text, "what it is, in our own words"),
    key("crate", Takes::Text, "the Rust crate that is generated"),
    key(
        "empty",
        Takes::Words(&["absent", "value"]),
        "whether `\"\"` and `null` in a body count as absent, or are values",
    ),
    key(
        "environments",
        Takes::NamedOf(|| &ENVIRONMENT),
        "hosts by name",
    ),
    key(
        "signing",
        Takes::Of(|| &SIGNING),
        "how requests are signed; left out for an unsigned API",
    ),
    key(
        "encryption",
        Takes::Of(|| &ENCRYPTION),
        "how bodies are encrypted; only beside `signing`",
    ),
    key(
        "outcome",
        Takes::Of(|| &OUTCOME),
        "where an answer says how it went",
    ),
    key(
        "headers",
        Takes::NamedOf(|| &HEADER),
        "documented headers by name",
    ),
];

/// A host.
pub static ENVIRONMENT: Mapping = Mapping::new(
    "an environment",
    &[
        &[
            key("url", Takes::Text, "base address without a path").required(),
            key("doc", Takes::Text, "what it is for"),
        ],
        evidence::KEYS,
    ],
);

/// Where an answer says how it went.
pub static OUTCOME: Mapping = Mapping::new(
    "`outcome`",
    &[
        &[
            key(
                "object",
                Takes::Texts,
                "members that may hold the result object, the first that is there; left out when its members are at the top",
            ),
            key("code", Takes::Texts, "members that hold the code"),
            key("status", Takes::Texts, "members that hold the status").required(),
            key("message", Takes::Texts, "members that hold a message"),
            key("success", Takes::Texts, "status texts of success").required(),
            key("failed", Takes::Texts, "status texts of a final failure"),
            key(
                "unknown",
                Takes::Texts,
                "status texts of an unknown outcome: query or retry",
            ),
            key("transient", Takes::Texts, "codes worth a retry"),
        ],
        evidence::KEYS,
    ],
);

/// A signature in a header.
pub static SIGNING: Mapping = Mapping::new(
    "`signing`",
    &[
        &[
            key("scheme", Takes::Words(&["signature"]), "the profile").required(),
            key("client_header", Takes::Text, "header with the client id").required(),
            key(
                "request_time_header",
                Takes::Text,
                "header with the time of a request",
            )
            .required(),
            key(
                "response_time_header",
                Takes::Text,
                "header with the time of an answer",
            )
            .required(),
            key("signature_header", Takes::Text, "header with the signature").required(),
            key(
                "trace_headers",
                Takes::Texts,
                "headers that may hold a trace id",
            ),
            key("content_type", Takes::Text, "content type of a request"),
            key(
                "string_to_sign",
                Takes::Text,
                "template of `{method}`, `{path}`, `{client_id}`, `{time}` and `{body}`",
            )
            .required(),
            key("algorithm", Takes::Text, "name that is written").required(),
            key(
                "algorithm_aliases",
                Takes::Texts,
                "names that are read as the same",
            ),
            key(
                "refused",
                Takes::Named(&Takes::Text),
                "algorithms that pages name and nobody can use, each with the reason",
            ),
            key("key_version", Takes::Whole, "unless configured"),
            key(
                "accept_unsigned",
                Takes::Texts,
                "statuses of answers that may come unsigned",
            ),
        ],
        evidence::KEYS,
    ],
);

/// Encrypted bodies.
pub static ENCRYPTION: Mapping = Mapping::new(
    "`encryption`",
    &[
        &[
            key("header", Takes::Text, "header with the wrapped key").required(),
            key("algorithm", Takes::Text, "as the header names it").required(),
            key(
                "profile",
                Takes::Words(&["rsa_aes_ecb_pkcs1"]),
                "cipher, padding and key wrap",
            )
            .required(),
            key("key_version", Takes::Whole, "unless configured"),
            key(
                "content_type",
                Takes::Text,
                "content type of an encrypted request",
            ),
        ],
        evidence::KEYS,
    ],
);

/// A header.
pub static HEADER: Mapping = Mapping::new(
    "a header",
    &[
        &[
            key(
                "in",
                Takes::Words(&["request", "response", "both"]),
                "which way it goes",
            )
            .required(),
            key("required", Takes::Text, "`true`, or a text that says when"),
            key("sample", Takes::Text, "a value from the page"),
            key("doc", Takes::Text, "what it holds"),
        ],
        evidence::KEYS,
    ],
);

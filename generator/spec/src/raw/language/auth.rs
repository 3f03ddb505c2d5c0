//! Keys of authentication: a mapping for each kind of scheme.

use super::{Mapping, Takes, evidence, key};

pub use super::signature::{SIGNATURE, SIGNED_REQUEST, SIGNED_RESPONSE};

/// Every mapping of authentication, in the order in which they are told.
pub(super) static ALL: &[&Mapping] = &[
    &CREDENTIAL,
    &SCHEME,
    &BASIC,
    &API_KEY,
    &OAUTH2,
    &SIGNATURE,
    &SIGNED_REQUEST,
    &SIGNED_RESPONSE,
    &SIGNING,
];

/// What the builder of a client is given.
pub static CREDENTIAL: Mapping = Mapping::new(
    "a credential",
    &[
        &[
            key("doc", Takes::Text, "what it is, and where to get it"),
            key("sample", Takes::Text, "a value from the page"),
            key(
                "public",
                Takes::Flag,
                "it may be shown; otherwise it reaches no error and no log",
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

/// A scheme: one of its kinds.
pub static SCHEME: Mapping = Mapping {
    what: "a scheme",
    keys: &[
        &[
            key(
                "bearer",
                Takes::Text,
                "the credential that is sent as `Authorization: Bearer …`",
            ),
            key(
                "basic",
                Takes::Of(|| &BASIC),
                "user and password, sent as `Authorization: Basic …`",
            ),
            key(
                "api_key",
                Takes::Of(|| &API_KEY),
                "a credential that stands alone in a header or in the query",
            ),
            key(
                "oauth2",
                Takes::Of(|| &OAUTH2),
                "a token that the client fetches, sent as `Authorization: Bearer …`",
            ),
            key(
                "signature",
                Takes::Of(|| &SIGNATURE),
                "a signature over a text, in headers; both are templates",
            ),
        ],
        evidence::KEYS,
    ],
    one_of: &["bearer", "basic", "api_key", "oauth2", "signature"],
    needs: &[],
    refused: &[],
};

/// User and password.
pub static BASIC: Mapping = Mapping::new(
    "`basic`",
    &[&[
        key("user", Takes::Text, "the credential that is the user").required(),
        key(
            "password",
            Takes::Text,
            "the credential that is the password; left out where a key is the user",
        ),
    ]],
);

/// A key that stands alone.
pub static API_KEY: Mapping = Mapping {
    what: "`api_key`",
    keys: &[&[
        key("header", Takes::Text, "the header that it stands in"),
        key(
            "query",
            Takes::Text,
            "the parameter of the query that it stands in",
        ),
        key("is", Takes::Text, "the credential").required(),
    ]],
    one_of: &["header", "query"],
    needs: &[],
    refused: &[],
};

/// A token that the client fetches.
pub static OAUTH2: Mapping = Mapping::new(
    "`oauth2`",
    &[&[
        key(
            "token_url",
            Takes::Text,
            "where tokens are fetched: an address, or a path below that of the environment",
        )
        .required(),
        key("client_id", Takes::Text, "the credential that is the id").required(),
        key(
            "client_secret",
            Takes::Text,
            "the credential that is the secret",
        )
        .required(),
        key("scopes", Takes::Texts, "what the token is to be good for"),
        key(
            "in",
            Takes::Words(&["header", "body"]),
            "where the request for a token has id and secret: `header` (usual) or `body`",
        ),
        key(
            "parameters",
            Takes::Named(&Takes::Text),
            "what the request for a token says besides",
        ),
    ]],
);

/// A signature in a header of pairs: the short form.
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
                "template of `{method}`, `{path}` with its query, `{client_id}`, `{time}` and `{body}`",
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

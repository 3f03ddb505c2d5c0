//! Keys of authentication: a mapping for each kind of scheme.

use super::{Mapping, Takes, evidence, key};

/// A scheme of whatever kind.
pub(super) const SCHEME: Takes = Takes::Of(|| &SIGNING);

/// Each kind, in the order in which they are told.
pub(super) static KINDS: &[&Mapping] = &[&SIGNING];

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

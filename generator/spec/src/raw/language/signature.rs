//! Keys of a signature by templates.

use super::{Mapping, Takes, key};

/// A signature by templates.
pub static SIGNATURE: Mapping = Mapping::new(
    "`signature`",
    &[&[
        key(
            "algorithm",
            Takes::Words(&[
                "rsa_sha256",
                "rsa_pss_sha256",
                "hmac_sha256",
                "hmac_sha512",
                "ed25519",
                "ecdsa_p256_sha256",
            ]),
            "what makes it; an RSA key signs by PKCS#1 v1.5 or by PSS, and ECDSA gives a DER sequence",
        )
        .required(),
        key(
            "key",
            Takes::Text,
            "the credential that both sides have; of `hmac_sha256` and `hmac_sha512` only",
        ),
        key(
            "time",
            Takes::Words(&["rfc3339", "unix_seconds", "unix_millis"]),
            "how times are written; `rfc3339` when left out",
        ),
        key(
            "encoding",
            Takes::Words(&["base64", "base64url", "hex"]),
            "how signatures are written; `base64` when left out",
        ),
        key(
            "request",
            Takes::Of(|| &SIGNED_REQUEST),
            "what of a request is signed, and where it stands; left out where it is there for notifications only",
        ),
        key(
            "response",
            Takes::Of(|| &SIGNED_RESPONSE),
            "how answers and notifications are signed; they prove nothing when left out",
        ),
        key(
            "accept_unsigned",
            Takes::Texts,
            "how an answer may have ended that comes unsigned: `failed`, `unknown`",
        ),
        key(
            "trace_headers",
            Takes::Texts,
            "headers that may hold a trace id",
        ),
    ]],
);

/// What of a request is signed.
pub static SIGNED_REQUEST: Mapping = Mapping::new(
    "`request` of a signature",
    &[&[
        key(
            "text",
            Takes::Text,
            "template of `{method}`, `{path}`, `{query}`, `{sorted_query}`, `{path_and_query}`, `{body}`, `{body_digest}`, `{body_digest_base64}`, `{time}`, `{nonce}`, `{key_id}` and credentials by name",
        )
        .required(),
        key(
            "headers",
            Takes::Named(&Takes::Text),
            "each header with its template; one of them has `{signature}`",
        )
        .required(),
    ]],
);

/// How answers are signed.
pub static SIGNED_RESPONSE: Mapping = Mapping::new(
    "`response` of a signature",
    &[&[
        key(
            "text",
            Takes::Text,
            "template of the same pieces; method, path and query are those of the request",
        )
        .required(),
        key("signature", Takes::Text, "header with the signature").required(),
        key("time", Takes::Text, "header with the time"),
        key("nonce", Takes::Text, "header with the nonce"),
        key(
            "key",
            Takes::Text,
            "header with the id of the key that signed, where a platform has several",
        ),
        key(
            "fresh",
            Takes::Whole,
            "how many seconds the time may be away from that of the client",
        ),
    ]],
);

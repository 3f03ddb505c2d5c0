//! Samples of schemes of authentication.

use super::samples::Sample;

/// Every scheme.
pub(super) const SAMPLES: &[Sample] = &[
    Sample {
        mapping: "a scheme",
        spec: "api: demo\ncredentials: { token: { doc: T. }, user: { doc: U., public: true } }\nauthentication: { main: { HERE } }\noperations: { one: { summary: One, post: /one, request: { a: { type: string } } } }",
        keys: &[
            ("bearer", "bearer: token", "bearer: user"),
            ("basic", "bearer: token", "basic: { user: token }"),
            (
                "api_key",
                "bearer: token",
                "api_key: { header: X-Key, is: token }",
            ),
        ],
    },
    Sample {
        mapping: "`basic`",
        spec: "api: demo\ncredentials: { token: { doc: T. }, user: { doc: U., public: true } }\nauthentication: { main: { basic: { HERE } } }\noperations: { one: { summary: One, post: /one, request: { a: { type: string } } } }",
        keys: &[
            ("user", "user: user", "user: token"),
            ("password", "user: user", "user: user, password: token"),
        ],
    },
    Sample {
        mapping: "`api_key`",
        spec: "api: demo\ncredentials: { token: { doc: T. }, user: { doc: U., public: true } }\nauthentication: { main: { api_key: { HERE } } }\noperations: { one: { summary: One, post: /one, request: { a: { type: string } } } }",
        keys: &[
            ("header", "header: X-A, is: token", "header: X-B, is: token"),
            ("query", "header: X-A, is: token", "query: a, is: token"),
            ("is", "header: X-A, is: token", "header: X-A, is: user"),
        ],
    },
    Sample {
        mapping: "`signing`",
        spec: "api: demo\noutcome: { status: [status], success: [ok], failed: [bad] }\nsigning: { scheme: signature, client_header: C, request_time_header: T, response_time_header: R, signature_header: S, algorithm: RSA256, string_to_sign: \"{method}{path}{client_id}{time}{body}\" HERE }\noperations: { one: { summary: One, post: /one, request: { a: { type: string } } } }",
        keys: &[
            ("trace_headers", "", ", trace_headers: [X-T]"),
            ("content_type", "", ", content_type: text/json"),
            (
                "algorithm_aliases",
                "",
                ", algorithm_aliases: [SHA256withRSA]",
            ),
            ("refused", "", ", refused: { MD5: Too weak. }"),
            ("key_version", "", ", key_version: 2"),
            ("accept_unsigned", "", ", accept_unsigned: [bad]"),
        ],
    },
    Sample {
        mapping: "`signing`",
        spec: "api: demo\noutcome: { status: [status], success: [ok], failed: [bad] }\nsigning: { HERE, client_header: C, request_time_header: T, response_time_header: R, signature_header: S, algorithm: RSA256, string_to_sign: \"{method}{path}{client_id}{time}{body}\" }\noperations: { one: { summary: One, post: /one, request: { a: { type: string } } } }",
        keys: &[("scheme", "scheme: signature", "scheme: other")],
    },
    Sample {
        mapping: "`signing`",
        spec: "api: demo\noutcome: { status: [status], success: [ok], failed: [bad] }\nsigning: { scheme: signature, HERE request_time_header: T, response_time_header: R, signature_header: S, algorithm: RSA256, string_to_sign: \"{method}{path}{client_id}{time}{body}\" }\noperations: { one: { summary: One, post: /one, request: { a: { type: string } } } }",
        keys: &[("client_header", "client_header: C,", "client_header: D,")],
    },
    Sample {
        mapping: "`signing`",
        spec: "api: demo\noutcome: { status: [status], success: [ok], failed: [bad] }\nsigning: { scheme: signature, client_header: C, HERE response_time_header: R, signature_header: S, algorithm: RSA256, string_to_sign: \"{method}{path}{client_id}{time}{body}\" }\noperations: { one: { summary: One, post: /one, request: { a: { type: string } } } }",
        keys: &[(
            "request_time_header",
            "request_time_header: T,",
            "request_time_header: U,",
        )],
    },
    Sample {
        mapping: "`signing`",
        spec: "api: demo\noutcome: { status: [status], success: [ok], failed: [bad] }\nsigning: { scheme: signature, client_header: C, request_time_header: T, HERE signature_header: S, algorithm: RSA256, string_to_sign: \"{method}{path}{client_id}{time}{body}\" }\noperations: { one: { summary: One, post: /one, request: { a: { type: string } } } }",
        keys: &[(
            "response_time_header",
            "response_time_header: R,",
            "response_time_header: Q,",
        )],
    },
    Sample {
        mapping: "`signing`",
        spec: "api: demo\noutcome: { status: [status], success: [ok], failed: [bad] }\nsigning: { scheme: signature, client_header: C, request_time_header: T, response_time_header: R, HERE algorithm: RSA256, string_to_sign: \"{method}{path}{client_id}{time}{body}\" }\noperations: { one: { summary: One, post: /one, request: { a: { type: string } } } }",
        keys: &[(
            "signature_header",
            "signature_header: S,",
            "signature_header: Z,",
        )],
    },
    Sample {
        mapping: "`signing`",
        spec: "api: demo\noutcome: { status: [status], success: [ok], failed: [bad] }\nsigning: { scheme: signature, client_header: C, request_time_header: T, response_time_header: R, signature_header: S, algorithm: RSA256, HERE{client_id}{time}{body}\" }\noperations: { one: { summary: One, post: /one, request: { a: { type: string } } } }",
        keys: &[(
            "string_to_sign",
            "string_to_sign: \"{method}{path}",
            "string_to_sign: \"{path}{method}",
        )],
    },
    Sample {
        mapping: "`signing`",
        spec: "api: demo\noutcome: { status: [status], success: [ok], failed: [bad] }\nsigning: { scheme: signature, client_header: C, request_time_header: T, response_time_header: R, signature_header: S, HERE, string_to_sign: \"{method}{path}{client_id}{time}{body}\" }\noperations: { one: { summary: One, post: /one, request: { a: { type: string } } } }",
        keys: &[("algorithm", "algorithm: RSA256", "algorithm: MD5")],
    },
    Sample {
        mapping: "`encryption`",
        spec: "api: demo\noutcome: { status: [status], success: [ok], failed: [bad] }\nsigning: { scheme: signature, client_header: C, request_time_header: T, response_time_header: R, signature_header: S, algorithm: RSA256, string_to_sign: \"{method}{path}{client_id}{time}{body}\" }\nencryption: { HERE }\noperations: { one: { summary: One, post: /one, request: { a: { type: string } } } }",
        keys: &[
            (
                "header",
                "header: E, algorithm: RSA_AES, profile: rsa_aes_ecb_pkcs1",
                "header: F, algorithm: RSA_AES, profile: rsa_aes_ecb_pkcs1",
            ),
            (
                "algorithm",
                "header: E, algorithm: RSA_AES, profile: rsa_aes_ecb_pkcs1",
                "header: E, algorithm: AES, profile: rsa_aes_ecb_pkcs1",
            ),
            (
                "profile",
                "header: E, algorithm: RSA_AES, profile: rsa_aes_ecb_pkcs1",
                "header: E, algorithm: RSA_AES, profile: other",
            ),
            (
                "key_version",
                "header: E, algorithm: RSA_AES, profile: rsa_aes_ecb_pkcs1",
                "header: E, algorithm: RSA_AES, profile: rsa_aes_ecb_pkcs1, key_version: 2",
            ),
            (
                "content_type",
                "header: E, algorithm: RSA_AES, profile: rsa_aes_ecb_pkcs1",
                "header: E, algorithm: RSA_AES, profile: rsa_aes_ecb_pkcs1, content_type: text/sealed",
            ),
        ],
    },
];

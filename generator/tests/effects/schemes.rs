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
    Sample {
        mapping: "a scheme",
        spec: "api: demo\noutcome: { by: http }\ncredentials: { token: { doc: T. }, user: { doc: U., public: true } }\nauthentication: { main: { HERE } }\noperations: { one: { summary: One, post: /one, request: { a: { type: string } } } }",
        keys: &[
            (
                "oauth2",
                "bearer: token",
                "oauth2: { token_url: /token, client_id: user, client_secret: token }",
            ),
            (
                "signature",
                "bearer: token",
                "signature: { algorithm: hmac_sha256, key: token, request: { text: '{time}{body}', headers: { X-Sign: '{signature}', X-Time: '{time}' } } }",
            ),
        ],
    },
    Sample {
        mapping: "`oauth2`",
        spec: "api: demo\noutcome: { by: http }\ncredentials: { token: { doc: T. }, user: { doc: U., public: true } }\nauthentication: { main: { oauth2: { HERE } } }\noperations: { one: { summary: One, post: /one, request: { a: { type: string } } } }",
        keys: &[
            (
                "token_url",
                "token_url: /token, client_id: user, client_secret: token",
                "token_url: /other, client_id: user, client_secret: token",
            ),
            (
                "client_id",
                "token_url: /token, client_id: user, client_secret: token",
                "token_url: /token, client_id: token, client_secret: token",
            ),
            (
                "client_secret",
                "token_url: /token, client_id: user, client_secret: token",
                "token_url: /token, client_id: user, client_secret: user",
            ),
            (
                "scopes",
                "token_url: /token, client_id: user, client_secret: token",
                "token_url: /token, client_id: user, client_secret: token, scopes: [read]",
            ),
            (
                "in",
                "token_url: /token, client_id: user, client_secret: token",
                "token_url: /token, client_id: user, client_secret: token, in: body",
            ),
            (
                "parameters",
                "token_url: /token, client_id: user, client_secret: token",
                "token_url: /token, client_id: user, client_secret: token, parameters: { audience: x }",
            ),
        ],
    },
    Sample {
        mapping: "`signature`",
        spec: "api: demo\noutcome: { by: http }\ncredentials: { token: { doc: T. }, user: { doc: U., public: true } }\nauthentication: { main: { signature: { HERE } } }\noperations: { one: { summary: One, post: /one, request: { a: { type: string } } } }",
        keys: &[
            (
                "algorithm",
                "algorithm: hmac_sha256, key: token, request: { text: '{time}{body}', headers: { X-Sign: '{signature}', X-Time: '{time}' } }",
                "algorithm: hmac_sha512, key: token, request: { text: '{time}{body}', headers: { X-Sign: '{signature}', X-Time: '{time}' } }",
            ),
            (
                "key",
                "algorithm: hmac_sha256, key: token, request: { text: '{time}{body}', headers: { X-Sign: '{signature}', X-Time: '{time}' } }",
                "algorithm: hmac_sha256, key: user, request: { text: '{time}{body}', headers: { X-Sign: '{signature}', X-Time: '{time}' } }",
            ),
            (
                "time",
                "algorithm: hmac_sha256, key: token, request: { text: '{time}{body}', headers: { X-Sign: '{signature}', X-Time: '{time}' } }",
                "algorithm: hmac_sha256, key: token, request: { text: '{time}{body}', headers: { X-Sign: '{signature}', X-Time: '{time}' } }, time: unix_seconds",
            ),
            (
                "encoding",
                "algorithm: hmac_sha256, key: token, request: { text: '{time}{body}', headers: { X-Sign: '{signature}', X-Time: '{time}' } }",
                "algorithm: hmac_sha256, key: token, request: { text: '{time}{body}', headers: { X-Sign: '{signature}', X-Time: '{time}' } }, encoding: hex",
            ),
            (
                "request",
                "algorithm: hmac_sha256, key: token, request: { text: '{time}{body}', headers: { X-Sign: '{signature}', X-Time: '{time}' } }",
                "algorithm: hmac_sha256, key: token, request: { text: '{body}{time}', headers: { X-Sign: '{signature}', X-Time: '{time}' } }",
            ),
            (
                "response",
                "algorithm: hmac_sha256, key: token, request: { text: '{time}{body}', headers: { X-Sign: '{signature}', X-Time: '{time}' } }",
                "algorithm: hmac_sha256, key: token, request: { text: '{time}{body}', headers: { X-Sign: '{signature}', X-Time: '{time}' } }, response: { text: '{time}{nonce}{body}', signature: X-S, time: X-T, nonce: X-N }",
            ),
            (
                "accept_unsigned",
                "algorithm: hmac_sha256, key: token, request: { text: '{time}{body}', headers: { X-Sign: '{signature}', X-Time: '{time}' } }, response: { text: '{time}{nonce}{body}', signature: X-S, time: X-T, nonce: X-N }",
                "algorithm: hmac_sha256, key: token, request: { text: '{time}{body}', headers: { X-Sign: '{signature}', X-Time: '{time}' } }, response: { text: '{time}{nonce}{body}', signature: X-S, time: X-T, nonce: X-N }, accept_unsigned: [failed]",
            ),
            (
                "trace_headers",
                "algorithm: hmac_sha256, key: token, request: { text: '{time}{body}', headers: { X-Sign: '{signature}', X-Time: '{time}' } }",
                "algorithm: hmac_sha256, key: token, request: { text: '{time}{body}', headers: { X-Sign: '{signature}', X-Time: '{time}' } }, trace_headers: [X-Trace]",
            ),
        ],
    },
    Sample {
        mapping: "`request` of a signature",
        spec: "api: demo\noutcome: { by: http }\ncredentials: { token: { doc: T. }, user: { doc: U., public: true } }\nauthentication: { main: { signature: { algorithm: hmac_sha256, key: token, request: { HERE } } } }\noperations: { one: { summary: One, post: /one, request: { a: { type: string } } } }",
        keys: &[
            (
                "text",
                "text: '{body}', headers: { X-Sign: '{signature}' }",
                "text: '{method}{body}', headers: { X-Sign: '{signature}' }",
            ),
            (
                "headers",
                "text: '{body}', headers: { X-Sign: '{signature}' }",
                "text: '{body}', headers: { X-Other: '{signature}' }",
            ),
        ],
    },
    Sample {
        mapping: "`response` of a signature",
        spec: "api: demo\noutcome: { by: http }\ncredentials: { token: { doc: T. }, user: { doc: U., public: true } }\nauthentication: { main: { signature: { algorithm: hmac_sha256, key: token, request: { text: '{time}{body}', headers: { X-Sign: '{signature}', X-Time: '{time}' } }, response: { HERE } } } }\noperations: { one: { summary: One, post: /one, request: { a: { type: string } } } }",
        keys: &[
            (
                "text",
                "text: '{time}{nonce}{body}', signature: X-S, time: X-T, nonce: X-N",
                "text: '{nonce}{time}{body}', signature: X-S, time: X-T, nonce: X-N",
            ),
            (
                "signature",
                "text: '{time}{nonce}{body}', signature: X-S, time: X-T, nonce: X-N",
                "text: '{time}{nonce}{body}', signature: X-Z, time: X-T, nonce: X-N",
            ),
            (
                "time",
                "text: '{time}{nonce}{body}', signature: X-S, time: X-T, nonce: X-N",
                "text: '{time}{nonce}{body}', signature: X-S, time: X-Z, nonce: X-N",
            ),
            (
                "nonce",
                "text: '{time}{nonce}{body}', signature: X-S, time: X-T, nonce: X-N",
                "text: '{time}{nonce}{body}', signature: X-S, time: X-T, nonce: X-Z",
            ),
            (
                "key",
                "text: '{time}{nonce}{body}', signature: X-S, time: X-T, nonce: X-N",
                "text: '{time}{nonce}{body}', signature: X-S, time: X-T, nonce: X-N, key: X-K",
            ),
            (
                "fresh",
                "text: '{time}{nonce}{body}', signature: X-S, time: X-T, nonce: X-N",
                "text: '{time}{nonce}{body}', signature: X-S, time: X-T, nonce: X-N, fresh: 300",
            ),
        ],
    },
    Sample {
        mapping: "an operation",
        spec: "api: demo\noutcome: { by: http }\ncredentials: { token: { doc: T. }, user: { doc: U., public: true } }\nauthentication: { main: { signature: { algorithm: hmac_sha256, key: token, request: { text: '{time}{body}', headers: { X-Sign: '{signature}', X-Time: '{time}' } }, response: { text: '{time}{nonce}{body}', signature: X-S, time: X-T, nonce: X-N } } } }\noperations: { one: { HERE } }",
        keys: &[(
            "answer",
            "summary: One, post: /one",
            "summary: One, post: /one, answer: unsigned",
        )],
    },
    Sample {
        mapping: "a notification",
        spec: "api: demo\ncredentials: { token: { doc: T. }, user: { doc: U. } }\nauthentication: { main: { bearer: user } }\noperations: { one: { summary: One, post: /one } }\nnotifications: { told: { HERE } }\n",
        keys: &[
            (
                "summary",
                "proof: none, body: { a: { type: string } }",
                "proof: none, body: { a: { type: string } }, summary: It happened",
            ),
            (
                "doc",
                "proof: none, body: { a: { type: string } }",
                "proof: none, body: { a: { type: string } }, doc: Now and then.",
            ),
            (
                "proof",
                "proof: { header: X-A, is: token }, body: { a: { type: string } }",
                "proof: { header: X-A, is: user }, body: { a: { type: string } }",
            ),
            (
                "when",
                "proof: none, body: { a: { type: string } }",
                "proof: none, body: { a: { type: string } }, when: a == \"x\"",
            ),
            (
                "body",
                "proof: none, body: { a: { type: string } }",
                "proof: none, body: { b: { type: string } }",
            ),
            (
                "answer",
                "proof: none, body: { a: { type: string } }",
                "proof: none, body: { a: { type: string } }, answer: { http: 202 }",
            ),
            (
                "rust",
                "proof: none, body: { a: { type: string } }",
                "proof: none, body: { a: { type: string } }, rust: Heard",
            ),
        ],
    },
    Sample {
        mapping: "`proof`",
        spec: "api: demo\ncredentials: { token: { doc: T. }, user: { doc: U. } }\nauthentication: { main: { basic: { user: user, password: token } } }\noperations: { one: { summary: One, post: /one } }\nnotifications: { told: { body: { a: { type: string } }, proof: { HERE } } }\n",
        keys: &[
            ("header", "header: X-A, is: token", "header: X-B, is: token"),
            ("is", "header: X-A, is: token", "header: X-A, is: user"),
        ],
    },
    Sample {
        mapping: "`answer` of a notification",
        spec: "api: demo\noperations: { one: { summary: One, post: /one } }\nnotifications: { told: { proof: none, body: { a: { type: string } }, answer: { HERE } } }\n",
        keys: &[
            ("http", "http: 200", "http: 201"),
            ("json", "http: 200", "http: 200, json: { a: 1 }"),
            ("text", "http: 200", "http: 200, text: ok"),
        ],
    },
    Sample {
        mapping: "`encryption`",
        spec: "api: demo\ncredentials: { token: { doc: T. }, user: { doc: U. } }\nauthentication: { main: { basic: { user: user, password: token } } }\nHERE\noperations: { one: { summary: One, post: /one, response: { a: { type: string } } } }",
        keys: &[(
            "member",
            "",
            "encryption: { member: { sealed: { profile: aes_256_gcm, key: token, text: t, nonce: n } } }",
        )],
    },
    Sample {
        mapping: "`encryption`",
        spec: "api: demo\nsources: { p: { title: P, covers: everything } }\nquirks: { Q: { at: api, page: A., spec: B., why: C. } }\nencryption: { member: { sent: { profile: rsa_oaep_sha1, key_header: K } }, HERE }\noperations: { one: { summary: One, post: /one, source: p, quirk: Q, request: { a: { type: string, encrypted: true } } } }",
        keys: &[("source", "", "source: p"), ("quirk", "", "quirk: Q")],
    },
    Sample {
        mapping: "`member` of `encryption`",
        spec: "api: demo\ncredentials: { token: { doc: T. }, user: { doc: U. } }\nauthentication: { main: { basic: { user: user, password: token } } }\nencryption: { member: { HERE } }\noperations: { one: { summary: One, post: /one, response: { a: { type: { sealed: string } } } } }",
        keys: &[(
            "sealed",
            "sealed: { profile: aes_256_gcm, key: token, text: t, nonce: n }",
            "sealed: { profile: aes_256_gcm, key: token, text: t, nonce: m }",
        )],
    },
    Sample {
        mapping: "`sealed`",
        spec: "api: demo\ncredentials: { token: { doc: T. }, user: { doc: U. } }\nauthentication: { main: { basic: { user: user, password: token } } }\nencryption: { member: { sealed: { HERE } } }\noperations: { one: { summary: One, post: /one, response: { a: { type: { sealed: string } } } } }",
        keys: &[
            (
                "profile",
                "profile: aes_256_gcm, key: token, text: t, nonce: n",
                "profile: other, key: token, text: t, nonce: n",
            ),
            (
                "key",
                "profile: aes_256_gcm, key: token, text: t, nonce: n",
                "profile: aes_256_gcm, key: user, text: t, nonce: n",
            ),
            (
                "text",
                "profile: aes_256_gcm, key: token, text: t, nonce: n",
                "profile: aes_256_gcm, key: token, text: u, nonce: n",
            ),
            (
                "nonce",
                "profile: aes_256_gcm, key: token, text: t, nonce: n",
                "profile: aes_256_gcm, key: token, text: t, nonce: m",
            ),
            (
                "beside",
                "profile: aes_256_gcm, key: token, text: t, nonce: n",
                "profile: aes_256_gcm, key: token, text: t, nonce: n, beside: b",
            ),
            (
                "algorithm",
                "profile: aes_256_gcm, key: token, text: t, nonce: n",
                "profile: aes_256_gcm, key: token, text: t, nonce: n, algorithm: [a, AES]",
            ),
        ],
    },
    Sample {
        mapping: "a type",
        spec: "api: demo\ncredentials: { token: { doc: T. } }\nencryption: { member: { sealed: { profile: aes_256_gcm, key: token, text: t, nonce: n } } }\noperations: { one: { summary: One, post: /one, response: { b: { type: { sealed: string } }, HERE } } }",
        keys: &[(
            "sealed",
            "a: { type: string }",
            "a: { type: { sealed: string } }",
        )],
    },
    Sample {
        mapping: "`member` of `encryption`",
        spec: "api: demo\nencryption: { member: { HERE } }\noperations: { one: { summary: One, post: /one, request: { a: { type: string, encrypted: true } } } }",
        keys: &[(
            "sent",
            "sent: { profile: rsa_oaep_sha1, key_header: K }",
            "sent: { profile: rsa_oaep_sha256, key_header: K }",
        )],
    },
    Sample {
        mapping: "`sent`",
        spec: "api: demo\nencryption: { member: { sent: { HERE } } }\noperations: { one: { summary: One, post: /one, request: { a: { type: string, encrypted: true } } } }",
        keys: &[
            (
                "profile",
                "profile: rsa_oaep_sha1, key_header: K",
                "profile: rsa_oaep_sha256, key_header: K",
            ),
            (
                "key_header",
                "profile: rsa_oaep_sha1, key_header: K",
                "profile: rsa_oaep_sha1, key_header: L",
            ),
        ],
    },
    Sample {
        mapping: "an operation",
        spec: "api: demo\ntypes: { K: { fields: { a: { type: string }, b: { type: string } } } }\noperations: { one: { summary: One, post: /one, response: { l: { type: { list: K } }, m: { type: { list: K } } } HERE } }",
        keys: &[("keys", "", ", keys: { from_answer: l, id: a, key: b }")],
    },
    Sample {
        mapping: "`keys`",
        spec: "api: demo\ntypes: { K: { fields: { a: { type: string }, b: { type: string } } } }\noperations: { one: { summary: One, post: /one, response: { l: { type: { list: K } }, m: { type: { list: K } } }, keys: { HERE } } }",
        keys: &[
            (
                "from_answer",
                "from_answer: l, id: a, key: b",
                "from_answer: m, id: a, key: b",
            ),
            (
                "id",
                "from_answer: l, id: a, key: a",
                "from_answer: l, id: b, key: a",
            ),
            (
                "key",
                "from_answer: l, id: a, key: b",
                "from_answer: l, id: a, key: a",
            ),
        ],
    },
];

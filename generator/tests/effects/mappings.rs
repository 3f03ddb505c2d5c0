//! Samples of the mappings of a spec, in the order of the table of keys.

use super::samples::Sample;

/// Every mapping but those of types and of schemes.
pub(super) const SAMPLES: &[Sample] = &[
    Sample {
        mapping: "a spec file",
        spec: "api: demo\ninclude: more.yaml\nHERE\n",
        keys: &[
            (
                "types",
                "",
                "types: { A: { fields: { a: { type: string } } } }",
            ),
            (
                "operations",
                "",
                "operations: { one: { summary: One, post: /one } }",
            ),
            (
                "notifications",
                "",
                "notifications: { told: { proof: none, body: json } }",
            ),
            (
                "quirks",
                "",
                "quirks: { other: { at: it, page: So., spec: Not so., why: Seen. } }",
            ),
            ("sources", "", "sources: { other: { title: Other } }"),
            ("errors", "", "errors: { GONE: { doc: It is gone. } }"),
        ],
    },
    Sample {
        mapping: "`api.yaml`",
        spec: "HERE\noperations: { one: { summary: One, post: /one, request: { a: { type: string } } } }",
        keys: &[
            ("api", "api: demo", "api: other"),
            ("title", "api: demo", "api: demo\ntitle: Demo"),
            ("doc", "api: demo", "api: demo\ndoc: It shows."),
            (
                "notifications",
                "api: demo",
                "api: demo\nnotifications: { told: { proof: none, body: json } }",
            ),
            ("version", "api: demo", "api: demo\nversion: \"2026-11\""),
            ("date", "api: demo", "api: demo\ndate: 2026-11-01"),
            ("contact", "api: demo", "api: demo\ncontact: help@a.example"),
            (
                "repository",
                "api: demo",
                "api: demo\nrepository: https://a.example/spec",
            ),
            ("crate", "api: demo", "api: demo\ncrate: shown"),
            ("empty", "api: demo", "api: demo\nempty: value"),
            (
                "environments",
                "api: demo",
                "api: demo\nenvironments: { live: { url: \"https://a.example\" } }",
            ),
            (
                "credentials",
                "api: demo",
                "api: demo\ncredentials: { token: {} }",
            ),
            (
                "authentication",
                "api: demo\ncredentials: { token: {} }",
                "api: demo\ncredentials: { token: {} }\nauthentication: { main: { bearer: token } }",
            ),
            (
                "signing",
                "api: demo",
                "api: demo\nsigning: { scheme: signature, client_header: C, request_time_header: T, response_time_header: R, signature_header: S, algorithm: RSA256, string_to_sign: \"{method}{path}{client_id}{time}{body}\" }",
            ),
            (
                "defaults",
                "api: demo",
                "api: demo\ndefaults: { body: form }",
            ),
            (
                "encryption",
                "api: demo\nsigning: { scheme: signature, client_header: C, request_time_header: T, response_time_header: R, signature_header: S, algorithm: RSA256, string_to_sign: \"{method}{path}{client_id}{time}{body}\" }",
                "api: demo\nsigning: { scheme: signature, client_header: C, request_time_header: T, response_time_header: R, signature_header: S, algorithm: RSA256, string_to_sign: \"{method}{path}{client_id}{time}{body}\" }\nencryption: { header: E, algorithm: RSA_AES, profile: rsa_aes_ecb_pkcs1 }",
            ),
            ("outcome", "api: demo", "api: demo\noutcome: { by: http }"),
            (
                "headers",
                "api: demo",
                "api: demo\nheaders: { X-A: { in: request, doc: One. } }",
            ),
            (
                "queries",
                "api: demo",
                "api: demo\nqueries: { v: { value: one } }",
            ),
            ("redirects", "api: demo", "api: demo\nredirects: follow"),
            ("include", "api: demo", "api: demo\ninclude: more.yaml"),
            (
                "types",
                "api: demo",
                "api: demo\ntypes: { A: { fields: { a: { type: string } } } }",
            ),
            (
                "operations",
                "api: demo\noutcome: { by: http }",
                "api: demo\noutcome: { by: http }\nerrors: { GONE: { http: 410 } }",
            ),
            (
                "quirks",
                "api: demo",
                "api: demo\nquirks: { odd: { at: it, page: So., spec: Not so., why: Seen. } }",
            ),
            (
                "sources",
                "api: demo",
                "api: demo\nsources: { page: { title: Page, url: \"https://a.example\" } }",
            ),
            (
                "errors",
                "api: demo\noutcome: { by: http }",
                "api: demo\noutcome: { by: http }\nerrors: { GONE: { http: 410 } }",
            ),
        ],
    },
    Sample {
        mapping: "an environment",
        spec: "api: demo\nenvironments: { live: { HERE } }\noperations: { one: { summary: One, post: /one, request: { a: { type: string } } } }",
        keys: &[
            (
                "url",
                "url: \"https://a.example\"",
                "url: \"https://b.example\"",
            ),
            (
                "doc",
                "url: \"https://a.example\"",
                "url: \"https://a.example\", doc: Live.",
            ),
        ],
    },
    Sample {
        mapping: "`outcome`",
        spec: "api: demo\noutcome: { status: [status], success: [ok] HERE }\noperations: { one: { summary: One, post: /one, request: { a: { type: string } } } }",
        keys: &[
            ("object", "", ", object: [result]"),
            ("code", "", ", code: [code]"),
            ("message", "", ", message: [message]"),
            ("failed", "", ", failed: [bad]"),
            ("unknown", "", ", unknown: [odd]"),
            ("data", "", ", data: [result]"),
            ("wait", "", ", wait: [after]"),
            (
                "detail",
                "",
                ", detail: Wrong }\ntypes: { Wrong: { fields: { why: { type: string } } }",
            ),
            ("transient", "", ", code: [code], transient: [busy]"),
        ],
    },
    Sample {
        mapping: "`outcome`",
        spec: "api: demo\noutcome: { HERE }\noperations: { one: { summary: One, post: /one, request: { a: { type: string } } } }",
        keys: &[
            ("by", "status: [status], success: [ok]", "by: http"),
            (
                "status",
                "status: [status], success: [ok]",
                "status: [state], success: [ok]",
            ),
            (
                "success",
                "status: [status], success: [ok]",
                "status: [status], success: [good]",
            ),
        ],
    },
    Sample {
        mapping: "a credential",
        spec: "api: demo\ncredentials: { token: { HERE } }\nauthentication: { main: { bearer: token } }\noperations: { one: { summary: One, post: /one, request: { a: { type: string } } } }",
        keys: &[
            ("doc", "", "doc: The token."),
            ("sample", "doc: T.", "doc: T., sample: abc"),
            ("public", "doc: T.", "doc: T., public: true"),
            ("rust", "doc: T.", "doc: T., rust: ticket"),
        ],
    },
    Sample {
        mapping: "a header",
        spec: "api: demo\nheaders: { X-A: { in: request HERE } }\noperations: { one: { summary: One, post: /one, request: { a: { type: string } } } }",
        keys: &[
            ("required", "", ", required: true"),
            ("value", "", ", value: abc"),
            ("sample", "", ", sample: abc"),
            ("doc", "", ", doc: One."),
        ],
    },
    Sample {
        mapping: "a header",
        spec: "api: demo\nheaders: { X-A: { in: HERE } }\noperations: { one: { summary: One, post: /one, request: { a: { type: string } } } }",
        keys: &[("in", "request", "response")],
    },
    Sample {
        mapping: "`defaults`",
        spec: "api: demo\ndefaults: { HERE }\noperations: { one: { summary: One, get: /one, request: { l: { type: { list: string } }, m: { type: { map: string, of: string } }, n: { type: string, in: body } } } }",
        keys: &[
            ("body", "lists: repeat", "lists: repeat, body: form"),
            ("lists", "body: json", "body: json, lists: comma"),
            ("nested", "body: json", "body: json, nested: json"),
        ],
    },
    Sample {
        mapping: "an operation",
        spec: "api: demo\noutcome: { status: [status], success: [ok], failed: [bad] }\ncredentials: { token: {} }\nauthentication: { main: { bearer: token } }\ntypes: { Kind: { enum: { A: a. } } }\noperations: { one: { HERE }, two: { summary: Two, post: /two, request: { x: { type: string } } } }",
        keys: &[
            (
                "doc",
                "summary: One, post: /one, request: { a: { type: string }, b: { type: string } }",
                "summary: One, post: /one, request: { a: { type: string }, b: { type: string } }, doc: More.",
            ),
            (
                "group",
                "summary: One, post: /one, request: { a: { type: string } }",
                "summary: One, post: /one, request: { a: { type: string } }, group: some",
            ),
            (
                "authentication",
                "summary: One, post: /one, request: { a: { type: string }, b: { type: string } }",
                "summary: One, post: /one, request: { a: { type: string }, b: { type: string } }, authentication: none",
            ),
            (
                "safe",
                "summary: One, post: /one, request: { a: { type: string }, b: { type: string } }",
                "summary: One, post: /one, request: { a: { type: string }, b: { type: string } }, safe: true",
            ),
            (
                "idempotency",
                "summary: One, post: /one, request: { a: { type: string }, b: { type: string } }",
                "summary: One, post: /one, request: { a: { type: string }, b: { type: string } }, idempotency: { key: [a] }",
            ),
            (
                "pages",
                "summary: One, get: /one, request: { after: { type: string }, page: { type: integer } }, response: { next: { type: string }, more: { type: boolean }, data: { type: { list: string } }, other: { type: { list: string } } }",
                "summary: One, get: /one, request: { after: { type: string }, page: { type: integer } }, response: { next: { type: string }, more: { type: boolean }, data: { type: { list: string } }, other: { type: { list: string } } }, pages: { link: next, items: data }",
            ),
            (
                "context",
                "summary: One, post: /one, request: { a: { type: string }, b: { type: string } }",
                "summary: One, post: /one, request: { a: { type: string }, b: { type: string } }, context: { kind: Kind }",
            ),
            (
                "body",
                "summary: One, post: /one, request: { a: { type: string }, b: { type: string } }",
                "summary: One, post: /one, request: { a: { type: string }, b: { type: string } }, body: form",
            ),
            (
                "rules",
                "summary: One, post: /one, request: { a: { type: string }, b: { type: string } }",
                "summary: One, post: /one, request: { a: { type: string }, b: { type: string } }, rules: [{ id: r, at_least_one: [a, b] }]",
            ),
            (
                "closed",
                "summary: One, post: /one, request: { a: { type: string }, b: { type: string } }",
                "summary: One, post: /one, request: { a: { type: string }, b: { type: string } }, closed: true",
            ),
            (
                "response",
                "summary: One, post: /one, request: { a: { type: string }, b: { type: string } }",
                "summary: One, post: /one, request: { a: { type: string }, b: { type: string } }, response: { z: { type: string } }",
            ),
            (
                "errors",
                "summary: One, post: /one, request: { a: { type: string }, b: { type: string } }",
                "summary: One, post: /one, request: { a: { type: string }, b: { type: string } }, errors: { GONE: { class: bad, doc: It is gone. } }",
            ),
            (
                "scenarios",
                "summary: One, post: /one, request: { a: { type: string }, b: { type: string } }",
                "summary: One, post: /one, request: { a: { type: string }, b: { type: string } }, scenarios: { plain: { when: present(a) } }",
            ),
            (
                "examples",
                "summary: One, post: /one, request: { a: { type: string }, b: { type: string } }",
                "summary: One, post: /one, request: { a: { type: string }, b: { type: string } }, examples: { plain: { body: body.json } }",
            ),
            (
                "rust",
                "summary: One, post: /one, request: { a: { type: string }, b: { type: string } }",
                "summary: One, post: /one, request: { a: { type: string }, b: { type: string } }, rust: first",
            ),
            ("summary", "post: /one", "summary: One, post: /one"),
            (
                "request",
                "post: /one, summary: One",
                "summary: One, post: /one, request: { a: { type: string }, b: { type: string } }",
            ),
            (
                "post",
                "summary: One, get: /one",
                "summary: One, post: /one",
            ),
            ("get", "summary: One, post: /one", "summary: One, get: /one"),
            ("put", "summary: One, post: /one", "summary: One, put: /one"),
            (
                "patch",
                "summary: One, post: /one",
                "summary: One, patch: /one",
            ),
            (
                "delete",
                "summary: One, post: /one",
                "summary: One, delete: /one",
            ),
            ("overlay", "post: /one", "overlay: two"),
        ],
    },
    Sample {
        mapping: "an operation",
        spec: "api: demo\noutcome: { by: http }\noperations: { one: { HERE } }",
        keys: &[(
            "head",
            "summary: One, get: /one",
            "summary: One, head: /one",
        )],
    },
    Sample {
        mapping: "`pages`",
        spec: "api: demo\noperations: { one: { summary: One, get: /one, request: { after: { type: string }, other: { type: string }, page: { type: integer }, nth: { type: integer } }, response: { next: { type: string }, more: { type: boolean }, data: { type: { list: string } }, rows: { type: { list: Row } }, last: { type: string } }, pages: { HERE } } }\ntypes: { Row: { fields: { id: { type: string, doc: Id. } } } }",
        keys: &[
            (
                "cursor",
                "link: next, items: data",
                "cursor: { of: next, into: after }, items: data",
            ),
            (
                "last_id",
                "link: next, items: rows",
                "last_id: { of: rows.id, into: after }, items: rows",
            ),
            (
                "number",
                "link: next, items: data",
                "number: { into: page }, items: data",
            ),
            (
                "link",
                "number: { into: page }, items: data",
                "link: next, items: data",
            ),
            (
                "more",
                "number: { into: page }, items: data",
                "number: { into: page }, items: data, more: more",
            ),
            (
                "items",
                "link: next, items: data",
                "link: next, items: rows",
            ),
        ],
    },
    Sample {
        mapping: "a step to the next page",
        spec: "api: demo\noperations: { one: { summary: One, get: /one, request: { after: { type: string }, other: { type: string }, page: { type: integer }, nth: { type: integer } }, response: { next: { type: string }, more: { type: boolean }, data: { type: { list: string } }, rows: { type: { list: Row } }, last: { type: string } }, pages: { HERE } } }\ntypes: { Row: { fields: { id: { type: string, doc: Id. } } } }",
        keys: &[
            (
                "of",
                "cursor: { of: next, into: after }, items: data",
                "cursor: { of: last, into: after }, items: data",
            ),
            (
                "into",
                "cursor: { of: next, into: after }, items: data",
                "cursor: { of: next, into: other }, items: data",
            ),
        ],
    },
    Sample {
        mapping: "`number`",
        spec: "api: demo\noperations: { one: { summary: One, get: /one, request: { after: { type: string }, other: { type: string }, page: { type: integer }, nth: { type: integer } }, response: { next: { type: string }, more: { type: boolean }, data: { type: { list: string } }, rows: { type: { list: Row } }, last: { type: string } }, pages: { HERE } } }\ntypes: { Row: { fields: { id: { type: string, doc: Id. } } } }",
        keys: &[
            (
                "into",
                "number: { into: page }, items: data",
                "number: { into: nth }, items: data",
            ),
            (
                "from",
                "number: { into: page }, items: data",
                "number: { into: page, from: 0 }, items: data",
            ),
        ],
    },
    Sample {
        mapping: "`idempotency`",
        spec: "api: demo\noutcome: { status: [status], success: [ok], code: [code], failed: [bad] }\nerrors: { REPEATED: { class: bad } }\noperations: { one: { summary: One, post: /one, request: { a: { type: string }, b: { type: string } }, idempotency: { HERE } } }",
        keys: &[
            ("key", "key: [a]", "key: [a, b]"),
            ("header", "key: [a]", "header: Key"),
            (
                "repeat",
                "key: [a]",
                "key: [a], repeat: { code: REPEATED, means: done }",
            ),
        ],
    },
    Sample {
        mapping: "`request` with a type",
        spec: "api: demo\ntypes: { A: { fields: { a: { type: string } } }, B: { fields: { b: { type: string, required: true } } } }\noperations: { one: { summary: One, post: /one, request: { HERE }, response: { a: { type: A }, b: { type: B } } } }",
        keys: &[("type", "type: A", "type: B")],
    },
    Sample {
        mapping: "`repeat`",
        spec: "api: demo\noutcome: { status: [status], success: [ok], code: [code], failed: [bad] }\nerrors: { REPEATED: { class: bad }, AGAIN: { class: bad } }\noperations: { one: { summary: One, post: /one, request: { a: { type: string } }, idempotency: { key: [a], repeat: { HERE } } } }",
        keys: &[
            (
                "code",
                "code: REPEATED, means: done",
                "code: AGAIN, means: done",
            ),
            (
                "means",
                "code: REPEATED, means: done",
                "code: REPEATED, means: nothing",
            ),
        ],
    },
    Sample {
        mapping: "a result code",
        spec: "api: demo\noutcome: { status: [status], success: [ok], code: [code], failed: [bad], unknown: [odd] }\nerrors: { GONE: { HERE } }\noperations: { one: { summary: One, post: /one, request: { a: { type: string } } } }",
        keys: &[
            ("class", "class: bad", "class: odd"),
            ("http", "class: bad", "class: bad, http: 410"),
            ("doc", "class: bad", "class: bad, doc: Gone."),
            ("rust", "class: bad", "class: bad, rust: Away"),
        ],
    },
    Sample {
        mapping: "a scenario",
        spec: "api: demo\noperations: { one: { summary: One, post: /one, request: { a: { type: string }, b: { type: string } }, scenarios: { plain: { HERE } } } }",
        keys: &[
            ("doc", "when: present(a)", "when: present(a), doc: With it."),
            ("when", "when: present(a)", "when: present(b)"),
        ],
    },
    Sample {
        mapping: "an example",
        spec: "api: demo\ntypes: { Kind: { enum: { A: a. } } }\noperations: { one: { summary: One, post: /one, context: { kind: Kind }, request: { a: { type: string } }, response: { z: { type: string } }, examples: { plain: { HERE } } } }",
        keys: &[
            ("doc", "body: body.json", "body: body.json, doc: Empty."),
            ("body", "body: body.json", "body: other.json"),
            (
                "direction",
                "body: body.json",
                "body: body.json, direction: response",
            ),
            (
                "http",
                "body: body.json, direction: response",
                "body: body.json, direction: response, http: 201",
            ),
            (
                "context",
                "body: body.json",
                "body: body.json, context: { kind: A }",
            ),
        ],
    },
    Sample {
        mapping: "an answer by status",
        spec: "api: demo\noperations: { one: { summary: One, get: /one, response: { HERE } } }",
        keys: &[(
            "status",
            "a: { type: string }",
            "status: { 200: string, 204: nothing }",
        )],
    },
];

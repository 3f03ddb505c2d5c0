//! Keys that say what is sent where, whatever a request holds.

use super::samples::Sample;

pub(super) const SAMPLES: &[Sample] = &[
    Sample {
        mapping: "an address from an answer",
        spec: "api: demo\noperations: { one: { summary: One, get: { HERE }, request: { a: { type: url, required: true, sample: 'https://a.example/a' }, b: { type: url, in: header } } } }",
        keys: &[
            (
                "url_from",
                "url_from: a, hosts: [a.example]",
                "url_from: b, hosts: [a.example]",
            ),
            (
                "hosts",
                "url_from: a, hosts: [a.example]",
                "url_from: a, hosts: [a.example, b.example]",
            ),
        ],
    },
    Sample {
        mapping: "a parameter of every request",
        spec: "api: demo\nqueries: { v: { HERE } }\noperations: { one: { summary: One, post: /one, request: { a: { type: string } } } }",
        keys: &[
            ("value", "value: one", "value: two"),
            ("doc", "value: one", "value: one, doc: One."),
        ],
    },
    Sample {
        mapping: "an operation",
        spec: "api: demo\noperations: { one: { HERE } }",
        keys: &[(
            "redirects",
            "summary: One, get: /one",
            "summary: One, get: /one, redirects: follow",
        )],
    },
];

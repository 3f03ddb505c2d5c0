//! Samples of types, rules and evidence.

use super::samples::Sample;

/// Every mapping of types, rules and evidence.
pub(super) const SAMPLES: &[Sample] = &[
    Sample {
        mapping: "a type",
        spec: "api: demo\ntypes: { Kind: { enum: { A: a. } }, Part: { fields: { a: { type: string } } }, First: { fields: { k: { type: string, const: A, required: true, presence: guaranteed } } }, Second: { fields: { k: { type: string, const: B, required: true, presence: guaranteed } } } }\noperations: { one: { summary: One, post: /one, request: { kind: { type: Kind }, x: { type: Part }, y: { type: First }, z: { type: Second }, HERE } } }",
        keys: &[
            (
                "list",
                "w: { type: string }",
                "w: { type: { list: string } }",
            ),
            (
                "map",
                "w: { type: string }",
                "w: { type: { map: string, of: integer } }",
            ),
            (
                "of",
                "w: { type: { map: string, of: integer } }",
                "w: { type: { map: string, of: string } }",
            ),
            (
                "by",
                "w: { type: string }",
                "w: { type: { by: kind, cases: { A: First } } }",
            ),
            (
                "cases",
                "w: { type: { by: kind, cases: { A: First } } }",
                "w: { type: { by: kind, cases: { A: Second } } }",
            ),
            (
                "tag",
                "w: { type: string }",
                "w: { type: { tag: k, cases: { A: First, B: Second } } }",
            ),
            (
                "any",
                "w: { type: string }",
                "w: { type: { any: [string, integer] } }",
            ),
        ],
    },
    Sample {
        mapping: "a presence rule",
        spec: "api: demo\noperations: { one: { summary: One, post: /one, request: { a: { type: string, required: { HERE } }, b: { type: string } } } }",
        keys: &[
            ("when", "when: present(b)", "when: \"true\""),
            (
                "severity",
                "when: present(b)",
                "when: present(b), severity: warning",
            ),
            ("id", "when: present(b)", "when: present(b), id: mine"),
            ("doc", "when: present(b)", "when: present(b), doc: Since."),
        ],
    },
    Sample {
        mapping: "a value rule",
        spec: "api: demo\noperations: { one: { summary: One, post: /one, request: { a: { type: string, max_chars: { HERE } } } } }",
        keys: &[
            ("is", "is: 3", "is: 4"),
            ("severity", "is: 3", "is: 3, severity: warning"),
            ("id", "is: 3", "is: 3, id: mine"),
            ("doc", "is: 3", "is: 3, doc: Since."),
        ],
    },
    Sample {
        mapping: "a range",
        spec: "api: demo\noperations: { one: { summary: One, post: /one, request: { a: { type: integer, range: { HERE } } } } }",
        keys: &[
            ("min", "max: 9", "max: 9, min: 1"),
            ("above", "max: 9", "max: 9, above: 1"),
            ("max", "min: 1", "min: 1, max: 9"),
            ("below", "min: 1", "min: 1, below: 9"),
        ],
    },
    Sample {
        mapping: "a named type",
        spec: "api: demo\ntypes: { T: { HERE }, K: { enum: { A: a. } }, First: { fields: { k: { type: string, const: A, required: true, presence: guaranteed } } }, Second: { fields: { k: { type: string, const: B, required: true, presence: guaranteed } } } }\noperations: { one: { summary: One, post: /one, request: { t: { type: T }, u: { type: First }, v: { type: Second } }, response: { t: { type: T }, u: { type: First }, v: { type: Second } } } }",
        keys: &[
            (
                "doc",
                "fields: { a: { type: string }, b: { type: string } }",
                "fields: { a: { type: string }, b: { type: string } }, doc: A thing.",
            ),
            (
                "fields",
                "fields: { a: { type: string }, b: { type: string } }",
                "fields: { a: { type: string } }",
            ),
            (
                "rules",
                "fields: { a: { type: string }, b: { type: string } }",
                "fields: { a: { type: string }, b: { type: string } }, rules: [{ id: r, at_least_one: [a, b] }]",
            ),
            (
                "closed",
                "fields: { a: { type: string }, b: { type: string } }",
                "fields: { a: { type: string }, b: { type: string } }, closed: true",
            ),
            (
                "enum",
                "fields: { a: { type: string }, b: { type: string } }",
                "enum: { A: a., B: b. }",
            ),
            ("of", "enum: { 1: a. }", "enum: { 1: a. }, of: integer"),
            (
                "open",
                "enum: { A: a., B: b. }",
                "enum: { A: a., B: b. }, open: true",
            ),
            (
                "moves",
                "enum: { A: a., B: b. }",
                "enum: { A: a., B: b. }, moves: { A: B }",
            ),
            (
                "tag",
                "fields: { a: { type: string }, b: { type: string } }",
                "tag: k, cases: { A: First, B: Second }",
            ),
            (
                "cases",
                "tag: k, cases: { A: First, B: Second }",
                "tag: k, cases: { A: First }",
            ),
            (
                "any",
                "fields: { a: { type: string }, b: { type: string } }",
                "any: [string, integer]",
            ),
        ],
    },
    Sample {
        mapping: "a value of an enum",
        spec: "api: demo\ntypes: { K: { enum: { A: { HERE } } } }\noperations: { one: { summary: One, post: /one, request: { a: { type: K } } } }",
        keys: &[
            ("doc", "doc: a.", "doc: b."),
            ("rust", "doc: a.", "doc: a., rust: First"),
        ],
    },
    Sample {
        mapping: "a rule",
        spec: "api: demo\noutcome: { status: [status], success: [ok], code: [code], failed: [bad] }\nerrors: { GONE: { class: bad } }\noperations: { one: { summary: One, post: /one, request: { a: { type: string }, b: { type: string }, c: { type: integer } }, rules: [{ HERE }] } }",
        keys: &[
            (
                "id",
                "id: r, at_least_one: [a, b, c]",
                "id: s, at_least_one: [a, b, c]",
            ),
            (
                "at",
                "id: r, at_least_one: [a, b, c]",
                "id: r, at_least_one: [a, b, c], at: a",
            ),
            (
                "when",
                "id: r, at: a, expect: c > 1",
                "id: r, at: a, expect: c > 1, when: present(b)",
            ),
            (
                "expect",
                "id: r, at_least_one: [a, b, c]",
                "id: r, at: a, expect: c > 1",
            ),
            (
                "severity",
                "id: r, at_least_one: [a, b, c]",
                "id: r, at_least_one: [a, b, c], severity: warning",
            ),
            (
                "code",
                "id: r, at_least_one: [a, b, c]",
                "id: r, at_least_one: [a, b, c], code: GONE",
            ),
            (
                "doc",
                "id: r, at_least_one: [a, b, c]",
                "id: r, at_least_one: [a, b, c], doc: Since.",
            ),
            (
                "at_least_one",
                "id: r, at: a, expect: c > 1",
                "id: r, at_least_one: [a, b, c]",
            ),
            (
                "exactly_one",
                "id: r, at: a, expect: c > 1",
                "id: r, exactly_one: [a, b, c]",
            ),
            (
                "at_most_one",
                "id: r, at: a, expect: c > 1",
                "id: r, at_most_one: [a, b, c]",
            ),
            (
                "all_or_none",
                "id: r, at: a, expect: c > 1",
                "id: r, all_or_none: [a, b, c]",
            ),
            (
                "at_least",
                "id: r, at_least_one: [a, b, c]",
                "id: r, at_least: { of: [a, b, c], count: 2 }",
            ),
        ],
    },
    Sample {
        mapping: "`at_least`",
        spec: "api: demo\noutcome: { status: [status], success: [ok], code: [code], failed: [bad] }\nerrors: { GONE: { class: bad } }\noperations: { one: { summary: One, post: /one, request: { a: { type: string }, b: { type: string }, c: { type: integer }, d: { type: string } }, rules: [{ id: r, at_least: { HERE } }] } }",
        keys: &[
            ("of", "of: [a, b, c], count: 2", "of: [c, b, a], count: 2"),
            (
                "count",
                "of: [a, b, c, d], count: 2",
                "of: [a, b, c, d], count: 3",
            ),
        ],
    },
    Sample {
        mapping: "a source",
        spec: "api: demo\nsources: { other: { title: Other }, page: { HERE } }\nquirks: { odd: { at: it, page: So., spec: Not so., why: Seen., source: other } }\noperations: { one: { summary: One, post: /one, source: page, quirk: odd } }",
        keys: &[
            ("title", "title: Page", "title: Sheet"),
            (
                "url",
                "title: Page",
                "title: Page, url: \"https://a.example\"",
            ),
            ("covers", "title: Page", "title: Page, covers: All of it."),
            ("file", "title: Page", "title: Page, file: page.txt"),
            (
                "sha256",
                "title: Page",
                "title: Page, sha256: \"0000000000000000000000000000000000000000000000000000000000000000\"",
            ),
            (
                "captured",
                "title: Page",
                "title: Page, captured: 2026-01-31",
            ),
            (
                "shape",
                "title: Page, captured: 2026-01-31, sha256: \"0000000000000000000000000000000000000000000000000000000000000000\"",
                "title: Page, captured: 2026-01-31, sha256: \"0000000000000000000000000000000000000000000000000000000000000000\", shape: paragraphs",
            ),
            ("authority", "title: Page", "title: Page, authority: 2"),
            ("about", "title: Page", "title: Page, about: one"),
            (
                "parts",
                "title: Page",
                "title: Page, parts: { Request: one.request }",
            ),
            ("source", "title: Page", "title: Page, source: other"),
        ],
    },
    Sample {
        mapping: "a quirk",
        spec: "api: demo\nsources: { page: { title: Page }, two: { title: Two } }\nquirks: { odd: { HERE } }\noperations: { one: { summary: One, post: /one, quirk: odd, source: page } }",
        keys: &[
            (
                "at",
                "at: it, page: So., spec: Not so., why: Seen.",
                "at: that, page: So., spec: Not so., why: Seen.",
            ),
            (
                "page",
                "at: it, page: So., spec: Not so., why: Seen.",
                "at: it, page: Yes., spec: Not so., why: Seen.",
            ),
            (
                "spec",
                "at: it, page: So., spec: Not so., why: Seen.",
                "at: it, page: So., spec: No., why: Seen.",
            ),
            (
                "why",
                "at: it, page: So., spec: Not so., why: Seen.",
                "at: it, page: So., spec: Not so., why: Felt.",
            ),
            (
                "source",
                "at: it, page: So., spec: Not so., why: Seen.",
                "at: it, page: So., spec: Not so., why: Seen., source: page",
            ),
            (
                "waives",
                "at: it, page: So., spec: Not so., why: Seen.",
                "at: it, page: So., spec: Not so., why: Seen., waives: [{ at: a, max_chars: 32 }]",
            ),
        ],
    },
    Sample {
        mapping: "a waiver",
        spec: "api: demo\nsources: { page: { title: Page }, two: { title: Two } }\nquirks: { odd: { at: it, page: So., spec: Not so., why: Seen., waives: [{ HERE }] } }\noperations: { one: { summary: One, post: /one, quirk: odd, source: page } }",
        keys: &[
            (
                "source",
                "at: a, max_chars: 32",
                "at: a, max_chars: 32, source: page",
            ),
            ("at", "at: a, max_chars: 32", "at: b, max_chars: 32"),
            ("spec", "at: a, max_chars: 32", "spec: one.a, max_chars: 32"),
        ],
    },
];

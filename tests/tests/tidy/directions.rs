//! The directions between crates, as the architecture has them.

/// A crate, and the crates of the workspace that it may name. Each stands below those that it names.
pub(crate) const DIRECTIONS: &[(&str, &[&str])] = &[
    // What both halves share.
    ("stipula-rules", &[]),
    // `rules`: a slip of the hand is told in the same way in conditions and in values.
    ("stipula-cond", &["stipula-rules"]),
    // From YAML to a contract, and from the contract to outputs.
    ("stipula-contract", &["stipula-cond", "stipula-rules"]),
    (
        "stipula-logic",
        &["stipula-cond", "stipula-contract", "stipula-rules"],
    ),
    (
        "stipula-change",
        &["stipula-cond", "stipula-contract", "stipula-logic"],
    ),
    ("stipula-facts", &[]),
    // `facts`: verdicts and waivers stand beside a spec.
    (
        "stipula-spec",
        &[
            "stipula-cond",
            "stipula-contract",
            "stipula-facts",
            "stipula-logic",
            "stipula-rules",
        ],
    ),
    (
        "stipula-emit",
        &[
            "stipula-cond",
            "stipula-contract",
            "stipula-facts",
            "stipula-logic",
            "stipula-rules",
        ],
    ),
    // `cond`: conditions in words are put into the language of the spec.
    ("stipula-pages", &["stipula-cond", "stipula-facts"]),
    (
        "stipula-evidence",
        &[
            "stipula-cond",
            "stipula-facts",
            "stipula-pages",
            "stipula-rules",
            "stipula-spec",
        ],
    ),
    (
        "stipula-generator",
        &[
            "stipula-change",
            "stipula-cond",
            "stipula-contract",
            "stipula-emit",
            "stipula-evidence",
            "stipula-facts",
            "stipula-logic",
            "stipula-pages",
            "stipula-spec",
        ],
    ),
    // What a client stands on.
    ("stipula-macros", &["stipula-cond", "stipula-rules"]),
    ("stipula", &["stipula-macros", "stipula-rules"]),
    ("alipayhk-ipass", &["stipula"]),
    // Both together.
    (
        "stipula-tests",
        &[
            "alipayhk-ipass",
            "stipula",
            "stipula-contract",
            "stipula-emit",
            "stipula-evidence",
            "stipula-facts",
            "stipula-generator",
            "stipula-logic",
            "stipula-pages",
            "stipula-spec",
        ],
    ),
    ("stipula-scenario-tests", &[]),
    (
        "stipula-speed",
        &[
            "alipayhk-ipass",
            "stipula",
            "stipula-contract",
            "stipula-generator",
        ],
    ),
];

/// What only tests of a crate name.
pub(crate) const IN_TESTS: &[(&str, &[&str])] = &[
    ("stipula-emit", &["stipula-spec"]),
    ("stipula-macros", &["stipula"]),
    ("stipula-tests", &["stipula-rules"]),
    ("stipula-scenario-tests", &["alipayhk-ipass"]),
];

/// Circles that tests close, each with the reason.
pub(crate) const CIRCLES: &[(&str, &str, &str)] = &[(
    "stipula-macros",
    "stipula",
    "the derive writes text that names the runtime, and its tests compile that",
)];

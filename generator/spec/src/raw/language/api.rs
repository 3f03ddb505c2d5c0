//! Keys of `api.yaml`.

use super::{DEFAULTS, Key, Mapping, Takes, auth, evidence, key};

/// The keys of the API itself.
pub const API: &[Key] = &[
    key("api", Takes::Text, "name of the API: `a-z`, `0-9` and `-`").required(),
    key("title", Takes::Text, "title for people"),
    key("doc", Takes::Text, "what it is, in our own words"),
    key(
        "version",
        Takes::Text,
        "the version of the API that is described, as its vendor calls it",
    ),
    key(
        "date",
        Takes::Text,
        "the day of that version, or on which the pages were read: `2026-01-31`",
    ),
    key(
        "contact",
        Takes::Text,
        "whom to ask about the API: a name, or an address of e-mail or of the web",
    ),
    key(
        "repository",
        Takes::Text,
        "where this description is kept, an address of the web",
    ),
    key("crate", Takes::Text, "the Rust crate that is generated"),
    key(
        "empty",
        Takes::Words(&["absent", "value"]),
        "whether `\"\"` in a body counts as absent, or is a value; `null` counts as absent unless a field says `null: clears`",
    ),
    key(
        "environments",
        Takes::NamedOf(|| &ENVIRONMENT),
        "hosts by name",
    ),
    key(
        "credentials",
        Takes::NamedOf(|| &auth::CREDENTIAL),
        "what the builder of a client is given, by name; `{name}` in a base address stands for one",
    ),
    key(
        "authentication",
        Takes::NamedOf(|| &auth::SCHEME),
        "how requests prove who sent them, by name; operations take the first unless they say another; left out for an open API",
    ),
    key(
        "signing",
        Takes::Of(|| &auth::SIGNING),
        "how requests are signed; in place of `authentication`",
    ),
    key(
        "defaults",
        Takes::Of(|| &DEFAULTS),
        "how requests are written, unless an operation or a field says another",
    ),
    key(
        "encryption",
        Takes::Of(|| &ENCRYPTION),
        "how bodies are encrypted, only beside `signing`; how members are sealed",
    ),
    key(
        "outcome",
        Takes::Of(|| &OUTCOME),
        "where an answer says how it went",
    ),
    key(
        "headers",
        Takes::NamedOf(|| &HEADER),
        "documented headers by name; one with a `value` is sent with every request",
    ),
    key(
        "queries",
        Takes::NamedOf(|| &QUERY),
        "parameters of the query that every request carries, by name",
    ),
    key(
        "redirects",
        Takes::Words(&["follow", "refuse"]),
        "whether redirects of what asks with `get` or `head` are followed; `refuse` when left out",
    ),
];

/// A host.
pub static ENVIRONMENT: Mapping = Mapping::new(
    "an environment",
    &[
        &[
            key(
                "url",
                Takes::Text,
                "base address, without a slash at the end; `{name}` stands for a credential",
            )
            .required(),
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
                "by",
                Takes::Words(&["member", "http"]),
                "what says it: a member of the body, or the HTTP status (2xx success; 408 and 5xx unknown; the rest failed); `member` when left out",
            ),
            key(
                "object",
                Takes::Texts,
                "members that may hold the result object, the first that is there; left out when its members are at the top",
            ),
            key("code", Takes::Texts, "members that hold the code"),
            key(
                "status",
                Takes::Texts,
                "members that hold the status; needed unless `by: http`",
            ),
            key("message", Takes::Texts, "members that hold a message"),
            key(
                "success",
                Takes::Texts,
                "status texts of success; needed unless `by: http`",
            ),
            key("failed", Takes::Texts, "status texts of a final failure"),
            key(
                "unknown",
                Takes::Texts,
                "status texts of an unknown outcome: query or retry",
            ),
            key(
                "data",
                Takes::Texts,
                "where the data of a success stands, the first that is there: `result`, or `result.item` for a member inside; left out when it is the body",
            ),
            key(
                "detail",
                Takes::Text,
                "an object of `types`: what the result object of a failure holds, for `error.detail()`",
            ),
            key(
                "wait",
                Takes::Texts,
                "members of a failure that say how many seconds to wait, as `data` names them",
            ),
            key("transient", Takes::Texts, "codes worth a retry"),
        ],
        evidence::KEYS,
    ],
);

/// Encrypted bodies.
pub static ENCRYPTION: Mapping = Mapping {
    what: "`encryption`",
    keys: &[
        &[
            key("header", Takes::Text, "header with the wrapped key"),
            key("algorithm", Takes::Text, "as the header names it"),
            key(
                "profile",
                Takes::Words(&["rsa_aes_ecb_pkcs1"]),
                "cipher, padding and key wrap",
            ),
            key("key_version", Takes::Whole, "unless configured"),
            key(
                "content_type",
                Takes::Text,
                "content type of an encrypted request",
            ),
            key(
                "member",
                Takes::Of(|| &MEMBER_ENCRYPTION),
                "how members are sealed; the other keys are about whole bodies, and left out without them",
            ),
        ],
        evidence::KEYS,
    ],
    one_of: &[],
    needs: &[
        ("header", &["algorithm", "profile"]),
        ("algorithm", &["header", "profile"]),
        ("profile", &["header", "algorithm"]),
    ],
    refused: &[],
};

/// Encrypted members.
pub static MEMBER_ENCRYPTION: Mapping = Mapping::new(
    "`member` of `encryption`",
    &[&[
        key(
            "sealed",
            Takes::Of(|| &SEALED),
            "how members of answers and notifications are sealed: fields of the type `{ sealed: T }`",
        ),
        key(
            "sent",
            Takes::Of(|| &SENT),
            "how members of requests are encrypted: fields with `encrypted: true`",
        ),
    ]],
);

/// Encrypted members of requests.
pub static SENT: Mapping = Mapping::new(
    "`sent`",
    &[&[
        key(
            "profile",
            Takes::Words(&["rsa_oaep_sha1", "rsa_oaep_sha256"]),
            "the padding; what is encrypted is base64",
        )
        .required(),
        key(
            "key_header",
            Takes::Text,
            "header with the id of the vendor's key",
        )
        .required(),
    ]],
);

/// Sealed members.
pub static SEALED: Mapping = Mapping::new(
    "`sealed`",
    &[&[
        key(
            "profile",
            Takes::Words(&["aes_256_gcm"]),
            "the cipher; text and code are base64, and a nonce has 12 bytes",
        )
        .required(),
        key(
            "key",
            Takes::Text,
            "the credential that is the key: a text of 32 bytes",
        )
        .required(),
        key("text", Takes::Text, "member with the sealed text").required(),
        key("nonce", Takes::Text, "member with the nonce").required(),
        key(
            "beside",
            Takes::Text,
            "member with what is authenticated beside the text",
        ),
        key(
            "algorithm",
            Takes::Texts,
            "member with the name of the algorithm, and that name: `[algorithm, AES]`",
        ),
    ]],
);

/// A header.
pub static HEADER: Mapping = Mapping::new(
    "a header",
    &[
        &[
            key(
                "in",
                Takes::Words(&["request", "response", "both"]),
                "which way it goes; `request` where it is left out beside a `value`",
            ),
            key(
                "value",
                Takes::Text,
                "the text that it holds in every request; credentials stand in `authentication`",
            ),
            key("required", Takes::Text, "`true`, or a text that says when"),
            key("sample", Takes::Text, "a value from the page"),
            key("doc", Takes::Text, "what it holds"),
        ],
        evidence::KEYS,
    ],
);

/// A parameter of every request.
pub static QUERY: Mapping = Mapping::new(
    "a parameter of every request",
    &[
        &[
            key(
                "value",
                Takes::Text,
                "its text; credentials stand in `authentication`",
            )
            .required(),
            key("doc", Takes::Text, "what it says"),
        ],
        evidence::KEYS,
    ],
);

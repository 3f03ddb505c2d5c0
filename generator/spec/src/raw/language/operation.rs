//! Keys of an operation.

use super::{
    ANSWER_FIELD, BODY, Key, Mapping, PAGES, REQUEST_FIELD, RULE, TYPE, Takes, evidence, key,
};

/// The key that makes a file that of an operation.
pub(super) const NAME: &[Key] = &[key("operation", Takes::Text, "the vendor's name").required()];

const DOC: Key = key("doc", Takes::Text, "more, if there is more to say");

const FIELDS: Takes = Takes::NamedOf(|| &ANSWER_FIELD);
/// Fields, or those of a named object.
const REQUEST: Takes = Takes::Either(&[
    Takes::Of(|| &REQUEST_TYPE),
    Takes::NamedOf(|| &REQUEST_FIELD),
]);
/// A type.
const TYPED: Takes = Takes::Either(&[Takes::Text, Takes::Of(|| &TYPE)]);
/// Fields, a type, or what the status chooses.
const ANSWER: Takes = Takes::Either(&[
    Takes::Text,
    Takes::Of(|| &TYPE),
    Takes::Of(|| &BY_STATUS),
    FIELDS,
]);

macro_rules! keys {
    ($($first:expr)?) => {
        &[
            $($first,)?
            key("summary", Takes::Text, "one line, without a final period"),
            key("get", Takes::Either(&[Takes::Text, Takes::Of(|| &HANDED_OUT)]), "path of a `GET`; or how its address comes from an earlier answer"),
            key("head", Takes::Text, "path of a `HEAD`, whose answer is its headers"),
            key("put", Takes::Text, "path of a `PUT`"),
            key("post", Takes::Text, "path of a `POST`"),
            key("patch", Takes::Text, "path of a `PATCH`"),
            key("delete", Takes::Text, "path of a `DELETE`"),
            key("overlay", Takes::Text, "the operation whose method, path, answer, codes and fields are reused"),
            key("group", Takes::Text, "what it belongs to; a feature of the client, and a heading of the documentation"),
            key("authentication", Takes::Text, "the scheme of this operation, or `none`; the first of the API when left out"),
            key("answer", Takes::Words(&["unsigned"]), "its answers carry no signature, though its requests do"),
            key("redirects", Takes::Words(&["follow", "refuse"]), "whether redirects are followed, of a `get` or a `head`; as the API says when left out"),
            key("keys", Takes::Of(|| &HANDED_KEYS), "the keys of the vendor that its answer hands out"),
            key("safe", Takes::Flag, "a query: repeating it changes nothing"),
            key("idempotency", Takes::Of(|| &IDEMPOTENCY), "what makes a repeat the same request"),
            key("pages", Takes::Of(|| &PAGES), "how its answers are pages of one list"),
            key("context", Takes::Named(&Takes::Text), "values beside the body, by name, each with its enum; never sent"),
            key("request", REQUEST, "fields of the request, or `type:` with an object of `types` whose fields and rules it has"),
            BODY,
            key("rules", Takes::ListOf(|| &RULE), "rules between fields of the request"),
            key("closed", Takes::Flag, "a member of the body that is no field is an error"),
            key("response", ANSWER, "fields of the answer, its type (`Customer`, `{ list: Update }`), `text`, `bytes` or `nothing`, or `status:` with one of these for each"),
            key("errors", Takes::NamedOf(|| &CODE), "result codes of this operation, besides those of the API"),
            key("scenarios", Takes::NamedOf(|| &SCENARIO), "named cases of the request"),
            key("examples", Takes::NamedOf(|| &EXAMPLE), "documented bodies"),
            key("rust", Takes::Text, "the Rust name, where the made one does not do"),
        ]
    };
}

/// Beside the keys of the API, which have a `doc` of their own.
pub(super) const ONLY: &[Key] = keys!();
/// The keys.
pub(super) const KEYS: &[Key] = keys!(DOC);

/// An operation below `operations`.
pub static OPERATION: Mapping = Mapping {
    what: "an operation",
    keys: &[KEYS, evidence::KEYS],
    one_of: &["get", "head", "put", "post", "patch", "delete", "overlay"],
    needs: &[],
    refused: METHODS,
};

/// Methods that no operation has.
const METHODS: &[(&str, &str)] = &[
    (
        "options",
        "leave the operation out: browsers send `OPTIONS` by themselves, before a call",
    ),
    (
        "trace",
        "leave the operation out: `TRACE` is for tests of a network",
    ),
    (
        "connect",
        "leave the operation out: `CONNECT` is for proxies",
    ),
];

/// A request that has the fields of a named object.
pub static REQUEST_TYPE: Mapping = Mapping::new(
    "`request` with a type",
    &[&[key("type", Takes::Text, "an object of `types`").required()]],
);

/// What an answer holds, by its status.
pub static BY_STATUS: Mapping = Mapping::new(
    "an answer by status",
    &[&[key(
        "status",
        Takes::Named(&TYPED),
        "what an answer holds by its HTTP status, from 200 to 299; in Rust an enum, which keeps an answer with another status of success",
    )
    .required()]],
);

/// Keys of the vendor in an answer.
pub static HANDED_KEYS: Mapping = Mapping::new(
    "`keys`",
    &[&[
        key(
            "from_answer",
            Takes::Text,
            "the member of the answer with the list of keys",
        )
        .required(),
        key("id", Takes::Text, "the member of each with its id").required(),
        key(
            "key",
            Takes::Text,
            "the member of each with the key or its certificate, as PEM or base64",
        )
        .required(),
    ]],
);

/// What makes a repeat the same.
pub static IDEMPOTENCY: Mapping = Mapping {
    one_of: &["key", "header"],
    ..Mapping::new(
        "`idempotency`",
        &[&[
            key(
                "key",
                Takes::Texts,
                "members of the request that make the key",
            ),
            key(
                "header",
                Takes::Text,
                "a header that holds the key, made for each call, such as `Idempotency-Key`",
            ),
            key(
                "repeat",
                Takes::Either(&[
                    Takes::Words(&["undocumented", "same"]),
                    Takes::Of(|| &REPEAT),
                ]),
                "what a repeat gives: `same` for the first answer again, the code that says so, or `undocumented`, as when left out",
            ),
        ]],
    )
};

/// What a repeat gives.
pub static REPEAT: Mapping = Mapping::new(
    "`repeat`",
    &[&[
        key("code", Takes::Text, "result code of a repeat").required(),
        key(
            "means",
            Takes::Words(&["done"]),
            "that the first attempt was carried out",
        )
        .required(),
    ]],
);

/// A result code.
pub static CODE: Mapping = Mapping::new(
    "a result code",
    &[
        &[
            key(
                "class",
                Takes::Text,
                "a status text of `outcome`; needed unless that is by HTTP",
            ),
            key(
                "http",
                Takes::Whole,
                "the HTTP status that it comes with; needed where `outcome` is by HTTP",
            ),
            key("doc", Takes::Text, "what it means"),
            key(
                "rust",
                Takes::Text,
                "the Rust name, where the made one does not do",
            ),
        ],
        evidence::KEYS,
    ],
);

/// A named case.
pub static SCENARIO: Mapping = Mapping::new(
    "a scenario",
    &[&[
        key("doc", Takes::Text, "what it is"),
        key(
            "when",
            Takes::Text,
            "the condition that makes a body one of it",
        )
        .required(),
    ]],
);

/// A documented body.
pub static EXAMPLE: Mapping = Mapping::new(
    "an example",
    &[
        &[
            key("doc", Takes::Text, "what it shows"),
            key("body", Takes::Text, "path of the JSON, from this file").required(),
            key(
                "direction",
                Takes::Words(&["request", "response"]),
                "`request` when left out",
            ),
            key(
                "http",
                Takes::Whole,
                "HTTP status of an answer; the first of `response` when left out",
            ),
            key(
                "context",
                Takes::Named(&Takes::Text),
                "values that were beside the body",
            ),
        ],
        evidence::KEYS,
    ],
);

/// An address from an answer.
pub static HANDED_OUT: Mapping = Mapping::new(
    "an address from an answer",
    &[&[
        key(
            "url_from",
            Takes::Text,
            "the field of `request` that is the whole address",
        )
        .required(),
        key(
            "hosts",
            Takes::Texts,
            "the hosts that may be asked, by `https`; besides, the base address of the client",
        )
        .required(),
    ]],
);

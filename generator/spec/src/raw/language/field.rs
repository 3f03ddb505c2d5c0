//! Keys of a field, of types and of value rules.

use stipula_rules::{Shape, VALUE_RULES};

use super::{Key, Mapping, Takes, evidence, key};

const SEVERITY: Key = key(
    "severity",
    Takes::Words(&["error", "warning"]),
    "a warning never stops a request",
);
const ID: Key = key(
    "id",
    Takes::Text,
    "name of the rule, where the made one does not do",
);
const WHY: Key = key("doc", Takes::Text, "why");

const AS: Key = key(
    "as",
    Takes::Words(&["text"]),
    "a number that travels as text, `\"12.50\"`; in Rust, conditions and rules it is the number",
);

/// What `type` takes.
const TYPES: Takes = Takes::Either(&[Takes::Text, Takes::Of(|| &TYPE)]);
/// A type, or a whole mapping with a type and value rules.
const ITEMS: Takes = Takes::Either(&[Takes::Text, Takes::Of(|| &TYPE), Takes::Of(|| &ITEM)]);

/// What `map` takes: the type of its keys, or a whole mapping with value rules.
const KEYS: Takes = Takes::Either(&[Takes::Text, Takes::Of(|| &ITEM)]);

const LONG: Takes = Takes::Of(|| &VALUE_RULE);
const WHOLE: Takes = Takes::Either(&[Takes::Whole, LONG]);
const FLAG: Takes = Takes::Either(&[Takes::Flag, LONG]);
const TEXT: Takes = Takes::Either(&[Takes::Text, LONG]);
const LENGTHS: Takes = Takes::Either(&[Takes::Whole, Takes::Named(&Takes::Whole), LONG]);
const ENDS: Takes = Takes::Either(&[Takes::Texts, Takes::Of(|| &RANGE), LONG]);

const PRESENCE: Takes = Takes::Either(&[
    Takes::Text,
    Takes::Of(|| &PRESENCE_RULE),
    Takes::ListOf(|| &PRESENCE_RULE),
]);

/// Value rules: those of the registry that a spec can write.
pub const CONSTRAINTS: &[Key] = &{
    let mut keys = [key("format", FORMAT, "what the text is"); WRITTEN + 1];
    let (mut at, mut rule) = (0, 0);
    while rule < VALUE_RULES.len() {
        let it = VALUE_RULES[rule];
        if let Some(doc) = it.key {
            keys[at] = key(it.code.name, takes(it.argument), doc);
            at += 1;
        }
        rule += 1;
    }
    keys
};

const FORMAT: Takes = Takes::Either(&[Takes::Words(FORMATS), LONG]);

/// Value rules that a spec names as a format.
const FORMATS: &[&str] = &{
    let mut names = [""; FORMAT_COUNT];
    let (mut at, mut rule) = (0, 0);
    while rule < VALUE_RULES.len() {
        if VALUE_RULES[rule].is_format {
            names[at] = VALUE_RULES[rule].code.name;
            at += 1;
        }
        rule += 1;
    }
    names
};

const FORMAT_COUNT: usize = {
    let (mut count, mut rule) = (0, 0);
    while rule < VALUE_RULES.len() {
        count += VALUE_RULES[rule].is_format as usize;
        rule += 1;
    }
    count
};

/// How many rules a spec can write.
const WRITTEN: usize = {
    let (mut count, mut rule) = (0, 0);
    while rule < VALUE_RULES.len() {
        if VALUE_RULES[rule].key.is_some() {
            count += 1;
        }
        rule += 1;
    }
    count
};

/// What the key of a rule with such an argument holds.
const fn takes(argument: Shape) -> Takes {
    match argument {
        Shape::None | Shape::Sibling => FLAG,
        Shape::Count { .. } | Shape::Decimals => WHOLE,
        Shape::Lengths => LENGTHS,
        Shape::Range => ENDS,
        Shape::Text { .. } | Shape::Constant | Shape::Pattern => TEXT,
    }
}

/// A field.
pub static FIELD: Mapping = Mapping::new(
    "a field",
    &[
        &[
            key("type", TYPES, "`string`, `integer`, `unsigned`, `decimal`, `boolean`, `timestamp_millis`, `timestamp_seconds`, `date_time`, `date`, `duration`, `url`, `bytes`, `file`, `json`, the name of a type, or a mapping").required(),
            key("required", PRESENCE, "when it has to be there: `true`, a condition, or a list of rules"),
            key("allowed", PRESENCE, "given otherwise: an error"),
            key("effective", PRESENCE, "given otherwise: a warning"),
            key("alias", Takes::Texts, "other names that are read, never written"),
            key("doc", Takes::Text, "what it holds, in our own words"),
            key("deprecated", Takes::Text, "why it should no longer be used"),
            key("default", Takes::Text, "what the server assumes; documentation"),
            key("sample", Takes::Text, "a value from the page"),
            key("rust", Takes::Text, "the Rust name, where the made one does not do"),
            key("lenient", Takes::Flag, "a number is read from text, a text from a number; written in its own type"),
            AS,
            key("sensitive", Takes::Flag, "never shown by `Debug`, errors or logs"),
            key("encrypted", Takes::Flag, "a text of a request that is encrypted under the vendor's key, as `encryption` says"),
            key("null", Takes::Words(&["clears"]), "`null` is sent to clear it, and told apart from absent; elsewhere `null` counts as absent"),
            key("presence", Takes::Words(&["guaranteed"]), "of an answer's field: evidence says it is always there"),
        ],
        evidence::KEYS,
        CONSTRAINTS,
    ],
);

/// A field of `request`, which also says where it travels.
pub static REQUEST_FIELD: Mapping = Mapping {
    what: "a field of `request`",
    keys: &[PLACE, FIELD.keys[0], FIELD.keys[1], FIELD.keys[2]],
    ..FIELD
};

/// A field of `response`, which also says where it stands.
pub static ANSWER_FIELD: Mapping = Mapping {
    what: "a field of `response`",
    keys: &[PLACE_OF_ANSWER, FIELD.keys[0], FIELD.keys[1], FIELD.keys[2]],
    ..FIELD
};

const PLACE_OF_ANSWER: &[Key] = &[
    key(
        "in",
        Takes::Words(&["body", "header", "status"]),
        "where it stands; `status` is the HTTP status itself; `body` when left out",
    ),
    key(
        "name",
        Takes::Text,
        "the name of its header, where that is another",
    ),
];

const PLACE: &[Key] = &[
    key(
        "in",
        Takes::Words(&["path", "query", "header", "body", "payload"]),
        "where it travels; `payload` is the whole body. `query` for `get` and `delete`, else `body`, when left out",
    ),
    key(
        "name",
        Takes::Text,
        "its name there, where two places share one name",
    ),
    LISTS,
    NESTED,
];

/// How lists are written where there is no JSON.
pub(super) const LISTS: Key = key(
    "lists",
    Takes::Words(&["repeat", "brackets", "comma", "json"]),
    "how lists are written in paths, queries, headers and forms: `a=1&a=2`, `a[]=1&a[]=2`, `a=1,2` or `a=[1,2]`; `repeat` when left out",
);
/// How objects are written where there is no JSON.
pub(super) const NESTED: Key = key(
    "nested",
    Takes::Words(&["brackets", "json"]),
    "how objects are written there: `a[b]=1` or `a={\"b\":1}`; `brackets` when left out",
);
/// How bodies are written.
pub(super) const BODY: Key = key(
    "body",
    Takes::Words(&["json", "form", "multipart"]),
    "how the body is written: JSON, a form (`application/x-www-form-urlencoded`), or in parts (`multipart/form-data`), where files can stand; `json` when left out",
);

/// How requests are written, unless an operation or a field says another.
pub static DEFAULTS: Mapping = Mapping::new("`defaults`", &[&[BODY, LISTS, NESTED]]);

/// What a list or map holds, with rules of its own.
pub static ITEM: Mapping = Mapping::new(
    "an item",
    &[
        &[key("type", TYPES, "as of a field").required(), AS],
        CONSTRAINTS,
    ],
);

/// A union by a member inside it.
pub(super) const TAG: Key = key(
    "tag",
    Takes::Text,
    "an object whose type a member inside it chooses; every case has that member as a constant",
);
/// The cases of a named union.
pub(super) const CASES: Key = key(
    "cases",
    Takes::Named(&Takes::Text),
    "the type for each value of the tag",
);
/// A union by shape.
pub(super) const ANY: Key = key(
    "any",
    Takes::Items(&ITEMS),
    "a value of one of these types, which its JSON tells apart",
);

/// A type that is not just a name.
pub static TYPE: Mapping = Mapping {
    what: "a type",
    keys: &[&[
        key("list", ITEMS, "a list of these"),
        key(
            "map",
            KEYS,
            "a map; its keys are `string` or an enum, or a mapping of `string` with value rules",
        ),
        key("of", ITEMS, "what the map holds"),
        key(
            "by",
            Takes::Text,
            "an object whose type this sibling chooses; a value without a case takes any object",
        ),
        key(
            "cases",
            Takes::Named(&Takes::Text),
            "the type for each value of the sibling, or of the tag",
        ),
        TAG,
        ANY,
        key(
            "sealed",
            ITEMS,
            "what is inside a member that travels sealed, as `encryption` says; of answers and notifications",
        ),
    ]],
    one_of: &["list", "map", "by", "tag", "any", "sealed"],
    needs: &[("map", &["of"]), ("by", &["cases"]), ("tag", &["cases"])],
    refused: &[],
};

/// The ends of a range by name.
pub static RANGE: Mapping = Mapping::new(
    "a range",
    &[&[
        key("min", Takes::Text, "the smallest number in it"),
        key(
            "above",
            Takes::Text,
            "every number in it is more than this one",
        ),
        key("max", Takes::Text, "the greatest number in it"),
        key(
            "below",
            Takes::Text,
            "every number in it is less than this one",
        ),
    ]],
);

/// A presence rule, written long.
pub static PRESENCE_RULE: Mapping = Mapping::new(
    "a presence rule",
    &[
        &[
            key("when", Takes::Text, "`true` or a condition").required(),
            SEVERITY,
            ID,
            WHY,
        ],
        evidence::KEYS,
    ],
);

/// A value rule, written long.
pub static VALUE_RULE: Mapping = Mapping::new(
    "a value rule",
    &[
        &[
            key(
                "is",
                Takes::Any,
                "what stands there when it is written short",
            )
            .required(),
            SEVERITY,
            ID,
            WHY,
        ],
        evidence::KEYS,
    ],
);

//! The keys of the language: which each mapping takes, what they hold, and what they mean.
//!
//! The reader refuses what is not here, and the table of keys in `spec/` and the schema for editors
//! are made from it, so that neither can lag behind.

mod api;
pub mod auth;
mod evidence;
mod field;
mod notification;
mod operation;
mod pages;
mod signature;
mod types;

pub use api::{
    API, ENCRYPTION, ENVIRONMENT, HEADER, MEMBER_ENCRYPTION, OUTCOME, QUERY, SEALED, SENT,
};
pub use evidence::{QUIRK, SHAPES, SOURCE, WAIVER};
pub use field::{
    ANSWER_FIELD, CONSTRAINTS, DEFAULTS, FIELD, ITEM, PRESENCE_RULE, RANGE, REQUEST_FIELD, TYPE,
    VALUE_RULE,
};
use field::{ANY, BODY, CASES, TAG};
pub use notification::{NOTIFICATION, NOTIFICATION_PROOF, REPLY};
pub use operation::{
    BY_STATUS, CODE, EXAMPLE, HANDED_KEYS, HANDED_OUT, IDEMPOTENCY, OPERATION, REPEAT,
    REQUEST_TYPE, SCENARIO,
};
pub use pages::{PAGE_NUMBER, PAGE_STEP, PAGES};
pub use types::{AT_LEAST, ENUM_VALUE, RULE, TYPE_DEF};

/// A mapping: how it is called, and what it takes.
#[derive(Debug)]
pub struct Mapping {
    /// With its article, as findings name it.
    pub what: &'static str,
    /// Its keys, in the order in which they are told.
    pub keys: &'static [&'static [Key]],
    /// Of these, exactly one has to be there; empty when there is no such choice.
    pub one_of: &'static [&'static str],
    /// Keys that need others beside them.
    pub needs: &'static [(&'static str, &'static [&'static str])],
    /// Keys that people try, each with what to write instead.
    pub refused: &'static [(&'static str, &'static str)],
}

impl Mapping {
    const fn new(what: &'static str, keys: &'static [&'static [Key]]) -> Self {
        Self {
            what,
            keys,
            one_of: &[],
            needs: &[],
            refused: &[],
        }
    }

    /// Every key, in order.
    pub fn keys(&self) -> impl Iterator<Item = &'static Key> + Clone {
        self.keys.iter().flat_map(|keys| keys.iter())
    }

    /// What to write instead of a key that people try; none of any other.
    pub fn instead_of(&self, name: &str) -> Option<&'static str> {
        let found = self.refused.iter().find(|(it, _)| *it == name);
        found.map(|(_, help)| *help)
    }

    /// Their names.
    pub fn names(&self) -> impl Iterator<Item = &'static str> + Clone {
        self.keys().map(|key| key.name)
    }
}

/// A key of a mapping.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    /// As it is written.
    pub name: &'static str,
    /// Whether it has to be there.
    pub required: bool,
    /// What it holds.
    pub takes: Takes,
    /// What it means: Markdown, one line.
    pub doc: &'static str,
}

impl Key {
    const fn required(self) -> Self {
        Self {
            required: true,
            ..self
        }
    }
}

const fn key(name: &'static str, takes: Takes, doc: &'static str) -> Key {
    Key {
        name,
        required: false,
        takes,
        doc,
    }
}

/// What a key holds.
#[derive(Debug, Clone, Copy)]
pub enum Takes {
    /// A text.
    Text,
    /// `true` or `false`.
    Flag,
    /// A whole number.
    Whole,
    /// One text, or a list of them.
    Texts,
    /// One of these words.
    Words(&'static [&'static str]),
    /// A mapping of the language. Mappings hold each other, so this is a way to get at it.
    Of(fn() -> &'static Mapping),
    /// A mapping from names that the author chooses, each with such a mapping.
    NamedOf(fn() -> &'static Mapping),
    /// A list of such mappings.
    ListOf(fn() -> &'static Mapping),
    /// A list of these.
    Items(&'static Takes),
    /// A mapping from names that the author chooses.
    Named(&'static Takes),
    /// Any of these.
    Either(&'static [Takes]),
    /// Whatever YAML there is, or nothing.
    Any,
}

/// Sections of any file; an operation has `errors` of its own.
const SECTIONS: &[Key] = &[
    key(
        "include",
        Takes::Texts,
        "paths of further files, relative to this one",
    ),
    key("types", Takes::NamedOf(|| &TYPE_DEF), "named types"),
    key(
        "operations",
        Takes::NamedOf(|| &OPERATION),
        "operations by name",
    ),
    key(
        "notifications",
        Takes::NamedOf(|| &NOTIFICATION),
        "what the vendor calls us with, by name",
    ),
    key(
        "quirks",
        Takes::NamedOf(|| &QUIRK),
        "departures from pages, by id",
    ),
    key("sources", Takes::NamedOf(|| &SOURCE), "pages, by id"),
];

/// Codes of the API.
const ERRORS: &[Key] = &[key(
    "errors",
    Takes::NamedOf(|| &CODE),
    "result codes that every operation may answer with",
)];

/// A file without a name of its own.
pub static FILE: Mapping = Mapping::new("a spec file", &[SECTIONS, ERRORS]);
/// The file of the API.
pub static API_FILE: Mapping = Mapping::new("`api.yaml`", &[API, SECTIONS, ERRORS]);
/// The file of an operation.
pub static OPERATION_FILE: Mapping = Mapping {
    what: "the file of an operation",
    keys: &[operation::NAME, operation::KEYS, evidence::KEYS, SECTIONS],
    ..OPERATION
};
/// A file of both, for small specs.
pub static BOTH: Mapping = Mapping {
    what: "`api.yaml` with an operation",
    keys: &[
        API,
        operation::NAME,
        operation::ONLY,
        evidence::KEYS,
        SECTIONS,
    ],
    ..OPERATION
};

/// Every mapping, in the order in which they are told.
pub fn all() -> impl Iterator<Item = &'static Mapping> {
    let parts = [OF_THE_API, auth::ALL, REST];
    parts.into_iter().flatten().copied()
}

static OF_THE_API: &[&Mapping] = &[&FILE, &API_FILE, &ENVIRONMENT, &OUTCOME];

static REST: &[&Mapping] = &[
    &ENCRYPTION,
    &MEMBER_ENCRYPTION,
    &SEALED,
    &SENT,
    &HEADER,
    &QUERY,
    &DEFAULTS,
    &OPERATION_FILE,
    &OPERATION,
    &REQUEST_TYPE,
    &BY_STATUS,
    &HANDED_OUT,
    &HANDED_KEYS,
    &IDEMPOTENCY,
    &PAGES,
    &PAGE_STEP,
    &PAGE_NUMBER,
    &REPEAT,
    &CODE,
    &SCENARIO,
    &EXAMPLE,
    &NOTIFICATION,
    &NOTIFICATION_PROOF,
    &REPLY,
    &REQUEST_FIELD,
    &ANSWER_FIELD,
    &FIELD,
    &ITEM,
    &TYPE,
    &PRESENCE_RULE,
    &VALUE_RULE,
    &RANGE,
    &TYPE_DEF,
    &ENUM_VALUE,
    &RULE,
    &AT_LEAST,
    &SOURCE,
    &QUIRK,
    &WAIVER,
];

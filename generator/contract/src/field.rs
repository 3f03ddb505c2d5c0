//! Members of objects and the rules that concern one member.

use serde::Serialize;

use super::{Condition, Evidence, FieldId, Overrides, TypeId};

/// A member of an object.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Field {
    /// Its id.
    pub id: FieldId,
    /// Name on the wire.
    pub wire: String,
    /// Names in single languages.
    pub names: Overrides,
    /// Type with the value rules of the member itself.
    pub item: Item,
    /// When it must, may or should be given, in order.
    pub presence: Vec<PresenceRule>,
    /// Names that are read and never written.
    pub aliases: Vec<String>,
    /// What it holds, in Markdown; may be empty.
    pub doc: String,
    /// Why it should no longer be used.
    pub deprecated: Option<String>,
    /// What the server assumes.
    pub default: Option<String>,
    /// A value from the page.
    pub sample: Option<String>,
    /// Number and text are read as each other.
    pub lenient: bool,
    /// Never shown.
    pub sensitive: bool,
    /// Evidence says that answers always hold it.
    pub guaranteed: bool,
    /// Where it was read.
    pub evidence: Evidence,
}

impl Field {
    /// Required by an error-severity rule that always holds.
    pub fn always_required(&self) -> bool {
        self.presence.iter().any(PresenceRule::always_requires)
    }
}

/// A type with the value rules of what it holds.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Item {
    /// Its type.
    pub ty: TypeRef,
    /// Value rules, in order.
    pub constraints: Vec<Constraint>,
}

/// A type as a member uses it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum TypeRef {
    /// Any text.
    Text,
    /// 64-bit integer.
    Integer,
    /// Any JSON number.
    Decimal,
    /// `true` or `false`.
    Boolean,
    /// Milliseconds since 1970-01-01 UTC, a number.
    Millis,
    /// A text that is an address with a scheme.
    Url,
    /// Anything.
    Json,
    /// A named enum.
    Enum(TypeId),
    /// A named object.
    Object(TypeId),
    /// An object whose type a sibling chooses.
    Union(TypeId),
    /// A list.
    List(Box<Item>),
    /// A map; its keys are texts or the values of an enum.
    Map {
        /// Enum of the keys.
        key: Option<TypeId>,
        /// What it holds.
        of: Box<Item>,
    },
}

/// A rule about whether a member is given.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PresenceRule {
    /// Must, may only, or is only of use.
    pub kind: Presence,
    /// In which case.
    pub when: Condition,
    /// Id, code, severity, evidence, English.
    pub meta: RuleMeta,
}

impl PresenceRule {
    /// An error whenever the member is not given.
    pub fn always_requires(&self) -> bool {
        self.kind == Presence::Required
            && self.meta.severity == Severity::Error
            && self.when.is_always()
    }
}

/// Kind of a presence rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Presence {
    /// Must be given when the condition holds.
    Required,
    /// May be given only when the condition holds.
    Allowed,
    /// Has an effect only when the condition holds.
    Effective,
}

/// How much a violation matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Severity {
    /// The request is not sent.
    Error,
    /// The request is sent.
    Warning,
}

/// What every rule has.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RuleMeta {
    /// Id, unique in the API: `CreateOrderRequest.stock.required_if`, or the one given.
    pub id: String,
    /// Rule code: `required`, `required_if`, `max_chars`, …
    pub code: &'static str,
    /// Whether `id` was given in the spec.
    pub named: bool,
    /// How much a violation matters.
    pub severity: Severity,
    /// The whole rule as one English sentence with a final period.
    pub sentence: String,
    /// More, from the spec; may be empty.
    pub doc: String,
    /// Where it was read.
    pub evidence: Evidence,
}

/// A value rule.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Constraint {
    /// What must hold.
    pub kind: ConstraintKind,
    /// Id, code, severity, evidence, English.
    pub meta: RuleMeta,
}

/// What a value rule demands.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum ConstraintKind {
    /// At least so many characters.
    MinChars(u64),
    /// At most so many characters.
    MaxChars(Length),
    /// At most so many bytes of UTF-8.
    MaxBytes(u64),
    /// Bounds, both included.
    Range {
        /// Lowest.
        min: Option<i64>,
        /// Highest.
        max: Option<i64>,
    },
    /// At least so many items.
    MinItems(u64),
    /// At most so many items.
    MaxItems(u64),
    /// No item twice.
    Unique,
    /// Starts with the text.
    Prefix(String),
    /// Matches the regular expression somewhere.
    Pattern(String),
    /// At most so many digits after the point.
    DecimalPlaces(u32),
    /// Is an address with a scheme.
    Url,
    /// Is one of the documented texts.
    Known,
    /// Its keys are documented ones.
    KnownKeys,
    /// Its case is the one the sibling chooses.
    CaseOf,
}

/// A length in characters (Unicode scalar values).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Length {
    /// The same everywhere.
    Fixed(u64),
    /// By the key of the nearest map.
    PerKey {
        /// Wire text of the key and its length, in order.
        keys: Vec<(String, u64)>,
        /// For any other key: the smallest.
        default: u64,
    },
}

impl Length {
    /// The limit below this key of the nearest map.
    pub fn under_key(&self, key: Option<&str>) -> u64 {
        match self {
            Self::Fixed(most) => *most,
            Self::PerKey { keys, default } => keys
                .iter()
                .find(|(name, _)| Some(name.as_str()) == key)
                .map_or(*default, |(_, most)| *most),
        }
    }
}

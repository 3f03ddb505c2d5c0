//! What a rule is: constant data beside the code that checks it.

pub use stipula_rules::{End, Severity};

/// The limit that a value rule compares with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Limit {
    /// The rule has no limit.
    None,
    /// A number of characters (Unicode scalar values).
    Chars(u64),
    /// A number of bytes in UTF-8.
    Bytes(u64),
    /// A number of list items or map entries.
    Items(u64),
    /// An inclusive range; an absent end is open.
    Range {
        /// The smallest value allowed.
        min: Option<i64>,
        /// The greatest value allowed.
        max: Option<i64>,
    },
    /// A range of any sort; an absent end is open.
    Bounds {
        /// The lower end.
        min: Option<End<'static>>,
        /// The upper end.
        max: Option<End<'static>>,
    },
    /// The documented texts, of which the value is none.
    OneOf {
        /// All of them, in order.
        texts: &'static [&'static str],
        /// The one that was most likely meant.
        near: Option<&'static str>,
    },
    /// A text: a prefix, a pattern, the names of a group.
    Text(&'static str),
    /// So many of some members, by their names.
    AtLeast {
        /// How many.
        count: u64,
        /// The names, in backticks.
        of: &'static str,
    },
    /// A number of digits after the decimal point.
    Decimals(u32),
    /// A number that is compared as it is.
    Number(u64),
}

/// One rule, as constant data: written once, referred to by each [`Violation`](crate::Violation).
///
/// ```
/// use stipula::{Limit, Rule, Severity};
/// static NAME: Rule = Rule::new("Shop.name.max_chars", "max_chars")
///     .limit(Limit::Chars(64))
///     .severity(Severity::Warning);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Rule {
    /// The stable id, for instance `CreateOrderRequest.stock.required_if`.
    pub id: &'static str,
    /// The kind, for instance `required_if`, `max_chars` or `range`.
    pub code: &'static str,
    /// Whether breaking it stops a request.
    pub severity: Severity,
    /// The condition, or the reason, in English; may be empty.
    pub reason: &'static str,
    /// The limit of a value rule.
    pub limit: Limit,
    /// Where the rule is documented; may be empty.
    pub evidence: &'static str,
    /// It is about the key of an entry, and not about what the entry holds.
    pub is_of_key: bool,
}

impl Rule {
    /// A rule of error severity with neither limit nor reason.
    pub const fn new(id: &'static str, code: &'static str) -> Self {
        Self {
            id,
            code,
            severity: Severity::Error,
            reason: "",
            limit: Limit::None,
            evidence: "",
            is_of_key: false,
        }
    }

    /// Sets the severity.
    #[must_use]
    pub const fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// Sets the condition or reason in English.
    #[must_use]
    pub const fn because(mut self, reason: &'static str) -> Self {
        self.reason = reason;
        self
    }

    /// Sets the limit.
    #[must_use]
    pub const fn limit(mut self, limit: Limit) -> Self {
        self.limit = limit;
        self
    }

    /// Says that it is about the key of an entry of a map.
    #[must_use]
    pub const fn of_key(mut self) -> Self {
        self.is_of_key = true;
        self
    }

    /// Sets where the rule is documented.
    #[must_use]
    pub const fn evidence(mut self, evidence: &'static str) -> Self {
        self.evidence = evidence;
        self
    }
}

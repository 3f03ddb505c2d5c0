//! The rules a value breaks.

mod key_order;
mod message;
mod pointers;
mod record;

use std::borrow::Cow;
use std::fmt;
use std::sync::OnceLock;

use serde::ser::{Serialize, SerializeSeq, SerializeStruct, Serializer};

pub(crate) use self::key_order::AsFound;
pub use self::key_order::KeyOrder;
use self::pointers::Pointers;
use self::record::{Record, add_steps};
use crate::location::Placed;
use crate::{Finding, Limit, Location, Path, Rule, Severity};

/// All the rules that one value breaks: errors and warnings, in the order of the fields.
///
/// It never holds a value of the judged data, so it may be logged. An empty one
/// owns no memory, and pointers become text only when somebody asks for one.
#[derive(Clone, Default)]
pub struct Violations {
    records: Vec<Record>,
    /// Members of the root that do not stand in the body under their own name.
    places: &'static [Placed],
    pointers: OnceLock<Box<Pointers>>,
}

/// Room for what a body with mistakes mostly has: a kibibyte, for allocators keep blocks of that size
/// at hand, and have to look for larger ones.
const ROOM: usize = 1024 / size_of::<Record>();

impl Violations {
    /// No violations; allocates nothing.
    #[inline]
    pub const fn new() -> Self {
        Self {
            records: Vec::new(),
            places: &[],
            pointers: OnceLock::new(),
        }
    }

    /// Whether nothing is broken, warnings included.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// The number of violations, warnings included.
    pub fn len(&self) -> usize {
        self.iter().count()
    }

    /// All violations.
    pub fn iter(&self) -> impl Iterator<Item = Violation<'_>> + '_ {
        let (mut special, mut actual) = (None, None);
        let ends = self.records.iter().filter_map(move |record| match record {
            Record::Broken { rule, .. } => {
                let limit = special.take().unwrap_or(rule.limit);
                Some((*rule, limit, actual.take()))
            }
            Record::Limit(limit) => {
                special = Some(*limit);
                None
            }
            Record::Actual(count) => {
                actual = Some(*count);
                None
            }
            Record::Field(_) | Record::Index(_) | Record::Key(_) | Record::MoreOfKey(_) => None,
        });
        ends.enumerate()
            .map(|(nth, (rule, limit, actual))| Violation {
                rule,
                limit,
                actual,
                all: self,
                nth,
            })
    }

    /// The violations of error severity: they stop a request.
    pub fn errors(&self) -> impl Iterator<Item = Violation<'_>> + '_ {
        self.of(Severity::Error)
    }

    /// The violations of warning severity.
    pub fn warnings(&self) -> impl Iterator<Item = Violation<'_>> + '_ {
        self.of(Severity::Warning)
    }

    /// Whether one of them is an error.
    pub fn has_errors(&self) -> bool {
        self.records.iter().any(|record| match record {
            Record::Broken { rule, .. } => rule.severity == Severity::Error,
            _ => false,
        })
    }

    /// Notes that `field` of the object at `path` (or `path` itself) breaks `rule`.
    #[cold]
    #[inline(never)]
    pub fn push(&mut self, path: &Path<'_>, field: Option<&'static str>, rule: &'static Rule) {
        let records = self.records();
        add_steps(path, records);
        records.push(Record::Broken { rule, field });
    }

    /// The same as [`push`](Self::push), with the limit that applied, where it depends on the data.
    #[cold]
    #[inline(never)]
    pub fn push_limit(
        &mut self,
        path: &Path<'_>,
        field: Option<&'static str>,
        rule: &'static Rule,
        limit: Limit,
    ) {
        let records = self.records();
        add_steps(path, records);
        records.push(Record::Limit(limit));
        records.push(Record::Broken { rule, field });
    }

    /// Notes that there are `count` characters, bytes or items, which are too few or too many.
    ///
    /// `limit` is the one that applied, where it depends on the data; [`Limit::None`] is that of the
    /// rule.
    #[cold]
    #[inline(never)]
    pub fn push_count(
        &mut self,
        path: &Path<'_>,
        field: Option<&'static str>,
        rule: &'static Rule,
        limit: Limit,
        count: usize,
    ) {
        let records = self.records();
        add_steps(path, records);
        if !matches!(limit, Limit::None) {
            records.push(Record::Limit(limit));
        }
        records.push(Record::Actual(u64::try_from(count).unwrap_or(u64::MAX)));
        records.push(Record::Broken { rule, field });
    }

    /// Notes that a text is none of the documented ones, and which of them was most likely meant.
    ///
    /// The text itself is not noted. An empty one is near to nothing.
    #[cold]
    #[inline(never)]
    pub fn push_unknown(
        &mut self,
        path: &Path<'_>,
        field: Option<&'static str>,
        rule: &'static Rule,
        texts: &'static [&'static str],
        text: &str,
    ) {
        let near = stipula_rules::suggest(text, texts.iter().copied());
        self.push_limit(path, field, rule, Limit::OneOf { texts, near });
    }

    /// Notes what a check of the value has found; `rule` is the rule of the check.
    #[cold]
    #[inline(never)]
    pub fn push_finding(
        &mut self,
        path: &Path<'_>,
        field: Option<&'static str>,
        rule: &'static Rule,
        finding: Finding,
    ) {
        match finding {
            Finding::Broken => self.push(path, field, rule),
            Finding::Text(text) => self.push_limit(path, field, rule, Limit::Text(text)),
            Finding::Rule(own) => self.push(path, field, own),
        }
    }

    /// Adds the violations of a part, whose pointers are relative to `path`.
    pub fn extend(&mut self, path: &Path<'_>, part: &Violations) {
        for one in part.records.split_inclusive(Record::is_end) {
            let Some((end, steps)) = one.split_last() else {
                continue;
            };
            let records = self.records();
            records.extend_from_slice(steps);
            add_steps(path, records);
            records.push(*end);
        }
    }

    /// Says where members of the root stand that are no plain ones of the body.
    #[doc(hidden)]
    pub fn set_places(&mut self, places: &'static [Placed]) {
        self.places = places;
        self.pointers.take();
    }

    /// The records, to add some that end with a rule. They have room from the first on.
    #[allow(clippy::inline_always, reason = "a few comparisons, in two functions")]
    #[inline(always)]
    fn records(&mut self) -> &mut Vec<Record> {
        if self.records.capacity() == 0 {
            self.records = Vec::with_capacity(ROOM);
        }
        if self.pointers.get().is_some() {
            self.pointers.take();
        }
        &mut self.records
    }

    fn pointers(&self) -> &Pointers {
        self.pointers
            .get_or_init(|| Box::new(Pointers::of(&self.records, self.places)))
    }

    fn of(&self, severity: Severity) -> impl Iterator<Item = Violation<'_>> + '_ {
        self.iter().filter(move |v| v.severity() == severity)
    }
}

/// One broken rule.
#[derive(Clone, Copy)]
pub struct Violation<'a> {
    rule: &'static Rule,
    limit: Limit,
    actual: Option<u64>,
    all: &'a Violations,
    nth: usize,
}

impl<'a> Violation<'a> {
    /// The JSON Pointer of the value at fault, inside its [`location`](Self::location); empty for the
    /// body itself.
    pub fn pointer(&self) -> &'a str {
        self.all.pointers().get(self.nth)
    }

    /// The part of the request that the pointer begins in. Everything that is no request stands in
    /// the body.
    pub fn location(&self) -> Location {
        self.all.pointers().location(self.nth)
    }

    /// The pointer as sentences tell it: `/stock` of the body, `query /limit` of another place.
    fn place(&self) -> Cow<'a, str> {
        match self.location() {
            Location::Body => Cow::Borrowed(self.pointer()),
            other => Cow::Owned(format!("{other} {}", self.pointer())),
        }
    }

    /// The stable id of the rule.
    pub fn rule(&self) -> &'static str {
        self.rule.id
    }

    /// The kind of the rule, for instance `required_if`.
    pub fn code(&self) -> &'static str {
        self.rule.code
    }

    /// Whether it stops a request.
    pub fn severity(&self) -> Severity {
        self.rule.severity
    }

    /// The limit that applied.
    pub fn limit(&self) -> Limit {
        self.limit
    }

    /// How much there is of what the limit counts: characters, bytes or items. `None` where nothing is
    /// counted.
    pub fn actual(&self) -> Option<u64> {
        self.actual
    }

    /// The condition or reason in English; may be empty.
    pub fn reason(&self) -> &'static str {
        self.rule.reason
    }

    /// Where the rule is documented; may be empty.
    pub fn evidence(&self) -> &'static str {
        self.rule.evidence
    }

    /// The sentence without the rule id: "`/stock` is required when `type` is `COUPON`".
    pub fn message(&self) -> String {
        message::Sentence(*self).to_string()
    }
}

impl PartialEq for Violation<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.rule == other.rule
            && self.limit == other.limit
            && self.actual == other.actual
            && self.location() == other.location()
            && self.pointer() == other.pointer()
    }
}

impl Eq for Violation<'_> {}

impl fmt::Display for Violation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mark = match self.severity() {
            Severity::Error => "",
            Severity::Warning => ", warning",
        };
        write!(f, "{} ({}{mark})", message::Sentence(*self), self.rule())
    }
}

impl fmt::Debug for Violation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:?} {}", self.severity(), self.place(), self.rule.id)
    }
}

impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (nth, violation) in self.iter().enumerate() {
            if nth > 0 {
                f.write_str("\n")?;
            }
            violation.fmt(f)?;
        }
        Ok(())
    }
}

impl fmt::Debug for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl PartialEq for Violations {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for Violations {}

impl std::error::Error for Violations {}

impl Serialize for Violations {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.len()))?;
        for violation in self.iter() {
            list.serialize_element(&violation)?;
        }
        list.end()
    }
}

impl Serialize for Violation<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Violation", 6)?;
        object.serialize_field("severity", self.severity().as_str())?;
        object.serialize_field("location", self.location().as_str())?;
        object.serialize_field("path", self.pointer())?;
        object.serialize_field("rule", self.rule.id)?;
        object.serialize_field("code", self.rule.code)?;
        object.serialize_field("message", &self.message())?;
        object.end()
    }
}

#[cfg(test)]
mod tests;

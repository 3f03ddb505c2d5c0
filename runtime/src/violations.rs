//! The rules a value breaks.

mod message;

use std::fmt;
use std::ops::Range;

use serde::ser::{Serialize, SerializeSeq, SerializeStruct, Serializer};

use crate::path::write_name;
use crate::{Limit, Path, Rule, Severity};

/// All the rules that one value breaks: errors and warnings, in the order of the fields.
///
/// It never holds a value of the judged data, so it may be logged. An empty one
/// owns no memory; all pointers of a full one share a single string.
#[derive(Clone, Default)]
pub struct Violations {
    entries: Vec<Entry>,
    pointers: String,
}

#[derive(Clone)]
struct Entry {
    rule: &'static Rule,
    pointer: Range<usize>,
    limit: Limit,
}

impl Violations {
    /// No violations; allocates nothing.
    pub const fn new() -> Self {
        Self {
            entries: Vec::new(),
            pointers: String::new(),
        }
    }

    /// Whether nothing is broken, warnings included.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The number of violations, warnings included.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// All violations.
    pub fn iter(&self) -> impl Iterator<Item = Violation<'_>> + '_ {
        self.entries.iter().map(|entry| Violation {
            rule: entry.rule,
            pointer: self.pointers.get(entry.pointer.clone()).unwrap_or_default(),
            limit: entry.limit,
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
        self.entries
            .iter()
            .any(|entry| entry.rule.severity == Severity::Error)
    }

    /// Notes that `field` of the object at `path` (or `path` itself) breaks `rule`.
    #[cold]
    pub fn push(&mut self, path: &Path<'_>, field: Option<&'static str>, rule: &'static Rule) {
        self.push_limit(path, field, rule, rule.limit);
    }

    /// The same as [`push`](Self::push), with the limit that applied, where it depends on the data.
    #[cold]
    pub fn push_limit(
        &mut self,
        path: &Path<'_>,
        field: Option<&'static str>,
        rule: &'static Rule,
        limit: Limit,
    ) {
        let start = self.pointers.len();
        // Writing to a string does not fail.
        let _ = path.write_to(&mut self.pointers);
        if let Some(name) = field {
            let _ = write_name(&mut self.pointers, name);
        }
        self.entries.push(Entry {
            rule,
            pointer: start..self.pointers.len(),
            limit,
        });
    }

    /// Adds the violations of a part, whose pointers are relative to `path`.
    pub fn extend(&mut self, path: &Path<'_>, part: &Violations) {
        for entry in &part.entries {
            let start = self.pointers.len();
            let _ = path.write_to(&mut self.pointers);
            let relative = part.pointers.get(entry.pointer.clone()).unwrap_or_default();
            self.pointers.push_str(relative);
            self.entries.push(Entry {
                rule: entry.rule,
                pointer: start..self.pointers.len(),
                limit: entry.limit,
            });
        }
    }

    fn of(&self, severity: Severity) -> impl Iterator<Item = Violation<'_>> + '_ {
        self.iter().filter(move |v| v.severity() == severity)
    }
}

/// One broken rule.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Violation<'a> {
    rule: &'static Rule,
    pointer: &'a str,
    limit: Limit,
}

impl<'a> Violation<'a> {
    /// The JSON Pointer of the value at fault; empty for the body itself.
    pub fn pointer(&self) -> &'a str {
        self.pointer
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
        write!(f, "{} {:?} {}", self.severity(), self.pointer, self.rule.id)
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
        let mut object = serializer.serialize_struct("Violation", 5)?;
        object.serialize_field("severity", self.severity().as_str())?;
        object.serialize_field("path", self.pointer)?;
        object.serialize_field("rule", self.rule.id)?;
        object.serialize_field("code", self.rule.code)?;
        object.serialize_field("message", &self.message())?;
        object.end()
    }
}

#[cfg(test)]
mod tests;

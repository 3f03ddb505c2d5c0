//! The part of an answer that says how the operation went.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};

/// Where an answer says how it went, and what its words mean.
///
/// Without `objects` the members stand in the body itself; without `status`, too, every answer
/// counts as a success.
#[derive(Debug)]
#[non_exhaustive]
pub struct Envelope {
    /// The names that the result object goes by, for instance `result`.
    pub objects: &'static [&'static str],
    /// The names of its code.
    pub code: &'static [&'static str],
    /// The names of its status.
    pub status: &'static [&'static str],
    /// The names of its message.
    pub message: &'static [&'static str],
    /// The statuses of success.
    pub success: &'static [&'static str],
    /// The statuses of a final failure.
    pub failed: &'static [&'static str],
    /// The statuses that leave the outcome open.
    pub unknown: &'static [&'static str],
}

/// How an operation went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It was carried out.
    Success,
    /// It was not and will not be carried out.
    Failed,
    /// It may or may not have been carried out; so also for statuses nobody documented.
    Unknown,
}

impl Envelope {
    /// An envelope without a status: every answer counts as a success.
    pub const fn new() -> Self {
        Self {
            objects: &[],
            code: &[],
            status: &[],
            message: &[],
            success: &[],
            failed: &[],
            unknown: &[],
        }
    }

    /// Sets the names that the result object goes by.
    #[must_use]
    pub const fn objects(mut self, names: &'static [&'static str]) -> Self {
        self.objects = names;
        self
    }

    /// Sets the names of its code.
    #[must_use]
    pub const fn code(mut self, names: &'static [&'static str]) -> Self {
        self.code = names;
        self
    }

    /// Sets the names of its status.
    #[must_use]
    pub const fn status(mut self, names: &'static [&'static str]) -> Self {
        self.status = names;
        self
    }

    /// Sets the names of its message.
    #[must_use]
    pub const fn message(mut self, names: &'static [&'static str]) -> Self {
        self.message = names;
        self
    }

    /// Sets the statuses of success.
    #[must_use]
    pub const fn success(mut self, statuses: &'static [&'static str]) -> Self {
        self.success = statuses;
        self
    }

    /// Sets the statuses of a final failure.
    #[must_use]
    pub const fn failed(mut self, statuses: &'static [&'static str]) -> Self {
        self.failed = statuses;
        self
    }

    /// Sets the statuses that leave the outcome open.
    #[must_use]
    pub const fn unknown(mut self, statuses: &'static [&'static str]) -> Self {
        self.unknown = statuses;
        self
    }

    pub(crate) fn outcome(&self, status: &str) -> Outcome {
        if self.success.contains(&status) {
            Outcome::Success
        } else if self.failed.contains(&status) {
            Outcome::Failed
        } else {
            Outcome::Unknown
        }
    }

    /// The status that a body tells, if it can be read.
    #[cfg(feature = "fake")]
    pub(crate) fn status_of(&self, body: &[u8]) -> Option<String> {
        self.read(body).ok().flatten()?.status
    }

    /// Finds the result object in `body`; `Ok(None)` when there is none.
    pub(super) fn read(&self, body: &[u8]) -> Result<Option<Verdict>, serde_json::Error> {
        if self.status.is_empty() {
            return Ok(None);
        }
        let mut json = serde_json::Deserializer::from_slice(body);
        let found = if self.objects.is_empty() {
            Inner(self).deserialize(&mut json)?
        } else {
            Outer(self).deserialize(&mut json)?
        };
        json.end()?;
        Ok(found)
    }
}

impl Default for Envelope {
    fn default() -> Self {
        Self::new()
    }
}

/// What the result object said.
#[derive(Debug, Default)]
pub(super) struct Verdict {
    pub(super) code: Option<String>,
    pub(super) status: Option<String>,
    pub(super) message: Option<String>,
}

/// Reads the body, ignoring everything but the result object.
struct Outer<'a>(&'a Envelope);

impl<'de> DeserializeSeed<'de> for Outer<'_> {
    type Value = Option<Verdict>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Outer<'_> {
    type Value = Option<Verdict>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let mut found = None;
        while let Some(key) = entries.next_key::<String>()? {
            if found.is_none() && self.0.objects.contains(&key.as_str()) {
                found = entries.next_value_seed(Inner(self.0))?;
            } else {
                entries.next_value::<IgnoredAny>()?;
            }
        }
        Ok(found)
    }
}

/// Reads the result object; anything else in its place counts as absent.
struct Inner<'a>(&'a Envelope);

impl<'de> DeserializeSeed<'de> for Inner<'_> {
    type Value = Option<Verdict>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        let value = <serde_json::Value as serde::Deserialize>::deserialize(deserializer)?;
        let serde_json::Value::Object(object) = value else {
            return Ok(None);
        };
        let text = |names: &[&str]| match names.iter().find_map(|name| object.get(*name))? {
            serde_json::Value::String(text) => Some(text.clone()),
            serde_json::Value::Number(number) => Some(number.to_string()),
            _ => None,
        };
        Ok(Some(Verdict {
            code: text(self.0.code),
            status: text(self.0.status),
            message: text(self.0.message),
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static ENVELOPE: Envelope = Envelope::new()
        .objects(&["result", "info"])
        .code(&["code"])
        .status(&["status"])
        .message(&["message", "msg"])
        .success(&["S"])
        .failed(&["F"])
        .unknown(&["U"]);

    #[test]
    fn finds_the_result_under_any_name() {
        let body = br#"{"x":[{"code":1}],"info":{"code":404,"status":"F","msg":"no"}}"#;
        let verdict = ENVELOPE.read(body).unwrap().unwrap();
        assert_eq!(verdict.code.as_deref(), Some("404"));
        assert_eq!(verdict.status.as_deref(), Some("F"));
        assert_eq!(verdict.message.as_deref(), Some("no"));
    }

    #[test]
    fn reads_the_body_itself_without_objects() {
        let verdict = FLAT.read(br#"{"code":"X","status":"F","data":1}"#).unwrap();
        let verdict = verdict.unwrap();
        assert_eq!(verdict.code.as_deref(), Some("X"));
        assert_eq!(verdict.status.as_deref(), Some("F"));
    }

    static FLAT: Envelope = Envelope::new()
        .code(&["code"])
        .status(&["status"])
        .success(&["S"])
        .failed(&["F"])
        .unknown(&["U"]);

    #[test]
    fn absence_and_garbage() {
        assert!(ENVELOPE.read(b"{}").unwrap().is_none());
        assert!(ENVELOPE.read(br#"{"result":"S"}"#).unwrap().is_none());
        assert!(ENVELOPE.read(b"[]").is_err());
        assert!(ENVELOPE.read(b"{} x").is_err());
        assert_eq!(ENVELOPE.outcome("A"), Outcome::Unknown);
    }
}

//! The part of an answer that says how the operation went.

use std::time::Duration;

use http::StatusCode;

use crate::read::{Body, Cursor, meant};

/// Where an answer says how it went, and what its words mean.
///
/// Without `objects` the members stand in the body itself; without `status` as well, every answer
/// counts as a success, unless the HTTP status says how it went.
#[derive(Debug)]
#[non_exhaustive]
pub struct Envelope {
    /// What says how it went.
    pub by: By,
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
    /// Where the data of a success stands: ways from the body, of which the first that is there counts.
    pub data: &'static [&'static [&'static str]],
    /// Where a failure says how many seconds to wait before the next attempt.
    pub wait: &'static [&'static [&'static str]],
}

/// What says how an operation went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum By {
    /// A member of the body. An HTTP status other than 2xx is an error of its own.
    Member,
    /// The HTTP status: 2xx is success; 408 and 5xx leave the outcome open; the others are final, and
    /// 429 may be sent again.
    Http,
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
            by: By::Member,
            objects: &[],
            code: &[],
            status: &[],
            message: &[],
            success: &[],
            failed: &[],
            unknown: &[],
            data: &[],
            wait: &[],
        }
    }

    /// Lets the HTTP status say how it went.
    #[must_use]
    pub const fn by_http(mut self) -> Self {
        self.by = By::Http;
        self
    }

    /// Sets where the data of a success stands.
    #[must_use]
    pub const fn data(mut self, ways: &'static [&'static [&'static str]]) -> Self {
        self.data = ways;
        self
    }

    /// Sets where a failure says how many seconds to wait before the next attempt.
    #[must_use]
    pub const fn wait(mut self, ways: &'static [&'static [&'static str]]) -> Self {
        self.wait = ways;
        self
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
        self.read_bytes(body)?.status
    }

    /// Finds the result object in bytes, if they are JSON.
    pub(super) fn read_bytes(&self, body: &[u8]) -> Option<Verdict> {
        let body = Body::new(body);
        body.check().ok()?;
        self.read(&body.text)
    }

    /// Finds the result object in JSON; none where neither it nor a wait is there.
    pub(super) fn read(&self, json: &str) -> Option<Verdict> {
        if self.status.is_empty() && self.by == By::Member {
            return None;
        }
        let verdict = if self.objects.is_empty() {
            self.verdict(json)
        } else {
            let objects = first(json, self.objects).into_iter().flatten();
            objects.into_iter().find_map(|it| self.verdict(it))
        };
        let wait = self.wait.iter().find_map(|way| seconds(json, way));
        match (verdict, wait) {
            (Some(verdict), wait) => Some(Verdict { wait, ..verdict }),
            // A wait may stand where no result does.
            (None, Some(_)) => Some(Verdict {
                wait,
                ..Verdict::default()
            }),
            (None, None) => None,
        }
    }

    fn verdict(&self, json: &str) -> Option<Verdict> {
        if !Cursor::new(json).open(b'{') {
            return None;
        }
        let text = |names| first(json, names).into_iter().flatten().find_map(text);
        let status = text(self.status);
        let is_success = status
            .as_deref()
            .is_some_and(|it| self.success.contains(&it));
        Some(Verdict {
            code: text(self.code),
            message: text(self.message),
            told: (!is_success).then(|| json.to_owned()),
            status,
            wait: None,
        })
    }
}

/// The members of these names, in the order of the names; of one name the last.
fn first<'t>(json: &'t str, names: &[&str]) -> Vec<Option<&'t str>> {
    let mut found = vec![None; names.len()];
    let mut cursor = Cursor::new(json);
    if !cursor.open(b'{') {
        return found;
    }
    while let Some(name) = cursor.name() {
        let value = cursor.skip();
        let name = meant(name).unwrap_or_default();
        let place = names.iter().position(|it| *it == name);
        if let Some(place) = place.and_then(|place| found.get_mut(place)) {
            *place = Some(value);
        }
    }
    found
}

/// Whole seconds at the end of a way, as a number or as a text.
fn seconds(json: &str, way: &[&str]) -> Option<Duration> {
    let mut cursor = Cursor::new(json);
    if !way.iter().all(|name| cursor.member(name)) {
        return None;
    }
    let seconds = text(cursor.skip())?;
    seconds.parse().ok().map(Duration::from_secs)
}

/// How an operation went, where the HTTP status says so.
pub(crate) fn outcome_of(status: StatusCode) -> Outcome {
    if status.is_success() {
        Outcome::Success
    } else if status.is_server_error() || status == StatusCode::REQUEST_TIMEOUT {
        Outcome::Unknown
    } else {
        Outcome::Failed
    }
}

/// A text, or the digits of a number, or a word.
fn text(json: &str) -> Option<String> {
    match json.as_bytes().first()? {
        b'"' => meant(json).map(Into::into),
        b'-' | b'0'..=b'9' | b't' | b'f' => Some(json.to_owned()),
        _ => None,
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
    /// The object itself, where it tells no success.
    pub(super) told: Option<String>,
    /// How long the answer asks to wait.
    pub(super) wait: Option<Duration>,
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
        let body = r#"{"x":[{"code":1}],"info":{"code":404,"status":"F","msg":"no"}}"#;
        let verdict = ENVELOPE.read(body).unwrap();
        assert_eq!(verdict.code.as_deref(), Some("404"));
        assert_eq!(verdict.status.as_deref(), Some("F"));
        assert_eq!(verdict.message.as_deref(), Some("no"));
    }

    #[test]
    fn reads_the_body_itself_without_objects() {
        let verdict = FLAT.read(r#"{"code":"X","status":"F","data":1}"#).unwrap();
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
    fn the_first_name_wins_and_of_one_name_the_last() {
        let body =
            r#"{"info":{"status":"F"},"result":{"status":"U","msg":"b","message":7,"status":"S"}}"#;
        let verdict = ENVELOPE.read(body).unwrap();
        assert_eq!(verdict.status.as_deref(), Some("S"));
        assert_eq!(verdict.message.as_deref(), Some("7"));
        let verdict = ENVELOPE.read(r#"{"result":null,"info":{"status":true,"code":1.0}}"#);
        let verdict = verdict.unwrap();
        assert_eq!(verdict.status.as_deref(), Some("true"));
        assert_eq!(verdict.code.as_deref(), Some("1.0"));
    }

    static HTTP: Envelope = Envelope::new()
        .by_http()
        .objects(&["error"])
        .code(&["code"])
        .wait(&[&["error", "retry", "after"], &["wait"]]);

    #[test]
    fn a_failure_may_ask_to_wait() {
        for (body, seconds) in [
            (r#"{"error":{"retry":{"after":3}},"wait":9}"#, Some(3)),
            (r#"{"error":{},"wait":"9"}"#, Some(9)),
            (r#"{"error":{"retry":[]},"wait":1.5}"#, None),
            (r#"{"error":{}}"#, None),
            (r#"{"wait":9}"#, Some(9)),
        ] {
            let verdict = HTTP.read(body).unwrap();
            assert_eq!(verdict.wait, seconds.map(Duration::from_secs), "{body}");
        }
    }

    #[test]
    fn statuses_of_http() {
        let outcome = |status| outcome_of(StatusCode::from_u16(status).unwrap());
        for status in [200, 201, 204] {
            assert_eq!(outcome(status), Outcome::Success, "{status}");
        }
        for status in [301, 400, 402, 404, 409, 429] {
            assert_eq!(outcome(status), Outcome::Failed, "{status}");
        }
        for status in [408, 500, 503] {
            assert_eq!(outcome(status), Outcome::Unknown, "{status}");
        }
    }

    #[test]
    fn absence_and_garbage() {
        assert!(ENVELOPE.read("{}").is_none());
        assert!(ENVELOPE.read(r#"{"result":"S"}"#).is_none());
        assert!(ENVELOPE.read("[]").is_none());
        assert!(ENVELOPE.read_bytes(b"{} x").is_none());
        assert!(
            ENVELOPE
                .read_bytes(b"\xef\xbb\xbf{\"result\":{}}")
                .is_some()
        );
        assert_eq!(ENVELOPE.outcome("A"), Outcome::Unknown);
    }
}

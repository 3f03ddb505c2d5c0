//! A successful answer.

use std::fmt;
use std::ops::Deref;

use http::{HeaderMap, StatusCode};

use crate::Violations;
use crate::read::Misfits;

/// A successful answer: the data, and what came with it.
///
/// It dereferences to the data.
#[derive(Clone)]
pub struct Response<T> {
    /// What the body holds.
    pub data: T,
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) trace_id: Option<String>,
    pub(super) result_code: Option<String>,
    pub(super) unsigned: bool,
    pub(super) warnings: Violations,
    pub(super) misfits: Misfits,
    pub(super) attempts: u32,
    pub(super) already_done: bool,
}

impl<T> Response<T> {
    /// The data alone.
    pub fn into_data(self) -> T {
        self.data
    }

    /// The same with other data.
    pub(super) fn map<U>(self, other: impl FnOnce(T) -> U) -> Response<U> {
        Response {
            data: other(self.data),
            status: self.status,
            headers: self.headers,
            trace_id: self.trace_id,
            result_code: self.result_code,
            unsigned: self.unsigned,
            warnings: self.warnings,
            misfits: self.misfits,
            attempts: self.attempts,
            already_done: self.already_done,
        }
    }

    /// The same, with the warnings of its request.
    pub(super) fn warned(mut self, warnings: Violations) -> Self {
        self.warnings = warnings;
        self
    }

    /// The HTTP status.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The HTTP headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The id under which the platform can find the call.
    pub fn trace_id(&self) -> Option<&str> {
        self.trace_id.as_deref()
    }

    /// The result code.
    pub fn result_code(&self) -> Option<&str> {
        self.result_code.as_deref()
    }

    /// Whether the answer came without a signature: the policy of the API allows it, or the
    /// operation has none.
    pub fn unsigned(&self) -> bool {
        self.unsigned
    }

    /// How many attempts were made, this one included.
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// Whether an earlier attempt had done the work, and this answer only says so.
    ///
    /// That answer was lost, so what it held is not known: members of the data, ids for instance,
    /// are absent. Ask the platform for them by your business key.
    pub fn already_done(&self) -> bool {
        self.already_done
    }

    /// What the answer holds that is not as documented: left out of the data, or odd about it.
    ///
    /// It may be logged: it tells places and shapes, and values only when they are asked for.
    ///
    /// ```
    /// # fn log(response: stipula::client::Response<()>) {
    /// for misfit in response.misfits() {
    ///     eprintln!("{misfit}"); // `/stock`: expected a whole number of 64 bits, found an object
    /// }
    /// # }
    /// ```
    pub fn misfits(&self) -> &Misfits {
        &self.misfits
    }

    /// The rules of warning severity that the request broke.
    pub fn warnings(&self) -> &Violations {
        &self.warnings
    }
}

impl<T> Deref for Response<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.data
    }
}

// Without the headers: they hold the signature.
impl<T: fmt::Debug> fmt::Debug for Response<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("data", &self.data)
            .field("status", &self.status)
            .field("trace_id", &self.trace_id)
            .field("result_code", &self.result_code)
            .field("unsigned", &self.unsigned)
            .field("attempts", &self.attempts)
            .field("already_done", &self.already_done)
            .field("warnings", &self.warnings)
            .field("misfits", &self.misfits)
            .finish_non_exhaustive()
    }
}

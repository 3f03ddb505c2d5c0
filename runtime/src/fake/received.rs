//! What the fake records.

use std::fmt;

use http::HeaderMap;

use super::Refusal;
use crate::Violations;

/// A request that the fake got.
#[derive(Clone)]
#[non_exhaustive]
pub struct Received {
    /// The HTTP method.
    pub method: String,
    /// The path, with the query.
    pub path: String,
    /// The operation, as far as it is known: the first on this path that accepts the body.
    pub operation: Option<&'static str>,
    /// The headers, without the signature.
    pub headers: HeaderMap,
    /// The body.
    pub body: Vec<u8>,
    /// Whether the platform would have taken it.
    pub verdict: Verdict,
    /// What was answered, for people: a result code, a fault.
    pub answer: String,
    /// Whether the work was done.
    pub effect: bool,
}

/// What the fake made of a request.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Verdict {
    /// Nothing is wrong with it; with the warnings.
    Accepted(Violations),
    /// It was refused.
    Refused(Refusal),
}

impl Verdict {
    /// Why it was refused.
    pub fn refusal(&self) -> Option<&Refusal> {
        match self {
            Self::Accepted(_) => None,
            Self::Refused(refusal) => Some(refusal),
        }
    }
}

/// How often the work of one key was done.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Effect {
    /// The path of the operation.
    pub path: &'static str,
    /// The values of the business key, or that of the header.
    pub key: Vec<String>,
    /// How often.
    pub count: u32,
}

// Without the body, which may hold what is sensitive.
impl fmt::Debug for Received {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Received")
            .field("method", &self.method)
            .field("path", &self.path)
            .field("operation", &self.operation)
            .field("verdict", &self.verdict)
            .field("answer", &self.answer)
            .field("effect", &self.effect)
            .field("body", &format_args!("[{} bytes]", self.body.len()))
            .finish_non_exhaustive()
    }
}

/// One line for people.
impl fmt::Display for Received {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.method, self.path)?;
        if let Some(operation) = self.operation {
            write!(f, " ({operation})")?;
        }
        match &self.verdict {
            Verdict::Accepted(warnings) if warnings.is_empty() => f.write_str(": accepted")?,
            Verdict::Accepted(warnings) => {
                write!(f, ": accepted with {} warnings", warnings.len())?;
            }
            Verdict::Refused(refusal) => write!(f, ": refused, {}", refusal.message())?,
        }
        write!(f, "; answered {}", self.answer)
    }
}

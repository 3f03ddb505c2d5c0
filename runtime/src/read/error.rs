//! Why a body cannot be read.

use std::fmt;

use super::Misfit;
use super::misfits::Misfits;

/// Why a body cannot be read: it is no JSON, or it lacks what it has to have.
///
/// It tells places and shapes, never values, and may be logged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadError(Why);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Why {
    Syntax(String),
    Problems(Misfits),
}

impl ReadError {
    pub(super) fn syntax(error: &serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        Self(Why::Syntax(match error.classify() {
            serde_json::error::Category::Eof => {
                format!("the JSON ends too early, at line {line} column {column}")
            }
            _ => format!("not valid JSON at line {line} column {column}"),
        }))
    }

    pub(super) fn not_utf8() -> Self {
        Self(Why::Syntax("the body is not UTF-8".to_owned()))
    }

    pub(super) fn problems(problems: Misfits) -> Self {
        Self(Why::Problems(problems))
    }

    /// Whether the body is no JSON at all.
    pub fn is_syntax(&self) -> bool {
        matches!(self.0, Why::Syntax(_))
    }

    /// What is wrong with JSON that can be read, in the order of reading; never empty then.
    pub fn iter(&self) -> impl Iterator<Item = &Misfit> {
        let problems = match &self.0 {
            Why::Problems(problems) => Some(problems),
            Why::Syntax(_) => None,
        };
        problems.into_iter().flatten()
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Why::Syntax(text) => f.write_str(text),
            Why::Problems(problems) => problems.fmt(f),
        }
    }
}

impl std::error::Error for ReadError {}

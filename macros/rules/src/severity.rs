//! How much a broken rule matters.

use std::fmt;

/// Whether a broken rule stops a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// The value is refused before it is sent.
    Error,
    /// The value is sent; the warning is reported.
    Warning,
}

impl Severity {
    /// By its name.
    pub fn named(name: &str) -> Option<Self> {
        let mut all = [Self::Error, Self::Warning].into_iter();
        all.find(|it| it.as_str() == name)
    }

    /// `error` or `warning`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

//! Regular expressions, compiled at their first use.

use std::sync::OnceLock;

use regex_lite::Regex;

/// A regular expression for a `static`.
///
/// ```
/// use stipula_rules::checks::{Pattern, pattern};
/// static CODE: Pattern = Pattern::new("^[A-Z]{3}$");
/// assert!(pattern(&CODE, "HKD") && !pattern(&CODE, "hkd"));
/// ```
#[derive(Debug)]
pub struct Pattern {
    source: &'static str,
    compiled: OnceLock<Option<Regex>>,
}

impl Pattern {
    /// The pattern, not yet compiled.
    pub const fn new(source: &'static str) -> Self {
        Self {
            source,
            compiled: OnceLock::new(),
        }
    }

    /// The pattern as written.
    pub const fn source(&self) -> &'static str {
        self.source
    }
}

/// Whether `text` matches somewhere; anchor the pattern to match all of it.
///
/// A pattern that cannot be compiled matches nothing, so that the first test finds it.
pub fn pattern(pattern: &'static Pattern, text: &str) -> bool {
    pattern
        .compiled
        .get_or_init(|| Regex::new(pattern.source).ok())
        .as_ref()
        .is_some_and(|regex| regex.is_match(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_pattern_matches_nothing() {
        static BROKEN: Pattern = Pattern::new("(");
        assert!(!pattern(&BROKEN, ""));
    }
}

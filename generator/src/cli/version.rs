//! Versions, and the steps between them.

use std::fmt;

use crate::change::rows::Bump;

/// A version of three numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Version([u64; 3]);

impl Version {
    /// None of a text that is no such version.
    pub(super) fn read(text: &str) -> Option<Self> {
        let mut parts = text.split('.').map(|it| it.parse().ok());
        let numbers = [parts.next()??, parts.next()??, parts.next()??];
        parts.next().is_none().then_some(Self(numbers))
    }

    /// How large the step from another is. Before 1.0, the second number stands for the first.
    pub(super) fn bump_from(self, before: Self) -> Bump {
        let (is, was) = (self.0, before.0);
        let breaking = usize::from(was[0] == 0 && is[0] == 0);
        if is[..=breaking] > was[..=breaking] {
            Bump::Major
        } else if is[1] > was[1] || breaking == 1 {
            Bump::Minor
        } else {
            Bump::Patch
        }
    }

    /// The next version after a step.
    pub(super) fn after(self, bump: Bump) -> Self {
        let [major, minor, patch] = self.0;
        Self(match (major, bump) {
            (0, Bump::Major) => [0, minor + 1, 0],
            (_, Bump::Major) => [major + 1, 0, 0],
            (0, _) | (_, Bump::Patch | Bump::None) => [major, minor, patch + 1],
            (_, Bump::Minor) => [major, minor + 1, 0],
        })
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [major, minor, patch] = self.0;
        write!(f, "{major}.{minor}.{patch}")
    }
}

/// Whether a text is a day: `2026-01-31`.
pub(super) fn is_day(text: &str) -> bool {
    stipula_contract::Scalar::Date.counted(text).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_between_versions() {
        let read = |it: &str| Version::read(it).unwrap();
        for (before, after, bump) in [
            ("1.2.3", "1.2.4", Bump::Patch),
            ("1.2.3", "1.3.0", Bump::Minor),
            ("1.2.3", "2.0.0", Bump::Major),
            ("0.2.3", "0.2.4", Bump::Minor),
            ("0.2.3", "0.3.0", Bump::Major),
            ("0.2.3", "1.0.0", Bump::Major),
        ] {
            assert_eq!(
                read(after).bump_from(read(before)),
                bump,
                "{before} {after}"
            );
        }
        assert_eq!(read("1.2.3").after(Bump::Minor).to_string(), "1.3.0");
        assert_eq!(read("0.2.3").after(Bump::Minor).to_string(), "0.2.4");
        assert_eq!(read("0.2.3").after(Bump::Major).to_string(), "0.3.0");
        for bad in ["1", "1.2", "1.2.3.4", "v1.2.3", "1.2.x", ""] {
            assert_eq!(Version::read(bad), None, "{bad}");
        }
    }

    #[test]
    fn days_are_of_the_calendar() {
        assert!(is_day("2028-02-29"));
        for bad in ["2026-02-29", "2026-1-1", "today", ""] {
            assert!(!is_day(bad), "{bad}");
        }
    }
}

//! What a rule is told beside the value.

/// The argument of a rule, in a form that no reader owns: attributes, constant data and specs are
/// turned into it to ask for sentences and verdicts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Arg<'a> {
    /// Nothing, as for `unique`.
    None,
    /// A number, as for `max_chars`.
    Count(u64),
    /// A length for each of these keys of the nearest map, in order.
    Lengths {
        /// Keys and their lengths.
        keys: &'a [(String, u64)],
        /// For any other key.
        default: u64,
    },
    /// Bounds, both included; an absent end is open.
    Range {
        /// The smallest value allowed.
        min: Option<i64>,
        /// The greatest value allowed.
        max: Option<i64>,
    },
    /// Bounds of any sort, as they are written, both included; an absent end is open.
    Bounds {
        /// The smallest value allowed.
        min: Option<&'a str>,
        /// The greatest value allowed.
        max: Option<&'a str>,
    },
    /// Bounds of any sort, as they are written, the upper one not included.
    Below {
        /// The smallest value allowed; absent when that end is open.
        min: Option<&'a str>,
        /// What every value is less than.
        end: &'a str,
    },
    /// A text: a prefix, a pattern, a sibling or the names of a group in backticks.
    Text(&'a str),
    /// Digits after the decimal point.
    Decimals(u32),
    /// The condition of a presence rule in English; absent when it always holds.
    When(Option<&'a str>),
    /// What a rule between fields demands, in English.
    Demand {
        /// When it does; absent for always.
        when: Option<&'a str>,
        /// What has to hold.
        expect: &'a str,
    },
}

impl Arg<'_> {
    /// The argument that applies below this key of the nearest map.
    #[must_use]
    pub fn under(self, key: Option<&str>) -> Self {
        let Self::Lengths { keys, default } = self else {
            return self;
        };
        let own = keys.iter().find(|(name, _)| Some(name.as_str()) == key);
        Self::Count(own.map_or(default, |(_, length)| *length))
    }

    /// The number, if it is one.
    pub fn count(self) -> Option<u64> {
        match self {
            Self::Count(count) => Some(count),
            Self::Decimals(places) => Some(places.into()),
            Self::Lengths { .. } => self.under(None).count(),
            Self::None
            | Self::Range { .. }
            | Self::Bounds { .. }
            | Self::Below { .. }
            | Self::Text(_)
            | Self::When(_)
            | Self::Demand { .. } => None,
        }
    }

    /// Which ends of a range are given, if it is one with both ends in it.
    pub(crate) fn ends(self) -> Option<(bool, bool)> {
        match self {
            Self::Range { min, max } => Some((min.is_some(), max.is_some())),
            Self::Bounds { min, max } => Some((min.is_some(), max.is_some())),
            _ => None,
        }
    }

    /// The number as a size in memory, which nothing exceeds.
    pub(crate) fn size(self) -> Option<usize> {
        let count = self.count()?;
        Some(usize::try_from(count).unwrap_or(usize::MAX))
    }

    /// Lengths that do not differ are one.
    pub(crate) fn simplest(self) -> Self {
        match self {
            Self::Lengths { keys, default } if keys.iter().all(|(_, it)| *it == default) => {
                Self::Count(default)
            }
            other => other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Arg;

    #[test]
    fn a_key_has_its_own_length() {
        let keys = [("zh".to_owned(), 9)];
        let lengths = Arg::Lengths {
            keys: &keys,
            default: 5,
        };
        assert_eq!(lengths.under(Some("zh")), Arg::Count(9));
        assert_eq!(lengths.under(Some("en")), Arg::Count(5));
        assert_eq!(lengths.under(None).count(), Some(5));
        assert_eq!(Arg::None.under(Some("zh")).count(), None);
    }
}

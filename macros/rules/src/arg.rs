//! What a rule is told beside the value.

/// An end of a range, as it is written.
///
/// Readers handle each of them, so a new one is a breaking change on purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum End<'a> {
    /// It is in the range.
    Included(&'a str),
    /// The range goes up to it, without it.
    Excluded(&'a str),
}

impl<'a> End<'a> {
    /// As it is written.
    pub const fn text(self) -> &'a str {
        match self {
            Self::Included(text) | Self::Excluded(text) => text,
        }
    }

    const fn edge(self) -> Edge {
        match self {
            Self::Included(_) => Edge::Included,
            Self::Excluded(_) => Edge::Excluded,
        }
    }
}

/// What an end of a range is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Edge {
    /// There is none.
    Open,
    Included,
    Excluded,
}

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
    /// Bounds of any sort; an absent end is open.
    Bounds {
        /// The lower end.
        min: Option<End<'a>>,
        /// The upper end.
        max: Option<End<'a>>,
    },
    /// A text: a prefix, a pattern, a sibling or the names of a group in backticks.
    Text(&'a str),
    /// So many of some members.
    AtLeast {
        /// How many.
        count: u64,
        /// The names of the members, in backticks.
        of: &'a str,
    },
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
            | Self::Text(_)
            | Self::AtLeast { .. }
            | Self::When(_)
            | Self::Demand { .. } => None,
        }
    }

    /// What the ends of a range are, if it is one.
    pub(crate) fn edges(self) -> Option<(Edge, Edge)> {
        let whole = |end: Option<i64>| end.map_or(Edge::Open, |_| Edge::Included);
        let written = |end: Option<End<'_>>| end.map_or(Edge::Open, End::edge);
        match self {
            Self::Range { min, max } => Some((whole(min), whole(max))),
            Self::Bounds { min, max } => Some((written(min), written(max))),
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

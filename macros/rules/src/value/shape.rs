//! Forms of arguments.

/// The form of the argument of a value rule.
///
/// Readers handle each of them, so a new one is a breaking change on purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// Nothing: the rule holds or is not written.
    None,
    /// A whole number: [`Arg::Count`](crate::Arg::Count).
    Count {
        /// The smallest that makes sense.
        least: u64,
    },
    /// A whole number or one by the key of the nearest map: [`Arg::Count`](crate::Arg::Count) or
    /// [`Arg::Lengths`](crate::Arg::Lengths).
    Lengths,
    /// Two ends, both included, one of which may be open: [`Arg::Range`](crate::Arg::Range).
    Range,
    /// A text: [`Arg::Text`](crate::Arg::Text).
    Text {
        /// What is wrong with an empty one.
        empty: &'static str,
    },
    /// A text or an integer, as it is written: [`Arg::Text`](crate::Arg::Text).
    Constant,
    /// A regular expression: [`Arg::Text`](crate::Arg::Text).
    Pattern,
    /// A number of digits: [`Arg::Decimals`](crate::Arg::Decimals).
    Decimals,
    /// The member beside it that chooses: [`Arg::Text`](crate::Arg::Text), or
    /// [`Arg::None`](crate::Arg::None) where the type names it.
    Sibling,
}

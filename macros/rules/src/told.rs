//! What is told of a value that is at hand: words, with gaps that the value fills.

use crate::Unit;

/// A piece of what is told of a value that breaks a rule.
///
/// Readers handle each kind, so a new one is a breaking change on purpose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// Words.
    Text(String),
    /// A gap.
    Open(Open),
}

/// What only the value can say.
///
/// Readers handle each of them, so a new one is a breaking change on purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Open {
    /// The value itself.
    Value,
    /// How much of this there is in it, with the word: "34 characters".
    Size(Unit),
    /// The [limit](limit), which the key of the nearest map may set.
    Limit,
    /// The documented value that is near, and all of them.
    Known,
    /// The last name on the way to the value.
    Key,
    /// Where the same item stands for the second time.
    Twins,
}

/// "1 is", "32 are"
pub fn limit(n: u64) -> String {
    format!("{n} {}", if n == 1 { "is" } else { "are" })
}

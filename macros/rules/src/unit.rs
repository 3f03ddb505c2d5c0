//! What a number counts.

/// What a number counts.
///
/// Readers handle each of them, so a new one is a breaking change on purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Nothing: the number is compared as it is.
    None,
    /// Unicode scalar values.
    Characters,
    /// Bytes of UTF-8.
    Bytes,
    /// Elements of a list or entries of a map.
    Items,
    /// Digits after the decimal point.
    Digits,
}

impl Unit {
    /// In English and singular; empty for [`Unit::None`].
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Characters => "character",
            Self::Bytes => "byte",
            Self::Items => "item",
            Self::Digits => "digit",
        }
    }
}

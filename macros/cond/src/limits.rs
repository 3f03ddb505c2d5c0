//! How large a condition may be.

/// The longest text that [`parse`](crate::parse()) accepts, in bytes.
pub const MAX_TEXT: usize = 4096;
/// The deepest nesting of brackets and `not`.
pub const MAX_DEPTH: usize = 32;

//! The reference of the tool itself, made from the tables that the tool uses.

mod diagnostics;

pub use diagnostics::diagnostics;

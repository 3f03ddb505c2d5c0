//! What was emitted, and how it meets the disk.

mod file_set;

pub use file_set::FileSet;

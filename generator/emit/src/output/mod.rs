//! What was emitted, and how it meets the disk. One of the two modules that touch it.
//!
//! A manifest beside the files keeps a checksum of each as it was written, so that a hand edit is
//! seen and refused instead of lost, and a file that is no longer emitted is removed.

mod file_set;
mod lock;
mod manifest;
mod plan;
mod write;

pub use file_set::FileSet;
pub use lock::{Lock, lock};
pub use manifest::{MANIFEST, made_from};
pub use plan::{Change, ChangeKind, Plan, Refused, plan};
pub use write::{replace, write};

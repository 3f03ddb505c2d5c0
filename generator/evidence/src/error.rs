//! Why a check came to nothing.

use stipula_pages::UnknownShape;
use stipula_spec::Loaded;

/// Why nothing could be checked.
#[derive(Debug)]
pub enum CheckError {
    /// The spec has errors.
    Spec(Box<Loaded>),
    /// A file beside the spec, or a capture, cannot be read: one line each.
    Unreadable(Vec<String>),
    /// A place to accept that is nowhere, or on several pages: one line each.
    Place(Vec<String>),
    /// A capture has no shape that is known.
    Shape {
        /// The capture.
        file: String,
        /// What was looked for.
        error: UnknownShape,
    },
}

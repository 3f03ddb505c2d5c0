//! Where a field of a request travels.

use serde::Serialize;

/// Where a field of a request travels. Conditions, proofs and witnesses do not ask: they see one
/// object with one set of rules. Outputs that speak of HTTP do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Location {
    /// In a segment of the path.
    Path,
    /// In the query of the URL.
    Query,
    /// In a header.
    Header,
    /// In an object that is the body.
    Body,
    /// As the whole body.
    Payload,
}

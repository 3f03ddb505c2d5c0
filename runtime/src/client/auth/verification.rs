//! Why an answer is not trusted.

/// Why an answer is not proven to be the platform's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum VerificationErrorKind {
    /// It carries no proof, and its status needs one.
    Unsigned,
    /// It carries half of a proof: a signature without a time, or the reverse.
    Incomplete,
    /// A header of the proof cannot be read.
    Malformed,
    /// It is signed with an algorithm that the API does not have.
    Algorithm,
    /// It is addressed to another client.
    OtherClient,
    /// It is signed with a platform key that the client does not have.
    UnknownKey,
    /// It was signed too long ago, or the clocks differ.
    Stale,
    /// The signature is not the platform's over this answer.
    Mismatch,
}

/// The kind with a sentence for people.
#[derive(Debug)]
pub(crate) struct VerificationError {
    pub(crate) kind: VerificationErrorKind,
    pub(crate) why: String,
}

impl VerificationError {
    pub(crate) fn new(kind: VerificationErrorKind, why: impl Into<String>) -> Self {
        Self {
            kind,
            why: why.into(),
        }
    }
}

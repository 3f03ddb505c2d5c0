//! How RSA pads what it encrypts.

/// The padding of [`Encrypted`](super::Encrypted) members.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Oaep {
    /// OAEP with SHA-1, in its mask as well.
    Sha1,
    /// OAEP with SHA-256, in its mask as well.
    Sha256,
}

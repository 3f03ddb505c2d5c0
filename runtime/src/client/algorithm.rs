//! By what signatures are made.

/// What makes a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SignatureAlgorithm {
    /// RSASSA-PKCS1-v1_5 with SHA-256.
    RsaSha256,
    /// RSASSA-PSS with SHA-256, and a salt of 32 bytes.
    RsaPssSha256,
    /// HMAC with SHA-256, under a secret that both sides have.
    HmacSha256,
    /// HMAC with SHA-512, under a secret that both sides have.
    HmacSha512,
    /// Ed25519.
    Ed25519,
    /// ECDSA on the curve P-256 with SHA-256; the signature is a DER sequence of two numbers.
    EcdsaP256Sha256,
}

impl SignatureAlgorithm {
    /// Whether both sides have the same secret.
    pub const fn is_shared(self) -> bool {
        matches!(self, Self::HmacSha256 | Self::HmacSha512)
    }

    /// For people.
    #[cfg(feature = "fake")]
    pub(crate) const fn words(self) -> &'static str {
        match self {
            Self::RsaSha256 => "RSASSA-PKCS1-v1_5, SHA-256",
            Self::RsaPssSha256 => "RSASSA-PSS, SHA-256",
            Self::HmacSha256 => "HMAC, SHA-256",
            Self::HmacSha512 => "HMAC, SHA-512",
            Self::Ed25519 => "Ed25519",
            Self::EcdsaP256Sha256 => "ECDSA on P-256, SHA-256, in DER",
        }
    }
}

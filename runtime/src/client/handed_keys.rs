//! Keys of the vendor that an answer hands out.

/// An answer that hands out keys of the vendor; generated code implements it.
///
/// [`PlatformKeys::update_from`](crate::client::PlatformKeys) takes them, with the feature `aws-lc`.
pub trait HandsOutKeys {
    /// Each key with its id: a public key or its certificate, as PEM or base64.
    fn keys(&self) -> Vec<(&str, &str)>;
}

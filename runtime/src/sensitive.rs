//! Values that must not reach logs.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A value that is sent as it is, but never shown by `Debug` or `Display`.
///
/// ```
/// let token = stipula::Sensitive("secret".to_owned());
/// assert_eq!(format!("{token} {token:?}"), "[redacted] [redacted]");
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Sensitive<T>(pub T);

impl<T> Sensitive<T> {
    /// The value. Whoever asks for it sees to it that it is not shown.
    pub const fn expose(&self) -> &T {
        &self.0
    }

    /// The value, by itself.
    pub fn into_inner(self) -> T {
        self.0
    }
}

/// A value that may be absent, and is shown by nothing but this.
///
/// ```
/// use stipula::{Expose as _, Sensitive};
///
/// let told: Option<Sensitive<String>> = Some("secret".into());
/// assert_eq!(told.expose().map(String::as_str), Some("secret"));
/// ```
pub trait Expose {
    /// What is exposed.
    type Exposed;

    /// The value, if there is one. Whoever asks for it sees to it that it is not shown.
    fn expose(&self) -> Option<&Self::Exposed>;
}

impl<T> Expose for Option<Sensitive<T>> {
    type Exposed = T;

    fn expose(&self) -> Option<&T> {
        self.as_ref().map(Sensitive::expose)
    }
}

impl<T> fmt::Debug for Sensitive<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

impl<T> fmt::Display for Sensitive<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

impl<T> From<T> for Sensitive<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

impl From<&str> for Sensitive<String> {
    fn from(value: &str) -> Self {
        Self(value.to_owned())
    }
}

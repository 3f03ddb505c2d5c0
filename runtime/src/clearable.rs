//! Members that can be cleared: absent, `null` and a value are three things.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::read::{Fit, Kind, Reader, Slot};

/// A member that may be absent, cleared or given.
///
/// Left out, it stays as it is on the other side; cleared, it travels as `null`. Conditions and rules
/// take a cleared member for one that is not given.
///
/// ```
/// use stipula::Clearable;
///
/// let email: Clearable<String> = "name@example.com".to_owned().into();
/// assert_eq!(email.given().map(String::as_str), Some("name@example.com"));
/// assert_eq!(serde_json::to_string(&Clearable::<String>::Cleared)?, "null");
/// assert!(Clearable::<String>::default().is_absent());
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// In a struct of your own, leave it out when it is absent:
///
/// ```
/// # use stipula::Clearable;
/// #[derive(serde::Serialize, serde::Deserialize)]
/// struct Patch {
///     #[serde(default, skip_serializing_if = "Clearable::is_absent")]
///     email: Clearable<String>,
/// }
///
/// let patch: Patch = serde_json::from_str(r#"{"email":null}"#)?;
/// assert_eq!(patch.email, Clearable::Cleared);
/// assert_eq!(serde_json::to_string(&patch)?, r#"{"email":null}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Clearable<T> {
    /// Not there.
    #[default]
    Absent,
    /// There, without a value: `null`.
    Cleared,
    /// A value.
    Given(T),
}

impl<T> Clearable<T> {
    /// The value, when one is given.
    pub const fn given(&self) -> Option<&T> {
        match self {
            Self::Given(value) => Some(value),
            Self::Absent | Self::Cleared => None,
        }
    }

    /// The value itself, when one is given.
    pub fn into_given(self) -> Option<T> {
        match self {
            Self::Given(value) => Some(value),
            Self::Absent | Self::Cleared => None,
        }
    }

    /// Whether a value is given.
    pub const fn is_some(&self) -> bool {
        matches!(self, Self::Given(_))
    }

    /// Whether no value is given: it is absent or cleared.
    pub const fn is_none(&self) -> bool {
        !self.is_some()
    }

    /// The value, when one is given, as [`given`](Self::given) gives it.
    pub const fn as_ref(&self) -> Option<&T> {
        self.given()
    }

    /// Whether it is not there at all.
    pub const fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Whether it is there without a value.
    pub const fn is_cleared(&self) -> bool {
        matches!(self, Self::Cleared)
    }
}

impl<T> From<T> for Clearable<T> {
    fn from(value: T) -> Self {
        Self::Given(value)
    }
}

/// An absent one is written as `null`, too, where it is not left out.
impl<T: Serialize> Serialize for Clearable<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.given().serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Clearable<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let read = Option::deserialize(deserializer)?;
        Ok(read.map_or(Self::Cleared, Self::Given))
    }
}

impl<T: Slot> Slot for Clearable<T> {
    fn vacant() -> Self {
        Self::Absent
    }

    fn read(&mut self, from: &mut Reader<'_>) -> Fit {
        if from.kind() == Kind::Null {
            from.raw();
            *self = Self::Cleared;
        } else {
            *self = Self::Given(from.value()?);
        }
        Ok(())
    }

    fn absent(&mut self) -> bool {
        *self = Self::Absent;
        true
    }

    fn takes_null(&self) -> bool {
        true
    }

    fn text(&self) -> Option<&str> {
        self.given()?.text()
    }
}

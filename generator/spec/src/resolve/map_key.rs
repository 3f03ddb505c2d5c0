//! Keys of maps.

use stipula_contract::TypeId;

/// What the keys of a map are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum MapKey {
    /// Any text.
    Text,
    /// A value of an enum.
    Enum(TypeId),
}

impl MapKey {
    /// The enum, if it is one.
    pub(super) const fn enum_(self) -> Option<TypeId> {
        match self {
            Self::Text => None,
            Self::Enum(id) => Some(id),
        }
    }
}

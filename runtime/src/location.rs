//! Where a member of a request stands, seen from the whole request.

use std::fmt;

/// The part of a request that a JSON Pointer begins in.
///
/// ```
/// use stipula::{Location, Validate};
///
/// #[derive(Validate)]
/// struct ListShops {
///     #[validate(place(query), range(1..=100))]
///     limit: i64,
/// }
///
/// let found = ListShops { limit: 0 }.check();
/// let violation = found.iter().next().unwrap();
/// assert_eq!(violation.location(), Location::Query);
/// assert_eq!(violation.pointer(), "/limit");
/// assert_eq!(
///     violation.to_string(),
///     "`query /limit` must be between 1 and 100 (ListShops.limit.range)"
/// );
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[non_exhaustive]
pub enum Location {
    /// A name in braces of the path.
    Path,
    /// The query.
    Query,
    /// The headers.
    Header,
    /// The body.
    #[default]
    Body,
}

impl Location {
    /// The word for it: `path`, `query`, `header` or `body`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::Header => "header",
            Self::Body => "body",
        }
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// A member that is no plain one of the body, as the derive states it.
#[doc(hidden)]
#[derive(Debug)]
pub struct Placed {
    /// Its name in the request as one object.
    member: &'static str,
    location: Location,
    /// Its name there; none of one that is all there is in the body.
    name: Option<&'static str>,
}

impl Placed {
    /// A member with a name.
    pub const fn new(member: &'static str, location: Location, name: &'static str) -> Self {
        let name = Some(name);
        Self {
            member,
            location,
            name,
        }
    }

    /// The member that is the whole body.
    pub const fn payload(member: &'static str) -> Self {
        Self {
            member,
            location: Location::Body,
            name: None,
        }
    }

    /// Where the member of this name stands; as it is in the body, when no place says otherwise.
    pub(crate) fn find(
        all: &'static [Self],
        member: &'static str,
    ) -> (Location, Option<&'static str>) {
        let place = all.iter().find(|it| it.member == member);
        place.map_or((Location::Body, Some(member)), |it| (it.location, it.name))
    }
}

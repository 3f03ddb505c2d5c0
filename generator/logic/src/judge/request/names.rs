//! The names of members in the one object, and where they travel.

use super::{below, first};
use stipula_contract::{Api, Field, Location, Object, Operation};

/// The members of a request.
pub(super) struct Names<'a> {
    object: Option<&'a Object>,
}

impl<'a> Names<'a> {
    pub(super) fn of(api: &'a Api, operation: &Operation) -> Self {
        Self {
            object: api.type_(operation.request).object(),
        }
    }

    pub(super) fn fields(&self) -> impl Iterator<Item = &'a Field> + use<'a> {
        self.object.into_iter().flat_map(|it| &it.fields)
    }

    pub(super) fn is_closed(&self) -> bool {
        self.object.is_some_and(|it| it.closed)
    }

    pub(super) fn payload(&self) -> Option<&'a Field> {
        self.fields().find(|it| it.location == Location::Payload)
    }

    /// The member of this name, or alias, in the one object.
    pub(super) fn member(&self, name: &str) -> Option<&'a Field> {
        let own = self.fields().find(|it| it.wire == name);
        let is_alias = |it: &&Field| it.aliases.iter().any(|it| it == name);
        own.or_else(|| self.fields().find(is_alias))
    }

    /// The member of this name in a place.
    pub(super) fn at(&self, location: Location, name: &str) -> Option<&'a Field> {
        self.fields()
            .filter(|it| it.location == location)
            .find(|it| match location {
                Location::Header => it.sent_name().eq_ignore_ascii_case(name),
                _ => it.sent_name() == name,
            })
    }

    /// Where the member of a pointer into the one object travels, and the pointer there.
    pub(super) fn place(&self, pointer: &str) -> (Location, String) {
        let (name, rest) = first(pointer);
        let member = self.member(&name).filter(|_| !pointer.is_empty());
        match member {
            None => (Location::Body, pointer.to_owned()),
            Some(it) => match it.location {
                Location::Body => (Location::Body, pointer.to_owned()),
                Location::Payload => (Location::Body, rest.to_owned()),
                other => (other, below("", it.sent_name()) + rest),
            },
        }
    }
}

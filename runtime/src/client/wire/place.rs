//! Where the members of a request travel, as constant data.

/// A member of a request that stands outside the JSON of the body, or in a body of another form.
///
/// ```
/// use stipula::client::{Lists, Parameter};
///
/// const ID: Parameter = Parameter::path("id");
/// const EXPAND: Parameter = Parameter::query("expand").lists(Lists::Brackets);
/// const PATH_ID: Parameter = Parameter::path("pathId").named("id");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Parameter {
    /// The member of the request.
    pub member: &'static str,
    /// Its name on the wire.
    pub name: &'static str,
    /// Where it stands.
    pub place: Place,
    /// Whether it is a list.
    pub is_list: bool,
    /// Whether it is a file, or a list of them; in a multipart body.
    pub is_file: bool,
    /// How lists in it are written.
    pub lists: Lists,
    /// How objects in it are written.
    pub nested: Nested,
}

/// Where a member of a request stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Place {
    /// In braces of the path.
    Path,
    /// In the query.
    Query,
    /// In a header.
    Header,
    /// In the body, beside others.
    Body,
    /// It is the whole body.
    Payload,
}

/// How a list is written outside JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Lists {
    /// `tag=a&tag=b`
    Repeat,
    /// `tag[]=a&tag[]=b`; objects in it are numbered, `tag[0][id]=1`.
    Brackets,
    /// `tag=a,b`
    Comma,
    /// `tag=["a","b"]`
    Json,
}

/// How an object is written outside JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Nested {
    /// `address[city]=Rome`
    Brackets,
    /// `address={"city":"Rome"}`
    Json,
}

/// How the body of a request is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BodyForm {
    /// JSON: an object of the members, or the member that is the whole body.
    Json,
    /// `application/x-www-form-urlencoded`.
    Form,
    /// `multipart/form-data`: a part for each member; lists and objects in them are JSON.
    Multipart,
    /// A text: the member that is the whole body.
    Text,
    /// Bytes: the member that is the whole body.
    Bytes,
    /// There is none.
    None,
}

impl Parameter {
    /// Whether it is a part of the path or of the query.
    pub(crate) fn is_of_address(&self) -> bool {
        matches!(self.place, Place::Path | Place::Query)
    }

    /// A member in braces of the path.
    pub const fn path(member: &'static str) -> Self {
        Self::new(member, Place::Path)
    }

    /// A member in the query.
    pub const fn query(member: &'static str) -> Self {
        Self::new(member, Place::Query)
    }

    /// A member in a header.
    pub const fn header(member: &'static str) -> Self {
        Self::new(member, Place::Header)
    }

    /// A member of the body that is written in a way of its own.
    pub const fn body(member: &'static str) -> Self {
        Self::new(member, Place::Body)
    }

    /// The member that is the whole body.
    pub const fn payload(member: &'static str) -> Self {
        Self::new(member, Place::Payload)
    }

    const fn new(member: &'static str, place: Place) -> Self {
        Self {
            member,
            name: member,
            place,
            is_list: false,
            is_file: false,
            lists: Lists::Repeat,
            nested: Nested::Brackets,
        }
    }

    /// Sets its name on the wire, where that is not the name of the member.
    #[must_use]
    pub const fn named(mut self, name: &'static str) -> Self {
        self.name = name;
        self
    }

    /// Says that it is a list, so that one item is not taken for a value of its own.
    #[must_use]
    pub const fn list(mut self) -> Self {
        self.is_list = true;
        self
    }

    /// Says that it is a file, or a list of them; in a multipart body.
    #[must_use]
    pub const fn file(mut self) -> Self {
        self.is_file = true;
        self
    }

    /// Sets how lists in it are written.
    #[must_use]
    pub const fn lists(mut self, lists: Lists) -> Self {
        self.lists = lists;
        self
    }

    /// Sets how objects in it are written.
    #[must_use]
    pub const fn nested(mut self, nested: Nested) -> Self {
        self.nested = nested;
        self
    }
}

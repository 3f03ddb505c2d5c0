//! Where a field of a request or an answer travels, and how it is written there.

use serde::Serialize;

/// Where a field travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Location {
    /// In braces of the path.
    Path,
    /// In the query.
    Query,
    /// In a header.
    Header,
    /// In the body, beside other fields.
    Body,
    /// It is the whole body.
    Payload,
    /// It is the HTTP status of an answer.
    Status,
}

impl Location {
    /// As a spec calls it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::Header => "header",
            Self::Body => "body",
            Self::Payload => "payload",
            Self::Status => "status",
        }
    }
}

/// How lists and objects are written where there is no JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Style {
    /// Lists.
    pub lists: Lists,
    /// Objects.
    pub nested: Nested,
}

/// How a list is written where there is no JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Lists {
    /// `tag=a&tag=b`
    Repeat,
    /// `tag[]=a&tag[]=b`
    Brackets,
    /// `tag=a,b`
    Comma,
    /// `tag=["a","b"]`
    Json,
}

/// How an object is written where there is no JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Nested {
    /// `address[city]=Rome`
    Brackets,
    /// `address={"city":"Rome"}`
    Json,
}

/// How the body of a request is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum BodyForm {
    /// JSON.
    Json,
    /// `application/x-www-form-urlencoded`.
    Form,
    /// `multipart/form-data`.
    Multipart,
    /// A text, which is the whole body.
    Text,
    /// Bytes, which are the whole body.
    Bytes,
    /// There is none.
    None,
}

//! How an answer that is one page of several leads to the next.

use serde::Serialize;

use super::{Item, Way};

/// How pages hang together.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Pages {
    /// What leads to the next page.
    pub by: PageBy,
    /// A boolean of the answer that says whether there is a next page.
    pub more: Option<Way>,
    /// The list in the answer; the answer itself when empty.
    pub items: Way,
    /// What the list holds.
    pub item: Item,
    /// All of it as English sentences.
    pub text: String,
}

/// What leads to the next page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum PageBy {
    /// A member of the answer, which the next request sends.
    Cursor {
        /// The member.
        of: Way,
        /// The member of the request.
        into: String,
    },
    /// A member of the last item, which the next request sends.
    LastId {
        /// The member, inside the item.
        of: Way,
        /// The member of the request.
        into: String,
    },
    /// A number that grows by one.
    Number {
        /// The member of the request.
        into: String,
        /// The number of the first page.
        from: i64,
    },
    /// The header `Link` of the answer.
    Link,
}

impl PageBy {
    /// The member of the request that is another one on each page.
    pub fn into(&self) -> Option<&str> {
        match self {
            Self::Cursor { into, .. } | Self::LastId { into, .. } | Self::Number { into, .. } => {
                Some(into)
            }
            Self::Link => None,
        }
    }
}

//! How pages hang together, as constant data.

/// Members, each inside the one before.
type Way = &'static [&'static str];

/// How the pages of a list hang together.
#[derive(Debug)]
#[non_exhaustive]
pub struct Paging {
    /// What leads to the next page.
    pub by: PageBy,
    /// The boolean of the answer that says whether there is a next page.
    pub more: Option<&'static [&'static str]>,
    /// The list in the answer; the answer itself when empty.
    pub items: &'static [&'static str],
}

/// What leads to the next page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum PageBy {
    /// A member of the answer, which the next request sends.
    Cursor {
        /// The member.
        of: &'static [&'static str],
        /// The member of the request.
        into: &'static str,
    },
    /// A member of the last item, which the next request sends.
    LastId {
        /// The member, inside the item.
        of: &'static [&'static str],
        /// The member of the request.
        into: &'static str,
    },
    /// A number that grows by one.
    Number {
        /// The member of the request.
        into: &'static str,
        /// The number of the first page.
        from: i64,
    },
    /// The address in the header `Link` of the answer.
    Link,
}

impl Paging {
    /// The answer holds what asks for the next page; the last one does not.
    pub const fn cursor(of: Way, into: &'static str) -> Self {
        Self::by(PageBy::Cursor { of, into })
    }

    /// A member of the last item asks for the next page.
    pub const fn last_id(of: Way, into: &'static str) -> Self {
        Self::by(PageBy::LastId { of, into })
    }

    /// Pages have numbers.
    pub const fn number(into: &'static str, from: i64) -> Self {
        Self::by(PageBy::Number { into, from })
    }

    /// The header `Link` has the address of the next page; the last one has none.
    pub const fn link() -> Self {
        Self::by(PageBy::Link)
    }

    const fn by(by: PageBy) -> Self {
        Self {
            by,
            more: None,
            items: &[],
        }
    }

    /// Sets the boolean of the answer that says whether there is a next page.
    #[must_use]
    pub const fn more(mut self, way: Way) -> Self {
        self.more = Some(way);
        self
    }

    /// Sets the list in the answer; the answer is the list unless set.
    #[must_use]
    pub const fn items(mut self, way: Way) -> Self {
        self.items = way;
        self
    }
}

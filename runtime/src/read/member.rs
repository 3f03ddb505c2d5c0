//! What is known of the members of an object, as constant data.

/// The members of an object, in the order of its slots.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Members {
    /// The members.
    pub all: &'static [Member],
    /// Whether an empty text is a value; if not, it counts as absent.
    pub empty_is_value: bool,
    /// Whether a request may hold no other members.
    pub closed: bool,
}

/// A member of an object.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Member {
    /// Its name on the wire.
    pub name: &'static str,
    /// Its other names. Of two that are there at once, the one that is named first is read.
    pub aliases: &'static [&'static str],
    /// Whether it is read leniently in a request, too.
    pub lenient: bool,
    /// Whether its numbers are texts.
    pub as_text: bool,
    /// The index of the member whose text chooses the case of this one.
    pub by: Option<usize>,
    /// Where an answer of the client has it. Read by serde, it stands in the object.
    pub part: Part,
    /// Whether a header of it is a list, whose items are parted by commas.
    pub is_list: bool,
}

/// The part of an answer that a member stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Part {
    /// In the body.
    Body,
    /// In the header of this name.
    Header(&'static str),
    /// It is the HTTP status.
    Status,
}

impl Members {
    /// These members. An empty text counts as absent.
    pub const fn new(all: &'static [Member]) -> Self {
        Self {
            all,
            empty_is_value: false,
            closed: false,
        }
    }

    /// Says that an empty text is a value.
    #[must_use]
    pub const fn empty_is_value(mut self) -> Self {
        self.empty_is_value = true;
        self
    }

    /// Says that a request may hold no other members. An answer keeps them all the same.
    #[must_use]
    pub const fn closed(mut self) -> Self {
        self.closed = true;
        self
    }

    /// The name of a member that was most likely meant.
    /// `is_free` says which of them it can be, by index.
    pub(super) fn near(&self, name: &str, is_free: impl Fn(usize) -> bool) -> Option<&'static str> {
        let all = self.all.iter().enumerate();
        let free = all.filter(|(index, _)| is_free(*index));
        stipula_rules::suggest(name, free.map(|(_, it)| it.name))
    }

    /// The member of this name, and which of its names it is; `likely` is looked at first.
    pub(super) fn find(&self, name: &str, likely: usize) -> Option<(usize, usize)> {
        if self.all.get(likely).is_some_and(|it| it.name == name) {
            return Some((likely, 0));
        }
        let mut members = self.all.iter().enumerate();
        members.find_map(|(index, member)| Some((index, member.nth(name)?)))
    }
}

impl Member {
    /// A member of this name.
    pub const fn new(name: &'static str) -> Self {
        Self {
            name,
            aliases: &[],
            lenient: false,
            as_text: false,
            by: None,
            part: Part::Body,
            is_list: false,
        }
    }

    /// Says that an answer has it in a header.
    ///
    /// ```
    /// use stipula::read::{Member, Part};
    ///
    /// const LEFT: Member = Member::new("left").header("X-Calls-Left");
    /// assert_eq!(LEFT.part, Part::Header("X-Calls-Left"));
    /// ```
    #[must_use]
    pub const fn header(mut self, name: &'static str) -> Self {
        self.part = Part::Header(name);
        self
    }

    /// Says that it is the HTTP status of an answer.
    #[must_use]
    pub const fn status(mut self) -> Self {
        self.part = Part::Status;
        self
    }

    /// Says that its header is a list, whose items are parted by commas.
    #[must_use]
    pub const fn list(mut self) -> Self {
        self.is_list = true;
        self
    }

    /// Sets its other names.
    #[must_use]
    pub const fn aliases(mut self, names: &'static [&'static str]) -> Self {
        self.aliases = names;
        self
    }

    /// Says that a request is read leniently here: numbers as texts, and the reverse.
    #[must_use]
    pub const fn lenient(mut self) -> Self {
        self.lenient = true;
        self
    }

    /// Says that its numbers are texts.
    #[must_use]
    pub const fn as_text(mut self) -> Self {
        self.as_text = true;
        self
    }

    /// Sets which member chooses its case, by its index.
    #[must_use]
    pub const fn by(mut self, member: usize) -> Self {
        self.by = Some(member);
        self
    }

    /// Which of its names this is: 0 for the first.
    fn nth(&self, name: &str) -> Option<usize> {
        if self.name == name {
            return Some(0);
        }
        let alias = self.aliases.iter().position(|it| *it == name);
        alias.map(|index| index + 1)
    }
}

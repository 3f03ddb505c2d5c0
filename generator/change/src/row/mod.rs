//! The kinds of change: a row each, with what it does on the wire, in Rust and at run time, and the
//! release that it needs.

mod table;

pub use table::Row;

/// What a change does to messages of deployed clients.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wire {
    /// They go on as before.
    Fine,
    /// Some of them do not.
    Part,
    /// They do not.
    Breaks,
}

/// What a change does to code that calls the client.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rust {
    /// It compiles as before.
    Fine,
    /// It compiles with a warning.
    Warns,
    /// Code that uses what changed does not compile.
    Breaks,
}

/// The release that a change needs, by semantic versioning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bump {
    /// None: no byte of the client changes.
    None,
    /// Nothing that a caller notices.
    Patch,
    /// Callers keep compiling.
    Minor,
    /// Some callers have to change.
    Major,
}

/// How soon deployed clients need it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// Whenever.
    Whenever,
    /// Some calls of theirs go wrong, or will.
    Soon,
    /// Calls of theirs fail.
    Now,
}

/// In which direction a change matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// In requests.
    Request,
    /// In answers and notifications.
    Answer,
    /// In both, or in neither.
    Any,
}

/// What is known of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Facts {
    /// Its id, such as `F2`. A letter behind it tells apart what depends on more than the change.
    pub id: &'static str,
    /// What happened, such as "a required member was added".
    pub title: &'static str,
    /// In which direction.
    pub direction: Direction,
    /// Messages.
    pub wire: Wire,
    /// Callers.
    pub rust: Rust,
    /// What is other at run time; may be empty.
    pub run: &'static str,
    /// The release.
    pub bump: Bump,
    /// How soon.
    pub urgency: Urgency,
}

impl Wire {
    /// One word, for tables.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Fine => "ok",
            Self::Part => "part",
            Self::Breaks => "breaks",
        }
    }
}

impl Rust {
    /// One word, for tables.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Fine => "ok",
            Self::Warns => "warns",
            Self::Breaks => "breaks",
        }
    }
}

impl Bump {
    /// As a release is called.
    pub const fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}

impl Urgency {
    /// One word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Whenever => "whenever",
            Self::Soon => "soon",
            Self::Now => "urgent",
        }
    }

    /// As a number, from 0.
    pub const fn number(self) -> u8 {
        match self {
            Self::Whenever => 0,
            Self::Soon => 1,
            Self::Now => 2,
        }
    }
}

impl Direction {
    /// For tables.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Answer => "answer",
            Self::Any => "–",
        }
    }
}

impl Row {
    /// The row with this id.
    pub fn by_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|it| it.id() == id)
    }

    /// Its id.
    pub const fn id(self) -> &'static str {
        self.facts().id
    }

    /// By which one row outweighs another.
    pub(crate) fn weight(self) -> (Bump, Urgency, Wire, Rust) {
        let it = self.facts();
        (it.bump, it.urgency, it.wire, it.rust)
    }
}

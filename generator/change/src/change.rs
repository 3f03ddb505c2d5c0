//! One change, and what all of them together need.

use stipula_contract::{Named, checksum};

use crate::{Bump, Row, Rust, Urgency, Wire};

/// Something that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Change {
    /// What kind of change it is; of something that travels both ways, the one that weighs more.
    pub row: Row,
    /// What it is in the other direction.
    pub also: Vec<Row>,
    /// Where: `createOrder.request.stock`, `Address.city`, `createOrder.errors.SOLD_OUT`.
    pub place: String,
    /// Of what at that place: `required`, `max_chars`, `type`.
    pub topic: &'static str,
    /// What happened, as the rest of a sentence that begins with the place.
    pub what: String,
    /// What was there, in words.
    pub old: Option<String>,
    /// What is there now, in words.
    pub new: Option<String>,
    /// A case that shows it.
    pub case: Option<String>,
    /// It was taken for a renaming, which nobody said.
    pub guess: bool,
    /// Who caused it.
    pub origin: Origin,
    /// What it stands at in the old contract.
    pub old_at: Option<Named>,
    /// What it stands at in the new contract.
    pub new_at: Option<Named>,
    /// Items of the client that it touches.
    pub items: Vec<String>,
    /// Ids of the pages that it rests on.
    pub pages: Vec<String>,
}

/// Who caused a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// The pages of the vendor say something else than before.
    Upstream,
    /// The pages say what they said; the spec was corrected or completed.
    Curation,
    /// The spec says what it said; the generator is another one.
    Generator,
}

impl Origin {
    /// One word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Upstream => "upstream",
            Self::Curation => "curation",
            Self::Generator => "generator",
        }
    }
}

impl Change {
    /// That the generator writes other bytes for a spec that says what it said.
    pub fn of_generator(row: Row, place: &str, what: String) -> Self {
        Self {
            row,
            also: Vec::new(),
            place: place.to_owned(),
            topic: "generator",
            what,
            old: None,
            new: None,
            case: None,
            guess: false,
            origin: Origin::Generator,
            old_at: None,
            new_at: None,
            items: Vec::new(),
            pages: Vec::new(),
        }
    }

    /// What it is known by: the same for the same change, wherever it is written.
    pub fn fingerprint(&self) -> String {
        let none = "\u{0}".to_owned();
        let side = |it: &Option<String>| it.clone().unwrap_or_else(|| none.clone());
        let parts = [
            self.row.id(),
            &self.place,
            self.topic,
            &side(&self.old),
            &side(&self.new),
        ];
        let mut sum = checksum(&parts.join("\n"));
        sum.truncate(12);
        sum
    }

    /// What it does to messages of deployed clients.
    pub fn wire(&self) -> Wire {
        self.most(|it| it.facts().wire)
    }

    /// What it does to code that calls the client.
    pub fn rust(&self) -> Rust {
        self.most(|it| it.facts().rust)
    }

    /// What is other at run time; may be empty.
    pub const fn run(&self) -> &'static str {
        self.row.facts().run
    }

    /// The release that it needs.
    pub fn bump(&self) -> Bump {
        self.most(|it| it.facts().bump)
    }

    /// How soon deployed clients need it.
    pub fn urgency(&self) -> Urgency {
        self.most(|it| it.facts().urgency)
    }

    /// In both directions together: the most of it.
    fn most<T: Ord>(&self, of: impl Fn(Row) -> T) -> T {
        let own = of(self.row);
        self.also.iter().map(|it| of(*it)).fold(own, T::max)
    }
}

/// What changes need together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Release {
    /// The greatest bump of any.
    pub bump: Bump,
    /// The greatest urgency of any.
    pub urgency: Urgency,
}

/// What changes need together: of each, the most.
pub fn release<'a>(changes: impl IntoIterator<Item = &'a Change>) -> Release {
    let none = Release {
        bump: Bump::None,
        urgency: Urgency::Whenever,
    };
    changes.into_iter().fold(none, |all, it| Release {
        bump: all.bump.max(it.bump()),
        urgency: all.urgency.max(it.urgency()),
    })
}

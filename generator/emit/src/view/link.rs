//! Where something is told: a page, and what to look for on it. Outputs write links of it.

use stipula_contract::{NotificationId, Operation};

/// A page.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Page<'a> {
    Overview,
    Codes,
    Quirks,
    Changelog,
    Notifications,
    Operation(&'a Operation),
}

/// What to look for on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Anchor<'a> {
    /// The page as a whole.
    Top,
    Section(Section),
    Environment(&'a str),
    Credential(&'a str),
    Header(&'a str),
    Notification(&'a str),
    Source(&'a str),
    Quirk(&'a str),
    Release(&'a str),
    /// A result code.
    Code(&'a str),
    Member(Path<'a>),
}

/// A part of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Section {
    Bodies,
    Legend,
    Environments,
    Headers,
    Queries,
    Signing,
    Authentication,
    Encryption,
    Outcome,
    Sources,
    Context,
    Examples,
    Codes,
}

impl Section {
    /// Its heading.
    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::Bodies => "Bodies",
            Self::Legend => "What the marks mean",
            Self::Environments => "Environments",
            Self::Headers => "Headers",
            Self::Queries => "Query",
            Self::Signing => "Signing",
            Self::Authentication => "Authentication",
            Self::Encryption => "Encryption",
            Self::Outcome => "Outcome",
            Self::Sources => "Sources",
            Self::Context => "Context",
            Self::Examples => "Examples",
            Self::Codes => "Result codes",
        }
    }
}

/// A page, and what to look for on it.
#[derive(Debug, Clone)]
pub(crate) struct Link<'a> {
    pub(crate) page: Page<'a>,
    pub(crate) at: Anchor<'a>,
}

impl<'a> Link<'a> {
    /// A page that the spec rests on.
    pub(crate) fn source(id: &'a str) -> Self {
        Self {
            page: Page::Overview,
            at: Anchor::Source(id),
        }
    }

    /// A quirk.
    pub(crate) fn quirk(id: &'a str) -> Self {
        Self {
            page: Page::Quirks,
            at: Anchor::Quirk(id),
        }
    }

    /// A release.
    pub(crate) fn release(version: &'a str) -> Self {
        Self {
            page: Page::Changelog,
            at: Anchor::Release(version),
        }
    }

    /// An operation.
    pub(crate) fn operation(operation: &'a Operation) -> Self {
        Self {
            page: Page::Operation(operation),
            at: Anchor::Top,
        }
    }

    /// A part of the first page.
    pub(crate) fn section(section: Section) -> Self {
        Self {
            page: Page::Overview,
            at: Anchor::Section(section),
        }
    }
}

/// Which body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Body {
    Request,
    Response,
    Notification(NotificationId),
    /// What a failure tells.
    Failure,
}

/// The way from a body to something inside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Path<'a> {
    pub(crate) body: Body,
    pub(crate) steps: Vec<Step<'a>>,
}

/// One step of a way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step<'a> {
    /// Into a member, by its name on the wire.
    Member(&'a str),
    /// Into every item of a list, or value of a map.
    Each,
    /// Into the object that a sibling chooses by this value.
    Case(&'a str),
}

impl<'a> Path<'a> {
    /// The body itself.
    pub(crate) const fn root(body: Body) -> Self {
        Self {
            body,
            steps: Vec::new(),
        }
    }

    /// One step farther.
    pub(crate) fn with(&self, step: Step<'a>) -> Self {
        let mut steps = Vec::with_capacity(self.steps.len() + 1);
        steps.extend_from_slice(&self.steps);
        steps.push(step);
        Self {
            body: self.body,
            steps,
        }
    }

    /// For people: `texts.*.title`, `ext(MOVIE).name`.
    pub(crate) fn words(&self) -> String {
        let mut out = String::new();
        for step in &self.steps {
            match step {
                Step::Member(name) => {
                    let dot = if out.is_empty() { "" } else { "." };
                    out.extend([dot, *name]);
                }
                Step::Each => out.push_str(".*"),
                Step::Case(value) => out.extend(["(", *value, ")"]),
            }
        }
        out
    }
}

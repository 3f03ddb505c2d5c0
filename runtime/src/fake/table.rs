//! What the fake knows of an API; generated code states it as a constant.

use crate::Violations;
use crate::client::{Api, BodyForm, Operation, Outcome, Paging, Request};
use crate::read::{self, Member, Slot};

/// An API, as the fake plays it.
#[derive(Debug)]
#[non_exhaustive]
pub struct Table {
    /// Hosts, outcome of answers and signing.
    pub api: &'static Api,
    /// The operations. Where some share a path, the first that accepts a body has it.
    pub operations: &'static [&'static Served],
}

/// An operation, as the fake plays it.
#[derive(Debug)]
#[non_exhaustive]
pub struct Served {
    /// The operation.
    pub operation: &'static Operation,
    /// Reads and judges a body; see [`judge`].
    pub judge: fn(&[u8]) -> Judgement,
    /// The members of the business key, on the wire.
    pub key: &'static [&'static str],
    /// Documented bodies of requests.
    pub requests: &'static [Example],
    /// Documented answers; the first of success is what is usually answered.
    pub answers: &'static [Example],
    /// Answers of success that were made of what the API says of their members, for HTTP statuses with no
    /// documented one.
    pub made: &'static [Example],
    /// Documented result codes.
    pub codes: &'static [Code],
    /// How its answers are pages, if they are.
    pub paging: Option<&'static Paging>,
    /// Documented HTTP statuses of success; the first is what is usually answered.
    pub statuses: &'static [Status],
    /// Members of an answer that do not stand in its body.
    pub head: &'static [Member],
}

/// A documented HTTP status of success.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Status {
    /// The status.
    pub status: u16,
    /// Whether answers with it have a body.
    pub has_body: bool,
}

/// A documented body.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Example {
    /// Its name.
    pub name: &'static str,
    /// The JSON text.
    pub body: &'static str,
    /// The HTTP status of an answer; that of a usual one where there is none.
    pub http: Option<u16>,
}

/// A documented result code.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Code {
    /// The code.
    pub code: &'static str,
    /// The status that it comes with.
    pub status: &'static str,
    /// How it counts.
    pub outcome: Outcome,
    /// What it means.
    pub meaning: &'static str,
    /// The HTTP status that it comes with; 200 where there is none.
    pub http: Option<u16>,
}

impl Table {
    /// An API with these operations. Where some share a path, the first that accepts a body has it.
    pub const fn new(api: &'static Api, operations: &'static [&'static Served]) -> Self {
        Self { api, operations }
    }
}

impl Served {
    /// An operation without examples and codes; `judge` reads a body: see [`judge`].
    pub const fn new(operation: &'static Operation, judge: fn(&[u8]) -> Judgement) -> Self {
        Self {
            operation,
            judge,
            key: &[],
            requests: &[],
            answers: &[],
            made: &[],
            codes: &[],
            statuses: &[],
            paging: None,
            head: &[],
        }
    }

    /// Sets the members of an answer that do not stand in its body: documented answers have them beside
    /// the others.
    #[must_use]
    pub const fn head(mut self, members: &'static [Member]) -> Self {
        self.head = members;
        self
    }

    /// Sets documented HTTP statuses of success; the first is what is usually answered.
    #[must_use]
    pub const fn statuses(mut self, statuses: &'static [Status]) -> Self {
        self.statuses = statuses;
        self
    }

    /// Sets the members of the business key, on the wire.
    #[must_use]
    pub const fn key(mut self, members: &'static [&'static str]) -> Self {
        self.key = members;
        self
    }

    /// Sets documented bodies of requests.
    #[must_use]
    pub const fn requests(mut self, examples: &'static [Example]) -> Self {
        self.requests = examples;
        self
    }

    /// Sets documented answers; the first of success is what is usually answered.
    #[must_use]
    pub const fn answers(mut self, examples: &'static [Example]) -> Self {
        self.answers = examples;
        self
    }

    /// Sets answers of success that were made, for HTTP statuses with no documented one.
    #[must_use]
    pub const fn made(mut self, answers: &'static [Example]) -> Self {
        self.made = answers;
        self
    }

    /// Says how its answers are pages.
    #[must_use]
    pub const fn paging(mut self, paging: &'static Paging) -> Self {
        self.paging = Some(paging);
        self
    }

    /// Sets documented result codes.
    #[must_use]
    pub const fn codes(mut self, codes: &'static [Code]) -> Self {
        self.codes = codes;
        self
    }
}

impl Example {
    /// A body of this name, as JSON text.
    pub const fn new(name: &'static str, body: &'static str) -> Self {
        Self {
            name,
            body,
            http: None,
        }
    }

    /// Sets the HTTP status of an answer.
    #[must_use]
    pub const fn http(mut self, status: u16) -> Self {
        self.http = Some(status);
        self
    }
}

impl Status {
    /// A status of answers that have a body.
    pub const fn new(status: u16) -> Self {
        Self {
            status,
            has_body: true,
        }
    }

    /// A status of answers that have none.
    pub const fn empty(status: u16) -> Self {
        Self {
            status,
            has_body: false,
        }
    }
}

impl Code {
    /// A result code with the status that it comes with, how it counts, and what it means.
    pub const fn new(
        code: &'static str,
        status: &'static str,
        outcome: Outcome,
        meaning: &'static str,
    ) -> Self {
        Self {
            code,
            status,
            outcome,
            meaning,
            http: None,
        }
    }

    /// Sets the HTTP status that it comes with; 200 unless set.
    #[must_use]
    pub const fn http(mut self, status: u16) -> Self {
        self.http = Some(status);
        self
    }
}

/// What an operation makes of a body.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Judgement {
    /// It may be sent; with the warnings.
    Accepted(Violations),
    /// It breaks rules.
    Broken(Violations),
    /// It cannot be read as a request, and this is why.
    Unreadable(String),
}

/// Reads a body as `R` and judges it, with each of the contexts.
///
/// The context is not sent, so the fake cannot know it: a body is refused only when it breaks
/// rules in every one. The context that finds the least is the one that is told then.
pub fn judge<R>(body: &[u8], contexts: &[R::Context]) -> Judgement
where
    R: Request + Slot,
    R::Context: Sized,
{
    let operation = R::OPERATION;
    let is_json = operation.parameters.is_empty() && operation.body == BodyForm::Json;
    let read: fn(&[u8]) -> Result<R, read::ReadError> = if is_json {
        read::request
    } else {
        read::request_of_texts
    };
    let request: R = match read(body) {
        Ok(request) => request,
        Err(error) => return Judgement::Unreadable(error.to_string()),
    };
    let mut least: Option<Violations> = None;
    for context in contexts {
        match request.validate_in(context) {
            Ok(warnings) => return Judgement::Accepted(warnings),
            Err(found) if least.as_ref().is_none_or(|it| found.len() < it.len()) => {
                least = Some(found);
            }
            Err(_) => {}
        }
    }
    least.map_or_else(|| Judgement::Accepted(Violations::new()), Judgement::Broken)
}

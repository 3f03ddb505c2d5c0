//! What a test tells the fake to answer.

use std::time::Duration;

use serde::Serialize;
use serde_json::Value;

/// An answer that a test asks for.
#[derive(Debug, Clone)]
#[must_use = "give it to `Fake::next`"]
pub struct Answer {
    pub(super) content: Content,
    pub(super) fault: Option<Fault>,
    pub(super) delay: Duration,
    pub(super) effect: Option<bool>,
    /// The HTTP status, where that is asked for.
    pub(super) http: Option<u16>,
    /// Headers besides.
    pub(super) headers: Vec<(String, String)>,
}

/// A list that is answered by pages: the items, and how many stand on each.
#[derive(Debug, Clone)]
pub(super) struct Script {
    pub(super) items: Vec<serde_json::Value>,
    pub(super) size: usize,
}

/// What an answer says.
#[derive(Debug, Clone)]
pub(super) enum Content {
    /// The first documented answer, or bare success.
    Usual,
    /// The documented answer with this name.
    Example(String),
    /// This result code, which is documented.
    Code(String),
    /// This result code, whether or not it is documented.
    AnyCode(String),
    /// This data, or why it cannot be written.
    Typed(Result<Value, String>),
    /// This body.
    Body(String),
    /// An HTTP status from something before the platform.
    Status(u16),
    /// What was recorded.
    Recorded(Recording),
}

/// What came back once.
#[derive(Debug, Clone)]
pub(super) struct Recording {
    pub(super) status: u16,
    pub(super) signed: bool,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Vec<u8>,
}

/// What goes wrong with an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Fault {
    /// The connection closes, and nothing was done.
    DropBefore,
    /// The work is done, then the connection closes without an answer.
    DropAfter,
    /// The connection is reset after so many bytes of the body.
    Reset(usize),
    /// The body ends after so many bytes. The signature fits what is sent.
    Truncate(usize),
    /// The signature is not that of the body.
    BadSignature,
    /// The signature is right, but made with another key.
    WrongKey,
    /// Neither signature nor time.
    Unsigned,
    /// The time is another one than was signed.
    WrongTime,
    /// A page of HTML with status 200, unsigned.
    Html,
    /// JSON that is called a picture. Clients need not mind: the signature counts.
    WrongContentType,
    /// The first member of the body is there twice. Clients tell a misfit.
    DuplicateKey,
    /// An object where anything else is documented, and a text where an object is, in place of all
    /// but the result. Clients leave out what does not fit, and tell it.
    OddValues,
    /// A member that is a list in a list, so many deep. Clients leave it out, and tell it.
    DeepNesting(usize),
    /// A member of so many bytes more.
    HugeBody(usize),
    /// A final failure with a code that nobody documents.
    UnknownCode,
    /// A status that nobody documents, so that the outcome is open.
    UnknownStatus,
    /// Texts that nobody documents, in place of all but digits and the result.
    UnknownTexts,
    /// Numbers written as texts.
    NumbersAsTexts,
    /// Members that nobody documents.
    ExtraMembers,
}

impl Answer {
    /// What is answered when nothing is scripted: the first documented answer of success, or bare
    /// success. A key that was served before gets the documented code, or the first answer again, if that
    /// is what the API does.
    pub fn usual() -> Self {
        Self::new(Content::Usual)
    }

    /// The documented answer with this name.
    pub fn example(name: impl Into<String>) -> Self {
        Self::new(Content::Example(name.into()))
    }

    /// A documented result code with its status: a text, or a value of the generated enum of codes.
    pub fn code(code: impl AsRef<str>) -> Self {
        Self::new(Content::Code(code.as_ref().to_owned()))
    }

    /// A result code that nobody documents: a final failure.
    pub fn undocumented_code(code: impl Into<String>) -> Self {
        Self::new(Content::AnyCode(code.into()))
    }

    /// An answer of success with this data, usually a value of the generated type of the answer.
    ///
    /// What says how it went is added, unless the data says it; what the API puts around the data, too.
    ///
    /// ```
    /// use stipula::fake::Answer;
    ///
    /// #[derive(serde::Serialize)]
    /// struct Created {
    ///     id: u32,
    /// }
    ///
    /// let answer = Answer::of(&Created { id: 7 }).http(201);
    /// # let _ = answer;
    /// ```
    pub fn of<T: Serialize + ?Sized>(data: &T) -> Self {
        let data = serde_json::to_value(data).map_err(|it| it.to_string());
        Self::new(Content::Typed(data))
    }

    /// This body, signed.
    pub fn body(json: impl Into<String>) -> Self {
        Self::new(Content::Body(json.into()))
    }

    /// An HTTP status with a page of HTML, unsigned, from something before the platform. Nothing
    /// was done.
    pub fn status(status: u16) -> Self {
        Self::new(Content::Status(status))
    }

    /// The usual answer, after this time.
    pub fn delay(delay: Duration) -> Self {
        Self::usual().after(delay)
    }

    /// The same, after this time. The work is done before.
    pub fn after(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// The same, with this HTTP status. A [`usual`](Self::usual) answer is the documented one with it.
    ///
    /// Where the HTTP status says how a call went, it does so here, too.
    pub fn http(mut self, status: u16) -> Self {
        self.http = Some(status);
        self
    }

    /// The same, with this header. One that cannot be written is left out.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// The same, with this fault.
    pub fn with(mut self, fault: Fault) -> Self {
        self.fault = Some(fault);
        self
    }

    /// The work is done, whatever the answer says.
    ///
    /// Unless [`done`](Self::done) or [`not_done`](Self::not_done) says so, it is, except for
    /// codes of failure, HTTP statuses and [`Fault::DropBefore`].
    pub fn done(mut self) -> Self {
        self.effect = Some(true);
        self
    }

    /// The work is not done, whatever the answer says; see [`done`](Self::done).
    pub fn not_done(mut self) -> Self {
        self.effect = Some(false);
        self
    }

    pub(super) fn new(content: Content) -> Self {
        Self {
            content,
            fault: None,
            delay: Duration::ZERO,
            effect: None,
            http: None,
            headers: Vec::new(),
        }
    }
}

impl From<Fault> for Answer {
    fn from(fault: Fault) -> Self {
        Self::usual().with(fault)
    }
}

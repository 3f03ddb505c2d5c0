//! What an answer of success holds, as a type: JSON by the table of its members, a text, bytes, or
//! nothing.

use http::{HeaderMap, StatusCode};

use crate::read::{self, Body, Head, Misfits, Read, ReadError, Slot};

/// An answer of success, for whoever reads data out of it.
#[derive(Debug)]
pub struct Answered<'a> {
    status: StatusCode,
    headers: &'a HeaderMap,
    bytes: &'a [u8],
    body: &'a Body<'a>,
    data: &'static [&'static [&'static str]],
}

impl<'a> Answered<'a> {
    pub(super) fn new(
        status: StatusCode,
        headers: &'a HeaderMap,
        bytes: &'a [u8],
        body: &'a Body<'a>,
        data: &'static [&'static [&'static str]],
    ) -> Self {
        Self {
            status,
            headers,
            bytes,
            body,
            data,
        }
    }

    /// The HTTP status.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The HTTP headers.
    pub fn headers(&self) -> &HeaderMap {
        self.headers
    }

    /// The body, byte for byte, decrypted where it was encrypted.
    pub fn bytes(&self) -> &[u8] {
        self.bytes
    }

    /// Reads it as a `T`, of which `make` makes what is wanted.
    ///
    /// A type that the status chooses is read so:
    ///
    /// ```
    /// use stipula::client::{Answered, FromAnswer, Nothing, Text, Undocumented};
    /// use stipula::read::{Read, ReadError};
    ///
    /// enum Report {
    ///     Ready(Text),
    ///     Pending,
    ///     Other(Undocumented),
    /// }
    ///
    /// impl FromAnswer for Report {
    ///     fn from_answer(answer: &Answered<'_>) -> Result<Read<Self>, ReadError> {
    ///         match answer.status().as_u16() {
    ///             200 => answer.read(Self::Ready),
    ///             202 => answer.read(|Nothing| Self::Pending),
    ///             _ => answer.read(Self::Other),
    ///         }
    ///     }
    /// }
    /// ```
    pub fn read<T: FromAnswer, U>(&self, make: impl FnOnce(T) -> U) -> Result<Read<U>, ReadError> {
        let Read { value, misfits } = T::from_answer(self)?;
        Ok(Read {
            value: make(value),
            misfits,
        })
    }

    /// Reads the data as JSON by the table of its members; those of them that stand in headers, or are
    /// the status, from there.
    pub fn json<T: Slot>(&self) -> Result<Read<T>, ReadError> {
        read::answer_with_head(self.body, self.data, self)
    }
}

impl Head for Answered<'_> {
    fn status(&self) -> u16 {
        self.status.as_u16()
    }

    fn header(&self, name: &str) -> Option<String> {
        let all = self.headers.get_all(name).into_iter();
        let texts: Option<Vec<&str>> = all.map(|it| it.to_str().ok()).collect();
        let texts = texts.filter(|it| !it.is_empty())?;
        Some(texts.join(", "))
    }
}

/// What an answer of success can be read as.
///
/// Everything that has a table of its members can, as can [`Text`], [`Raw`] and [`Nothing`].
#[diagnostic::on_unimplemented(message = "`{Self}` cannot be read from an answer")]
pub trait FromAnswer: Sized {
    /// Reads it.
    fn from_answer(answer: &Answered<'_>) -> Result<Read<Self>, ReadError>;
}

impl<T: Slot> FromAnswer for T {
    fn from_answer(answer: &Answered<'_>) -> Result<Read<Self>, ReadError> {
        answer.json()
    }
}

/// No data: whatever the body holds is passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Nothing;

impl FromAnswer for Nothing {
    fn from_answer(_: &Answered<'_>) -> Result<Read<Self>, ReadError> {
        Ok(as_it_came(Self))
    }
}

/// A body that is a text; bytes that are not UTF-8 are replaced, and told as a misfit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text(pub String);

impl FromAnswer for Text {
    fn from_answer(answer: &Answered<'_>) -> Result<Read<Self>, ReadError> {
        let text = answer.body.text.clone().into_owned();
        let mut read = as_it_came(Self(text));
        for odd in &answer.body.odd {
            read.misfits.add(odd.clone());
        }
        Ok(read)
    }
}

/// A body that is bytes, as they came.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Raw(pub Vec<u8>);

impl FromAnswer for Raw {
    fn from_answer(answer: &Answered<'_>) -> Result<Read<Self>, ReadError> {
        Ok(as_it_came(Self(answer.bytes.to_vec())))
    }
}

/// An answer with an HTTP status of success that nobody documented, as it came.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Undocumented {
    /// The status.
    pub status: StatusCode,
    /// The body, decrypted where it was encrypted.
    pub body: Vec<u8>,
}

impl FromAnswer for Undocumented {
    fn from_answer(answer: &Answered<'_>) -> Result<Read<Self>, ReadError> {
        Ok(as_it_came(Self {
            status: answer.status,
            body: answer.bytes.to_vec(),
        }))
    }
}

impl std::fmt::Debug for Undocumented {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (status, length) = (self.status.as_u16(), self.body.len());
        write!(f, "Undocumented({status}, [{length} bytes])")
    }
}

// Without the bytes, which may be sensitive.
impl std::fmt::Debug for Raw {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Raw([{} bytes])", self.0.len())
    }
}

fn as_it_came<T>(value: T) -> Read<T> {
    Read {
        value,
        misfits: Misfits::default(),
    }
}

//! Reading JSON by the table of its members, so that one odd member loses no good answer.
//!
//! [`answer`] reads what came from a server. A member, an item or an entry that does not fit is left
//! out, and told as a [`Misfit`]; only what is guaranteed has to fit. Numbers are read from texts,
//! and the reverse; `null` and the empty text count as absent. Whole numbers and decimals are what
//! their digits say, never what a double makes of them.
//!
//! [`request`] reads what you wrote, for instance a file. Everything has to fit, and everything that
//! does not is told at once.
//!
//! What a type is made of stands in its [`Slot`], which generated code has. How it is read stands
//! here, once.
//!
//! # Limits
//!
//! Time is linear in the length of a body. At most [`MOST_DEPTH`] lists and objects may stand inside
//! each other; what is deeper does not fit. The first [`MOST_MISFITS`] misfits are kept.

mod beside;
mod body;
mod choice;
mod collect;
mod cursor;
mod error;
mod head;
mod list;
mod member;
mod misfit;
mod misfits;
mod object;
mod reader;
mod scalar;
mod slot;
#[cfg(test)]
mod tests;
mod text;
mod untyped;

use serde::de::{Deserializer, Error};

use self::reader::Mode;

#[cfg(feature = "client")]
pub(crate) use body::{Body, is_json};
pub use choice::Needed;
#[cfg(feature = "client")]
pub(crate) use cursor::Cursor;
pub use error::ReadError;
#[cfg(feature = "client")]
pub(crate) use head::Head;
pub use member::{Member, Members, Part};
pub use misfit::{Fit, Misfit, MisfitKind, Mismatch};
pub use misfits::{MOST_MISFITS, Misfits};
pub use reader::{Kind, MOST_DEPTH, Reader};
pub use slot::Slot;
#[cfg(feature = "client")]
pub(crate) use text::meant;

/// A body that was read, with what did not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Read<T> {
    /// What was read.
    pub value: T,
    /// What was left out of it, or is odd about it.
    pub misfits: Misfits,
}

/// Reads an answer, with all tolerance.
///
/// An error means that the body is no JSON, or that something guaranteed is missing or does not fit.
pub fn answer<T: Slot>(body: &[u8]) -> Result<Read<T>, ReadError> {
    let body = body::Body::new(body);
    body.check()?;
    checked_answer(&body)
}

/// Reads an answer that is known to be JSON.
pub(crate) fn checked_answer<T: Slot>(body: &body::Body<'_>) -> Result<Read<T>, ReadError> {
    let mut value = T::vacant();
    let reader = Reader::of_answer(body);
    let misfits = reader.whole_body(&mut value)?;
    Ok(Read { value, misfits })
}

/// Reads what stands at the end of one of these ways in the body of an answer, the first that is there,
/// with what its head says.
#[cfg(feature = "client")]
pub(crate) fn answer_with_head<T: Slot>(
    body: &body::Body<'_>,
    ways: &[&[&'static str]],
    head: &dyn Head,
) -> Result<Read<T>, ReadError> {
    let mut value = T::vacant();
    let mut reader = if value.needs_body() {
        body.check()?;
        Reader::of_answer(body)
    } else {
        Reader::new("{}", Mode::Answer)
    };
    if value.needs_body() {
        reader.enter(ways);
    }
    reader.head = Some(head);
    let misfits = reader.whole_body(&mut value)?;
    Ok(Read { value, misfits })
}

/// Reads a request, where everything has to fit.
///
/// An error tells everything that does not, at once. Members that nobody documented are passed over,
/// unless the object takes no others.
/// Rules are not looked at: [`Validate`](trait@crate::Validate) judges what was read.
pub fn request<T: Slot>(body: &[u8]) -> Result<T, ReadError> {
    let text = std::str::from_utf8(body);
    let text = text.map_err(|_| ReadError::not_utf8())?;
    request_of_text(text)
}

/// Reads a request that travelled as texts, in a query for instance: numbers and booleans are taken
/// from them.
#[cfg(feature = "client")]
pub(crate) fn request_of_texts<T: Slot>(body: &[u8]) -> Result<T, ReadError> {
    let text = std::str::from_utf8(body);
    let text = text.map_err(|_| ReadError::not_utf8())?;
    body::check(text)?;
    let mut value = T::vacant();
    let mut reader = Reader::new(text, Mode::Request);
    reader.takes_texts = true;
    reader.whole_body(&mut value)?;
    Ok(value)
}

fn request_of_text<T: Slot>(text: &str) -> Result<T, ReadError> {
    body::check(text)?;
    let mut value = T::vacant();
    Reader::new(text, Mode::Request).whole_body(&mut value)?;
    Ok(value)
}

/// What the `Deserialize` of answers calls: [`answer`] for any format, without the misfits.
pub fn deserialize_answer<'de, D: Deserializer<'de>, T: Slot>(from: D) -> Result<T, D::Error> {
    let json = collect::text(from)?;
    let body = body::Body::of_text(json.get());
    // Not every format that holds out a text has looked at it.
    let read = body.check().and_then(|()| checked_answer(&body));
    read.map(|read| read.value).map_err(D::Error::custom)
}

/// What the `Deserialize` of requests calls: [`request`] for any format.
pub fn deserialize_request<'de, D: Deserializer<'de>, T: Slot>(from: D) -> Result<T, D::Error> {
    let json = collect::text(from)?;
    request_of_text(json.get()).map_err(D::Error::custom)
}

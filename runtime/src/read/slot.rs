//! Where a value is read into.

use super::misfits::Misfits;
use super::{Fit, Mismatch, ReadError, Reader};
use crate::Sensitive;

/// A place for one value of JSON. Generated types implement it, each with the table of its members.
///
/// A slot takes one value from a [`Reader`], or says why it does not fit. What is left in it then
/// does not matter: whoever holds it makes it absent, or leaves it out.
///
/// ```
/// use stipula::read::{self, Fit, Member, Members, Reader, Slot};
///
/// #[derive(Debug, Default)]
/// struct Answer {
///     name: Option<String>,
///     stock: Option<i64>,
/// }
///
/// impl Slot for Answer {
///     fn vacant() -> Self {
///         Self::default()
///     }
///
///     fn read(&mut self, from: &mut Reader<'_>) -> Fit {
///         const MEMBERS: Members = Members::new(&[
///             Member::new("name").aliases(&["title"]),
///             Member::new("stock"),
///         ]);
///         from.object(&MEMBERS, &mut [&mut self.name, &mut self.stock], None)
///     }
/// }
///
/// let read = read::answer::<Answer>(br#"{"title":"film","stock":{}}"#)?;
/// assert_eq!(read.value.name.as_deref(), Some("film"));
/// assert_eq!(read.value.stock, None);
/// assert_eq!(
///     read.misfits.to_string(),
///     "`/stock`: expected a whole number of 64 bits, found an object"
/// );
/// # Ok::<(), read::ReadError>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from JSON by the table of its members",
    note = "types of a generated client can; for one of your own, implement `stipula::read::Slot`"
)]
pub trait Slot {
    /// An empty value to read into. It is never seen unless something was read.
    fn vacant() -> Self
    where
        Self: Sized;

    /// Reads the next value, in place of what is here.
    fn read(&mut self, from: &mut Reader<'_>) -> Fit;

    /// Makes it absent; false where it cannot be, so that a value is guaranteed.
    fn absent(&mut self) -> bool {
        false
    }

    /// Whether `null` is a value here; it counts as absent elsewhere.
    fn takes_null(&self) -> bool {
        false
    }

    /// The text in it, by which a sibling may be chosen.
    fn text(&self) -> Option<&str> {
        None
    }

    /// Whether an answer needs a body to be read as this; not where all members stand in its head.
    fn needs_body(&self) -> bool {
        true
    }
}

impl<'t> Reader<'t> {
    /// Takes the next value as a `T`.
    pub fn value<T: Slot>(&mut self) -> Result<T, Mismatch> {
        let mut value = T::vacant();
        value.read(self)?;
        Ok(value)
    }

    /// Reads one value into a slot. What does not fit is passed over and given back.
    pub(super) fn take(&mut self, slot: &mut dyn Slot) -> Result<(), (Mismatch, &'t str)> {
        self.attempt(&mut |from| slot.read(from))
    }

    /// Reads the body into a slot.
    pub(super) fn whole_body(mut self, slot: &mut dyn Slot) -> Result<Misfits, ReadError> {
        if let Err((mismatch, raw)) = self.take(slot) {
            self.refuse(mismatch, raw);
        }
        if self.problems.is_empty() {
            Ok(self.misfits)
        } else {
            Err(ReadError::problems(self.problems))
        }
    }
}

impl<T: Slot> Slot for Option<T> {
    fn vacant() -> Self {
        None
    }

    fn read(&mut self, from: &mut Reader<'_>) -> Fit {
        *self = Some(from.value()?);
        Ok(())
    }

    fn absent(&mut self) -> bool {
        *self = None;
        true
    }

    fn text(&self) -> Option<&str> {
        self.as_ref()?.text()
    }
}

impl<T: Slot> Slot for Box<T> {
    fn vacant() -> Self {
        Self::new(T::vacant())
    }

    fn read(&mut self, from: &mut Reader<'_>) -> Fit {
        (**self).read(from)
    }

    fn absent(&mut self) -> bool {
        (**self).absent()
    }

    fn text(&self) -> Option<&str> {
        (**self).text()
    }
}

impl<T: Slot> Slot for Sensitive<T> {
    fn vacant() -> Self {
        Self(T::vacant())
    }

    fn read(&mut self, from: &mut Reader<'_>) -> Fit {
        self.0.read(from)
    }

    fn text(&self) -> Option<&str> {
        self.0.text()
    }
}

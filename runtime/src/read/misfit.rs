//! What did not fit: where, what was expected and what was found, but never the value.

use std::fmt;

/// Why a value is not of a shape: what was expected, and what was found instead.
///
/// Both are words of the code, never of the data, so a mismatch may be logged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mismatch {
    pub(super) expected: &'static str,
    pub(super) found: &'static str,
    pub(super) near: Option<&'static str>,
}

impl Mismatch {
    /// A mismatch in words such as "a text" and "a list".
    pub const fn new(expected: &'static str, found: &'static str) -> Self {
        Self {
            expected,
            found,
            near: None,
        }
    }

    /// The same, with the name that was most likely meant.
    pub(super) const fn near(self, near: Option<&'static str>) -> Self {
        Self { near, ..self }
    }

    /// What was expected, for instance "a whole number".
    pub fn expected(&self) -> &'static str {
        self.expected
    }

    /// What was found instead, for instance "a list".
    pub fn found(&self) -> &'static str {
        self.found
    }

    /// The documented name that was most likely meant by one that is not.
    pub fn meant(&self) -> Option<&'static str> {
        self.near
    }
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {}, found {}", self.expected, self.found)?;
        match self.near {
            Some(near) => write!(f, "; did you mean `{near}`?"),
            None => Ok(()),
        }
    }
}

/// Whether a value fits; if not, why.
pub type Fit = Result<(), Mismatch>;

/// What became of something that is not as it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MisfitKind {
    /// The value is left out: the member counts as absent, the item or entry is not there.
    LeftOut,
    /// The name stands twice in one object. The last value is read.
    Repeated,
    /// An empty list is read as an object without members.
    EmptyList,
    /// A number in JSON without a type is read as the nearest double, which is another number.
    Rounded,
    /// The bytes of the body are not plain UTF-8. They are read as far as they are.
    Encoding,
}

/// Something in a body that is not as it should be.
///
/// `Debug` and `Display` tell where it is and what shape it has, never the value, and may be logged.
#[derive(Clone, PartialEq, Eq)]
pub struct Misfit {
    /// Where it is no part of the body.
    pub(super) header: Option<&'static str>,
    pub(super) pointer: String,
    pub(super) kind: MisfitKind,
    pub(super) mismatch: Mismatch,
    pub(super) raw: Box<str>,
}

impl Misfit {
    /// The header that it stands in; none where it stands in the body.
    pub fn header(&self) -> Option<&'static str> {
        self.header
    }

    /// Where it is, as a JSON Pointer; the empty one is the body, or the header, as a whole.
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// What became of it.
    pub fn kind(&self) -> MisfitKind {
        self.kind
    }

    /// What was expected, and what was found.
    pub fn mismatch(&self) -> Mismatch {
        self.mismatch
    }

    /// The value as JSON text, as it came.
    ///
    /// It may be sensitive. Of a name that stands twice it is the value that was not read; it is
    /// empty where nothing was kept.
    pub fn raw(&self) -> &str {
        &self.raw
    }
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.header, self.pointer.as_str()) {
            (None, "") => {}
            (None, pointer) => write!(f, "`{pointer}`: ")?,
            (Some(header), "") => write!(f, "header `{header}`: ")?,
            (Some(header), pointer) => write!(f, "header `{header}`, `{pointer}`: ")?,
        }
        self.mismatch.fmt(f)
    }
}

impl fmt::Debug for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Misfit")
            .field("header", &self.header)
            .field("pointer", &self.pointer)
            .field("kind", &self.kind)
            .field("expected", &self.mismatch.expected)
            .field("found", &self.mismatch.found)
            .finish_non_exhaustive()
    }
}

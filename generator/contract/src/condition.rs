//! A checked condition over members of the API.

use serde::{Serialize, Serializer};
use stipula_cond::Cond;

use super::TypeId;

/// A checked condition with its two texts.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    /// The checked form, from which every output is lowered.
    pub cond: Cond<Place, Value>,
    /// As written, in canonical form.
    pub text: String,
    /// In English: "`type` is `COUPON`, or `product` is `PASS` or `MOVIE`".
    pub english: String,
}

/// As its canonical text, which says all of it.
impl Serialize for Condition {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.text.serialize(serializer)
    }
}

impl Condition {
    /// It holds in every case, as written (`true`).
    pub fn is_always(&self) -> bool {
        matches!(self.cond, Cond::Constant(true))
    }
}

/// A member that a condition reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Place {
    /// Where the path starts.
    pub base: Base,
    /// Steps, none for `key`.
    pub steps: Vec<Step>,
    /// What can stand there.
    pub kind: Kind,
    /// It, or a step on the way to it, may be absent.
    pub optional: bool,
    /// A number that travels as text.
    pub as_text: bool,
    /// `null` clears it, or a step on the way to it.
    pub clears: bool,
}

impl Place {
    /// The enum of its texts, if it has one.
    pub const fn enum_(&self) -> Option<TypeId> {
        match self.kind {
            Kind::Enum(id) => Some(id),
            _ => None,
        }
    }
}

/// What can stand at a place, as far as conditions can ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Kind {
    /// A text of an enum.
    Enum(TypeId),
    /// A whole number of an enum.
    IntegerEnum(TypeId),
    /// A text of so many characters.
    Text(Bounds),
    /// A whole number, or a time.
    Integer(Bounds),
    /// Any number.
    Decimal,
    /// A text that is a time, and is compared as one.
    Moment(Moment),
    /// A text that is a length of time, of so many nanoseconds.
    Duration(Bounds),
    /// True or false.
    Boolean,
    /// A list or map of so many items.
    Many(Bounds),
    /// An object, or anything.
    Object,
}

/// How a text says a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Moment {
    /// With a date and a time of day.
    DateTime,
    /// A date alone.
    Date,
}

/// Bounds, both included; `None` is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Bounds {
    /// Lowest.
    pub min: Option<i64>,
    /// Highest.
    pub max: Option<i64>,
}

/// Where a path starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Base {
    /// The object of the rule.
    This,
    /// The nearest enclosing object.
    Parent,
    /// The body of the request.
    Root,
    /// The context of the operation.
    Context,
    /// The key of the nearest map.
    Key,
}

/// One step of a path.
#[derive(Debug, Clone, Serialize)]
pub struct Step {
    /// Name on the wire.
    pub wire: String,
    /// The member may be absent.
    pub optional: bool,
    /// How sentences name it, where that is not the name: see [`Object::said`](super::Object::said).
    pub said: Option<String>,
}

impl Step {
    /// A member that may be absent.
    pub fn new(wire: &str) -> Self {
        Self {
            wire: wire.to_owned(),
            optional: true,
            said: None,
        }
    }
}

// By hand: what sentences say makes no other step.
impl PartialEq for Step {
    fn eq(&self, other: &Self) -> bool {
        (&self.wire, self.optional) == (&other.wire, other.optional)
    }
}

impl Eq for Step {}

/// A value that a condition compares with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Value {
    /// A documented value of an enum.
    Symbol {
        /// The enum.
        of: TypeId,
        /// Text on the wire.
        wire: String,
    },
    /// A documented value of an enum of whole numbers.
    Number {
        /// The enum.
        of: TypeId,
        /// On the wire.
        number: i64,
    },
    /// A text.
    Text(String),
    /// An integer.
    Integer(i64),
    /// A decimal, as written.
    Decimal(String),
    /// `true` or `false`.
    Bool(bool),
}

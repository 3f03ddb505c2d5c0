//! A condition after the check: no names, no spans, one form for each meaning.

use crate::ast::Op;

/// A checked condition over places `P` and values `V`, which the [`Scope`](crate::Scope) chose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cond<P, V> {
    /// Always or never; only as the whole condition.
    Constant(bool),
    /// All of at least two.
    All(Vec<Cond<P, V>>),
    /// Any of at least two.
    Any(Vec<Cond<P, V>>),
    /// The opposite.
    Not(Box<Cond<P, V>>),
    /// Both or neither.
    Iff(Box<Cond<P, V>>, Box<Cond<P, V>>),
    /// The place has a value.
    Present(P),
    /// The place is boolean, present and true.
    True(P),
    /// The place is present and equal to one of the values (`==` and `in`).
    OneOf {
        /// The place looked at.
        place: P,
        /// At least one.
        values: Vec<V>,
    },
    /// Field against field, an ordering, or a length.
    Compare {
        /// What is compared; a value written on the left has changed sides.
        left: Subject<P>,
        /// The operator.
        op: Op,
        /// What it is compared with.
        right: Operand<P, V>,
    },
    /// The place is a text, present, and begins so.
    StartsWith {
        /// The place looked at.
        place: P,
        /// How it begins.
        prefix: String,
    },
}

/// What is compared of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject<P> {
    /// The value there.
    Place(P),
    /// The length of the text, list or map there.
    Len(P),
}

/// What it is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Operand<P, V> {
    /// Another place, or a length.
    Subject(Subject<P>),
    /// A constant.
    Value(V),
}

impl<P, V> Cond<P, V> {
    /// The same condition with other places and values.
    pub fn map<Q, W>(
        &self,
        place: &mut impl FnMut(&P) -> Q,
        value: &mut impl FnMut(&V) -> W,
    ) -> Cond<Q, W> {
        match self {
            Cond::Constant(constant) => Cond::Constant(*constant),
            Cond::All(all) => Cond::All(all.iter().map(|c| c.map(place, value)).collect()),
            Cond::Any(all) => Cond::Any(all.iter().map(|c| c.map(place, value)).collect()),
            Cond::Not(inner) => Cond::Not(Box::new(inner.map(place, value))),
            Cond::Iff(left, right) => Cond::Iff(
                Box::new(left.map(place, value)),
                Box::new(right.map(place, value)),
            ),
            Cond::Present(p) => Cond::Present(place(p)),
            Cond::True(p) => Cond::True(place(p)),
            Cond::OneOf { place: p, values } => Cond::OneOf {
                place: place(p),
                values: values.iter().map(value).collect(),
            },
            Cond::Compare { left, op, right } => Cond::Compare {
                left: left.map(place),
                op: *op,
                right: right.map(place, value),
            },
            Cond::StartsWith { place: p, prefix } => Cond::StartsWith {
                place: place(p),
                prefix: prefix.clone(),
            },
        }
    }

    /// The same condition with other places.
    pub fn map_places<Q>(&self, mut place: impl FnMut(&P) -> Q) -> Cond<Q, V>
    where
        V: Clone,
    {
        self.map(&mut place, &mut V::clone)
    }
}

impl<P> Subject<P> {
    /// The place it reads.
    pub fn place(&self) -> &P {
        match self {
            Subject::Place(place) | Subject::Len(place) => place,
        }
    }

    /// The same of another place.
    pub fn map<Q>(&self, place: &mut impl FnMut(&P) -> Q) -> Subject<Q> {
        match self {
            Subject::Place(p) => Subject::Place(place(p)),
            Subject::Len(p) => Subject::Len(place(p)),
        }
    }
}

impl<P, V> Operand<P, V> {
    /// The place it reads, if it is no constant.
    pub fn place(&self) -> Option<&P> {
        match self {
            Operand::Subject(subject) => Some(subject.place()),
            Operand::Value(_) => None,
        }
    }

    /// The same operand with another place and value.
    pub fn map<Q, W>(
        &self,
        place: &mut impl FnMut(&P) -> Q,
        value: &mut impl FnMut(&V) -> W,
    ) -> Operand<Q, W> {
        match self {
            Operand::Subject(subject) => Operand::Subject(subject.map(place)),
            Operand::Value(v) => Operand::Value(value(v)),
        }
    }
}

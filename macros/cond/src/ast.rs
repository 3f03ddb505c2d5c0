//! A condition as it was written, every part with its span.
//!
//! Equality ignores spans: two expressions are equal when they say the same in the same form.

use proc_macro2::Span;

/// A condition, or a part of one.
#[derive(Debug, Clone)]
pub struct Expr {
    /// What it says.
    pub kind: ExprKind,
    /// Where it stands.
    pub span: Span,
}

/// The forms of a condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExprKind {
    /// `a and b and c`: at least two.
    And(Vec<Expr>),
    /// `a or b or c`: at least two.
    Or(Vec<Expr>),
    /// `not a`
    Not(Box<Expr>),
    /// `(a) == (b)`: both hold or neither does.
    Iff(Box<Expr>, Box<Expr>),
    /// `present(path)`
    Present(Path),
    /// `left op right`
    Compare {
        /// What stands on the left.
        left: Term,
        /// The operator.
        op: Op,
        /// What stands on the right.
        right: Term,
    },
    /// `path in [a, b]`, `path not in [a, b]`
    In {
        /// The field that is looked up.
        path: Path,
        /// `not in`
        negated: bool,
        /// At least one value.
        values: Vec<Value>,
    },
    /// `path starts_with "prefix"`
    StartsWith {
        /// The text field.
        path: Path,
        /// How it begins.
        prefix: Prefix,
    },
    /// A boolean field alone.
    Test(Path),
    /// `true` or `false` alone.
    Constant(bool),
}

/// One side of a comparison.
///
/// A bare name parses as a path of one segment; [`check`](crate::check()) decides whether it is a
/// field or the value of an enum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Term {
    /// A field, or a bare name.
    Path(Path),
    /// A literal, or a name that can only be a value (`Product::Movie`).
    Value(Value),
    /// `len(path)`
    Len(Path),
}

/// The way to a field.
#[derive(Debug, Clone)]
pub struct Path {
    /// Where it starts.
    pub base: Base,
    /// The steps; empty for [`Base::Key`] only.
    pub segments: Vec<Segment>,
    /// Where it stands.
    pub span: Span,
}

/// Where a path starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Base {
    /// The object that the rule belongs to.
    This,
    /// `root.`: the body of the operation.
    Root,
    /// `parent.`: the nearest enclosing object.
    Parent,
    /// `ctx.`: values that the caller gives beside the body.
    Context,
    /// `key`: the key of the nearest map.
    Key,
}

/// One step of a path.
#[derive(Debug, Clone)]
pub struct Segment {
    /// The name, without quotes and without `r#`.
    pub name: String,
    /// Marked `name?`: the step may be absent. The derive needs it for structs it cannot see.
    pub optional: bool,
    /// Where it stands.
    pub span: Span,
}

/// A value.
#[derive(Debug, Clone)]
pub struct Value {
    /// What it is.
    pub kind: ValueKind,
    /// Where it stands.
    pub span: Span,
}

/// What a text begins with.
#[derive(Debug, Clone)]
pub struct Prefix {
    /// Unescaped.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// The kinds of values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum ValueKind {
    /// `COUPON`, or `Product::Movie` with its path.
    Name(String),
    /// A string literal, unescaped.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// A number with a fraction, as written.
    Decimal(String),
    /// `true` or `false`.
    Bool(bool),
}

/// A comparison operator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Op {
    /// `==`
    Eq,
    /// `!=`
    Ne,
    /// `<`
    Lt,
    /// `<=`
    Le,
    /// `>`
    Gt,
    /// `>=`
    Ge,
}

impl Op {
    /// The operator as it is written.
    pub fn as_str(self) -> &'static str {
        match self {
            Op::Eq => "==",
            Op::Ne => "!=",
            Op::Lt => "<",
            Op::Le => "<=",
            Op::Gt => ">",
            Op::Ge => ">=",
        }
    }

    /// The operator that says the same with its sides exchanged.
    #[must_use]
    pub fn flipped(self) -> Self {
        match self {
            Op::Eq | Op::Ne => self,
            Op::Lt => Op::Gt,
            Op::Le => Op::Ge,
            Op::Gt => Op::Lt,
            Op::Ge => Op::Le,
        }
    }

    /// Whether two values in this order stand in the relation.
    pub fn admits(self, order: std::cmp::Ordering) -> bool {
        match self {
            Op::Eq => order.is_eq(),
            Op::Ne => order.is_ne(),
            Op::Lt => order.is_lt(),
            Op::Le => order.is_le(),
            Op::Gt => order.is_gt(),
            Op::Ge => order.is_ge(),
        }
    }

    /// Whether it asks for an order and not only for equality.
    pub fn is_ordering(self) -> bool {
        !matches!(self, Op::Eq | Op::Ne)
    }
}

impl Path {
    /// The name, when the path is nothing but one plain name.
    pub fn bare_name(&self) -> Option<&str> {
        match self.segments.as_slice() {
            [only] if self.base == Base::This && !only.optional => Some(&only.name),
            _ => None,
        }
    }
}

impl PartialEq for Expr {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind
    }
}

impl Eq for Expr {}

impl PartialEq for Path {
    fn eq(&self, other: &Self) -> bool {
        self.base == other.base && self.segments == other.segments
    }
}

impl Eq for Path {}

impl PartialEq for Segment {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && self.optional == other.optional
    }
}

impl Eq for Segment {}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind
    }
}

impl Eq for Value {}

impl PartialEq for Prefix {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Prefix {}

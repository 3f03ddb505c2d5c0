//! The check: names become places, and only comparisons that mean something pass.

use std::fmt;

use crate::ast::{Expr, ExprKind, Path, Value};
use crate::cond::Cond;
use crate::error::{Error, ErrorKind, Hint};

/// What the check asks of its surroundings: which fields there are, and which values.
pub trait Scope {
    /// A field, in the caller's own terms.
    type Place: Clone;
    /// A value, in the caller's own terms.
    type Value: Clone;

    /// The field at the end of a path, or [`Error::unknown_field`] and the like.
    fn place(&self, path: &Path) -> Result<Found<Self::Place>, Error>;

    /// The value to compare that field with. Types of literals have been checked; whether an
    /// enum has the value has not.
    fn value(&self, value: &Value, of: &Found<Self::Place>) -> Result<Self::Value, Error>;
}

/// A field that was found.
#[derive(Debug, Clone)]
pub struct Found<P> {
    /// The field.
    pub place: P,
    /// Its type, without optionality.
    pub ty: Ty,
    /// Whether it, or a step on the way to it, may be absent.
    pub optional: bool,
}

/// The types that conditions tell apart.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Ty {
    /// Free text.
    Text,
    /// A whole number.
    Integer,
    /// A number with a fraction.
    Decimal,
    /// True or false.
    Boolean,
    /// A point in time; compared with whole numbers.
    Time,
    /// A point in time, counted in seconds; compared with whole numbers.
    Seconds,
    /// A date, or a date and time, as it is called: "a date". Compared with its like alone.
    Moment(&'static str),
    /// One of a list of texts; the name tells enums apart.
    Enum(String),
    /// One of a list of whole numbers; the name tells enums apart.
    IntegerEnum(String),
    /// A list.
    List,
    /// A map.
    Map,
    /// An object with fields.
    Object,
    /// Not known here: every comparison passes.
    Opaque,
}

impl fmt::Display for Ty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Ty::Text => "a text",
            Ty::Integer => "an integer",
            Ty::Decimal => "a decimal",
            Ty::Boolean => "a boolean",
            Ty::Time => "a time",
            Ty::Seconds => "a time in seconds",
            Ty::Moment(name) => name,
            Ty::Enum(name) | Ty::IntegerEnum(name) => return write!(f, "the enum `{name}`"),
            Ty::List => "a list",
            Ty::Map => "a map",
            Ty::Object => "an object",
            Ty::Opaque => "of unknown type",
        })
    }
}

/// Checks a condition; all mistakes at once.
pub fn check<S: Scope>(scope: &S, expr: &Expr) -> Result<Cond<S::Place, S::Value>, Vec<Error>> {
    let mut checker = Checker {
        scope,
        given: Vec::new(),
        errors: Vec::new(),
    };
    let cond = match expr.kind {
        ExprKind::Constant(constant) => Some(Cond::Constant(constant)),
        _ => checker.expr(expr),
    };
    match cond {
        Some(cond) if checker.errors.is_empty() => Ok(cond),
        _ => Err(checker.errors),
    }
}

/// Collects errors; every method gives `None` after it has recorded one.
pub(crate) struct Checker<'s, S: Scope> {
    pub(crate) scope: &'s S,
    /// Fields that a `present(..)` beside this part vouches for.
    given: Vec<Path>,
    pub(crate) errors: Vec<Error>,
}

pub(crate) type Checked<S> = Option<Cond<<S as Scope>::Place, <S as Scope>::Value>>;

impl<S: Scope> Checker<'_, S> {
    fn expr(&mut self, expr: &Expr) -> Checked<S> {
        match &expr.kind {
            ExprKind::And(all) => {
                let outside = self.given.len();
                self.given
                    .extend(all.iter().filter_map(|part| match &part.kind {
                        ExprKind::Present(path) => Some(path.clone()),
                        _ => None,
                    }));
                let checked = self.several(all);
                self.given.truncate(outside);
                checked.map(Cond::All)
            }
            ExprKind::Or(all) => self.several(all).map(Cond::Any),
            ExprKind::Not(inner) => Some(Cond::Not(Box::new(self.expr(inner)?))),
            ExprKind::Iff(left, right) => {
                let (left, right) = (self.expr(left), self.expr(right));
                Some(Cond::Iff(Box::new(left?), Box::new(right?)))
            }
            ExprKind::Present(path) => Some(Cond::Present(self.find(path)?.place)),
            ExprKind::Compare { left, op, right } => self.compare(left, *op, right),
            ExprKind::In {
                path,
                negated,
                values,
            } => self.one_of(expr, path, *negated, values),
            ExprKind::StartsWith { path, prefix } => {
                let found = self.find(path)?;
                match found.ty {
                    Ty::Text | Ty::Opaque => Some(Cond::StartsWith {
                        place: found.place,
                        prefix: prefix.text.clone(),
                    }),
                    ty => self.unsuitable(path, &ty, "only a text has a beginning"),
                }
            }
            ExprKind::Test(path) => {
                let found = self.find(path)?;
                match found.ty {
                    Ty::Boolean | Ty::Opaque => Some(Cond::True(found.place)),
                    ty => self.unsuitable(path, &ty, "cannot stand alone as a condition"),
                }
            }
            ExprKind::Constant(_) => self.fail(ErrorKind::ConstantInside, expr.span),
        }
    }

    fn several(&mut self, all: &[Expr]) -> Option<Vec<Cond<S::Place, S::Value>>> {
        // A plain collect would stop at the first mistake.
        let mut checked = Vec::with_capacity(all.len());
        for (index, part) in all.iter().enumerate() {
            let known = self.errors.len();
            checked.push(self.expr(part));
            if index > 0 && matches!(part.kind, ExprKind::Test(_)) {
                self.hint(known, Hint::Value);
            }
        }
        checked.into_iter().collect()
    }

    /// Says what may have been meant by the unknown fields among the errors from there on.
    pub(crate) fn hint(&mut self, from: usize, meant: Hint) {
        for error in self.errors.iter_mut().skip(from) {
            if let ErrorKind::UnknownField { hint, .. } = &mut error.kind {
                *hint = Some(meant);
            }
        }
    }

    fn one_of(&mut self, expr: &Expr, path: &Path, negated: bool, values: &[Value]) -> Checked<S> {
        let found = self.find(path)?;
        if negated && self.may_be_absent(path, found.optional) {
            let positive = ExprKind::In {
                path: path.clone(),
                negated: false,
                values: values.to_vec(),
            };
            return self.unequal(path, positive, expr.to_string(), expr.span);
        }
        let checked: Vec<_> = values.iter().map(|v| self.value(v, path, &found)).collect();
        let values = checked.into_iter().collect::<Option<Vec<_>>>()?;
        let cond = Cond::OneOf {
            place: found.place,
            values,
        };
        Some(if negated {
            Cond::Not(Box::new(cond))
        } else {
            cond
        })
    }

    /// Whether `!=` would leave open what absence means.
    pub(crate) fn may_be_absent(&self, path: &Path, optional: bool) -> bool {
        optional && !self.given.contains(path)
    }

    pub(crate) fn find(&mut self, path: &Path) -> Option<Found<S::Place>> {
        self.scope.place(path).map_err(|e| self.errors.push(e)).ok()
    }

    pub(crate) fn fail<T>(&mut self, kind: ErrorKind, span: proc_macro2::Span) -> Option<T> {
        self.errors.push(Error::new(kind, span));
        None
    }

    pub(crate) fn unsuitable<T>(
        &mut self,
        path: &Path,
        ty: &Ty,
        use_of: &'static str,
    ) -> Option<T> {
        let kind = ErrorKind::Unsuitable {
            place: path.to_string(),
            ty: ty.to_string(),
            use_of,
        };
        self.fail(kind, path.span)
    }

    pub(crate) fn unequal<T>(
        &mut self,
        path: &Path,
        positive: ExprKind,
        written: String,
        span: proc_macro2::Span,
    ) -> Option<T> {
        let positive = Expr {
            kind: positive,
            span,
        }
        .to_string();
        let kind = ErrorKind::UnequalOptional {
            place: path.to_string(),
            positive,
            written,
        };
        self.fail(kind, path.span)
    }
}

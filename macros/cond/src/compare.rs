//! The check of comparisons.

use crate::ast::{ExprKind, Op, Path, Term, Value, ValueKind};
use crate::check::{Checked, Checker, Found, Scope, Ty};
use crate::cond::{Cond, Operand, Subject};
use crate::error::{ErrorKind, Hint};

/// One side: what it is, and what the other side is measured against.
struct Side<'e, P> {
    path: &'e Path,
    found: Found<P>,
    is_length: bool,
}

impl<P: Clone> Side<'_, P> {
    fn subject(&self) -> Subject<P> {
        let place = self.found.place.clone();
        if self.is_length {
            Subject::Len(place)
        } else {
            Subject::Place(place)
        }
    }
}

impl<S: Scope> Checker<'_, S> {
    pub(crate) fn compare(&mut self, left: &Term, op: Op, right: &Term) -> Checked<S> {
        // A value on the left is moved to the right, so that the left is always a field.
        let (left, op, right) = match left {
            Term::Value(_) => (right, op.flipped(), left),
            Term::Path(_) | Term::Len(_) => (left, op, right),
        };
        let side = match left {
            Term::Value(value) => return self.fail(ErrorKind::NoField, value.span),
            Term::Path(path) => Side {
                path,
                found: self.find(path)?,
                is_length: false,
            },
            Term::Len(path) => self.length(path)?,
        };
        self.suits(&side, op)?;
        self.present_for(&side, left, op, right)?;
        match right {
            Term::Value(value) => self.with_value(&side, op, value),
            Term::Len(path) => {
                let other = self.length(path)?;
                self.with_side(&side, left, op, &other, right)
            }
            Term::Path(path) => match path.bare_name() {
                Some(name) if matches!(side.found.ty, Ty::Enum(_) | Ty::Opaque) => {
                    let kind = ValueKind::Name(name.to_owned());
                    let value = Value {
                        kind,
                        span: path.span,
                    };
                    self.with_name(&side, left, op, right, path, &value)
                }
                _ => self.with_path(&side, left, op, right, path),
            },
        }
    }

    /// A bare name beside an enum is a value if the enum has it, otherwise a field; beside a
    /// place of unknown type it is a field if there is one.
    fn with_name(
        &mut self,
        side: &Side<'_, S::Place>,
        left: &Term,
        op: Op,
        right: &Term,
        path: &Path,
        value: &Value,
    ) -> Checked<S> {
        let opaque = side.found.ty == Ty::Opaque;
        // A value is asked for first: a field that is not there is looked for among all, for a suggestion.
        if !opaque && self.scope.value(value, &side.found).is_ok() {
            return self.with_value(side, op, value);
        }
        if self.scope.place(path).is_ok() {
            return self.with_path(side, left, op, right, path);
        }
        self.with_value(side, op, value)
    }

    fn with_path(
        &mut self,
        side: &Side<'_, S::Place>,
        left: &Term,
        op: Op,
        right: &Term,
        path: &Path,
    ) -> Checked<S> {
        let known = self.errors.len();
        let Some(found) = self.find(path) else {
            match path.bare_name() {
                Some("null" | "nil" | "None") => self.hint(known, Hint::Absence),
                Some(_) if side.found.ty == Ty::Text => self.hint(known, Hint::Text),
                Some(_) if matches!(side.found.ty, Ty::IntegerEnum(_)) => {
                    self.hint(known, Hint::Number);
                }
                _ => {}
            }
            return None;
        };
        let other = Side {
            path,
            found,
            is_length: false,
        };
        self.with_side(side, left, op, &other, right)
    }

    fn with_side(
        &mut self,
        side: &Side<'_, S::Place>,
        left: &Term,
        op: Op,
        other: &Side<'_, S::Place>,
        right: &Term,
    ) -> Checked<S> {
        self.suits(other, op)?;
        self.present_for(other, left, op, right)?;
        let (a, b) = (&side.found.ty, &other.found.ty);
        if a != b && *a != Ty::Opaque && *b != Ty::Opaque {
            let kind = ErrorKind::Mismatch {
                left: a.to_string(),
                right: b.to_string(),
            };
            return self.fail(kind, other.path.span);
        }
        Some(Cond::Compare {
            left: side.subject(),
            op,
            right: Operand::Subject(other.subject()),
        })
    }

    fn with_value(&mut self, side: &Side<'_, S::Place>, op: Op, value: &Value) -> Checked<S> {
        let checked = self.value(value, side.path, &side.found)?;
        if side.is_length || op.is_ordering() {
            let right = Operand::Value(checked);
            return Some(Cond::Compare {
                left: side.subject(),
                op,
                right,
            });
        }
        let place = side.found.place.clone();
        let cond = if side.found.ty == Ty::Boolean && value.kind == ValueKind::Bool(true) {
            Cond::True(place)
        } else {
            Cond::OneOf {
                place,
                values: vec![checked],
            }
        };
        Some(if op == Op::Ne {
            Cond::Not(Box::new(cond))
        } else {
            cond
        })
    }

    /// Checks a literal against the type of the field, then asks the scope for the value.
    pub(crate) fn value(
        &mut self,
        value: &Value,
        path: &Path,
        of: &Found<S::Place>,
    ) -> Option<S::Value> {
        let fits = match (&of.ty, &value.kind) {
            (Ty::Opaque, _)
            | (Ty::Enum(_), ValueKind::Name(_) | ValueKind::Text(_))
            | (Ty::Text, ValueKind::Text(_))
            | (
                Ty::Integer | Ty::Time | Ty::Seconds | Ty::Decimal | Ty::IntegerEnum(_),
                ValueKind::Integer(_),
            )
            | (Ty::Decimal, ValueKind::Decimal(_))
            | (Ty::Boolean, ValueKind::Bool(_)) => true,
            (Ty::List | Ty::Map | Ty::Object, _) => {
                return self.unsuitable(path, &of.ty, "is not compared as a whole");
            }
            (Ty::Moment(_), _) => {
                return self.unsuitable(path, &of.ty, "is compared with another one alone");
            }
            (
                Ty::Text
                | Ty::Integer
                | Ty::Decimal
                | Ty::Boolean
                | Ty::Time
                | Ty::Seconds
                | Ty::Enum(_)
                | Ty::IntegerEnum(_),
                _,
            ) => false,
        };
        if !fits {
            let right = match &value.kind {
                ValueKind::Name(name) if matches!(of.ty, Ty::IntegerEnum(_)) => {
                    format!("the name `{name}`; its values are whole numbers")
                }
                ValueKind::Name(name) => format!("the name `{name}`; a text stands in quotes"),
                ValueKind::Text(_) => Ty::Text.to_string(),
                ValueKind::Integer(_) => Ty::Integer.to_string(),
                ValueKind::Decimal(_) => Ty::Decimal.to_string(),
                ValueKind::Bool(_) => Ty::Boolean.to_string(),
            };
            return self.fail(
                ErrorKind::Mismatch {
                    left: of.ty.to_string(),
                    right,
                },
                value.span,
            );
        }
        self.scope
            .value(value, of)
            .map_err(|e| self.errors.push(e))
            .ok()
    }

    fn length<'e>(&mut self, path: &'e Path) -> Option<Side<'e, S::Place>> {
        let found = self.find(path)?;
        match found.ty {
            Ty::Text | Ty::List | Ty::Map | Ty::Opaque => Some(Side {
                path,
                found: Found {
                    ty: Ty::Integer,
                    ..found
                },
                is_length: true,
            }),
            ty => self.unsuitable(path, &ty, "has no length"),
        }
    }

    fn suits(&mut self, side: &Side<'_, S::Place>, op: Op) -> Option<()> {
        match &side.found.ty {
            Ty::Integer | Ty::Decimal | Ty::Time | Ty::Seconds | Ty::Moment(_) | Ty::Opaque => {
                Some(())
            }
            ty @ (Ty::List | Ty::Map | Ty::Object) => {
                self.unsuitable(side.path, ty, "is not compared as a whole")
            }
            ty if op.is_ordering() => self.unsuitable(side.path, ty, "has no order"),
            Ty::Text | Ty::Boolean | Ty::Enum(_) | Ty::IntegerEnum(_) => Some(()),
        }
    }

    /// Refuses `!=` on a side that may be absent.
    fn present_for(
        &mut self,
        side: &Side<'_, S::Place>,
        left: &Term,
        op: Op,
        right: &Term,
    ) -> Option<()> {
        if op != Op::Ne || !self.may_be_absent(side.path, side.found.optional) {
            return Some(());
        }
        let positive = ExprKind::Compare {
            left: left.clone(),
            op: Op::Eq,
            right: right.clone(),
        };
        let written = format!("{left} != {right}");
        self.unequal(side.path, positive, written, side.path.span)
    }
}

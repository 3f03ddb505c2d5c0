//! The two traits of validation: one that users call, one that a derive writes.

mod containers;

use crate::{Path, Violations};

/// What the rules of a value may look at beside the value itself.
#[derive(Debug)]
pub struct Scope<'a, R: ?Sized, P: ?Sized, C: ?Sized> {
    /// The whole body.
    pub root: &'a R,
    /// The nearest enclosing object; lists and maps are transparent.
    pub parent: &'a P,
    /// Values from outside the body, given by the caller and never sent.
    pub context: &'a C,
    /// The key of the nearest enclosing map.
    pub key: Option<&'a str>,
}

// By hand: a derive would ask that `R`, `P` and `C` be `Copy`.
impl<R: ?Sized, P: ?Sized, C: ?Sized> Clone for Scope<'_, R, P, C> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}

impl<R: ?Sized, P: ?Sized, C: ?Sized> Copy for Scope<'_, R, P, C> {}

/// The rules of a type inside a body of type `R`, below an object of type `P`, with context `C`.
///
/// `#[derive(Validate)]` writes it. A type without conditions on its
/// surroundings has it for every `R`, `P` and `C`.
///
/// When the compiler says that `Row: Rules<Page<Row>, Page<Row>, ()>` is missing, then a `Page` holds
/// rows and `Row` has no rules for that place: derive [`trait@Validate`] on it. In a function for
/// any row, ask for `Page<T>: Validate<Context = ()>`:
///
/// ```
/// use stipula::Validate;
///
/// #[derive(Validate)]
/// struct Page<T> {
///     #[validate(nested)]
///     rows: Vec<T>,
/// }
///
/// fn is_good<T>(page: &Page<T>) -> bool
/// where
///     Page<T>: Validate<Context = ()>,
/// {
///     page.validate().is_ok()
/// }
///
/// #[derive(Validate)]
/// struct Row {
///     #[validate(min_chars = 1)]
///     name: String,
/// }
///
/// assert!(!is_good(&Page { rows: vec![Row { name: String::new() }] }));
/// ```
#[diagnostic::on_unimplemented(
    message = "the rules of `{Self}` cannot be checked inside the root `{R}`, below `{P}`, with the context `{C}`",
    label = "`{Self}` has no rules for this place",
    note = "derive `stipula::Validate` on it; if it has the derive, its `#[validate(root(..), parent(..), context(..))]` names other types than the ones it is used in"
)]
pub trait Rules<R: ?Sized, P: ?Sized, C: ?Sized> {
    /// Adds to `out` every rule that this value, which is at `path`, breaks.
    fn judge(&self, scope: Scope<'_, R, P, C>, path: &Path<'_>, out: &mut Violations);
}

/// A body that can be judged whole.
///
/// Time grows with the body, and a valid body asks for no memory. Types that hold themselves are
/// followed by recursion, about 500 bytes of stack for each object without optimisation: a thread
/// with 2 MB judges 2,000 objects inside each other. What is read from JSON is at most
/// [`MOST_DEPTH`](crate::read::MOST_DEPTH) deep.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be validated on its own",
    label = "not a whole body",
    note = "derive `stipula::Validate` on it; a type with `#[validate(parent(..))]`, or with a `root(..)` other than itself, is only judged inside a body"
)]
pub trait Validate {
    /// Values from outside the body that some rules need; `()` where none does.
    type Context: ?Sized;

    /// Judges the body and gives everything found, errors and warnings.
    #[must_use = "the violations say what is wrong with the body"]
    fn check_in(&self, context: &Self::Context) -> Violations;

    /// Judges the body: `Ok` holds warnings only, `Err` holds at least one error.
    fn validate_in(&self, context: &Self::Context) -> Result<Violations, Violations> {
        let found = self.check_in(context);
        if found.has_errors() {
            Err(found)
        } else {
            Ok(found)
        }
    }

    /// [`check_in`](Self::check_in) for a body whose rules need no context.
    #[must_use = "the violations say what is wrong with the body"]
    fn check(&self) -> Violations
    where
        Self: Validate<Context = ()>,
    {
        self.check_in(&())
    }

    /// [`validate_in`](Self::validate_in) for a body whose rules need no context.
    fn validate(&self) -> Result<Violations, Violations>
    where
        Self: Validate<Context = ()>,
    {
        self.validate_in(&())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::{Rule, Severity};

    static EVEN: Rule = Rule::new("even", "expect").because("it is even");
    static SMALL: Rule = Rule::new("small", "expect").severity(Severity::Warning);

    struct Leaf(i64);
    struct Body(BTreeMap<String, Vec<Option<Box<Leaf>>>>);

    impl<R> Rules<R, Body, ()> for Leaf {
        fn judge(&self, scope: Scope<'_, R, Body, ()>, path: &Path<'_>, out: &mut Violations) {
            if self.0 % 2 != 0 {
                out.push(path, None, &EVEN);
            }
            if self.0 > 10 && scope.key == Some("b") {
                out.push(path, None, &SMALL);
            }
        }
    }

    impl Validate for Body {
        type Context = ();
        fn check_in(&self, context: &()) -> Violations {
            let mut out = Violations::new();
            let scope = Scope {
                root: self,
                parent: self,
                context,
                key: None,
            };
            self.0.judge(scope, &Path::root().field("map"), &mut out);
            out
        }
    }

    fn body(a: i64, b: i64) -> Body {
        let leaf = |n| vec![None, Some(Box::new(Leaf(n)))];
        Body(BTreeMap::from([
            ("a".into(), leaf(a)),
            ("b".into(), leaf(b)),
        ]))
    }

    #[test]
    fn walks_containers() {
        let found = body(1, 13).validate().unwrap_err();
        let pointers: Vec<_> = found.iter().map(|v| v.pointer()).collect();
        assert_eq!(pointers, ["/map/a/1", "/map/b/1", "/map/b/1"]);
    }

    #[test]
    fn warnings_do_not_refuse() {
        assert_eq!(body(12, 12).validate().unwrap().len(), 1);
        assert!(body(2, 2).check().is_empty());
    }
}

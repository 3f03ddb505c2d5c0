//! What conditions are made of, as derived code calls it.
//!
//! Every function inlines to a plain comparison and allocates nothing. An
//! absent field makes a comparison false; [`present`] alone tests absence.

mod access;
mod containers;
mod key;
mod real;
mod time;

use std::cmp::Ordering;

pub use access::{AsDigits, AsInteger, AsText, Comparable, Field, Length, Presence};
pub use key::{KeyBuffer, MapKey};
pub use real::Real;
pub use stipula_rules::digits::Exact;
pub use time::{AsDuration, AsMoment};

#[doc(hidden)]
use crate::rules::Number;
#[doc(hidden)]
pub use containers::Wrapper;

/// Whether `field` is given and equals `value`.
#[inline]
pub fn is<F, T>(field: &F, value: &T) -> bool
where
    F: Field<T> + ?Sized,
    T: PartialEq + ?Sized,
{
    field.field().is_some_and(|found| found == value)
}

/// Whether `field` is given and its text is `text`.
#[inline]
pub fn is_text<F: AsText + ?Sized>(field: &F, text: &str) -> bool {
    field.as_text() == Some(text)
}

/// Whether `field` is given and is this integer.
#[inline]
pub fn is_integer<F: AsInteger + ?Sized>(field: &F, value: i64) -> bool {
    compare_integer(field, value) == Some(Ordering::Equal)
}

/// Whether `field` is given and true.
#[inline]
pub fn is_true<F: Field<bool> + ?Sized>(field: &F) -> bool {
    field.field().copied().unwrap_or(false)
}

/// Whether `field` is given and its text starts with `prefix`.
#[inline]
pub fn starts_with<F: AsText + ?Sized>(field: &F, prefix: &str) -> bool {
    field.as_text().is_some_and(|text| text.starts_with(prefix))
}

/// Whether `field` is given: `Some`, or a type that cannot be absent.
#[inline]
pub fn present<F: Presence + ?Sized>(field: &F) -> bool {
    field.is_present()
}

/// How two fields compare; `None` when one of them is absent.
#[inline]
pub fn compare<'a, A, B>(left: &'a A, right: &'a B) -> Option<Ordering>
where
    A: Comparable + ?Sized,
    B: Comparable<Value<'a> = A::Value<'a>> + ?Sized,
{
    left.comparable()?.partial_cmp(&right.comparable()?)
}

/// How `field` compares with an integer; `None` when it is absent.
#[inline]
pub fn compare_integer<F: AsInteger + ?Sized>(field: &F, value: i64) -> Option<Ordering> {
    field.as_integer()?.compare(value.into())
}

/// How `field` compares with a number that has a fraction, given in either precision; `None` when it
/// is absent.
#[inline]
pub fn compare_decimal<F: AsInteger + ?Sized>(
    field: &F,
    double: f64,
    single: f32,
) -> Option<Ordering> {
    field.as_integer()?.compare_decimal(double, single)
}

/// How `field` compares with a length; `None` when one of them is absent.
#[inline]
pub fn compare_length<F, L>(field: &F, of: &L) -> Option<Ordering>
where
    F: AsInteger + ?Sized,
    L: Length + ?Sized,
{
    field.as_integer()?.compare(of.length()? as i128)
}

/// The length of `field`: characters of a text, items of a list or map; `None` when it is absent.
#[inline]
pub fn length<F: Length + ?Sized>(field: &F) -> Option<usize> {
    field.length()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::UnixMillis;

    #[test]
    fn an_absent_field_equals_nothing() {
        let absent: Option<String> = None;
        assert!(!is_text(&absent, ""));
        assert!(!is(&absent, &String::new()));
        assert!(!starts_with(&absent, ""));
        assert!(!present(&absent));
        assert_eq!(length(&absent), None);
        assert_eq!(compare(&absent, &absent), None);
        assert_eq!(compare_integer(&None::<i64>, 0), None);
        assert!(!is_true(&None::<bool>));
    }

    #[test]
    fn compares_what_is_given() {
        assert!(
            is(&Some(3), &3) && is(&3, &3) && is(&Box::new(3), &3) && is(&Some(Box::new(3)), &3)
        );
        assert!(is_text(&Some(Box::new(String::from("a"))), "a"));
        assert!(is_integer(&Some(UnixMillis(5)), 5));
        assert!(is_true(&Some(true)) && !is_true(&false));
        assert!(starts_with("app://x", "app://"));
        let boxed: Box<str> = "app://x".into();
        assert!(starts_with(&Some(boxed), "app://") && length(&"戲票") == Some(2));
        assert_eq!(
            compare(&Some(UnixMillis(1)), &UnixMillis(2)),
            Some(Ordering::Less)
        );
        assert_eq!(
            compare(&String::from("b"), &Some(String::from("a"))),
            Some(Ordering::Greater)
        );
        assert_eq!(compare(&1.5, &Some(1.5)), Some(Ordering::Equal));
        assert_eq!(compare_integer(&Some(7), 8), Some(Ordering::Less));
    }

    #[test]
    fn counts_characters_and_items() {
        assert_eq!(length(&Some(String::from("戲票"))), Some(2));
        assert_eq!(length(&vec![1, 2, 3]), Some(3));
        assert!(present(&vec![0; 0]) && present(&Some(1)) && present(""));
    }
}

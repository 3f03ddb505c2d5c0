//! Numbers of every type at and around ends of ranges of every sort.

use std::cmp::Ordering;
use std::num::NonZero;

use proptest::prelude::*;
use stipula::cond::AsInteger;
use stipula::rules::{Bound, below, within};

/// An integer of up to 128 bits, with or without a sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Whole {
    is_negative: bool,
    digits: u128,
}

impl Whole {
    fn bound(self) -> Option<Bound> {
        let text = format!("{}{}", if self.is_negative { "-" } else { "" }, self.digits);
        let whole = text.parse().map(Bound::Whole).ok();
        whole.or_else(|| text.parse().map(Bound::Large).ok())
    }

    fn compare(self, other: Self) -> Ordering {
        match (self.is_negative, other.is_negative) {
            (false, false) => self.digits.cmp(&other.digits),
            (true, true) => other.digits.cmp(&self.digits),
            (false, true) => Ordering::Greater,
            (true, false) => Ordering::Less,
        }
    }
}

/// What a field of this type answers to this end.
fn agrees<F: AsInteger>(field: F, bound: Bound, expected: Ordering, case: &str) {
    let number = field.as_integer().expect("it is given");
    assert_eq!(
        within(number, Some(bound), None),
        expected.is_ge(),
        "{case}"
    );
    assert_eq!(
        within(number, None, Some(bound)),
        expected.is_le(),
        "{case}"
    );
    assert_eq!(
        within(number, Some(bound), Some(bound)),
        expected.is_eq(),
        "{case}"
    );
    assert_eq!(below(number, None, bound), expected.is_lt(), "{case}");
    assert!(!below(number, Some(bound), bound), "{case}");
}

macro_rules! every_type {
    ($($integer:ident),*) => {
        /// All integers that are near this one, or near an end of their type, beside this end.
        fn around(end: Whole, off: i128) {
            let Some(bound) = end.bound() else { return };
            $(
                let here = if end.is_negative {
                    i128::try_from(end.digits).ok().and_then(|it| $integer::try_from(-it).ok())
                } else {
                    $integer::try_from(end.digits).ok()
                };
                for near in [here, Some($integer::MIN), Some($integer::MAX), Some(0)] {
                    let off = $integer::try_from(off.unsigned_abs()).unwrap_or_default();
                    let both = near.map(|it| [it.checked_add(off), it.checked_sub(off)]);
                    for number in both.into_iter().flatten().flatten() {
                        #[allow(unused_comparisons, clippy::cast_lossless)]
                        let own = Whole { is_negative: number < 0, digits: number.abs_diff(0) as u128 };
                        let case = format!("{number} beside {bound:?}");
                        agrees(number, bound, own.compare(end), &case);
                        if let Some(number) = NonZero::new(number) {
                            agrees(Some(number), bound, own.compare(end), &case);
                        }
                    }
                }
            )*
        }

        /// Integers beside an end that is half a unit above this one.
        #[allow(
            irrefutable_let_patterns,
            clippy::cast_precision_loss,
            clippy::cast_possible_truncation,
            clippy::cast_lossless,
            reason = "it has few digits"
        )]
        fn around_half(end: i32) {
            let double = f64::from(end) + 0.5;
            let bound = Bound::Decimal { double, single: double as f32 };
            for number in i128::from(end) - 2..=i128::from(end) + 2 {
                let expected = if number > i128::from(end) { Ordering::Greater } else { Ordering::Less };
                $(
                    if let Ok(number) = $integer::try_from(number) {
                        agrees(number, bound, expected, &format!("{number} beside {double}"));
                    }
                )*
            }
            $(
                let ends = [($integer::MAX, Ordering::Greater), ($integer::MIN, Ordering::Less)];
                for (number, expected) in ends {
                    let is_far = (number as f64 - double).abs() > 1.0;
                    let expected = if number as f64 > double { Ordering::Greater } else { expected };
                    let expected = if (number as f64) < double { Ordering::Less } else { expected };
                    if is_far {
                        agrees(number, bound, expected, &format!("{number} beside {double}"));
                    }
                }
            )*
        }
    };
}

every_type!(
    i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize
);

/// Ends of the types, and what lies between.
fn whole() -> impl Strategy<Value = Whole> {
    let ends = (0..=128_u32).map(|bits| 1_u128.checked_shl(bits).map_or(u128::MAX, |it| it - 1));
    let digits = prop_oneof![
        proptest::sample::select(ends.collect::<Vec<_>>()),
        any::<u128>(),
        0..1000_u128,
    ];
    (any::<bool>(), digits).prop_map(|(is_negative, digits)| Whole {
        is_negative: is_negative && digits > 0 && digits <= 1 << 127,
        digits,
    })
}

/// A number as it is written, with up to six digits behind the point.
fn written() -> impl Strategy<Value = String> {
    (-1_000_000_000_i64..1_000_000_000, 0..=6_usize).prop_map(|(digits, places)| {
        let sign = if digits < 0 { "-" } else { "" };
        let text = format!("{:0>1$}", digits.unsigned_abs(), places + 1);
        let (whole, fraction) = text.split_at(text.len() - places);
        format!("{sign}{whole}.{fraction}0")
    })
}

fn decimal(text: &str) -> Bound {
    Bound::Decimal {
        double: text.parse().expect("a number"),
        single: text.parse().expect("a number"),
    }
}

proptest! {
    #[test]
    fn integers_of_all_sizes(end in whole(), off in 0..3_i128) {
        around(end, off);
    }

    #[test]
    fn integers_beside_fractions(end in any::<i32>(), small in -300..300_i32) {
        around_half(end);
        around_half(small);
    }

    #[test]
    fn floats_at_and_beside_an_end_with_a_fraction(text in written()) {
        let bound = decimal(&text);
        let (double, single): (f64, f32) = (text.parse().unwrap(), text.parse().unwrap());
        agrees(double, bound, Ordering::Equal, &text);
        agrees(double.next_up(), bound, Ordering::Greater, &text);
        agrees(double.next_down(), bound, Ordering::Less, &text);
        agrees(single, bound, Ordering::Equal, &text);
        agrees(single.next_up(), bound, Ordering::Greater, &text);
        agrees(single.next_down(), bound, Ordering::Less, &text);
    }

    #[test]
    #[allow(clippy::cast_precision_loss, reason = "the bound is made of the float")]
    #[allow(clippy::cast_possible_truncation, reason = "it is below 2^100")]
    fn floats_at_and_beside_a_whole_end(mantissa in 0..1_i64 << 24, shift in 0..76_u32, sign in any::<bool>()) {
        let whole = i128::from(mantissa) << shift;
        let whole = if sign { -whole } else { whole };
        let bound = Bound::Whole(whole);
        let case = format!("beside {whole}");
        let (double, single) = (whole as f64, whole as f32);
        agrees(double, bound, Ordering::Equal, &case);
        agrees(double.next_up(), bound, Ordering::Greater, &case);
        agrees(double.next_down(), bound, Ordering::Less, &case);
        agrees(single, bound, Ordering::Equal, &case);
        agrees(single.next_up(), bound, Ordering::Greater, &case);
        agrees(single.next_down(), bound, Ordering::Less, &case);
    }

    #[test]
    fn what_is_no_number_is_in_no_range(end in whole(), text in written()) {
        let ends = [end.bound(), Some(decimal(&text)), None];
        for no in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            #[allow(clippy::cast_possible_truncation, reason = "it stays what it is")]
            let single = no as f32;
            for min in ends {
                for max in ends {
                    prop_assert!(!within(no, min, max) && !within(single, min, max));
                    if let Some(max) = max {
                        prop_assert!(!below(no, min, max) && !below(single, min, max));
                    }
                }
            }
        }
    }
}

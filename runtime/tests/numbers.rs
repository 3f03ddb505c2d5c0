//! Every integer of the standard library beside an oracle that knows 128 bits with and without sign.

use std::cmp::Ordering;
use std::num::NonZero;

use proptest::prelude::*;
use stipula::{cond, rules};

/// An integer as sign and digits.
#[derive(Debug, Clone, Copy)]
enum Oracle {
    Below(u128),
    From0(u128),
}

impl Oracle {
    fn of(bound: i64) -> Self {
        let digits = bound.unsigned_abs().into();
        if bound < 0 {
            Self::Below(digits)
        } else {
            Self::From0(digits)
        }
    }

    fn digits(self) -> u128 {
        let (Self::Below(digits) | Self::From0(digits)) = self;
        digits
    }

    fn compare(self, other: Self) -> Ordering {
        match (self, other) {
            (Self::Below(own), Self::Below(other)) => other.cmp(&own),
            (Self::Below(_), Self::From0(_)) => Ordering::Less,
            (Self::From0(_), Self::Below(_)) => Ordering::Greater,
            (Self::From0(own), Self::From0(other)) => own.cmp(&other),
        }
    }
}

/// What a field of this type answers is what the oracle says.
fn agrees<F>(field: F, oracle: Oracle, min: i64, max: i64, of: u64)
where
    F: cond::AsInteger + Copy + std::fmt::Debug,
{
    let case = format!("{field:?} as {oracle:?} in {min}..={max}, of {of}");
    let number = field.as_integer().expect("it is given");
    let (least, most) = (
        oracle.compare(Oracle::of(min)),
        oracle.compare(Oracle::of(max)),
    );
    assert_eq!(
        rules::range(number, Some(min), None),
        least.is_ge(),
        "{case}"
    );
    assert_eq!(
        rules::range(number, None, Some(max)),
        most.is_le(),
        "{case}"
    );
    let both = least.is_ge() && most.is_le();
    assert_eq!(rules::range(number, Some(min), Some(max)), both, "{case}");
    let is_multiple = of != 0 && oracle.digits().is_multiple_of(of.into());
    assert_eq!(rules::multiple_of(number, of), is_multiple, "{case}");
    for field in [Some(field), None] {
        let given = field.is_some();
        assert_eq!(
            cond::compare_integer(&field, min),
            given.then_some(least),
            "{case}"
        );
        assert_eq!(
            cond::is_integer(&field, max),
            given && most.is_eq(),
            "{case}"
        );
    }
}

macro_rules! every_type {
    ($($integer:ident),*) => {
        #[derive(Debug, Clone, Copy)]
        #[allow(non_camel_case_types)]
        enum Integer { $($integer($integer)),* }

        impl Integer {
            /// The number in this type and in `NonZero`, with and without bounds around it.
            fn agrees(self, min: i64, max: i64, of: u64) {
                match self { $(Self::$integer(it) => {
                    #[allow(unused_comparisons, clippy::cast_lossless, clippy::absurd_extreme_comparisons)]
                    let oracle = if it < 0 {
                        Oracle::Below(it.abs_diff(0) as u128)
                    } else {
                        Oracle::From0(it.abs_diff(0) as u128)
                    };
                    agrees(it, oracle, min, max, of);
                    if let Some(it) = NonZero::new(it) {
                        agrees(it, oracle, min, max, of);
                    }
                    for other in [$integer::MIN, 0, it, $integer::MAX] {
                        assert_eq!(cond::compare(&it, &Some(other)), Some(it.cmp(&other)));
                    }
                })* }
            }
        }

        /// Around this number and around both ends of every type, as far as they fit.
        fn around(number: i128, off: i128) -> Vec<Integer> {
            let mut all = Vec::new();
            $(
                let ends = [$integer::MIN, $integer::MAX];
                all.extend($integer::try_from(number.saturating_add(off)).map(Integer::$integer));
                for end in ends {
                    let near = if off < 0 {
                        $integer::try_from(-off).ok().and_then(|off| end.checked_sub(off))
                    } else {
                        $integer::try_from(off).ok().and_then(|off| end.checked_add(off))
                    };
                    all.extend(near.map(Integer::$integer));
                }
            )*
            all
        }
    };
}

every_type!(
    i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize
);

/// Ends of the narrower types, and what lies between.
fn bound() -> impl Strategy<Value = i64> {
    let ends = [8, 16, 32, 63].map(|bits| (1_i128 << bits) - 1);
    let ends = ends
        .into_iter()
        .flat_map(|end| [end, end / 2, -end, -end / 2 - 1]);
    let ends: Vec<i64> = ends.filter_map(|it| it.try_into().ok()).collect();
    prop_oneof![
        proptest::sample::select(ends),
        proptest::sample::select(vec![i64::MIN, -1, 0, 1, 100, i64::MAX]),
        any::<i64>(),
    ]
}

fn factor() -> impl Strategy<Value = u64> {
    prop_oneof![
        0..10_u64,
        proptest::sample::select(vec![1 << 63, u64::MAX]),
        any::<u64>()
    ]
}

proptest! {
    #[test]
    fn integers_at_and_around_every_bound(min in bound(), max in bound(), of in factor()) {
        for off in -2..=2 {
            for end in [min.into(), max.into(), i128::from(of)] {
                for integer in around(end, off) {
                    integer.agrees(min, max, of);
                }
            }
        }
    }

    #[test]
    fn integers_anywhere(
        signed in any::<i128>(), digits in any::<u128>(), shift in 0..127_u32,
        min in bound(), max in bound(), of in factor(),
    ) {
        Integer::u128(digits >> shift).agrees(min, max, of);
        for integer in around(signed >> shift, 0) {
            integer.agrees(min, max, of);
        }
    }

    #[test]
    fn floats_that_are_whole_are_judged_as_integers(
        digits in -(1_i64 << 53)..=1 << 53, min in bound(), max in bound(), of in factor(),
    ) {
        #[allow(clippy::cast_precision_loss, reason = "53 bits are what a float holds")]
        agrees(digits as f64, Oracle::of(digits), min, max, of);
    }
}

#[test]
fn numbers_of_json_are_not_rounded() {
    let judge = |text: &str| {
        let number: serde_json::Number = serde_json::from_str(text).expect("a number");
        let number = cond::AsInteger::as_integer(&number).expect("it is given");
        let is_in = rules::range(number, Some(1), Some(i64::MAX));
        (is_in, rules::multiple_of(number, 5))
    };
    assert_eq!(judge("9223372036854775807"), (true, false));
    assert_eq!(judge("9223372036854775808"), (false, false));
    assert_eq!(judge("18446744073709551615"), (false, true));
    assert_eq!(judge("1e2"), (true, true));
    assert_eq!(judge("0.5"), (false, false));
}

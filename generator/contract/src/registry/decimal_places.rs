//! `decimal_places`: the most digits after the point.

use serde_json::{Value as Any, json};

use super::{Entry, Good, Keyword, count, here, size};
use crate::{Scalar, TypeRef};

/// The most places for which a number that breaks the rule is written out.
const WRITTEN: usize = 30;

pub(super) const ENTRY: Entry = Entry::new("decimal_places", |it, ty| match (ty, count(it)) {
    (TypeRef::Scalar(Scalar::Decimal), 0) => here("multipleOf", 1),
    // Many validators divide doubles, to whom 0.07 is no multiple of 0.01; and JSON Schema counts no
    // texts by their value.
    (TypeRef::Scalar(Scalar::Decimal) | TypeRef::AsText(_), _) => Keyword::Nowhere,
    (_, 0) => here("pattern", "^[0-9]+$"),
    (_, most) => here("pattern", format!("^[0-9]+(\\.[0-9]{{1,{most}}})?$")),
})
.good(|it| {
    let least = number(&format!("1e-{}", count(it)));
    Good::Numbers([json!(0), json!(1)].into_iter().chain(least).collect())
})
.bad(|it, around| {
    let most = size(it).min(WRITTEN);
    let plain = format!("1.{}", "1".repeat(most + 1));
    let near: Vec<Any> = match around.own {
        Any::String(own) => beside(own, most).map(Any::from).collect(),
        own => {
            let near = beside(&own.to_string(), most).chain([plain.clone()]);
            near.filter_map(|it| number(&it)).collect()
        }
    };
    near.into_iter().chain([json!(plain), json!("x")]).collect()
});

/// A number of JSON.
fn number(text: &str) -> Option<Any> {
    serde_json::from_str(text).ok()
}

/// The numbers next to this one that have a place too many; none for one with an exponent.
fn beside(own: &str, most: usize) -> impl Iterator<Item = String> + use<> {
    let (whole, fraction) = own.split_once('.').unwrap_or((own, ""));
    let digits = format!("{whole}{fraction:0<most$}0");
    let is_kept = fraction.len() <= most;
    let digits: Option<i128> = digits.parse().ok().filter(|_| is_kept);
    let near = digits.map(|it| [it + 1, it - 1]).into_iter().flatten();
    near.map(move |it| {
        let sign = if it < 0 { "-" } else { "" };
        let digits = format!("{:0>width$}", it.unsigned_abs(), width = most + 2);
        let (whole, fraction) = digits.split_at(digits.len() - most - 1);
        format!("{sign}{whole}.{fraction}")
    })
}

#[cfg(test)]
mod tests {
    use serde_json::Value as Any;

    use super::{ENTRY, beside};
    use crate::{Argument, Around, Keyword, Scalar, TypeRef};

    #[test]
    fn neighbours_have_a_place_too_many() {
        for (own, most, near) in [
            ("5", 2, &["5.001", "4.999"][..]),
            ("0.01", 2, &["0.011", "0.009"]),
            ("0", 0, &["0.1", "-0.1"]),
            ("-1.5", 2, &["-1.499", "-1.501"]),
            ("99.99", 2, &["99.991", "99.989"]),
            ("1.234", 2, &[]),
            ("1e-7", 9, &[]),
            ("x", 2, &[]),
        ] {
            assert_eq!(beside(own, most).collect::<Vec<_>>(), near, "{own}");
        }
    }

    #[test]
    fn a_number_is_broken_by_numbers_and_a_text_by_texts() {
        let bad = |own: &str, most| {
            let own: Any = serde_json::from_str(own).unwrap();
            let around = Around {
                own: &own,
                start: "",
                many: &|_| None,
            };
            let bad = (ENTRY.bad)(&Argument::Decimals(most), &around);
            Any::from(bad).to_string()
        };
        assert_eq!(bad("5", 2), r#"[5.001,4.999,1.111,"1.111","x"]"#);
        assert_eq!(bad(r#""5""#, 2), r#"["5.001","4.999","1.111","x"]"#);
        assert!(bad("5", u32::MAX).len() < 300);
    }

    #[test]
    fn the_schema_says_what_it_can_say_exactly() {
        let keyword = |ty, most| (ENTRY.keyword)(&Argument::Decimals(most), &ty);
        let here = |name, value| Keyword::Here(vec![(name, value)]);
        let decimal = TypeRef::Scalar(Scalar::Decimal);
        assert_eq!(keyword(decimal.clone(), 0), here("multipleOf", 1.into()));
        assert_eq!(keyword(decimal, 2), Keyword::Nowhere);
        for most in [0, 2] {
            let text = TypeRef::AsText(Scalar::Decimal);
            assert_eq!(keyword(text, most), Keyword::Nowhere);
        }
        let text = keyword(TypeRef::Scalar(Scalar::String), 2);
        assert_eq!(text, here("pattern", r"^[0-9]+(\.[0-9]{1,2})?$".into()));
    }
}

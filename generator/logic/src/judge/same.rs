//! Whether a list holds an item twice, in time that grows with the list.

use std::borrow::Cow;

use serde_json::{Value as Any, json};
use stipula_contract::{Item, TypeRef};
use stipula_rules::{digits::Parts, json::twins as twins_of_json};

/// The indexes of two items that say the same; a number or a time is compared by its value, not by its
/// spelling.
pub(super) fn twins(of: &Item, items: &[Any]) -> Option<(usize, usize)> {
    match of.innermost().ty {
        TypeRef::Scalar(_) | TypeRef::AsText(_) => {
            let values: Vec<Any> = items.iter().map(|it| value(of, it).into_owned()).collect();
            twins_of_json(&values)
        }
        _ => twins_of_json(items),
    }
}

/// What an item says: the same for texts that stand for the same number or time. No text is written
/// so, for it is a list.
fn value<'a>(of: &Item, item: &'a Any) -> Cow<'a, Any> {
    let own = match (&of.ty, item) {
        (TypeRef::Scalar(it), Any::String(text)) => {
            it.counted(text).map(|number| json!([number.to_string()]))
        }
        (TypeRef::AsText(it), Any::String(text)) if it.is_written(text) => {
            Parts::of(text).map(|it| digits(&it))
        }
        (TypeRef::List(of), Any::Array(items)) => {
            Some(items.iter().map(|it| value(of, it).into_owned()).collect())
        }
        (TypeRef::Map { of, .. }, Any::Object(entries)) => {
            let entries = entries.iter();
            let said = entries.map(|(key, it)| (key.clone(), value(of, it).into_owned()));
            Some(Any::Object(said.collect()))
        }
        _ => None,
    };
    own.map_or(Cow::Borrowed(item), Cow::Owned)
}

/// A number without what its spelling adds.
fn digits(parts: &Parts<'_>) -> Any {
    if parts.is_zero() {
        return json!([0]);
    }
    let digits: String = parts.digits().map(char::from).collect();
    json!([parts.negative, parts.lead(), digits])
}

#[cfg(test)]
mod tests {
    use serde_json::from_str;
    use stipula_contract::Scalar;

    use super::*;

    fn is_repeated(ty: TypeRef, items: &str) -> bool {
        let rules = Vec::new();
        twins(&Item { ty, rules }, &from_str::<Vec<Any>>(items).unwrap()).is_some()
    }

    #[test]
    fn values_are_compared_and_not_spellings() {
        for (ty, items) in [
            (TypeRef::Scalar(Scalar::Duration), r#"["PT60S","PT1M"]"#),
            (
                TypeRef::Scalar(Scalar::DateTime),
                r#"["2026-01-01T00:00:00Z","2026-01-01T01:00:00+01:00"]"#,
            ),
            (TypeRef::AsText(Scalar::Decimal), r#"["1.50","15e-1"]"#),
            (TypeRef::AsText(Scalar::Decimal), r#"["0","-0.0"]"#),
            (TypeRef::Scalar(Scalar::Decimal), "[1,1.0]"),
            (TypeRef::Scalar(Scalar::String), r#"["a","b","a"]"#),
        ] {
            assert!(is_repeated(ty, items), "{items}");
        }
        for (ty, items) in [
            (
                TypeRef::Scalar(Scalar::Duration),
                r#"["PT60S","PT2M","P?"]"#,
            ),
            (
                TypeRef::AsText(Scalar::Decimal),
                r#"["1.5","-1.5","15","x"]"#,
            ),
            (TypeRef::Scalar(Scalar::String), r#"["1","1.0"]"#),
            // Of the wrong type.
            (TypeRef::AsText(Scalar::Integer), r#"["1","1.0"]"#),
        ] {
            assert!(!is_repeated(ty, items), "{items}");
        }
    }

    #[test]
    fn long_lists_end_soon() {
        let items: Vec<Any> = (0..100_000).map(|it| json!(format!("PT{it}S"))).collect();
        let of = Item {
            ty: TypeRef::Scalar(Scalar::Duration),
            rules: Vec::new(),
        };
        assert!(twins(&of, &items).is_none());
    }

    #[test]
    fn twins_are_the_first_and_the_next() {
        let of = Item {
            ty: TypeRef::Scalar(Scalar::Json),
            rules: Vec::new(),
        };
        for (items, expected) in [
            (json!([]), None),
            (json!([1, 2, "1"]), None),
            (json!([1, 2, 2, 1.0, 1]), Some((0, 3))),
            (
                json!([{ "a": 1, "b": 2 }, 0, { "b": 2, "a": 1 }]),
                Some((0, 2)),
            ),
        ] {
            let found = twins(&of, items.as_array().unwrap());
            assert_eq!(found, expected, "{items}");
        }
    }
}

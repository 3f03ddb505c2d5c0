//! When two items of a list are the same, and which are.

use std::{
    collections::HashMap,
    hash::{DefaultHasher, Hash, Hasher},
};

use serde_json::Value as Any;
use stipula_contract::{Item, TypeRef};
use stipula_rules::digits::Exact;

use super::equal::{equal, hash};

/// The first item that comes twice and where it comes next, in time that grows with the list.
pub(super) fn twins(of: &Item, items: &[Any]) -> Option<(usize, usize)> {
    // By what is the same for items that are: the first of each sort.
    let mut seen: HashMap<u64, Vec<usize>> = HashMap::with_capacity(items.len());
    let mut found: Option<(usize, usize)> = None;
    for (at, item) in items.iter().enumerate() {
        let alike = seen.entry(sort(of, item)).or_default();
        let mut earlier = alike.iter().copied();
        match earlier.find(|it| are_same(of, &items[*it], item)) {
            Some(first) if found.is_none_or(|it| first < it.0) => found = Some((first, at)),
            Some(_) => {}
            None => alike.push(at),
        }
    }
    found
}

/// Whether two items say the same; a number or a time is compared by its value, not by its spelling.
fn are_same(of: &Item, one: &Any, other: &Any) -> bool {
    match (&of.ty, one, other) {
        (TypeRef::Scalar(it), Any::String(one), Any::String(other)) => {
            match (it.counted(one), it.counted(other)) {
                (Some(one), Some(other)) => one == other,
                _ => one == other,
            }
        }
        (TypeRef::AsText(_), Any::String(one), Any::String(other)) => {
            match (one.parse::<Exact>(), other.parse::<Exact>()) {
                (Ok(one), Ok(other)) => one.order(&other).is_eq(),
                _ => one == other,
            }
        }
        (TypeRef::List(of), Any::Array(one), Any::Array(other)) => {
            let mut pairs = one.iter().zip(other);
            one.len() == other.len() && pairs.all(|(a, b)| are_same(of, a, b))
        }
        (TypeRef::Map { of, .. }, Any::Object(one), Any::Object(other)) => {
            let has = |(name, a)| other.get(name).is_some_and(|b| are_same(of, a, b));
            one.len() == other.len() && one.iter().all(has)
        }
        _ => equal(one, other),
    }
}

/// The same for items that are the same.
fn sort(of: &Item, item: &Any) -> u64 {
    let mut state = DefaultHasher::new();
    match (&of.ty, item) {
        (TypeRef::Scalar(it), Any::String(text)) => match it.counted(text) {
            Some(number) => number.hash(&mut state),
            None => text.hash(&mut state),
        },
        (TypeRef::AsText(_), Any::String(text)) => match text.parse::<f64>() {
            // Zero has two signs, and one value.
            Ok(number) => (number + 0.0).to_bits().hash(&mut state),
            Err(_) => text.hash(&mut state),
        },
        (TypeRef::List(of), Any::Array(items)) => {
            for it in items {
                sort(of, it).hash(&mut state);
            }
        }
        // Members come in any order.
        (TypeRef::Map { of, .. }, Any::Object(members)) => {
            let each = members.values().map(|it| sort(of, it));
            each.fold(members.len() as u64, u64::wrapping_add)
                .hash(&mut state);
        }
        _ => return hash(item),
    }
    state.finish()
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use stipula_contract::Scalar;

    use super::*;

    fn item(ty: TypeRef) -> Item {
        Item {
            ty,
            rules: Vec::new(),
        }
    }

    #[test]
    fn twins_are_the_first_and_the_next() {
        let json = item(TypeRef::Scalar(Scalar::Json));
        for (items, expected) in [
            (json!([]), None),
            (json!([1, 2, "1"]), None),
            (json!([1, 2, 2, 1.0, 1]), Some((0, 3))),
            (
                json!([{ "a": 1, "b": 2 }, 0, { "b": 2, "a": 1 }]),
                Some((0, 2)),
            ),
        ] {
            let found = twins(&json, items.as_array().unwrap());
            assert_eq!(found, expected, "{items}");
        }
    }

    #[test]
    fn times_are_the_same_by_their_value() {
        let time = item(TypeRef::Scalar(Scalar::DateTime));
        let items = ["2026-01-01T00:00:00Z", "2026-01-01T01:00:00+01:00"].map(|it| json!(it));
        assert_eq!(twins(&time, &items), Some((0, 1)));
    }
}

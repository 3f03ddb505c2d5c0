//! Items that are JSON, which is compared by what it says: `1` and `1.0` are one number.

use std::collections::{BTreeMap, HashSet};
use std::hash::{Hash, Hasher};

use serde_json::{Map, Value};
use stipula_rules::json;

use super::{Items, Unique};

/// What is JSON without a documented type, or lists and maps of that.
pub trait Json {
    /// Whether the two say the same.
    fn is_same(&self, other: &Self) -> bool;

    /// Feeds it to a hasher: the same for those that say the same.
    fn feed(&self, to: &mut impl Hasher);
}

impl Json for Value {
    fn is_same(&self, other: &Self) -> bool {
        json::equal(self, other)
    }

    fn feed(&self, to: &mut impl Hasher) {
        json::hash(self, to);
    }
}

impl Json for Map<String, Value> {
    fn is_same(&self, other: &Self) -> bool {
        json::equal_objects(self, other)
    }

    fn feed(&self, to: &mut impl Hasher) {
        json::hash_object(self, to);
    }
}

impl<T: Json> Json for Vec<T> {
    fn is_same(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().zip(other).all(|(a, b)| a.is_same(b))
    }

    fn feed(&self, to: &mut impl Hasher) {
        self.len().hash(to);
        for it in self {
            it.feed(to);
        }
    }
}

impl<T: Json> Json for Option<T> {
    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Some(a), Some(b)) => a.is_same(b),
            (None, None) => true,
            _ => false,
        }
    }

    fn feed(&self, to: &mut impl Hasher) {
        self.is_some().hash(to);
        if let Some(it) = self {
            it.feed(to);
        }
    }
}

impl<K: Ord + Hash, T: Json> Json for BTreeMap<K, T> {
    fn is_same(&self, other: &Self) -> bool {
        let same = |((a, b), (c, d)): ((&K, &T), (&K, &T))| a == c && b.is_same(d);
        self.len() == other.len() && self.iter().zip(other).all(same)
    }

    fn feed(&self, to: &mut impl Hasher) {
        self.len().hash(to);
        for (key, it) in self {
            key.hash(to);
            it.feed(to);
        }
    }
}

/// Time that grows with the list, for JSON.
pub trait ByJson {
    /// Whether no item comes twice.
    fn unique(&self) -> Unique;
}

impl<T: Json> ByJson for &&&Items<'_, T> {
    fn unique(&self) -> Unique {
        if self.is_too_long() {
            return Unique::Kept;
        }
        let mut seen = HashSet::with_capacity(self.list.len());
        Unique::of(self.list.iter().all(|item| seen.insert(Same(item))))
    }
}

struct Same<'a, T>(&'a T);

impl<T: Json> PartialEq for Same<'_, T> {
    fn eq(&self, other: &Self) -> bool {
        self.0.is_same(other.0)
    }
}

impl<T: Json> Eq for Same<'_, T> {}

impl<T: Json> Hash for Same<'_, T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.feed(state);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::{Map, Value};

    #[allow(unused_imports, reason = "one of them is taken")]
    use super::super::{ByHash as _, ByOrder as _, ByPair as _};
    use super::{ByJson as _, Items, Unique};

    /// The answer for a list of such items.
    macro_rules! unique {
        ($ty:ty, $text:expr) => {
            (&&&&Items::new(&serde_json::from_str::<Vec<$ty>>($text).unwrap(), None)).unique()
        };
    }

    #[test]
    fn json_is_what_it_says() {
        let (kept, broken) = (Unique::Kept, Unique::Broken);
        for (text, answer) in [
            ("[1, 1.0]", broken),
            ("[10, 1e1]", broken),
            (r#"[{"a":1,"b":2},{"b":2,"a":1}]"#, broken),
            ("[[1], [1.0]]", broken),
            (r#"[1, "1", true, null, [], {}]"#, kept),
            (r#"[{"a":1},{"a":2}]"#, kept),
        ] {
            assert_eq!(unique!(Value, text), answer, "{text}");
        }
        assert_eq!(unique!(Vec<Value>, "[[1], [1.0]]"), broken);
        assert_eq!(unique!(Vec<Value>, "[[1], []]"), kept);
        assert_eq!(unique!(Option<Value>, "[1, 1.0]"), broken);
        let maps = r#"[{"a":1,"b":[1]},{"b":[1.0],"a":1}]"#;
        assert_eq!(unique!(Map<String, Value>, maps), broken);
        assert_eq!(unique!(BTreeMap<String, Value>, maps), broken);
        assert_eq!(unique!(String, r#"["1", "1.0"]"#), kept);
    }

    #[test]
    fn long_lists_of_json_end_soon() {
        let items: Vec<Value> = (0..200_000).map(Value::from).collect();
        assert_eq!((&&&&Items::new(&items, None)).unique(), Unique::Kept);
        let again: Vec<Value> = items.into_iter().chain([Value::from(7.0)]).collect();
        assert_eq!((&&&&Items::new(&again, None)).unique(), Unique::Broken);
        assert_eq!((&&&&Items::new(&again, Some(9))).unique(), Unique::Kept);
    }
}

//! Types as pages write them: `User`, `list<Update>`, `A | B`.

use crate::cases::cases;

/// A type in the words of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Words {
    /// A scalar, or the name of a type.
    One(String),
    /// A list of these.
    List(Box<Words>),
    /// One of several.
    Any(Vec<Words>),
}

impl Words {
    pub(super) fn of(text: &str) -> Self {
        let text = match cases(text).as_slice() {
            [only] => *only,
            cases => return Self::Any(cases.iter().map(|it| Self::of(it)).collect()),
        };
        let item = text
            .strip_prefix("list<")
            .and_then(|it| it.strip_suffix('>'));
        match item {
            Some(item) => Self::List(Box::new(Self::of(item))),
            None => Self::One(text.to_owned()),
        }
    }

    /// Every name in it.
    pub(super) fn names(&self) -> Vec<&str> {
        match self {
            Self::One(name) => vec![name],
            Self::List(of) => of.names(),
            Self::Any(cases) => cases.iter().flat_map(Self::names).collect(),
        }
    }

    /// The same for the same cases in any order.
    pub(super) fn key(&self) -> String {
        match self {
            Self::Any(cases) => {
                let mut names: Vec<String> = cases.iter().map(Self::called).collect();
                names.sort();
                names.join(" | ")
            }
            Self::One(_) | Self::List(_) => self.called(),
        }
    }

    /// A name for a type that holds it.
    pub(super) fn called(&self) -> String {
        match self {
            Self::One(name) => name.clone(),
            Self::List(of) => format!("{} list", of.called()),
            Self::Any(cases) => {
                let names = cases.iter().map(Self::called);
                names.collect::<Vec<_>>().join(" or ")
            }
        }
    }
}

/// The first of a name and its numbers that is not taken: `Kite`, `Kite2`, `Kite3`.
pub(super) fn numbered(base: &str, mut is_taken: impl FnMut(&str) -> bool) -> String {
    let mut name = base.to_owned();
    let mut number = 2;
    while is_taken(&name) {
        name = format!("{base}{number}");
        number += 1;
    }
    name
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn words_are_parted_outside_of_lists_only() {
        for (text, called) in [
            ("User", "User"),
            ("list<list<Stamp>>", "Stamp list list"),
            ("Crate | boolean", "Crate or boolean"),
            ("Crate | null", "Crate"),
            ("list<Crate | Sack>", "Crate or Sack list"),
            ("list<Crate> | Sack", "Crate list or Sack"),
        ] {
            assert_eq!(Words::of(text).called(), called);
        }
        assert_eq!(Words::of("list<A | list<B>>").names(), ["A", "B"]);
    }
}

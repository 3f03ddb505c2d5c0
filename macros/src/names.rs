//! The words of the attributes: those of rules come from their registry, the others stand here.

use std::sync::LazyLock;

use stipula_rules::{Group, Presence, Subject, VALUE_RULES};

/// Rules for the value of a field, an item or a key.
pub(crate) static VALUE: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let rules = value_rules(|subject| match subject {
        Subject::Text
        | Subject::Digits
        | Subject::Constant
        | Subject::Integer
        | Subject::Length
        | Subject::List
        | Subject::Constants
        | Subject::Enum
        | Subject::Case => true,
        Subject::Keys => false,
    });
    rules.chain(["check", "items"]).collect()
});

/// Rules for the items of a list or a map, which may be maps.
pub(crate) static ITEM: LazyLock<Vec<&str>> =
    LazyLock::new(|| VALUE.iter().copied().chain(["keys"]).collect());

/// Everything that may stand on a field.
pub(crate) static FIELD: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let presence = Presence::ALL.iter().map(|rule| rule.code().name);
    // Rules for the keys of a map are written `keys(..)`.
    let words = presence.chain(VALUE.iter().copied());
    words.chain(["nested", "skip", "keys", "place"]).collect()
});

/// Everything that may stand on a struct.
pub(crate) static STRUCT: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let groups = Group::ALL.iter().map(|rule| rule.code().name);
    let words = TypeWord::TEXTS.iter().copied().chain(["rule", "check"]);
    words.chain(groups).collect()
});

/// Everything that may stand on an enum.
pub(crate) static ENUM: LazyLock<Vec<&str>> = LazyLock::new(|| {
    TypeWord::TEXTS
        .iter()
        .copied()
        .chain([UNTAGGED, "check"])
        .collect()
});

/// An enum whose variants are written without their names.
pub(crate) const UNTAGGED: &str = "untagged";

/// Everything that may stand on a variant.
pub(crate) static VARIANT: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let groups = Group::ALL.iter().map(|rule| rule.code().name);
    ["skip", "rule"].into_iter().chain(groups).collect()
});

/// Words with a meaning each: all of them as they are written, and each by its text.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($word:ident = $text:literal),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum $name {
            $($word),+
        }

        impl $name {
            /// All of them, in order.
            pub(crate) const TEXTS: &'static [&'static str] = &[$($text),+];

            /// The word with this text.
            pub(crate) fn named(text: &str) -> Option<Self> {
                let mut words = [$(Self::$word),+].into_iter().zip(Self::TEXTS);
                words.find_map(|(word, known)| (*known == text).then_some(word))
            }
        }
    )+};
}

words! {
    /// What says where a type stands.
    TypeWord { Root = "root", Parent = "parent", Context = "context", Crate = "crate" }

    /// What every rule takes.
    OptionWord { Severity = "severity", Id = "id", Because = "because", Evidence = "evidence" }

    /// What a group takes beside its members.
    GroupWord { At = "at", Count = "count" }

    /// The parts of `rule(..)`.
    RuleWord { At = "at", When = "when", Expect = "expect", Code = "code" }

    /// Rules for what is inside a value.
    InsideWord { Items = "items", Keys = "keys" }

    /// What a check of a whole struct takes beside its function.
    CheckWord { At = "at" }
}

/// The words of a rule, and those that every rule takes.
pub(crate) fn with_options(own: &[&'static str]) -> Vec<&'static str> {
    [own, OptionWord::TEXTS].concat()
}

fn value_rules(about: fn(Subject) -> bool) -> impl Iterator<Item = &'static str> {
    let rules = VALUE_RULES.iter();
    rules
        .filter(move |rule| about(rule.subject()))
        .map(|rule| rule.code.name)
}

#[cfg(test)]
mod tests {
    use super::{ENUM, FIELD, STRUCT};

    #[test]
    fn every_word_is_documented() {
        let docs: Vec<&str> = include_str!("lib.rs")
            .lines()
            .filter_map(|line| line.strip_prefix("///"))
            .collect();
        let docs = docs.join(" ");
        let is_told = |word: &str| {
            docs.split(|c: char| c != '_' && !c.is_alphanumeric())
                .any(|it| it == word)
        };
        for word in FIELD.iter().chain(STRUCT.iter()).chain(ENUM.iter()) {
            assert!(
                is_told(word),
                "`{word}` is missing in the documentation of the derive"
            );
        }
    }
}

//! The words of the attributes: those of rules come from their registry, the others stand here.

use std::sync::LazyLock;

use stipula_rules::{Group, Presence, Subject, VALUE_RULES};

/// Rules for the value of a field, an item or a key.
pub(crate) static VALUE: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let rules = value_rules(|subject| match subject {
        Subject::Text | Subject::Integer | Subject::Length | Subject::List | Subject::Enum => true,
        Subject::Keys | Subject::Case => false,
    });
    rules.chain(["items"]).collect()
});

/// Everything that may stand on a field.
pub(crate) static FIELD: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let presence = Presence::ALL.iter().map(|rule| rule.code().name);
    // Beside it is a sibling. Rules for the keys of a map are written `keys(..)`.
    let beside = value_rules(|subject| subject == Subject::Case);
    let words = presence.chain(VALUE.iter().copied()).chain(beside);
    words.chain(["nested", "keys"]).collect()
});

/// Everything that may stand on an enum.
pub(crate) const ENUM: &[&str] = &["root", "parent", "context", "crate"];

/// Everything that may stand on a struct.
pub(crate) static STRUCT: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let groups = Group::ALL.iter().map(|rule| rule.code().name);
    let words = ENUM.iter().copied().chain(["rule"]);
    words.chain(groups).collect()
});

/// What every rule takes.
pub(crate) const OPTIONS: &[&str] = &["severity", "id", "because", "evidence"];

fn value_rules(about: fn(Subject) -> bool) -> impl Iterator<Item = &'static str> {
    let rules = VALUE_RULES.iter();
    rules
        .filter(move |rule| about(rule.subject()))
        .map(|rule| rule.code.name)
}

#[cfg(test)]
mod tests {
    use super::{FIELD, STRUCT};

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
        for word in FIELD.iter().chain(STRUCT.iter()) {
            assert!(
                is_told(word),
                "`{word}` is missing in the documentation of the derive"
            );
        }
    }
}

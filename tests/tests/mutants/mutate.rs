//! Small mistakes in a condition.

use std::{collections::BTreeMap, ops::Range};

use stipula_contract::{Api, TypeKind};

/// What kind of mistake it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Class {
    /// A letter of a name is wrong.
    Typo,
    /// Another documented value of the enum.
    OtherValue,
    /// A value that the enum does not have.
    NoValue,
    /// `<` for `<=`, `and` for `or`, with `not` or without.
    Operator,
    /// The condition and its contrary.
    Contradiction,
    /// A word or sign is missing.
    Deleted,
    /// A word or sign stands twice.
    Doubled,
}

/// A condition with a mistake.
#[derive(Debug, Clone)]
pub(crate) struct Mutant {
    pub(crate) class: Class,
    pub(crate) text: String,
    /// Where the mistake is: the changed token; the comparison, for an operator that does not fit;
    /// the condition, where a token is missing or too many.
    pub(crate) at: Range<usize>,
}

/// Values of the enums, each with one other value of its enum.
pub(crate) fn other_values(api: &Api) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for ty in &api.types {
        if let TypeKind::Enum(it) = &ty.kind {
            let plain: Vec<&str> = it.values.iter().map(|it| it.wire.as_str()).collect();
            let plain: Vec<&str> = plain.into_iter().filter(|it| is_name(it)).collect();
            for (index, value) in plain.iter().enumerate() {
                let other = plain[(index + 1) % plain.len()];
                if other != *value {
                    found
                        .entry((*value).to_owned())
                        .or_insert_with(|| other.to_owned());
                }
            }
        }
    }
    found
}

/// Every mutant of a condition.
pub(crate) fn mutants(condition: &str, others: &BTreeMap<String, String>) -> Vec<Mutant> {
    let tokens = tokens(condition);
    let mut found = Vec::new();
    for (index, at) in tokens.iter().enumerate() {
        let token = &condition[at.clone()];
        let put = |found: &mut Vec<Mutant>, class, new: &str| {
            let text = format!("{}{new}{}", &condition[..at.start], &condition[at.end..]);
            let at = at.start..at.start + new.len();
            found.push(Mutant { class, text, at });
        };
        if let Some(other) = others.get(token) {
            put(&mut found, Class::OtherValue, other);
            put(&mut found, Class::NoValue, &format!("{token}X"));
        } else if is_name(token) && !WORDS.contains(&token) {
            put(&mut found, Class::Typo, &typo(token));
        }
        for new in flipped(token) {
            put(&mut found, Class::Operator, new);
            // What does not fit is said of the member in front of the operator.
            if let (Some(last), true) = (found.last_mut(), new.starts_with(['<', '>', '!', 'n'])) {
                last.at.start = operand(condition, &tokens[..index]);
            }
        }
        // Brackets are missing at both ends, and a word that is there twice is read as a name: any
        // place of the condition is as good as another.
        for (class, new) in [
            (Class::Doubled, format!("{token} {token}")),
            (Class::Deleted, String::new()),
        ] {
            let text = format!("{}{new}{}", &condition[..at.start], &condition[at.end..]);
            let at = 0..text.len();
            found.push(Mutant { class, text, at });
        }
    }
    let text = format!("({condition}) and not ({condition})");
    found.push(Mutant {
        class: Class::Contradiction,
        at: 0..text.len(),
        text,
    });
    let negated = format!("not ({condition})");
    found.push(Mutant {
        class: Class::Operator,
        at: 0..negated.len(),
        text: negated,
    });
    // A plain text of YAML does not start so.
    found.retain(|it| {
        !it.text
            .trim_start()
            .starts_with(['[', '!', '"', '>', ',', ']'])
    });
    found
}

/// Where the path begins that ends with these tokens.
fn operand(condition: &str, tokens: &[Range<usize>]) -> usize {
    let is_path = |at: &&Range<usize>| {
        let token = &condition[(*at).clone()];
        token == "." || is_name(token) && !matches!(token, "and" | "or" | "not")
    };
    let path = tokens.iter().rev().take_while(is_path);
    path.last().map_or(0, |it| it.start)
}

/// Words of the language.
const WORDS: [&str; 12] = [
    "and",
    "or",
    "not",
    "in",
    "present",
    "len",
    "starts_with",
    "root",
    "parent",
    "ctx",
    "key",
    "true",
];

fn flipped(token: &str) -> &'static [&'static str] {
    match token {
        "==" => &["!=", "<"],
        "!=" => &["=="],
        "<" => &["<=", ">="],
        "<=" => &["<", ">"],
        ">" => &[">=", "<="],
        ">=" => &[">", "<"],
        "and" => &["or"],
        "or" => &["and"],
        "in" => &["not in"],
        _ => &[],
    }
}

/// Two letters in the wrong order, or one too many.
fn typo(name: &str) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    let middle = letters.len() / 2;
    if middle > 0 && letters[middle - 1] != letters[middle] {
        letters.swap(middle - 1, middle);
    } else {
        letters.push('x');
    }
    letters.into_iter().collect()
}

fn is_name(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(|it| it.is_ascii_alphabetic())
        && letters.all(|it| it.is_ascii_alphanumeric() || it == '_')
}

fn tokens(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        let length = match first {
            ' ' => {
                at += 1;
                continue;
            }
            '"' => rest[1..].find('"').map_or(rest.len(), |it| it + 2),
            it if it.is_ascii_alphanumeric() => {
                let is_end = |it: char| !(it.is_ascii_alphanumeric() || it == '_');
                rest.find(is_end).unwrap_or(rest.len())
            }
            _ if ["==", "!=", "<=", ">="]
                .iter()
                .any(|it| rest.starts_with(it)) =>
            {
                2
            }
            other => other.len_utf8(),
        };
        found.push(at..at + length);
        at += length;
    }
    found
}

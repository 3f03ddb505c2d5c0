//! Sentences that name members: what they mean is known when all members are.

use std::rc::Rc;

use serde_json::{Value, json};
use stipula_facts::{Confidence, Kind};

use super::{
    condition::{Condition, Sentence, one_of},
    scope::Scope,
};

/// A sentence that waits until the page is read to its end.
pub(super) struct Waiting {
    pub(super) at: String,
    pub(super) line: usize,
    pub(super) words: Rc<str>,
    pub(super) asked: Asked,
}

/// What a sentence asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Asked {
    /// A condition of this kind.
    Condition(Kind, Condition),
    /// So many of these members, of which it stands at one.
    Group(Kind, Vec<String>),
    /// So many of these members of the table that it stands at.
    Table(Kind, Vec<String>),
    /// So many of the members of a table that are optional, or of all but these.
    Rest {
        kind: Kind,
        optional: bool,
        except: Vec<String>,
    },
}

/// What it means.
#[derive(Debug, PartialEq)]
pub(super) enum Meant {
    Fact(Kind, Value, Confidence),
    /// It counts something that is no member beside it.
    Unknown,
    /// It was no sentence about members.
    Nothing,
}

impl Asked {
    /// What it means at a place of a page with these members.
    pub(super) fn meant(&self, scope: &Scope, at: &str) -> Meant {
        match self {
            Self::Condition(kind, condition) => {
                let (text, confidence) = read(condition, scope, at);
                Meant::Fact(*kind, text.into(), confidence)
            }
            Self::Group(kind, names) => group(*kind, names, |it| scope.is_beside(at, it)),
            Self::Table(kind, names) => {
                let members = scope.members(at);
                group(*kind, names, |name| members.iter().any(|it| it.0 == name))
            }
            Self::Rest {
                kind,
                optional,
                except,
            } => rest(*kind, *optional, except, scope, at),
        }
    }
}

fn read(condition: &Condition, scope: &Scope, at: &str) -> (String, Confidence) {
    match condition {
        Condition::Read(it) if is_known(it, scope, at) => (it.text.clone(), Confidence::Exact),
        Condition::Read(Sentence { words, .. }) | Condition::Words(words) => {
            (words.clone(), Confidence::Words)
        }
        Condition::Values {
            values,
            negated,
            words,
        } => match scope.field_of(at, values) {
            Some(name) => (one_of(name, values, *negated), Confidence::Inferred),
            None => (words.clone(), Confidence::Words),
        },
    }
}

/// Whether the page has the members that a condition names, and the words that could be values.
fn is_known(it: &Sentence, scope: &Scope, at: &str) -> bool {
    let Ok(expr) = stipula_cond::parse(&it.text) else {
        return false;
    };
    let has_value = |(name, value): &(String, String)| {
        let values = scope.values_of(at, name);
        values.is_some_and(|it| it.contains(value))
    };
    scope.knows(at, &expr) && it.unsure.iter().all(has_value)
}

fn group(kind: Kind, names: &[String], is_member: impl Fn(&str) -> bool) -> Meant {
    if names.len() > 1 && names.iter().all(|it| is_member(it)) {
        let mut names = names.to_vec();
        names.sort();
        names.dedup();
        return Meant::Fact(kind, json!(names), Confidence::Exact);
    }
    // "Text can be used instead" may be about anything.
    let is_telling =
        |it: &String| it.contains('_') || it.chars().skip(1).any(|it| it.is_ascii_uppercase());
    let mut strange = names.iter().filter(|it| !is_member(it));
    if kind == Kind::AtMostOne && !strange.any(is_telling) {
        Meant::Nothing
    } else {
        Meant::Unknown
    }
}

fn rest(kind: Kind, optional: bool, except: &[String], scope: &Scope, at: &str) -> Meant {
    let members = scope.members(at);
    let has = |it: &String| members.iter().any(|(name, _)| name == it);
    if !except.iter().all(has) {
        return Meant::Unknown;
    }
    let counted = members
        .iter()
        .filter(|(name, is_optional)| !except.contains(name) && (!optional || *is_optional));
    let mut names: Vec<&String> = counted.map(|(name, _)| name).collect();
    names.sort();
    if names.len() > 1 {
        Meant::Fact(kind, json!(names), Confidence::Exact)
    } else {
        Meant::Unknown
    }
}
